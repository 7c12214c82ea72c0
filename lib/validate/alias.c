/* SPDX-License-Identifier: MIT */
/** @file
 * Alias: two accesses have bytes in common under different addresses, and one writes. Caches and compilers know addresses, not bytes, so
 * neither sees what the other did. Helps with the address that the first common byte has in the second access. */
#include <flightmem/range.h>

#include "validate/rules.h"

/** The bytes that an access touches before its next seam. */
static fm_range bytes_touched(const fm_validate_case *what)
{
	return (fm_range){ what->byte, what->size < what->left ? what->size : what->left };
}

int fm_validate_alias(const fm_validate_case *what, fm_validate_reason *reason)
{
	const fm_validate_case *other = what->other;
	fm_range common;

	if (other == NULL || other->region->store != what->region->store || !((what->access | other->access) & FM_ACCESS_WRITE))
		return 0;
	/* The same distance between addresses as between bytes: each byte has one address. */
	if (other->address - what->address == other->byte - what->byte || fm_range_intersect(bytes_touched(what), bytes_touched(other), &common) != FM_OK)
		return 0;
	reason->at = what->address + (common.base - what->byte);
	reason->help = other->address + (common.base - other->byte);
	return 1;
}
