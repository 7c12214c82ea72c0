/* SPDX-License-Identifier: MIT */
/** @file
 * The macros of range.h say what the functions say, as constants and for all words that are a multiple of 2^56: with those, 64 bits
 * behave as 8 bits do, edges of the space included. */
#include <criterion/criterion.h>

#include <flightmem/range.h>
#include <flightmem/size.h>

#include "random.h"

enum { SPACE = 256, SHIFT = 56, ROUNDS = 300000 };

FM_STATIC_ASSERT(FM_IS_POWER_OF_TWO(1) && FM_IS_POWER_OF_TWO(UINT64_C(1) << 63) && !FM_IS_POWER_OF_TWO(0) && !FM_IS_POWER_OF_TWO(6), "");
FM_STATIC_ASSERT(FM_IS_ALIGNED(0, 8) && FM_IS_ALIGNED(24, 8) && !FM_IS_ALIGNED(25, 8), "");
FM_STATIC_ASSERT(FM_ALIGN_DOWN(0x1FFF, 0x1000) == 0x1000 && FM_ALIGN_UP(0x1001, 0x1000) == 0x2000 && FM_ALIGN_UP(0, 16) == 0, "");
FM_STATIC_ASSERT(FM_CAN_ALIGN_UP(UINT64_MAX, 1) && !FM_CAN_ALIGN_UP(UINT64_MAX, 2) && FM_CAN_ALIGN_UP(UINT64_MAX - 1, 2), "");
FM_STATIC_ASSERT(FM_RANGE_IS_VALID(0, UINT64_MAX) && FM_RANGE_IS_VALID(UINT64_MAX, 1) && !FM_RANGE_IS_VALID(UINT64_MAX, 2), "");
FM_STATIC_ASSERT(FM_RANGE_CONTAINS(0x03000000, 0x8000, 0x03007FFF) && !FM_RANGE_CONTAINS(0x03000000, 0x8000, 0x03008000), "");
FM_STATIC_ASSERT(FM_RANGE_HOLDS(0x03000000, 0x8000, 0x03007FF0, 16) && !FM_RANGE_HOLDS(0x03000000, 0x8000, 0x03007FF0, 17), "");
FM_STATIC_ASSERT(FM_RANGE_OVERLAPS(0, 17, 16, 1) && !FM_RANGE_OVERLAPS(0, 16, 16, 1), "");
FM_STATIC_ASSERT(FM_KIB(64) == 65536 && FM_MIB(1) == 1048576 && FM_GIB(4) == UINT64_C(4294967296), "");

static uint64_t scaled(int word)
{
	return (uint64_t)word << SHIFT;
}

static void expect_alignment(uint64_t value, fm_alignment alignment)
{
	uint64_t bytes = fm_alignment_bytes(alignment);
	uint64_t down = 0;
	uint64_t up = 0;
	fm_status status = fm_align_up(value, alignment, &up);

	cr_assert_eq(fm_align_down(value, alignment, &down), FM_OK);
	cr_assert_eq(FM_ALIGN_DOWN(value, bytes), down);
	cr_assert_eq(FM_IS_ALIGNED(value, bytes), fm_is_aligned(value, alignment));
	cr_assert_eq(FM_CAN_ALIGN_UP(value, bytes), status == FM_OK);
	cr_assert(status != FM_OK || FM_ALIGN_UP(value, bytes) == up);
}

Test(macros, alignments_agree)
{
	uint64_t seed = 5;

	for (int word = 0; word < SPACE; word++)
		for (uint32_t log2 = 0; log2 < 8; log2++)
			expect_alignment(scaled(word), (fm_alignment){ SHIFT + log2 });
	for (int i = 0; i < ROUNDS; i++) {
		uint64_t word = random_edge(&seed);
		fm_alignment ignored;

		expect_alignment(word, (fm_alignment){ (uint32_t)random_word(&seed) & 63 });
		cr_assert_eq(FM_IS_POWER_OF_TWO(word), fm_alignment_make(word, &ignored) == FM_OK);
	}
}

static int one_range_agrees(fm_range range)
{
	int right = FM_RANGE_IS_VALID(range.base, range.size) == fm_range_is_valid(range);

	for (int word = 0; word < SPACE && fm_range_is_valid(range); word++)
		right &= FM_RANGE_CONTAINS(range.base, range.size, scaled(word)) == fm_range_contains(range, scaled(word));
	return right;
}

static int two_ranges_agree(fm_range a, fm_range b)
{
	int right = FM_RANGE_HOLDS(a.base, a.size, b.base, b.size) == fm_range_holds(a, b);

	return right && FM_RANGE_OVERLAPS(a.base, a.size, b.base, b.size) == fm_range_overlaps(a, b);
}

Test(macros, ranges_agree)
{
	for (int base = 0; base < SPACE; base++) {
		for (int size = 0; size < SPACE; size++) {
			fm_range range = { scaled(base), scaled(size) };
			int right = one_range_agrees(range);

			/* The other one in steps that are prime to the space, so that all meet all over the run. */
			for (int other = (base * 7 + size) % 61; other < SPACE * SPACE && fm_range_is_valid(range); other += 61) {
				fm_range second = { scaled(other / SPACE), scaled(other % SPACE) };

				right &= !fm_range_is_valid(second) || two_ranges_agree(range, second);
			}
			cr_assert(right, "base %d size %d", base, size);
		}
	}
}
