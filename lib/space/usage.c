/* SPDX-License-Identifier: MIT */
/** @file
 * How much of a region is taken. */
#include "base/abi.h"
#include "space/gaps.h"
#include "space/space.h"

/** Bytes of fm_region_usage in the first release. */
#define USAGE_FIRST_SIZE (offsetof(fm_region_usage, refused) + sizeof(uint64_t))

fm_status fm_space_get_usage(const fm_space *space, const char *region, fm_region_usage *usage)
{
	if (space == NULL || region == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_abi_check(usage, USAGE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	uint32_t index = fm_space_region_index(space, region);

	if (index == FM_NONE)
		return FM_E_NOT_FOUND;

	const fm_space_region *record = &space->regions[index];
	fm_region_usage known = {
		.capacity = record->capacity,
		.used = record->used,
		.peak = record->peak,
		.largest = record->verdict == FM_OK ? fm_space_largest(space, index, FM_SPACE_NOW, 1) : 0,
		.refused = record->refused,
	};

	fm_abi_export(usage, &known, sizeof known);
	return FM_OK;
}
