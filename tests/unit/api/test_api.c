/* SPDX-License-Identifier: MIT */
/** @file
 * The table says what it is, has no empty place, and refuses a major that it is not. Which function stands where: tests/abi/test_table.sh. */
#include <criterion/criterion.h>
#include <string.h>

#include <flightmem/api.h>

Test(api, the_table_says_its_size_and_version)
{
	const fm_api *api = fm_get_api(FM_VERSION_MAJOR);

	cr_assert_not_null(api);
	cr_assert_eq(api->struct_size, sizeof *api);
	cr_assert_eq(api->version_major, FM_VERSION_MAJOR);
	cr_assert_eq(api->version_minor, FM_VERSION_MINOR);
}

Test(api, any_other_major_is_refused)
{
	cr_assert_null(fm_get_api(FM_VERSION_MAJOR + 1));
	cr_assert_null(fm_get_api(UINT32_MAX));
}

Test(api, no_place_is_empty)
{
	const fm_api *api = fm_get_api(FM_VERSION_MAJOR);
	const unsigned char *bytes = (const unsigned char *)api;
	void (*none)(void) = NULL;

	for (size_t at = sizeof(size_t) + 2 * sizeof(uint32_t); at < sizeof *api; at += sizeof none)
		cr_assert_neq(memcmp(bytes + at, &none, sizeof none), 0, "offset %zu", at);
}
