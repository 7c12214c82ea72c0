/* SPDX-License-Identifier: MIT */
/** @file
 * Permission: the region grants what the access does. DMA is judged by a rule of its own. */
#include "validate/rules.h"

int fm_validate_permission(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t missing = what->access & (FM_ACCESS_READ | FM_ACCESS_WRITE | FM_ACCESS_EXECUTE) & ~what->region->access;

	if ((missing & ~what->region->unknown) == 0)
		reason->remedy = "no source says that the region grants this: state it in an own list, or allow what is unknown";
	return missing != 0;
}
