/* SPDX-License-Identifier: MIT */
/** @file
 * The freestanding library has no memory of its own. The hosted one that this program links has another function of that name. */
#include <criterion/criterion.h>

#define fm_memory_default freestanding_default
#include "base/no_memory.c"

Test(no_memory, there_is_none)
{
	cr_assert_null(freestanding_default());
}
