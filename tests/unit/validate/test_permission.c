/* SPDX-License-Identifier: MIT */
/** @file
 * Permission: each right by itself, and what no source says. */
#include "lists.h"

Test(validate_permission, each_right_is_needed)
{
	for (uint32_t granted = 0; granted < 8; granted++) {
		fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = granted }, (fm_validator_options){ 0 });

		for (uint32_t wanted = 0; wanted < 8; wanted++)
			cr_assert_eq(ask(validator, 0, 4, wanted), wanted & ~granted ? FM_E_ACCESS_PERMISSION : FM_OK);
		fm_validator_unref(validator);
	}
}

Test(validate_permission, what_no_source_says_is_refused_unless_it_is_allowed)
{
	/* The GBA's palette: no source says that instructions can be fetched from it, or that they can't. */
	fm_validator *strict = open_options((fm_validator_options){ .profile = fm_profile_find("gba") });
	fm_validator *lenient = open_options((fm_validator_options){ .profile = fm_profile_find("gba"), .flags = FM_VALIDATOR_ALLOW_UNKNOWN });

	cr_assert_eq(ask(strict, 0x05000000, 2, FM_ACCESS_EXECUTE), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(ask(lenient, 0x05000000, 2, FM_ACCESS_EXECUTE), FM_OK);
	cr_assert_eq(ask(lenient, 0x08000100, 2, FM_ACCESS_WRITE), FM_E_ACCESS_PERMISSION, "what a source denies stays refused");
	cr_assert(strstr(explain(strict, 0x05000000, 2, FM_ACCESS_EXECUTE).remedy, "no source") != NULL);
	cr_assert_str_eq(explain(strict, 0x08000100, 2, FM_ACCESS_WRITE).remedy, fm_status_remedy(FM_E_ACCESS_PERMISSION));
	fm_validator_unref(strict);
	fm_validator_unref(lenient);
}
