/* SPDX-License-Identifier: MIT */
/** @file
 * Alias: two addresses, the same bytes, a write among them. */
#include "lists.h"

/** RAM, another name for its second half, and memory of its own behind it. */
static fm_validator *open_names(uint32_t rules)
{
	static const fm_validator_region regions[] = {
		{ .base = 0x1000, .size = 0x100, .access = RW },
		{ .base = 0x8000, .size = 0x80, .access = RW, .alias = 1, .alias_offset = 0x80 },
		{ .base = 0x9000, .size = 0x80, .access = RW },
		{ .base = 0xA000, .size = 0x10, .access = RW, .alias = 2, .alias_offset = 0x10 },
	};

	return open_options((fm_validator_options){ .regions = regions, .region_count = COUNT(regions), .rules = rules });
}

static fm_status pair(fm_validator *validator, uint64_t a, uint64_t a_size, uint32_t a_does, uint64_t b, uint64_t b_size, uint32_t b_does)
{
	fm_access first = { a, a_size, a_does, 0 }, second = { b, b_size, b_does, 0 };
	fm_status status = fm_validator_check_pair(validator, &first, &second);

	cr_assert_eq(fm_validator_check_pair(validator, &second, &first), status, "either way round");
	return status;
}

Test(validate_alias, two_names_of_a_byte_do_not_mix_with_a_write)
{
	fm_validator *validator = open_names(0);

	cr_assert_eq(pair(validator, 0x1080, 4, FM_ACCESS_WRITE, 0x8000, 4, FM_ACCESS_READ), FM_E_ACCESS_ALIAS);
	cr_assert_eq(pair(validator, 0x1080, 4, FM_ACCESS_READ, 0x8000, 4, FM_ACCESS_READ), FM_OK, "nobody writes");
	cr_assert_eq(pair(validator, 0x1080, 4, FM_ACCESS_WRITE, 0x1080, 4, FM_ACCESS_WRITE), FM_OK, "one name");
	cr_assert_eq(pair(validator, 0x1080, 4, FM_ACCESS_WRITE, 0x1082, 4, FM_ACCESS_WRITE), FM_OK, "one name for each byte");
	cr_assert_eq(pair(validator, 0x1080, 4, FM_ACCESS_WRITE, 0x8004, 4, FM_ACCESS_WRITE), FM_OK, "they do not touch");
	cr_assert_eq(pair(validator, 0x1000, 0x81, FM_ACCESS_READ, 0x8000, 1, FM_ACCESS_WRITE), FM_E_ACCESS_ALIAS, "the last byte does");
	cr_assert_eq(pair(validator, 0x1000, 0x80, FM_ACCESS_READ, 0x8000, 1, FM_ACCESS_WRITE), FM_OK);
	cr_assert_eq(pair(validator, 0x9000, 4, FM_ACCESS_WRITE, 0x8000, 4, FM_ACCESS_WRITE), FM_OK, "other bytes");
	cr_assert_eq(pair(validator, 0xA000, 4, FM_ACCESS_WRITE, 0x1090, 1, FM_ACCESS_READ), FM_E_ACCESS_ALIAS, "a name of a name");
	fm_validator_unref(validator);
}

Test(validate_alias, the_finding_says_which_bytes_meet)
{
	fm_validator *validator = open_names(0);
	fm_access first = { 0x1000, 0x100, FM_ACCESS_WRITE, 0 }, second = { 0x8010, 8, FM_ACCESS_READ, 0 };
	fm_finding finding = FM_STRUCT(fm_finding);

	cr_assert_eq(fm_validator_explain(validator, &first, &second, 0, &finding), FM_OK);
	cr_assert(finding.status == FM_E_ACCESS_ALIAS && finding.rule == FM_RULE_ALIAS && finding.at == 0x1090 && finding.help == 0x8010);
	cr_assert_eq(fm_validator_explain(validator, &first, NULL, 0, &finding), FM_E_NOT_FOUND);
	second.address = 0x7000;
	cr_assert_eq(fm_validator_explain(validator, &first, &second, 0, &finding), FM_E_NOT_FOUND, "the second lies nowhere");
	fm_validator_unref(validator);
}

Test(validate_alias, mirrors_are_names_too)
{
	fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_find("gba") });

	cr_assert_eq(pair(validator, 0x02000010, 4, FM_ACCESS_WRITE, 0x02040010, 4, FM_ACCESS_READ), FM_E_ACCESS_ALIAS);
	cr_assert_eq(pair(validator, 0x02040010, 4, FM_ACCESS_WRITE, 0x02080010, 4, FM_ACCESS_READ), FM_E_ACCESS_ALIAS, "two repeats of one mirror");
	cr_assert_eq(pair(validator, 0x02000010, 4, FM_ACCESS_WRITE, 0x02040014, 4, FM_ACCESS_READ), FM_OK);
	fm_validator_unref(validator);
}

Test(validate_alias, both_are_judged_by_themselves_first)
{
	fm_validator *validator = open_names(0);
	fm_access good = { 0x1080, 4, FM_ACCESS_WRITE, 0 };

	cr_assert_eq(pair(validator, 0x1080, 4, FM_ACCESS_WRITE, 0x8000, 4, FM_ACCESS_EXECUTE), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(pair(validator, 0x1080, 4, FM_ACCESS_WRITE, 0, 4, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(fm_validator_check_pair(validator, &good, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_check_pair(validator, NULL, &good), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_check_pair(NULL, &good, &good), FM_E_ARGUMENT);
	fm_validator_unref(validator);
}

Test(validate_alias, without_the_rule_pairs_are_two_accesses)
{
	fm_validator *validator = open_names(FM_RULE_BIT(FM_RULE_PERMISSION));

	cr_assert_eq(pair(validator, 0x1080, 4, FM_ACCESS_WRITE, 0x8000, 4, FM_ACCESS_READ), FM_OK);
	fm_validator_unref(validator);
}
