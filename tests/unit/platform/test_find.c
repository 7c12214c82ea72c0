/* SPDX-License-Identifier: MIT */
/** @file
 * Built-in profiles are found by id, by alias and by index, and by nothing else. */
#include "facts.h"

static const char *id_of(const fm_profile *profile)
{
	static fm_profile_info info;

	info.struct_size = sizeof info;
	cr_assert_eq(fm_profile_get_info(profile, &info), FM_OK);
	return info.id;
}

Test(find, every_profile_is_found_by_its_id)
{
	cr_assert_geq(fm_profile_count(), 4);
	for (uint32_t i = 0; i < fm_profile_count(); i++)
		cr_assert_eq(fm_profile_find(id_of(fm_profile_at(i))), fm_profile_at(i));
}

Test(find, the_platforms_that_programs_rely_on_are_there)
{
	static const char *const ids[] = { "gba", "linux-x86_64", "psx", "wasm32" };

	for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
		cr_assert_str_eq(id_of(profile_of(ids[i])), ids[i]);
}

Test(find, an_alias_leads_to_the_same_profile)
{
	cr_assert_eq(profile_of("agb"), profile_of("gba"));
	cr_assert_eq(profile_of("playstation"), profile_of("psx"));
	cr_assert_eq(profile_of("ps1"), profile_of("psx"), "the second name of the list");
}

Test(find, profiles_are_ordered_by_id)
{
	for (uint32_t i = 1; i < fm_profile_count(); i++)
		cr_assert_lt(strcmp(id_of(fm_profile_at(i - 1)), id_of(fm_profile_at(i))), 0);
}

Test(find, what_is_no_name_finds_nothing)
{
	cr_assert_null(fm_profile_find(NULL));
	cr_assert_null(fm_profile_find(""), "not the empty name that ends a list of aliases");
	cr_assert_null(fm_profile_find("n6"), "no prefix");
	cr_assert_null(fm_profile_find("gbaa"));
	cr_assert_null(fm_profile_find("GBA"), "names are lower case");
	cr_assert_null(fm_profile_find("ps"));
	cr_assert_null(fm_profile_find("playstation ps1"));
}

Test(find, an_index_past_the_end_is_no_profile)
{
	cr_assert_not_null(fm_profile_at(0));
	cr_assert_null(fm_profile_at(fm_profile_count()));
	cr_assert_null(fm_profile_at(FM_NONE));
}
