/* SPDX-License-Identifier: MIT */
/** @file
 * Reserved: what is spoken for, under each of its addresses. */
#include "lists.h"

Test(validate_reserved, areas_are_refused_under_every_address)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("gba") });
	fm_finding finding;

	cr_assert_eq(ask(validator, 0x03007EFC, 4, FM_ACCESS_WRITE | FM_ACCESS_32), FM_OK);
	cr_assert_eq(ask(validator, 0x03007F00, 4, FM_ACCESS_WRITE | FM_ACCESS_32), FM_E_ACCESS_RESERVED);
	cr_assert_eq(ask(validator, 0x0300FF00, 4, FM_ACCESS_WRITE | FM_ACCESS_32), FM_E_ACCESS_RESERVED, "its mirror");
	cr_assert_eq(ask(validator, 0x0300FE00, 4, FM_ACCESS_WRITE | FM_ACCESS_32), FM_OK);
	cr_assert_eq(ask(validator, 0x03007EF0, 32, FM_ACCESS_WRITE), FM_E_ACCESS_RESERVED, "an area is no seam");
	cr_assert_eq(ask(validator, 0x03000000, 0x8000, FM_ACCESS_WRITE), FM_E_ACCESS_RESERVED);
	cr_assert_eq(ask(validator, 0x03000000, 0x8001, FM_ACCESS_WRITE), FM_E_ACCESS_BOUNDS);
	finding = explain(validator, 0x03007EF0, 32, FM_ACCESS_WRITE);
	cr_assert(finding.at == 0x03007F00 && finding.help == 16 && finding.rule == FM_RULE_RESERVED);
	fm_validator_unref(validator);
}

Test(validate_reserved, a_whole_region_may_be)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 64, .access = RW, .flags = FM_VALIDATOR_REGION_RESERVED }, (fm_validator_options){ 0 });

	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_READ), FM_E_ACCESS_RESERVED);
	fm_validator_unref(validator);
}

Test(validate_reserved, without_the_rule_the_bytes_are_like_others)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("gba"), .rules = FM_RULE_BIT(FM_RULE_PERMISSION) });

	cr_assert_eq(ask(validator, 0x03000000, 0x8000, FM_ACCESS_WRITE), FM_OK);
	fm_validator_unref(validator);
}
