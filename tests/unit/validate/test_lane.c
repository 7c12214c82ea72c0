/* SPDX-License-Identifier: MIT */
/** @file
 * Lane: single bytes that are there, and where the next one is. */
#include "lists.h"

Test(validate_lane, only_the_bytes_of_the_lane_are_there)
{
	fm_validator *validator = open_one((fm_validator_region){ .base = 0x101, .size = 16, .access = RW, .lane = 1, .lane_stride = 2 }, (fm_validator_options){ 0 });

	for (uint64_t i = 0; i < 16; i++)
		cr_assert_eq(ask(validator, 0x101 + i, 1, FM_ACCESS_READ), i % 2 == 1 ? FM_OK : FM_E_ACCESS_LANE);

	fm_finding finding = explain(validator, 0x101, 1, FM_ACCESS_READ);

	cr_assert(finding.at == 0x101 && finding.help == 0x102);
	finding = explain(validator, 0x102, 2, FM_ACCESS_READ);
	cr_assert(finding.at == 0x103 && finding.help == 0x102);
	fm_validator_unref(validator);
}

Test(validate_lane, the_last_bytes_may_have_no_next)
{
	fm_validator *validator = open_one((fm_validator_region){ .base = UINT64_MAX - 7, .size = 8, .access = RW, .lane = 0, .lane_stride = 4 },
					   (fm_validator_options){ 0 });

	cr_assert_eq(explain(validator, UINT64_MAX - 6, 1, FM_ACCESS_READ).help, UINT64_MAX - 3);
	cr_assert_eq(explain(validator, UINT64_MAX - 2, 1, FM_ACCESS_READ).help, 0);
	fm_validator_unref(validator);
}

Test(validate_lane, it_can_be_switched_off)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 16, .access = RW, .lane = 1, .lane_stride = 2 },
					   (fm_validator_options){ .level = FM_VALIDATOR_FAST });

	cr_assert_eq(ask(validator, 0, 2, FM_ACCESS_READ), FM_OK);
	fm_validator_unref(validator);
}

Test(validate_lane, a_profile_knows_its_lanes)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("neogeo") });

	cr_assert_eq(ask(validator, 0x800001, 1, FM_ACCESS_READ), FM_OK);
	cr_assert_eq(ask(validator, 0x800000, 1, FM_ACCESS_READ), FM_E_ACCESS_LANE);
	cr_assert_eq(explain(validator, 0x800000, 1, FM_ACCESS_READ).help, 0x800001);
	fm_validator_unref(validator);
	validator = open_options((fm_validator_options){ .profile = fm_profile_find("amiga500") });
	cr_assert_eq(ask(validator, 0xBFE101, 1, FM_ACCESS_READ), FM_OK);
	cr_assert_eq(ask(validator, 0xBFE103, 1, FM_ACCESS_READ), FM_E_ACCESS_LANE);
	fm_validator_unref(validator);
}
