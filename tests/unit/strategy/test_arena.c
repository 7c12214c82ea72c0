/* SPDX-License-Identifier: MIT */
/** @file
 * Arena: what a last buffer gives back, when the arena begins anew, what its figures are. */
#include "running.h"

static fm_buffer lent(size_t size, size_t align)
{
	fm_buffer buffer;

	cr_assert_eq(running->calls.lend(running, size, align, &buffer, NULL), FM_OK);
	return buffer;
}

static void take_back(fm_buffer buffer)
{
	cr_assert_eq(running->calls.take_back(running, buffer.token), FM_OK);
}

static void fresh(void)
{
	start("arena", (fm_strategy_wish){ 0, 16, 4, 0, NULL }, 4096);
}

Test(arena, buffers_come_back_as_a_stack, .init = fresh)
{
	cr_assert_not_null(running->calls.take(running, 1));
	fm_buffer low = lent(100, 256), high = lent(5, 1024);

	cr_assert_eq((uintptr_t)high.data % 1024, 0);
	cr_assert_eq(figures().used, 1024 + 16);
	take_back(high);
	cr_assert_eq(figures().used, 256 + 112);
	take_back(low);
	cr_assert_eq(figures().used, 16, "skips come back too");
	cr_assert_eq(figures().peak, 1024 + 16);
}

Test(arena, out_of_order_bytes_wait_until_nothing_is_out, .init = fresh)
{
	fm_buffer low = lent(16, 0), middle = lent(16, 0), high = lent(16, 0);

	take_back(low);
	cr_assert_eq(figures().used, 48);
	take_back(high);
	cr_assert_eq(figures().used, 32);
	take_back(middle);
	cr_assert_eq(figures().used, 0);
}

Test(arena, raw_blocks_count_until_reset, .init = fresh)
{
	void *first = running->calls.take(running, 16);
	fm_buffer buffer = lent(16, 0);

	cr_assert_eq(fm_strategy_out(running), 2);
	take_back(buffer);
	cr_assert_eq(figures().used, 16);
	running->strategy->reset(running);
	cr_assert_eq(fm_strategy_out(running), 0);
	cr_assert_eq(running->calls.take(running, 16), first);
}

Test(arena, as_many_buffers_as_were_wished, .init = fresh)
{
	fm_buffer buffers[4], more;

	for (int i = 0; i < 4; i++)
		buffers[i] = lent(1, 0);
	cr_assert_eq(running->calls.lend(running, 1, 0, &more, NULL), FM_E_EXHAUSTED);
	take_back(buffers[2]);
	more = lent(1, 0);
	cr_assert_eq((uint32_t)more.token, (uint32_t)buffers[2].token, "the record is used again");
	cr_assert_eq(running->calls.take_back(running, buffers[2].token), FM_E_STALE);
}

Test(arena, every_block_has_the_alignment_wished)
{
	for (size_t alignment = 1; alignment <= 1024; alignment *= 2) {
		start("arena", (fm_strategy_wish){ 0, alignment, 4, 0, NULL }, 8192);
		for (int i = 0; i < 3; i++)
			cr_assert_eq((uintptr_t)running->calls.take(running, 10) % alignment, 0);
		cr_assert_eq((uintptr_t)lent(10, 0).data % alignment, 0);
		cr_assert_eq((uintptr_t)running->calls.take_aligned(running, 10, 2048) % 2048, 0);
		size_t largest = figures().largest;

		cr_assert_null(running->calls.take(running, largest + 1));
		cr_assert_not_null(running->calls.take(running, largest));
		cr_assert_eq(figures().largest, 0);
	}
}

Test(arena, what_cannot_be_counted_is_said)
{
	const fm_strategy *arena = fm_strategy_find("arena");
	fm_strategy_wish wish = { 0, 16, 3, 0, NULL };
	fm_strategy_bytes bytes = { 1, 2 };

	cr_assert_eq(arena->measure(&wish, SIZE_MAX, &bytes), FM_E_RANGE);
	cr_assert(bytes.records == 1 && bytes.blocks == 2);
	cr_assert_eq(arena->measure(&wish, SIZE_MAX - 15, &bytes), FM_OK);
	cr_assert_eq(bytes.blocks, SIZE_MAX - 15);
	cr_assert_eq(bytes.records, 3 * (8 + 2 * sizeof(size_t)));
	wish.max_buffers = FM_STRATEGY_NO_BUFFERS;
	cr_assert_eq(arena->measure(&wish, 17, &bytes), FM_OK);
	cr_assert(bytes.records == 0 && bytes.blocks == 32);
}
