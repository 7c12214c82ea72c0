/* SPDX-License-Identifier: MIT */
/** @file
 * Ring: the oldest goes back and nothing else; blocks go round; a frame retires by its mark. */
#include "running.h"

enum { BYTES = 1024, BLOCKS = 16 };

static void fresh(void)
{
	start("ring", (fm_strategy_wish){ 0, 16, BLOCKS, 0, NULL }, BYTES);
}

static size_t take(size_t size)
{
	void *block = running->calls.take(running, size);

	cr_assert_not_null(block);
	return (size_t)((uintptr_t)block - (uintptr_t)running_blocks);
}

static fm_status give(size_t offset)
{
	return running->calls.give(running, (uintptr_t)running_blocks + offset);
}

Test(ring, the_oldest_goes_back, .init = fresh)
{
	size_t first = take(100), second = take(100), third = take(100);

	cr_assert(give(second) == FM_E_ORDER && give(third) == FM_E_ORDER);
	cr_assert_eq(give(first), FM_OK);
	cr_assert_eq(give(first), FM_E_DOUBLE);
	cr_assert_eq(give(second + 1), FM_E_INTERIOR);
	cr_assert_eq(give(BYTES), FM_E_FOREIGN);
	cr_assert_eq(give(second), FM_OK);
	cr_assert_eq(give(third), FM_OK);
	cr_assert(figures().used == 0 && figures().peak == 336);
	cr_assert_eq(take(BYTES), 0, "an empty ring begins anew");
}

Test(ring, blocks_go_round, .init = fresh)
{
	size_t a = take(512), b = take(256), c, d;

	cr_assert_eq(give(a), FM_OK);
	c = take(400);
	cr_assert_eq(c, 0, "the 256 at the end do not do");
	cr_assert_eq(figures().used, 256 + 256 + 400);
	d = take(112);
	cr_assert(d == 400 && figures().largest == 0 && figures().used == BYTES);
	cr_assert_null(running->calls.take(running, 1));
	cr_assert_eq(refusal, FM_E_EXHAUSTED);
	cr_assert_eq(running->strategy->check(running), FM_OK);
	cr_assert_eq(give(b), FM_OK);
	cr_assert(figures().used == 512 && figures().largest == 512);
	cr_assert_eq(give(c), FM_OK);
	cr_assert_eq(give(d), FM_OK);
	cr_assert_eq(figures().used, 0);
}

Test(ring, every_size_fits_in_the_end, .init = fresh)
{
	size_t blocks[4];

	for (unsigned round = 0, n = 0; round < 1000; round++, n++) {
		if (n >= 3)
			cr_assert_eq(give(blocks[(n - 3) % 4]), FM_OK);
		blocks[n % 4] = take(1 + round * 7 % 256);
		cr_assert_eq(running->strategy->check(running), FM_OK);
	}
	cr_assert_leq(figures().peak, BYTES);
}

Test(ring, buffers_keep_the_order_too, .init = fresh)
{
	fm_buffer first, second;

	cr_assert_eq(running->calls.lend(running, 10, 64, &first, NULL), FM_OK);
	cr_assert_eq(running->calls.lend(running, 10, 64, &second, NULL), FM_OK);
	cr_assert_eq(running->calls.take_back(running, second.token), FM_E_ORDER);
	cr_assert_eq(running->calls.take_back(running, first.token), FM_OK);
	cr_assert_eq(running->calls.take_back(running, first.token), FM_E_STALE);
	cr_assert_eq(running->calls.take_back(running, second.token), FM_OK);
	cr_assert_eq(running->calls.take_back(running, 1), FM_E_FOREIGN);
}

Test(ring, a_frame_retires_by_its_mark, .init = fresh)
{
	fm_mark frames[3], forged;
	fm_buffer buffer;

	for (int i = 0; i < 3; i++) {
		take(100);
		take(100);
		running->strategy->mark(running, &frames[i]);
	}
	cr_assert_eq(running->strategy->retire(running, &frames[0]), FM_OK);
	cr_assert_eq(running->taken - running->given, 4);
	cr_assert_eq(running->strategy->retire(running, &frames[0]), FM_OK, "nothing is left of it");
	cr_assert_eq(running->taken - running->given, 4);
	cr_assert_eq(running->strategy->retire(running, &frames[2]), FM_OK);
	cr_assert_eq(figures().used, 0);
	cr_assert_eq(running->calls.lend(running, 10, 0, &buffer, NULL), FM_OK);
	running->strategy->mark(running, &frames[0]);
	cr_assert_eq(running->strategy->retire(running, &frames[0]), FM_E_BUSY);
	forged = frames[0];
	forged.library[3] += 9;
	cr_assert_eq(running->strategy->retire(running, &forged), FM_E_FOREIGN);
	forged = frames[0];
	forged.library[0]++;
	cr_assert_eq(running->strategy->retire(running, &forged), FM_E_FOREIGN);
	cr_assert_eq(running->calls.take_back(running, buffer.token), FM_OK);
}

Test(ring, a_survey_sees_both_pieces, .init = fresh)
{
	fm_strategy_survey survey;
	size_t a = take(256);

	take(512);
	cr_assert_eq(give(a), FM_OK);
	running->strategy->survey(running, &survey);
	cr_assert(survey.holes == 2 && survey.largest == 256);
	cr_assert_eq(figures().used, 512);
}
