/* SPDX-License-Identifier: MIT */
/** @file
 * The mirrors of a region. */
#include "base/abi.h"
#include "platform/rows.h"

#define MIRROR_FIRST_SIZE (offsetof(fm_mirror, reserved) + sizeof(uint32_t))

fm_status fm_profile_mirror(const fm_profile *profile, uint32_t region, uint32_t index, fm_mirror *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, MIRROR_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_region *owner = fm_rows_region(profile, region);
	const struct fm_table_mirror *row = owner == NULL ? NULL : fm_rows_mirror(profile, owner, index);

	if (row == NULL)
		return FM_E_NOT_FOUND;

	fm_mirror mirror = {
		.base = row->base,
		.size = row->size,
		.period = row->period,
		.stride = row->stride,
		.region_offset = row->offset,
		.region_advance = row->advance,
		.count = row->count,
		.space = row->space,
		.inverted = row->inverted,
		.cached_data = fm_rows_fact(row->facts, FM_TABLE_CACHED_DATA),
		.cached_code = fm_rows_fact(row->facts, FM_TABLE_CACHED_CODE),
	};

	fm_abi_export(out, &mirror, sizeof mirror);
	return FM_OK;
}
