/* SPDX-License-Identifier: MIT */
/** @file
 * Slots: the arithmetic that finds a slot is tried with every stride, and blocks come and go in the order that a list gives. */
#include "running.h"

#include "strategy/token.h"

/** Frees every address in and around the blocks: exactly the slots that are out are taken. */
static void expect_exact(size_t block, size_t alignment, size_t count)
{
	start("slots", (fm_strategy_wish){ block, alignment, 0, 0, NULL }, count);
	size_t stride = (block + alignment - 1) / alignment * alignment;
	uintptr_t base = (uintptr_t)running_blocks;

	for (size_t i = 0; i < count; i++)
		cr_assert_eq((uintptr_t)running->calls.take(running, block), base + i * stride);
	cr_assert_null(running->calls.take(running, block));
	cr_assert_eq(refusal, FM_E_EXHAUSTED);
	for (uintptr_t address = base - stride - 3; address < base + (count + 1) * stride + 3; address++) {
		fm_status want = address - base >= count * stride ? FM_E_FOREIGN : (address - base) % stride ? FM_E_INTERIOR : FM_OK;

		cr_assert_eq(running->calls.give(running, address), want, "stride %zu, offset %zd", stride, (ptrdiff_t)(address - base));
		if (want == FM_OK)
			cr_assert_eq(running->calls.give(running, address), FM_E_DOUBLE);
	}
	cr_assert_eq(running->given, count);
}

Test(slots, every_stride_is_divided_exactly)
{
	for (size_t block = 1; block <= 300; block++)
		expect_exact(block, 1, 7);
	for (size_t alignment = 2; alignment <= 1024; alignment *= 2)
		for (size_t factor = 1; factor <= 5; factor++)
			expect_exact(alignment * factor, alignment, 5);
}

Test(slots, used_slots_come_before_new_ones)
{
	start("slots", (fm_strategy_wish){ 16, 16, 0, 0, NULL }, 4);
	void *first = running->calls.take(running, 16), *second = running->calls.take(running, 1);

	cr_assert_eq(running->calls.give(running, (uintptr_t)first), FM_OK);
	cr_assert_eq(running->calls.give(running, (uintptr_t)second), FM_OK);
	cr_assert_eq(running->calls.take(running, 16), second);
	cr_assert_eq(running->calls.take(running, 16), first);
	cr_assert_eq(figures().peak, 32);
	running->strategy->reset(running);
	cr_assert_eq(figures().used, 0);
	for (size_t i = 0; i < 4; i++)
		cr_assert_eq(running->calls.take(running, 1), running_blocks + 16 * i, "after a reset the lowest come first");
}

Test(slots, generations_tell_old_tokens_from_live_ones)
{
	fm_buffer first, second, found;

	start("slots", (fm_strategy_wish){ 16, 16, 0, 0, NULL }, 1);
	cr_assert_eq(running->calls.lend(running, 9, 0, &first, NULL), FM_OK);
	cr_assert(first.token >> 32 == fm_token_first(running) + 1 && (uint32_t)first.token == 1);
	cr_assert_eq(running->calls.take_back(running, first.token + (UINT64_C(2) << 32)), FM_E_FOREIGN, "not yet");
	cr_assert_eq(running->calls.take_back(running, first.token), FM_OK);
	cr_assert_eq(running->calls.take_back(running, first.token), FM_E_STALE);
	cr_assert_eq(running->calls.lend(running, 7, 8, &second, NULL), FM_OK);
	cr_assert_eq(second.data, first.data);
	cr_assert_eq(running->calls.take_back(running, first.token), FM_E_STALE);
	cr_assert_eq(running->calls.take_back(running, second.token ^ UINT64_C(1) << 32), FM_E_FOREIGN, "an even generation never was out");
	cr_assert_eq(running->strategy->find(running, second.token, &found), FM_OK);
	cr_assert(found.data == second.data && found.len == 7 && found.token == second.token);
	cr_assert_eq(running->strategy->find(running, first.token, &found), FM_E_STALE);
	cr_assert_eq(running->calls.take_back(running, 0), FM_E_FOREIGN);
	cr_assert_eq(running->calls.take_back(running, UINT64_MAX), FM_E_FOREIGN);
	cr_assert_eq(running->calls.take_back(running, second.token), FM_OK);
}

Test(slots, what_cannot_be_counted_is_said)
{
	const fm_strategy *slots = fm_strategy_find("slots");
	fm_strategy_wish wish = { 24, 16, 0, 0, NULL };
	fm_strategy_bytes bytes = { 1, 2 };

	cr_assert_eq(slots->measure(&wish, SIZE_MAX, &bytes), FM_E_RANGE);
	cr_assert_eq(slots->measure(&wish, UINT32_MAX, &bytes), FM_E_RANGE);
	wish.alignment = (SIZE_MAX >> 1) + 1;
	cr_assert_eq(slots->measure(&wish, 2, &bytes), FM_E_RANGE);
	cr_assert(bytes.records == 1 && bytes.blocks == 2);
	wish = (fm_strategy_wish){ 24, 16, 0, 0, NULL };
	cr_assert_eq(slots->measure(&wish, 3, &bytes), FM_OK);
	cr_assert(bytes.records == 24 && bytes.blocks == 96);
}
