/* SPDX-License-Identifier: MIT */
/** @file
 * The reserved areas of a region. */
#include "base/abi.h"
#include "platform/rows.h"

#define RESERVED_FIRST_SIZE (offsetof(fm_reserved_area, area) + sizeof(fm_range))

fm_status fm_profile_reserved(const fm_profile *profile, uint32_t region, uint32_t index, fm_reserved_area *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, RESERVED_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_region *owner = fm_rows_region(profile, region);
	const struct fm_table_reserved *row = owner == NULL ? NULL : fm_rows_reserved(profile, owner, index);

	if (row == NULL)
		return FM_E_NOT_FOUND;

	fm_reserved_area area = { .what = fm_rows_text(profile, row->what), .area = { .base = row->base, .size = row->size } };

	fm_abi_export(out, &area, sizeof area);
	return FM_OK;
}
