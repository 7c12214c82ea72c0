/* SPDX-License-Identifier: MIT */
/** @file
 * Banks of a window: where each begins in the memory behind it. */
#include <flightmem/checked.h>

#include "platform/rows.h"

fm_status fm_profile_bank(const fm_profile *profile, uint32_t region, uint32_t bank, uint64_t *offset)
{
	if (profile == NULL || offset == NULL)
		return FM_E_ARGUMENT;

	const struct fm_table_region *row = fm_rows_region(profile, region);

	if (row == NULL || bank >= row->bank_count)
		return FM_E_NOT_FOUND;
	/* Where the whole is known it must be what the banks make. */
	if (row->size == 0 || (row->bank_total_bytes != 0 && row->bank_total_bytes / row->size != row->bank_count))
		return FM_E_FACT_UNKNOWN;
	return fm_multiply_checked(bank, row->size, offset) == FM_OK ? FM_OK : FM_E_FACT_UNKNOWN;
}
