/* SPDX-License-Identifier: MIT */
/** @file
 * The version is the same as text, as numbers, and at run time. */
#include <criterion/criterion.h>
#include <stdio.h>

#include <flightmem/version.h>

Test(version, the_library_and_the_headers_agree)
{
	char numbers[32];

	snprintf(numbers, sizeof numbers, "%d.%d.%d", FM_VERSION_MAJOR, FM_VERSION_MINOR, FM_VERSION_PATCH);
	cr_assert_str_eq(fm_version_string(), FM_VERSION_STRING);
	cr_assert_str_eq(fm_version_string(), numbers);
}
