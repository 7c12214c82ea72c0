/* SPDX-License-Identifier: MIT */
/** @file
 * Alignment: the address is a multiple of the width, as far as the CPU minds, and of what the region wants. What a CPU tolerates says nothing
 * of a DMA engine. Helps with the multiple. */
#include "validate/rules.h"

int fm_validate_alignment(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t width = FM_VALIDATE_WIDTH(what->access), natural = what->access & FM_ACCESS_DMA ? FM_VALIDATE_NATURAL : what->validator->natural;
	uint32_t mask = ((width - (width != 0)) & natural) | (what->region->align - 1);

	reason->help = mask + 1;
	return (what->guest & mask) != 0;
}
