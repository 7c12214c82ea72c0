/* SPDX-License-Identifier: MIT */
/** @file
 * Double stack: two ends that meet exactly, each with an order of its own; a mark holds both. */
#include "running.h"

enum { BYTES = 1024, BLOCKS = 80 };

static void fresh(void)
{
	start("double-stack", (fm_strategy_wish){ 0, 16, BLOCKS, 0, NULL }, BYTES);
}

static uintptr_t low(size_t size)
{
	return (uintptr_t)running->calls.take(running, size);
}

static uintptr_t top(size_t size, size_t align)
{
	return (uintptr_t)running->strategy->take_top(running, size, align);
}

static fm_status give(uintptr_t block)
{
	return running->calls.give(running, block);
}

/** Fills from both ends in every proportion, to the last granule. */
Test(double_stack, the_ends_meet_exactly, .init = fresh)
{
	for (unsigned tops = 0; tops <= BYTES / 16; tops++) {
		for (unsigned i = 0; i < tops; i++)
			cr_assert_eq(top(16, 0), (uintptr_t)running_blocks + BYTES - 16 * (i + 1));
		for (unsigned i = 0; i < BYTES / 16 - tops; i++)
			cr_assert_eq(low(16), (uintptr_t)running_blocks + 16 * i);
		cr_assert(low(1) == 0 && top(1, 0) == 0 && figures().used == BYTES && figures().largest == 0);
		cr_assert_eq(running->strategy->check(running), FM_OK);
		running->strategy->reset(running);
		cr_assert_eq(figures().used, 0);
	}
}

Test(double_stack, each_end_has_its_own_order, .init = fresh)
{
	uintptr_t a = low(16), x = top(16, 0), b = low(16), y = top(16, 0);

	cr_assert(give(a) == FM_E_ORDER && give(x) == FM_E_ORDER);
	cr_assert_eq(give(b), FM_OK);
	cr_assert_eq(give(x), FM_E_ORDER);
	cr_assert_eq(give(y), FM_OK);
	cr_assert_eq(give(x), FM_OK);
	cr_assert_eq(give(a), FM_OK);
	cr_assert_eq(figures().used, 0);
}

Test(double_stack, the_top_is_aligned_downwards, .init = fresh)
{
	uintptr_t block = top(100, 128);

	cr_assert_eq(block, (uintptr_t)running_blocks + BYTES - 128);
	cr_assert_eq(figures().used, 128);
	cr_assert_eq(top(1000, 0), 0);
	cr_assert_eq(refusal, FM_E_EXHAUSTED);
	cr_assert_eq(top(BYTES + 1, 0), 0);
	cr_assert_eq(refusal, FM_E_TOO_LARGE);
	cr_assert_eq(top(0, 0), 0);
	cr_assert_eq(refusal, FM_E_ARGUMENT);
	cr_assert_eq(top(1, 3), 0);
	cr_assert_eq(refusal, FM_E_ALIGNMENT);
	cr_assert_eq(give(block), FM_OK);
	cr_assert_eq(figures().used, 0);
}

Test(double_stack, buffers_of_both_ends, .init = fresh)
{
	fm_buffer below, above;

	cr_assert_eq(running->calls.lend(running, 16, 0, &below, NULL), FM_OK);
	cr_assert_eq(running->strategy->lend_top(running, 16, 0, &above, NULL), FM_OK);
	cr_assert_eq(above.data, running_blocks + BYTES - 16);
	cr_assert_eq(running->calls.take_back(running, below.token), FM_OK);
	cr_assert_eq(running->calls.take_back(running, above.token), FM_OK);
	cr_assert_eq(running->calls.take_back(running, above.token), FM_E_STALE);
	cr_assert_eq(running->strategy->lend_top(running, BYTES + 1, 0, &above, NULL), FM_E_TOO_LARGE);
}

Test(double_stack, a_mark_holds_both_ends, .init = fresh)
{
	uintptr_t a = low(16), x = top(16, 0);
	fm_mark mark;

	running->strategy->mark(running, &mark);
	low(16);
	top(32, 0);
	top(32, 0);
	cr_assert_eq(running->strategy->rewind(running, &mark), FM_OK);
	cr_assert_eq(figures().used, 32);
	running->strategy->mark(running, &mark);
	cr_assert(give(a) == FM_E_ORDER && give(x) == FM_E_ORDER);
	cr_assert_eq(running->strategy->rewind(running, &mark), FM_OK);
	cr_assert(give(a) == FM_OK && give(x) == FM_OK);
}
