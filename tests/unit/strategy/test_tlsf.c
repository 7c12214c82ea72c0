/* SPDX-License-Identifier: MIT */
/** @file
 * tlsf: any alignment, what it grants for certain, and how full it is when it first refuses. test_fit.c has the model of what lies below. */
#include "../base/random.h"
#include "running.h"

static const fm_strategy_wish ANY = { .alignment = 16 };
static uint64_t seed = 9;

static uint64_t below(uint64_t bound)
{
	return random_word(&seed) % bound;
}

Test(tlsf, a_block_has_the_alignment_that_was_asked_for)
{
	start("tlsf", ANY, 1 << 15);
	for (size_t align = 1; align <= 1 << 15; align *= 2) {
		void *block = running->calls.take_aligned(running, 100, align);

		cr_assert_not_null(block, "alignment %zu", align);
		cr_assert_eq((uintptr_t)block % align, 0);
		cr_assert_eq(running->calls.give(running, (uintptr_t)block), FM_OK);
	}
	cr_assert_null(running->calls.take_aligned(running, 100, 3));
	cr_assert_eq(refusal, FM_E_ALIGNMENT);
	cr_assert_null(running->calls.take_aligned(running, 100, SIZE_MAX / 2 + 1));
	cr_assert_eq(figures().used, 0);
}

/** Gives and takes at random, at most `most` blocks of `used` granules together, and holds requests against the bound of tlsf.c. */
static void expect_granted(size_t granules, size_t most, size_t used)
{
	static struct {
		uintptr_t at;
		size_t granules;
	} out[64];
	size_t blocks = 0, sum = 0;

	start("tlsf", ANY, granules * 32);
	for (int i = 0; i < 20000; i++) {
		size_t count = 1 + (size_t)below(granules / 4);

		if (blocks == most || sum + count > used || (blocks > 0 && below(2) == 0)) {
			size_t which = (size_t)below(blocks + (blocks == 0));

			if (blocks == 0)
				continue;
			cr_assert_eq(running->calls.give(running, out[which].at), FM_OK);
			sum -= out[which].granules;
			out[which] = out[--blocks];
			continue;
		}
		void *block = running->calls.take(running, count * 32);

		cr_assert(block != NULL || granules <= sum + (blocks + 1) * (count + count / 4), "%zu of %zu granules refused", count, granules);
		if (block == NULL)
			continue;
		out[blocks].at = (uintptr_t)block;
		out[blocks++].granules = count;
		sum += count;
	}
}

Test(tlsf, a_request_within_the_bound_is_granted)
{
	expect_granted(2000, 16, 1000);
	expect_granted(2000, 60, 1900);
	expect_granted(300, 8, 200);
}

Test(tlsf, it_is_full_when_it_first_refuses)
{
	size_t sum = 0, size;

	start("tlsf", ANY, sizeof running_blocks);
	for (;;) {
		size = 16 + (size_t)below(500);
		if (running->calls.take(running, size) == NULL)
			break;
		sum += (size + 31) / 32 * 32;
	}
	cr_assert_geq(sum, sizeof running_blocks * 95 / 100);
	cr_assert_lt(figures().largest, size);
}

Test(tlsf, the_same_calls_give_the_same_places)
{
	uintptr_t places[2][200];

	for (int round = 0; round < 2; round++) {
		seed = 77;
		start("tlsf", ANY, 1 << 15);
		for (int i = 0; i < 200; i++) {
			places[round][i] = (uintptr_t)running->calls.take(running, 1 + (size_t)below(900));
			if (below(3) == 0 && i > 0)
				running->calls.give(running, places[round][(size_t)below((uint64_t)i)]);
		}
	}
	cr_assert_eq(memcmp(places[0], places[1], sizeof places[0]), 0);
}
