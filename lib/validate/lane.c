/* SPDX-License-Identifier: MIT */
/** @file
 * Lane: of a device on half a bus only one byte of every few is there. Helps with the next address that has one. */
#include "validate/rules.h"

int fm_validate_lane(const fm_validate_case *what, fm_validate_reason *reason)
{
	const fm_validate_region *region = what->region;

	if (region->lane_stride <= 1)
		return 0;

	uint64_t offset = what->byte - region->begin;
	uint64_t place = offset % region->lane_stride;
	uint64_t distance = place <= region->lane ? region->lane - place : region->lane_stride - place + region->lane;

	if (distance == 0 && what->size == 1)
		return 0;
	reason->at = distance == 0 ? what->address + 1 : what->address;
	/* The next one may lie behind the last address that there is. */
	reason->help = distance < what->left ? what->address + distance : 0;
	return 1;
}
