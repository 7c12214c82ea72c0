/* SPDX-License-Identifier: MIT */
/** @file
 * References of built-in profiles are free, and NULL is fine. */
#include "facts.h"

Test(reference, ref_returns_the_profile)
{
	cr_assert_eq(fm_profile_ref(profile_of("gba")), profile_of("gba"));
	cr_assert_null(fm_profile_ref(NULL));
}

Test(reference, a_built_in_profile_outlives_any_number_of_unrefs)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	fm_profile_unref(NULL);
	for (int i = 0; i < 3; i++)
		fm_profile_unref(profile_of("gba"));
	cr_assert_eq(fm_profile_get_info(profile_of("gba"), &info), FM_OK);
	cr_assert_str_eq(info.id, "gba");
}
