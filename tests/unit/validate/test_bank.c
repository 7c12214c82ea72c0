/* SPDX-License-Identifier: MIT */
/** @file
 * Bank: a named bank is one that the window has. */
#include "lists.h"

Test(validate_bank, only_what_is_named_is_judged)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW, .bank_count = 8 }, (fm_validator_options){ 0 });

	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_READ), FM_OK);
	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_READ | FM_ACCESS_BANK(0)), FM_OK);
	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_READ | FM_ACCESS_BANK(7)), FM_OK);
	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_READ | FM_ACCESS_BANK(8)), FM_E_ACCESS_BANK);
	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_READ | FM_ACCESS_BANK(65534)), FM_E_ACCESS_BANK);
	cr_assert_eq(explain(validator, 0, 1, FM_ACCESS_READ | FM_ACCESS_BANK(8)).help, 8);
	fm_validator_unref(validator);
}

Test(validate_bank, memory_without_banks_has_none)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW }, (fm_validator_options){ .flags = FM_VALIDATOR_ALLOW_UNKNOWN });

	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_READ | FM_ACCESS_BANK(0)), FM_E_ACCESS_BANK);
	fm_validator_unref(validator);
}

Test(validate_bank, cartridges_have_as_many_as_nobody_says)
{
	fm_region rom = FM_STRUCT(fm_region);
	const fm_profile *gb = fm_profile_find("gb");

	cr_assert_eq(fm_profile_region_find(gb, "romx", &rom), FM_OK);

	fm_validator *strict = open_options((fm_validator_options){ .profile = gb });
	fm_validator *lenient = open_options((fm_validator_options){ .profile = gb, .flags = FM_VALIDATOR_ALLOW_UNKNOWN });
	uint32_t access = FM_ACCESS_READ | FM_ACCESS_BANK(300);

	cr_assert_eq(ask(strict, rom.base, 1, FM_ACCESS_READ), FM_OK);
	cr_assert_eq(ask(strict, rom.base, 1, access), FM_E_ACCESS_BANK);
	cr_assert(strstr(explain(strict, rom.base, 1, access).remedy, "no source") != NULL);
	cr_assert_eq(ask(lenient, rom.base, 1, access), FM_OK);
	fm_validator_unref(strict);
	fm_validator_unref(lenient);
}
