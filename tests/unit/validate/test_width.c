/* SPDX-License-Identifier: MIT */
/** @file
 * Width: what loads and stores may be, and whole numbers of it. */
#include "lists.h"

Test(validate_width, loads_and_stores_have_their_own)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW, .read_widths = 1 | 2 | 4, .write_widths = 2 | 4 },
					   (fm_validator_options){ 0 });

	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_READ | FM_ACCESS_8), FM_OK);
	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_WRITE | FM_ACCESS_8), FM_E_ACCESS_WIDTH);
	cr_assert_eq(explain(validator, 0, 1, FM_ACCESS_WRITE | FM_ACCESS_8).help, 2);
	cr_assert_eq(ask(validator, 0, 4, RW | FM_ACCESS_32), FM_OK);
	cr_assert_eq(ask(validator, 0, 8, FM_ACCESS_READ | FM_ACCESS_64), FM_E_ACCESS_WIDTH);
	cr_assert_eq(ask(validator, 0, 8, FM_ACCESS_64), FM_OK, "neither a load nor a store");
	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_WRITE), FM_OK, "no width, no verdict");
	fm_validator_unref(validator);
}

Test(validate_width, a_size_is_a_whole_number_of_units)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW }, (fm_validator_options){ 0 });

	cr_assert_eq(ask(validator, 0, 6, FM_ACCESS_READ | FM_ACCESS_32), FM_E_ACCESS_WIDTH);
	cr_assert_eq(explain(validator, 0, 6, FM_ACCESS_READ | FM_ACCESS_32).help, 4);
	cr_assert_eq(ask(validator, 0, 6, FM_ACCESS_READ | FM_ACCESS_16), FM_OK);
	fm_validator_unref(validator);
}

Test(validate_width, a_console_says_its_own)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("gba") });

	cr_assert_eq(ask(validator, 0x06000000, 1, FM_ACCESS_WRITE | FM_ACCESS_8), FM_E_ACCESS_WIDTH, "video RAM takes no bytes");
	cr_assert_eq(ask(validator, 0x06000000, 2, FM_ACCESS_WRITE | FM_ACCESS_16), FM_OK);
	fm_validator_unref(validator);
}
