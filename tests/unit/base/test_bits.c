/* SPDX-License-Identifier: MIT */
/** @file
 * The places of bits: by an instruction where there is one, and by halves, alike. */
#include <criterion/criterion.h>

#include "base/bits.h"
#include "random.h"

Test(bits, the_highest_and_the_lowest_are_found)
{
	uint64_t seed = 3;

	for (uint32_t high = 0; high < 64; high++) {
		for (uint32_t low = 0; low <= high; low++) {
			uint64_t between = high - low < 2 ? 0 : random_word(&seed) >> (64 - (high - low - 1)) << (low + 1);
			uint64_t word = UINT64_C(1) << high | UINT64_C(1) << low | between;

			cr_assert_eq(fm_highest_bit(word), high);
			cr_assert_eq(fm_lowest_bit(word), low);
			cr_assert_eq(fm_highest_bit_by_halves(word), high);
		}
	}
}
