/* SPDX-License-Identifier: MIT */
/** @file
 * Bounds: one window, no seam, the size that would fit. */
#include "lists.h"

Test(validate_bounds, an_access_stays_in_one_region)
{
	fm_validator_region regions[] = { { .base = 0x1000, .size = 0x100, .access = RW }, { .base = 0x1100, .size = 0x100, .access = RW } };
	fm_validator *validator = open_options((fm_validator_options){ .regions = regions, .region_count = 2 });

	cr_assert_eq(ask(validator, 0x1000, 0x100, RW), FM_OK);
	cr_assert_eq(ask(validator, 0x10FF, 2, RW), FM_E_ACCESS_BOUNDS, "neighbours are not one region");

	fm_finding finding = explain(validator, 0x10F0, 0x20, FM_ACCESS_READ);

	cr_assert(finding.rule == FM_RULE_BOUNDS && finding.region == 0 && finding.at == 0x1100 && finding.help == 0x10);
	cr_assert_str_eq(finding.rule_name, "bounds");
	finding = explain(validator, 0x1200, 1, FM_ACCESS_READ);
	cr_assert(finding.region == FM_NONE && finding.at == 0x1200 && finding.help == 0 && finding.region_name == NULL);
	fm_validator_unref(validator);
}

Test(validate_bounds, a_mirror_ends_at_each_repeat)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("gba") });
	fm_finding finding;

	cr_assert_eq(ask(validator, 0x03008000, 0x8000, FM_ACCESS_READ), FM_E_ACCESS_RESERVED, "the mirror of the BIOS' bytes");
	cr_assert_eq(ask(validator, 0x02040000, 0x40000, FM_ACCESS_READ), FM_OK);
	cr_assert_eq(ask(validator, 0x02040000, 0x40001, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	finding = explain(validator, 0x0207FFF0, 32, FM_ACCESS_READ);
	cr_assert(finding.at == 0x02080000 && finding.help == 16 && finding.mirror == 0);
	cr_assert_str_eq(finding.region_name, "ewram");
	fm_validator_unref(validator);
}
