/* SPDX-License-Identifier: MIT */
/** @file
 * Sums, differences and products against arithmetic of 128 bits. All inputs of 8 bits are in test_exhaustive.c. */
#include <criterion/criterion.h>

#include <flightmem/checked.h>

#include "random.h"

enum { ROUNDS = 300000 };

#define UNTOUCHED UINT64_C(0xA5A5A5A5A5A5A5A5)

Test(checked, a_missing_out_is_said)
{
	cr_assert_eq(fm_add_checked(1, 1, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_subtract_checked(1, 1, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_multiply_checked(1, 1, NULL), FM_E_ARGUMENT);
}

Test(checked, the_last_that_fits_and_the_first_that_does_not)
{
	uint64_t out = UNTOUCHED;

	cr_assert_eq(fm_add_checked(UINT64_MAX, 1, &out), FM_E_RANGE);
	cr_assert_eq(fm_subtract_checked(0, 1, &out), FM_E_RANGE);
	cr_assert_eq(fm_multiply_checked(UINT64_C(1) << 32, UINT64_C(1) << 32, &out), FM_E_RANGE);
	cr_assert_eq(fm_multiply_checked(2, UINT64_MAX / 2 + 1, &out), FM_E_RANGE);
	cr_assert_eq(out, UNTOUCHED);
	cr_assert(fm_add_checked(UINT64_MAX, 0, &out) == FM_OK && out == UINT64_MAX);
	cr_assert(fm_multiply_checked(UINT64_MAX, 1, &out) == FM_OK && out == UINT64_MAX);
	cr_assert(fm_multiply_checked(UINT32_MAX, UINT32_MAX, &out) == FM_OK && out == UINT64_C(0xFFFFFFFE00000001));
	cr_assert(fm_multiply_checked(UINT64_C(0x100000001), UINT32_MAX, &out) == FM_OK && out == UINT64_MAX);
	cr_assert(fm_multiply_checked(UINT64_MAX, 0, &out) == FM_OK && out == 0);
}

#if FM_HAS_INT128
static void expect(fm_status status, uint64_t out, fm_uint128 truth)
{
	int fits = truth <= UINT64_MAX;

	cr_assert_eq(status, fits ? FM_OK : FM_E_RANGE);
	cr_assert_eq(out, fits ? (uint64_t)truth : UNTOUCHED);
}

Test(checked, any_two_words_agree_with_128_bits)
{
	uint64_t seed = 1;

	for (int i = 0; i < ROUNDS; i++) {
		uint64_t a = random_edge(&seed);
		uint64_t b = random_edge(&seed);
		uint64_t out[3] = { UNTOUCHED, UNTOUCHED, UNTOUCHED };
		fm_status sum = fm_add_checked(a, b, &out[0]);
		fm_status difference = fm_subtract_checked(a, b, &out[1]);
		fm_status product = fm_multiply_checked(a, b, &out[2]);

		expect(sum, out[0], (fm_uint128)a + b);
		expect(difference, out[1], b > a ? (fm_uint128)1 << 64 : (fm_uint128)a - b);
		expect(product, out[2], (fm_uint128)a * b);
	}
}
#endif
