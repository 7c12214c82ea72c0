/* SPDX-License-Identifier: MIT */
/** @file
 * Alignment: of the width, of the region; the larger one is named. */
#include "lists.h"

Test(validate_alignment, an_address_is_a_multiple_of_the_width)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW }, (fm_validator_options){ 0 });

	cr_assert_eq(ask(validator, 2, 4, FM_ACCESS_READ | FM_ACCESS_32), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(explain(validator, 2, 4, FM_ACCESS_READ | FM_ACCESS_32).help, 4);
	cr_assert_eq(ask(validator, 2, 4, FM_ACCESS_READ | FM_ACCESS_16), FM_OK);
	cr_assert_eq(ask(validator, 4, 8, FM_ACCESS_READ | FM_ACCESS_64), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(ask(validator, 1, 1, FM_ACCESS_READ | FM_ACCESS_8), FM_OK);
	cr_assert_eq(ask(validator, 1, 7, FM_ACCESS_READ), FM_OK, "without a width nothing is aligned");
	fm_validator_unref(validator);
}

Test(validate_alignment, a_region_may_want_more)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW, .align = 16 },
					   (fm_validator_options){ .flags = FM_VALIDATOR_ALLOW_UNALIGNED });

	cr_assert_eq(ask(validator, 8, 4, FM_ACCESS_READ), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(explain(validator, 8, 4, FM_ACCESS_READ).help, 16);
	cr_assert_eq(ask(validator, 16, 4, FM_ACCESS_READ | FM_ACCESS_64), FM_E_ACCESS_WIDTH);
	cr_assert_eq(ask(validator, 16, 3, FM_ACCESS_READ), FM_OK);
	fm_validator_unref(validator);
}

Test(validate_alignment, a_cpu_may_not_mind)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW }, (fm_validator_options){ .flags = FM_VALIDATOR_ALLOW_UNALIGNED });

	cr_assert_eq(ask(validator, 3, 8, FM_ACCESS_READ | FM_ACCESS_64), FM_OK);
	fm_validator_unref(validator);
}
