/* SPDX-License-Identifier: MIT */
/** @file
 * Rows are read from a profile that was made by hand: offsets lead where they say, indices past the end lead nowhere. */
#include "facts.h"
#include "platform/rows.h"

/** A profile with one of each, in another order than the built-in ones. */
static const struct {
	struct fm_profile profile;
	char texts[16];
	struct fm_table_reserved reserved[2];
	struct fm_table_mirror mirrors[2];
	struct fm_table_region regions[1];
	struct fm_table_space spaces[1];
	struct fm_table_engine engines[1];
	struct fm_table_advice advice[1];
} made = {
	.profile = { .bytes = sizeof made, .texts = offsetof(__typeof__(made), texts), .reserved = offsetof(__typeof__(made), reserved),
		.mirrors = offsetof(__typeof__(made), mirrors), .regions = offsetof(__typeof__(made), regions), .spaces = offsetof(__typeof__(made), spaces),
		.engines = offsetof(__typeof__(made), engines), .engine_count = 1,
		.advice = offsetof(__typeof__(made), advice), .advice_count = 1, .space_count = 1, .region_count = 1, .mirror_count = 2, .reserved_count = 2 },
	.texts = "\0one\0two",
	.reserved = { { .base = 1 }, { .base = 2 } },
	.mirrors = { { .base = 3 }, { .base = 4 } },
	.regions = { { .base = 5, .first_mirror = 1, .mirror_count = 1, .first_reserved = 1, .reserved_count = 1 } },
	.spaces = { { .width_bits = 7 } },
	.engines = { { .align = 6 } },
	.advice = { { .use = 1, .strategy = 5 } },
};

Test(rows, text_0_is_none)
{
	cr_assert_null(fm_rows_text(&made.profile, 0));
	cr_assert_str_eq(fm_rows_text(&made.profile, 1), "one");
	cr_assert_str_eq(fm_rows_text(&made.profile, 5), "two");
}

Test(rows, an_index_past_the_end_is_no_row)
{
	cr_assert_eq(fm_rows_space(&made.profile, 0)->width_bits, 7);
	cr_assert_null(fm_rows_space(&made.profile, 1));
	cr_assert_eq(fm_rows_region(&made.profile, 0)->base, 5);
	cr_assert_null(fm_rows_region(&made.profile, 1));
	cr_assert_null(fm_rows_region(&made.profile, FM_NONE));
	cr_assert_eq(fm_rows_engine(&made.profile, 0)->align, 6);
	cr_assert_null(fm_rows_engine(&made.profile, 1));
	cr_assert_eq(fm_rows_advice(&made.profile, 0)->strategy, 5);
	cr_assert_null(fm_rows_advice(&made.profile, 1));
}

Test(rows, a_region_has_its_own_mirrors_and_areas_only)
{
	const struct fm_table_region *region = fm_rows_region(&made.profile, 0);

	cr_assert_eq(fm_rows_mirror(&made.profile, region, 0)->base, 4);
	cr_assert_null(fm_rows_mirror(&made.profile, region, 1));
	cr_assert_eq(fm_rows_reserved(&made.profile, region, 0)->base, 2);
	cr_assert_null(fm_rows_reserved(&made.profile, region, 1));
}

Test(rows, facts_are_two_bits_each)
{
	uint32_t facts = FM_FACT_YES << FM_TABLE_READ | FM_FACT_NO << FM_TABLE_WRITE | FM_FACT_YES << FM_TABLE_OPTIONAL;

	cr_assert_eq(fm_rows_fact(facts, FM_TABLE_READ), FM_FACT_YES);
	cr_assert_eq(fm_rows_fact(facts, FM_TABLE_WRITE), FM_FACT_NO);
	cr_assert_eq(fm_rows_fact(facts, FM_TABLE_EXECUTE), FM_FACT_UNKNOWN);
	cr_assert_eq(fm_rows_fact(facts, FM_TABLE_OPTIONAL), FM_FACT_YES);
}

Test(rows, texts_are_the_same_iff_all_bytes_are)
{
	cr_assert(fm_rows_same("", ""));
	cr_assert(fm_rows_same("gba", "gba"));
	cr_assert_not(fm_rows_same("gba", "gb"));
	cr_assert_not(fm_rows_same("gb", "gba"));
	cr_assert_not(fm_rows_same("gba", "gbb"));
	cr_assert_not(fm_rows_same("", "gba"));
}
