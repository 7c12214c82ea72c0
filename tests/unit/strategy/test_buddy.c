/* SPDX-License-Identifier: MIT */
/** @file
 * buddy: powers of two at multiples of their size, so that no block crosses a boundary of its size. test_granular.c has the rest. */
#include "../base/random.h"
#include "running.h"

static const fm_strategy_wish ANY = { .alignment = 16 };

static size_t power_above(size_t size)
{
	size_t power = 32;

	while (power < size)
		power *= 2;
	return power;
}

Test(buddy, a_block_lies_at_a_multiple_of_its_size)
{
	uintptr_t out[64];
	uint64_t seed = 5;
	unsigned count = 0;

	start("buddy", ANY, 60000);
	for (int i = 0; i < 20000; i++) {
		size_t size = 1 + (size_t)(random_word(&seed) % 3000);
		void *block = count < 64 && random_word(&seed) % 2 ? running->calls.take(running, size) : NULL;
		size_t used = figures().used;

		if (block != NULL) {
			cr_assert_eq((uintptr_t)block % power_above(size), 0);
			out[count++] = (uintptr_t)block;
			continue;
		}
		if (count == 0)
			continue;
		cr_assert_eq(running->calls.give(running, out[--count]), FM_OK);
		cr_assert_lt(figures().used, used);
	}
	cr_assert_eq(running->strategy->check(running), FM_OK);
}

Test(buddy, a_larger_alignment_takes_a_place_not_a_larger_block)
{
	start("buddy", ANY, 1 << 14);
	void *block = running->calls.take_aligned(running, 40, 4096);

	cr_assert_eq((uintptr_t)block % 4096, 0);
	cr_assert_eq(figures().used, 64);
	cr_assert_null(running->calls.take_aligned(running, 40, 24));
	cr_assert_eq(refusal, FM_E_ALIGNMENT);
}

Test(buddy, what_is_no_power_is_used_as_well)
{
	start("buddy", ANY, 32 * 7);
	cr_assert_eq(figures().largest, 128);
	cr_assert_not_null(running->calls.take(running, 128));
	cr_assert_not_null(running->calls.take(running, 64));
	cr_assert_not_null(running->calls.take(running, 32));
	cr_assert_null(running->calls.take(running, 1));
	cr_assert_eq(refusal, FM_E_EXHAUSTED);
	cr_assert_null(running->calls.take(running, 129));
	cr_assert_eq(refusal, FM_E_TOO_LARGE, "rounded up it is more than there is");
}

Test(buddy, a_block_grows_only_to_what_its_place_is_a_multiple_of)
{
	size_t at_most;

	start("buddy", ANY, 1 << 12);
	uintptr_t first = (uintptr_t)running->calls.take(running, 64), second = (uintptr_t)running->calls.take(running, 64);

	cr_assert_eq(second, first + 64);
	cr_assert_eq(running->strategy->resize(running, second, 65, &at_most), FM_E_TOO_LARGE);
	cr_assert_eq(at_most, 64);
	cr_assert_eq(running->strategy->resize(running, first, 65, &at_most), FM_E_EXHAUSTED);
	cr_assert_eq(running->calls.give(running, second), FM_OK);
	cr_assert_eq(running->strategy->resize(running, first, 65, &at_most), FM_OK);
	cr_assert_eq(figures().used, 128);
	cr_assert_eq(running->strategy->resize(running, first, 1, &at_most), FM_OK);
	cr_assert_eq(figures().used, 32);
	cr_assert_eq(running->strategy->check(running), FM_OK);
}
