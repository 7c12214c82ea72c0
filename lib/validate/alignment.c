/* SPDX-License-Identifier: MIT */
/** @file
 * Alignment: the address is a multiple of the width, unless the CPU does not mind, and of what the region wants. Helps with the multiple. */
#include "validate/rules.h"

int fm_validate_alignment(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t width = what->validator->flags & FM_VALIDATOR_ALLOW_UNALIGNED ? 0 : FM_VALIDATE_WIDTH(what->access);
	uint32_t align = width > what->region->align ? width : what->region->align;

	reason->help = align;
	return (what->address & (align - 1)) != 0;
}
