/* SPDX-License-Identifier: MIT */
/** @file
 * Looking at a good fit: owners, walks and sizes on a heap laid out by hand, and whether damage is seen. test_fit.c has the model. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "strategy/fit.h"

enum { GRANULES = 300 };

static fm_fit fit;
static void *records;

/** Blocks of 10, 130 and 3 granules with a run of 10 between the first two, and one of 147 behind. */
static void lay_out(void)
{
	records = malloc(fm_fit_records(GRANULES));
	cr_assert_not_null(records);
	fm_fit_start(&fit, records, GRANULES);
	cr_assert_eq(fm_fit_take(&fit, 10), 0);
	cr_assert_eq(fm_fit_take(&fit, 10), 10);
	cr_assert_eq(fm_fit_take(&fit, 130), 20);
	cr_assert_eq(fm_fit_take(&fit, 3), 150);
	cr_assert_eq(fm_fit_give(&fit, 10), 10);
}

static void take_down(void)
{
	free(records);
}

TestSuite(fit_look, .init = lay_out, .fini = take_down);

Test(fit_look, a_walk_sees_every_piece_once)
{
	static const fm_fit_piece want[] = { { 0, 10, 1 }, { 10, 10, 0 }, { 20, 130, 1 }, { 150, 3, 1 }, { 153, 147, 0 } };
	fm_fit_piece piece = { 0 };

	for (size_t i = 0; i < sizeof want / sizeof want[0]; i++) {
		cr_assert(fm_fit_next(&fit, &piece));
		cr_assert(piece.granule == want[i].granule && piece.count == want[i].count && piece.is_block == want[i].is_block, "piece %zu", i);
	}
	cr_assert_not(fm_fit_next(&fit, &piece));
}

Test(fit_look, every_granule_has_its_owner)
{
	for (uint32_t i = 0; i < GRANULES; i++) {
		uint32_t want = i < 10 ? 0 : i < 20 ? FM_FIT_NONE : i < 150 ? 20 : i < 153 ? 150 : FM_FIT_NONE;

		cr_assert_eq(fm_fit_owner(&fit, i), want, "granule %u", i);
	}
	cr_assert_eq(fm_fit_owner(&fit, GRANULES), FM_FIT_NONE);
	cr_assert_eq(fm_fit_owner(&fit, UINT32_MAX), FM_FIT_NONE);
}

Test(fit_look, the_largest_heeds_the_alignment)
{
	cr_assert_eq(fm_fit_largest(&fit, 1, 0), 147);
	cr_assert_eq(fm_fit_largest(&fit, 64, 0), 300 - 192);
	cr_assert_eq(fm_fit_largest(&fit, 64, 30), 300 - 162);
	cr_assert_eq(fm_fit_largest(&fit, 512, 0), 0);
	cr_assert_eq(fm_fit_largest(&fit, 512, 500), 10 - 2, "only granule 12 is one");
}

Test(fit_look, damage_to_the_records_is_seen)
{
	unsigned char *bytes = records;
	uint32_t seen = 0;

	cr_assert(fm_fit_is_valid(&fit));
	fit.used++;
	cr_assert_not(fm_fit_is_valid(&fit));
	fit.used--;
	fit.classes ^= UINT64_C(1) << 63;
	cr_assert_not(fm_fit_is_valid(&fit));
	fit.classes ^= UINT64_C(1) << 63;
	for (size_t i = 0; i < fm_fit_records(GRANULES); i++) {
		for (unsigned bit = 0; bit < 8; bit++) {
			bytes[i] ^= (unsigned char)(1u << bit);
			seen += (uint32_t)!fm_fit_is_valid(&fit);
			bytes[i] ^= (unsigned char)(1u << bit);
		}
	}
	cr_assert_gt(seen, 3 * GRANULES, "what is not kept may be anything, but what is read is judged");
	cr_assert(fm_fit_is_valid(&fit));
}

Test(fit_look, what_cannot_be_counted_needs_no_records)
{
	cr_assert_eq(fm_fit_records(1) % 8, 0);
	cr_assert_gt(fm_fit_records(1), 0);
	cr_assert_eq(fm_fit_records(FM_FIT_GRANULES_MAX) != 0, sizeof(size_t) == 8);
}
