/* SPDX-License-Identifier: MIT */
/** @file
 * Width: the region takes loads or stores of this many bytes, and the access is a whole number of them. Helps with the narrowest that does. */
#include "validate/rules.h"

/** The widths that are legal for all that the access does, bits 1, 2, 4, 8. */
static uint32_t legal_widths(const fm_validate_case *what)
{
	uint32_t legal = 0xF;

	if ((what->access & FM_ACCESS_READ) && what->region->read_widths != 0)
		legal &= what->region->read_widths;
	if ((what->access & FM_ACCESS_WRITE) && what->region->write_widths != 0)
		legal &= what->region->write_widths;
	return legal;
}

int fm_validate_width(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t width = FM_VALIDATE_WIDTH(what->access), legal = legal_widths(what);

	if (width == 0)
		return 0;
	if ((width & legal) == 0) {
		reason->help = legal & -legal;
		return 1;
	}
	reason->help = width;
	reason->remedy = "make the size a whole number of units of the width";
	return (what->size & (width - 1)) != 0;
}
