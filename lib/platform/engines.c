/* SPDX-License-Identifier: MIT */
/** @file
 * The DMA engines of a platform. */
#include "base/abi.h"
#include "platform/rows.h"

#define ENGINE_FIRST_SIZE (offsetof(fm_engine, space) + sizeof(uint32_t))

/** First address that so many bits can't say; 0: none. */
static uint64_t limit_of_bits(uint32_t bits)
{
	return bits == 0 || bits >= 64 ? 0 : UINT64_C(1) << bits;
}

fm_status fm_profile_engine(const fm_profile *profile, uint32_t index, fm_engine *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, ENGINE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_engine *row = fm_rows_engine(profile, index);

	if (row == NULL)
		return FM_E_NOT_FOUND;

	fm_engine engine = {
		.id = fm_rows_text(profile, row->id),
		.source = fm_rows_text(profile, row->source),
		.limit = limit_of_bits(row->address_bits),
		.align = row->align,
		.granule = row->granule,
		.boundary = row->boundary,
		.space = row->space == FM_TABLE_ANY_SPACE ? FM_NONE : row->space,
	};

	fm_abi_export(out, &engine, sizeof engine);
	return FM_OK;
}
