/* SPDX-License-Identifier: MIT */
/** @file
 * W^X: what can be written is not executed. */
#include "validate/rules.h"

int fm_validate_wx(const fm_validate_case *what, fm_validate_reason *reason)
{
	(void)reason;
	return (what->access & FM_ACCESS_EXECUTE) && ((what->access | what->region->access) & FM_ACCESS_WRITE);
}
