/* SPDX-License-Identifier: MIT */
/** @file
 * Reserved: no byte is touched that is spoken for, whatever its name. Helps with the size that would be free. */
#include <flightmem/range.h>

#include "validate/rules.h"

int fm_validate_reserved(const fm_validate_case *what, fm_validate_reason *reason)
{
	const fm_validator *validator = what->validator;
	uint64_t size = what->size < what->left ? what->size : what->left;
	uint64_t nearest = size;

	if (what->region->is_reserved)
		return 1;
	for (uint32_t i = 0; i < validator->area_count; i++) {
		const fm_validate_area *area = &validator->areas[i];
		uint64_t distance = area->byte > what->byte ? area->byte - what->byte : 0;

		if (area->store == what->region->store && FM_RANGE_OVERLAPS(area->byte, area->size, what->byte, size) && distance < nearest)
			nearest = distance;
	}
	if (nearest == size)
		return 0;
	reason->at = what->address + nearest;
	reason->help = nearest;
	return 1;
}
