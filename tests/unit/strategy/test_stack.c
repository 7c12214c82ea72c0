/* SPDX-License-Identifier: MIT */
/** @file
 * Stack: the newest goes back and nothing else, with all that it cost; blocks grow where they lie; marks hold what was before. */
#include "running.h"

enum { BYTES = 1024, BLOCKS = 8 };

static void fresh(void)
{
	start("stack", (fm_strategy_wish){ 0, 16, BLOCKS, 0, NULL }, BYTES);
}

static uintptr_t take(size_t size, size_t align)
{
	void *block = running->calls.take_aligned(running, size, align);

	cr_assert_not_null(block);
	return (uintptr_t)block;
}

static fm_status give(uintptr_t block)
{
	return running->calls.give(running, block);
}

Test(stack, the_newest_goes_back_with_its_padding, .init = fresh)
{
	uintptr_t low = take(1, 0), high = take(100, 256);

	cr_assert(low == (uintptr_t)running_blocks && high % 256 == 0);
	cr_assert_eq(figures().used, 256 + 112);
	cr_assert_eq(give(low), FM_E_ORDER);
	cr_assert_eq(give(high + 16), FM_E_INTERIOR);
	cr_assert_eq(give(low + 32), FM_E_DOUBLE, "what alignment skipped is no block");
	cr_assert_eq(give(low - 16), FM_E_FOREIGN);
	cr_assert_eq(give(low + BYTES), FM_E_FOREIGN);
	cr_assert_eq(give(high), FM_OK);
	cr_assert_eq(figures().used, 16);
	cr_assert_eq(give(high), FM_E_DOUBLE);
	cr_assert_eq(give(low), FM_OK);
	cr_assert(figures().used == 0 && figures().peak == 256 + 112);
}

Test(stack, buffers_keep_the_order_too, .init = fresh)
{
	fm_buffer first, second, found;

	cr_assert_eq(running->calls.lend(running, 10, 0, &first, NULL), FM_OK);
	cr_assert_eq(running->calls.lend(running, 20, 0, &second, NULL), FM_OK);
	cr_assert_eq(running->calls.take_back(running, first.token), FM_E_ORDER);
	cr_assert_eq(running->strategy->find(running, first.token, &found), FM_OK);
	cr_assert(found.data == first.data && found.len == 10);
	cr_assert_eq(give((uintptr_t)second.data), FM_E_STALE, "a buffer goes back by its token");
	cr_assert_eq(running->calls.take_back(running, second.token), FM_OK);
	cr_assert_eq(running->calls.take_back(running, second.token), FM_E_STALE);
	cr_assert_eq(running->calls.take_back(running, first.token), FM_OK);
	cr_assert_eq(running->calls.take_back(running, UINT64_MAX), FM_E_FOREIGN);
}

Test(stack, as_many_blocks_as_were_wished, .init = fresh)
{
	for (int i = 0; i < BLOCKS; i++)
		take(1, 0);
	cr_assert_eq(figures().largest, 0);
	cr_assert_null(running->calls.take(running, 1));
	cr_assert_eq(refusal, FM_E_EXHAUSTED);
	fm_refusal what = { .struct_size = sizeof what };

	running->strategy->explain(running, FM_STRATEGY_BLOCK, 1, 0, &what);
	cr_assert(what.help == FM_HELP_BUFFERS && what.largest == 0 && what.available == BYTES - BLOCKS * 16);
}

Test(stack, the_newest_grows_into_what_is_free, .init = fresh)
{
	uintptr_t low = take(16, 0), high = take(16, 0);
	size_t at_most = 0;

	cr_assert_eq(running->strategy->resize(running, low, 17, &at_most), FM_E_EXHAUSTED);
	cr_assert_eq(at_most, 16);
	cr_assert_eq(running->strategy->resize(running, high, BYTES - 16, &at_most), FM_OK);
	cr_assert(figures().used == BYTES && at_most == BYTES - 16);
	cr_assert_eq(running->strategy->resize(running, high, BYTES - 15, &at_most), FM_E_TOO_LARGE);
	cr_assert_eq(running->strategy->resize(running, high, 1, &at_most), FM_OK);
	cr_assert(figures().used == 32 && figures().peak == BYTES);
	cr_assert_eq(running->strategy->resize(running, high + 1, 1, &at_most), FM_E_INTERIOR);
	cr_assert_eq(running->strategy->resize(running, UINT64_MAX, 1, &at_most), FM_E_FOREIGN);
}

Test(stack, a_mark_holds_what_was_before, .init = fresh)
{
	uintptr_t before = take(16, 0);
	fm_mark mark, forged;

	running->strategy->mark(running, &mark);
	cr_assert_eq(give(before), FM_E_ORDER);
	take(100, 0);
	take(100, 0);
	forged = mark;
	forged.library[3]++;
	forged.library[4]++;
	cr_assert_eq(running->strategy->rewind(running, &forged), FM_E_FOREIGN);
	cr_assert_eq(running->strategy->rewind(running, &mark), FM_OK);
	cr_assert_eq(figures().used, 16);
	cr_assert_eq(give(before), FM_OK);
}

Test(stack, one_without_records_is_refused)
{
	fm_strategy_wish wish = { 0, 16, FM_STRATEGY_NO_BUFFERS, 0, NULL };
	const char *at_fault = "";

	cr_assert_eq(fm_strategy_find("stack")->judge(&wish, &at_fault), FM_E_ARGUMENT);
	cr_assert_str_eq(at_fault, "options.max_buffers");
	wish = (fm_strategy_wish){ 16, 16, 0, 0, NULL };
	cr_assert_eq(fm_strategy_find("stack")->judge(&wish, &at_fault), FM_E_ARGUMENT);
	cr_assert_str_eq(at_fault, "options.block_size");
}
