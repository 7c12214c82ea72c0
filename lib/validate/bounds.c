/* SPDX-License-Identifier: MIT */
/** @file
 * Bounds: every byte lies in the window that the first one lies in, before its next seam. Helps with the size that would fit. */
#include "validate/rules.h"

int fm_validate_bounds(const fm_validate_case *what, fm_validate_reason *reason)
{
	if (what->window == NULL) {
		reason->remedy = "no region holds this address: see the memory map";
		return 1;
	}
	if (what->size <= what->left)
		return 0;
	/* The byte behind the last one of the number space counts as the first. */
	reason->at = what->address + what->left;
	reason->help = what->left;
	return 1;
}
