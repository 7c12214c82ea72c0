/* SPDX-License-Identifier: MIT */
/** @file
 * Findings: every rule that refuses, one an index. */
#include "lists.h"

Test(validator_explain, gives_each_reason_in_the_order_of_the_rules)
{
	fm_validator *validator = open_one((fm_validator_region){ .base = 0x1000, .size = 16, .access = FM_ACCESS_READ, .write_widths = 2 },
					   (fm_validator_options){ 0 });
	fm_access access = { 0x1002, 32, FM_ACCESS_WRITE | FM_ACCESS_32 | FM_ACCESS_DMA, 0 };
	static const uint32_t rules[] = { FM_RULE_BOUNDS, FM_RULE_ALIGNMENT, FM_RULE_PERMISSION, FM_RULE_WIDTH, FM_RULE_DMA };
	fm_finding finding = FM_STRUCT(fm_finding);

	for (uint32_t i = 0; i < COUNT(rules); i++) {
		cr_assert_eq(fm_validator_explain(validator, &access, NULL, i, &finding), FM_OK);
		cr_assert(finding.rule == rules[i] && finding.status == fm_validate_rules[rules[i]].status && finding.region == 0 && finding.mirror == FM_NONE);
		cr_assert(finding.remedy != NULL && finding.remedy[0] != '\0' && finding.region_name == NULL);
	}

	fm_finding before = finding;

	cr_assert_eq(fm_validator_explain(validator, &access, NULL, COUNT(rules), &finding), FM_E_NOT_FOUND);
	cr_assert_eq(fm_validator_explain(validator, &access, NULL, UINT32_MAX, &finding), FM_E_NOT_FOUND);
	cr_assert_eq(memcmp(&finding, &before, sizeof finding), 0);
	cr_assert_eq(fm_validator_refused(validator, FM_NONE), 0, "to explain is not to check");
	fm_validator_unref(validator);
}

Test(validator_explain, judges_its_arguments)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 16, .access = RW }, (fm_validator_options){ 0 });
	fm_access good = { 0, 4, FM_ACCESS_READ, 0 }, empty = { 0, 0, FM_ACCESS_READ, 0 }, odd = { 0, 4, 0x100, 0 }, outside = { 64, 4, 0, 0 };
	fm_finding finding = FM_STRUCT(fm_finding);

	cr_assert_eq(fm_validator_explain(validator, &good, NULL, 0, &finding), FM_E_NOT_FOUND);
	cr_assert_eq(fm_validator_explain(NULL, &good, NULL, 0, &finding), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_explain(validator, NULL, NULL, 0, &finding), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_explain(validator, &outside, NULL, 0, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_explain(validator, &empty, NULL, 0, &finding), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_explain(validator, &outside, &odd, 0, &finding), FM_E_ARGUMENT);
	finding.struct_size = 8;
	cr_assert_eq(fm_validator_explain(validator, &outside, NULL, 0, &finding), FM_E_ABI_SIZE);
	fm_validator_unref(validator);
}
