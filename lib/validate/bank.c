/* SPDX-License-Identifier: MIT */
/** @file
 * Bank: where an access says which bank it means, the window has that bank. Helps with how many there are. */
#include "validate/rules.h"

int fm_validate_bank(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t number = what->access >> 16;
	const fm_validate_region *region = what->region;

	if (number == 0 || number <= region->bank_count)
		return 0;
	reason->help = region->bank_count;
	if (!region->unknown_banks)
		return 1;
	reason->remedy = "no source says how many banks there are: state it in an own list, or allow what is unknown";
	return !(what->validator->flags & FM_VALIDATOR_ALLOW_UNKNOWN);
}
