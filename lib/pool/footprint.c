/* SPDX-License-Identifier: MIT */
/** @file
 * What a pool will cost, before there is one. */
#include "pool/pool.h"

fm_status fm_pool_footprint(const fm_pool_options *options, size_t count, size_t *bytes)
{
	fm_refusal refusal = FM_STRUCT(fm_refusal);
	fm_pool_plan plan;
	fm_pool_layout layout;

	if (options == NULL || bytes == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_pool_read_options(options, &plan, &refusal);

	if (status != FM_OK)
		return status;

	int inside = plan.options.control == NULL;

	status = fm_pool_lay_out(&plan, count, 0, inside, &layout);
	if (status != FM_OK)
		return status;

	/* Storage is aligned to FM_POOL_ALIGN, no more: in the worst place this many bytes lie before the first block. */
	size_t worst = fm_pool_storage_align(&plan) - FM_POOL_ALIGN;
	size_t blocks = layout.end - layout.blocks;
	size_t before = inside ? layout.control : 0;

	if (worst > SIZE_MAX - before || blocks > SIZE_MAX - before - worst)
		return FM_E_RANGE;
	*bytes = before + worst + blocks;
	return FM_OK;
}

fm_status fm_pool_control_size(const fm_pool_options *options, size_t count, size_t *bytes)
{
	fm_refusal refusal = FM_STRUCT(fm_refusal);
	fm_pool_plan plan;
	fm_pool_layout layout;

	if (options == NULL || bytes == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_pool_read_options(options, &plan, &refusal);

	if (status == FM_OK)
		status = fm_pool_lay_out(&plan, count, 0, 0, &layout);
	if (status == FM_OK)
		*bytes = layout.control;
	return status;
}
