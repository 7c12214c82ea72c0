/* SPDX-License-Identifier: MIT */
/** @file
 * Alignments and granules at 64 bits. All inputs of 8 bits are in test_exhaustive.c. */
#include <criterion/criterion.h>

#include <flightmem/range.h>

#include "base/align.h"

#include "random.h"

enum { ROUNDS = 300000 };

#define UNTOUCHED UINT64_C(0xA5A5A5A5A5A5A5A5)

Test(align, what_is_no_alignment_is_said)
{
	static const uint32_t wrong[] = { 64, 65, 127, UINT32_MAX };
	fm_alignment out = { 7 };
	uint64_t word = UNTOUCHED;

	cr_assert_eq(fm_alignment_make(0, &out), FM_E_ALIGNMENT);
	cr_assert_eq(fm_alignment_make(3, &out), FM_E_ALIGNMENT);
	cr_assert_eq(fm_alignment_make(UINT64_MAX, &out), FM_E_ALIGNMENT);
	cr_assert_eq(out.log2, 7);
	cr_assert_eq(fm_alignment_make(1, NULL), FM_E_ARGUMENT);
	for (unsigned i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		fm_alignment alignment = { wrong[i] };

		cr_assert_eq(fm_alignment_bytes(alignment), 0);
		cr_assert_eq(fm_is_aligned(0, alignment), 0);
		cr_assert_eq(fm_align_down(8, alignment, &word), FM_E_ALIGNMENT);
		cr_assert_eq(fm_align_up(8, alignment, &word), FM_E_ALIGNMENT);
	}
	cr_assert_eq(word, UNTOUCHED);
}

Test(align, a_missing_out_is_said)
{
	cr_assert_eq(fm_align_down(1, (fm_alignment){ 1 }, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_align_up(1, (fm_alignment){ 1 }, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_granule_down(1, 2, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_granule_up(1, 2, NULL), FM_E_ARGUMENT);
}

Test(align, up_stops_at_the_top_of_the_space)
{
	uint64_t out = UNTOUCHED;

	cr_assert_eq(fm_align_up(UINT64_MAX, (fm_alignment){ 1 }, &out), FM_E_RANGE);
	cr_assert_eq(fm_align_up((UINT64_C(1) << 63) + 1, (fm_alignment){ 63 }, &out), FM_E_RANGE);
	cr_assert_eq(fm_granule_up(UINT64_MAX, 2, &out), FM_E_RANGE);
	cr_assert_eq(fm_granule_up(UINT64_MAX, UINT64_MAX - 1, &out), FM_E_RANGE);
	cr_assert_eq(out, UNTOUCHED);
	cr_assert(fm_align_up(UINT64_C(1) << 63, (fm_alignment){ 63 }, &out) == FM_OK && out == UINT64_C(1) << 63);
	cr_assert(fm_granule_up(UINT64_MAX, UINT64_MAX, &out) == FM_OK && out == UINT64_MAX);
}

Test(align, a_granule_of_zero_is_said)
{
	uint64_t out = UNTOUCHED;

	cr_assert_eq(fm_granule_down(1, 0, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_granule_up(1, 0, &out), FM_E_ARGUMENT);
	cr_assert_eq(out, UNTOUCHED);
}

Test(align, every_power_of_two_is_an_alignment)
{
	for (uint32_t log2 = 0; log2 < 64; log2++) {
		fm_alignment out = { 77 };

		cr_assert_eq(fm_alignment_make(UINT64_C(1) << log2, &out), FM_OK);
		cr_assert_eq(out.log2, log2);
		cr_assert_eq(fm_alignment_bytes(out), UINT64_C(1) << log2);
	}
}

#if FM_HAS_INT128
/** Multiples of `unit` around `value`, in arithmetic that can't wrap. */
static void expect_multiples(uint64_t value, uint64_t unit, uint64_t down, fm_status up_status, uint64_t up)
{
	fm_uint128 above = ((fm_uint128)value + unit - 1) / unit * unit;
	int fits = above <= UINT64_MAX;

	cr_assert_eq(down, value / unit * unit);
	cr_assert_eq(up_status, fits ? FM_OK : FM_E_RANGE);
	cr_assert_eq(up, fits ? (uint64_t)above : UNTOUCHED);
}

Test(align, any_word_agrees_with_128_bits)
{
	uint64_t seed = 2;

	for (int i = 0; i < ROUNDS; i++) {
		uint64_t value = random_edge(&seed);
		uint64_t granule = random_edge(&seed);
		fm_alignment alignment = { (uint32_t)random_word(&seed) & 63 };
		uint64_t down = UNTOUCHED;
		uint64_t up = UNTOUCHED;

		cr_assert_eq(fm_align_down(value, alignment, &down), FM_OK);
		fm_status status = fm_align_up(value, alignment, &up);
		expect_multiples(value, UINT64_C(1) << alignment.log2, down, status, up);
		cr_assert_eq(fm_is_aligned(value, alignment), down == value);

		if (granule == 0)
			continue;
		up = UNTOUCHED;
		cr_assert_eq(fm_granule_down(value, granule, &down), FM_OK);
		status = fm_granule_up(value, granule, &up);
		expect_multiples(value, granule, down, status, up);
	}
}
#endif

Test(align, the_power_above_is_cut_at_the_top)
{
	const uint64_t top = UINT64_C(1) << 63;

	cr_assert_eq(fm_power_above(0, top), 1);
	cr_assert_eq(fm_power_above(3, top), 4);
	cr_assert_eq(fm_power_above(UINT64_MAX, top), top);
	for (uint64_t power = 1; power != 0; power *= 2) {
		cr_assert_eq(fm_power_above(power, top), power);
		cr_assert_eq(fm_power_above(power + 1, top), power == top ? top : power < 2 ? 2 : power * 2);
		cr_assert_eq(fm_power_above(power, 16), power < 16 ? power : 16);
	}
}
