/* SPDX-License-Identifier: MIT */
/** @file
 * Counters of refusals; a level that judges nothing. */
#include "lists.h"

Test(validator_refused, counts_by_the_rule_that_was_first)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 16, .access = FM_ACCESS_READ }, (fm_validator_options){ 0 });
	fm_access pair[] = { { 0, 1, FM_ACCESS_READ, 0 }, { 16, 1, FM_ACCESS_READ, 0 } };

	cr_assert_eq(fm_validator_check(validator, 16, 1, FM_ACCESS_WRITE), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(fm_validator_check(validator, 0, 1, FM_ACCESS_WRITE), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(fm_validator_check_many(validator, pair, 2, NULL), 1);
	cr_assert_eq(fm_validator_check(validator, 0, 1, FM_ACCESS_READ), FM_OK);
	cr_assert_eq(fm_validator_refused(validator, FM_RULE_BOUNDS), 2);
	cr_assert_eq(fm_validator_refused(validator, FM_RULE_PERMISSION), 1);
	cr_assert_eq(fm_validator_refused(validator, FM_RULE_WIDTH), 0);
	cr_assert_eq(fm_validator_refused(validator, FM_NONE), 3);
	cr_assert_eq(fm_validator_refused(validator, FM_RULE_COUNT), 0);
	cr_assert_eq(fm_validator_refused(NULL, FM_RULE_BOUNDS), 0);
	fm_validator_unref(validator);
}

Test(validator_level, off_judges_nothing)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("gba"), .level = FM_VALIDATOR_OFF });

	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_WRITE), FM_OK);
	cr_assert_eq(ask(validator, UINT64_MAX, UINT64_MAX, RWX | FM_ACCESS_DMA | FM_ACCESS_BANK(9)), FM_OK);
	cr_assert_eq(ask(validator, 3, 4, FM_ACCESS_READ | FM_ACCESS_32), FM_OK);
	cr_assert_eq(fm_validator_refused(validator, FM_NONE), 0);
	fm_validator_unref(validator);
}

Test(validator_level, fast_judges_four_rules)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("gba"), .level = FM_VALIDATOR_FAST });

	cr_assert_eq(ask(validator, 0x03007F00, 4, FM_ACCESS_WRITE | FM_ACCESS_BANK(3)), FM_OK);
	cr_assert_eq(ask(validator, 0x00000000, 4, FM_ACCESS_READ | FM_ACCESS_DMA), FM_OK);
	cr_assert_eq(ask(validator, 0x00000000, 4, FM_ACCESS_WRITE), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(ask(validator, 0x10000000, 4, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(ask(validator, 0x06000000, 1, FM_ACCESS_WRITE | FM_ACCESS_8), FM_E_ACCESS_WIDTH);
	cr_assert_eq(ask(validator, 0x03000002, 4, FM_ACCESS_WRITE | FM_ACCESS_32), FM_E_ACCESS_ALIGNMENT);
	fm_validator_unref(validator);
}
