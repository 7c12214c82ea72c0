/* SPDX-License-Identifier: MIT */
/** @file
 * W^X: a policy that is asked for. */
#include "lists.h"

Test(validate_wx, what_can_be_written_is_not_executed)
{
	fm_validator_region regions[] = { { .base = 0, .size = 64, .access = RWX }, { .base = 64, .size = 64, .access = FM_ACCESS_READ | FM_ACCESS_EXECUTE } };
	fm_validator *validator = open_options((fm_validator_options){ .regions = regions, .region_count = 2, .rules = FM_RULE_BIT(FM_RULE_WX) });

	cr_assert_eq(ask(validator, 0, 4, FM_ACCESS_EXECUTE), FM_E_ACCESS_WX);
	cr_assert_eq(ask(validator, 0, 4, RW), FM_OK);
	cr_assert_eq(ask(validator, 64, 4, FM_ACCESS_EXECUTE), FM_OK);
	cr_assert_eq(ask(validator, 64, 4, RWX), FM_E_ACCESS_WX, "also where permission is not judged");
	fm_validator_unref(validator);
}

Test(validate_wx, it_is_no_default)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RWX }, (fm_validator_options){ 0 });

	cr_assert_eq(ask(validator, 0, 4, RWX), FM_OK);
	fm_validator_unref(validator);
}
