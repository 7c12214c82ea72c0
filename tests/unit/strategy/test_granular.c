/* SPDX-License-Identifier: MIT */
/** @file
 * What tlsf and buddy share: in place longer and shorter, whose an address is, walks, surveys, and damage that is seen. */
#include "running.h"

#include "strategy/granular.h"

static const fm_strategy_wish ANY = { .alignment = 16 };

static uintptr_t take(size_t size)
{
	void *block = running->calls.take(running, size);

	cr_assert_not_null(block);
	return (uintptr_t)block;
}

static void expect_sound(void)
{
	cr_assert_eq(running->strategy->check(running), FM_OK);
}

Test(granular, a_block_grows_where_it_lies_as_far_as_there_is_room)
{
	size_t at_most;

	start("tlsf", ANY, 4096);
	uintptr_t first = take(100), second = take(100), third = take(32);

	cr_assert_eq(running->calls.give(running, second), FM_OK);
	cr_assert_eq(running->strategy->resize(running, first, 257, &at_most), FM_E_EXHAUSTED);
	cr_assert_eq(at_most, 256);
	cr_assert_eq(running->strategy->resize(running, first, 256, &at_most), FM_OK);
	cr_assert_eq(running->strategy->resize(running, first, 1, &at_most), FM_OK);
	cr_assert_eq(take(200), first + 32, "what was cut off serves again");
	cr_assert_eq(running->strategy->resize(running, first, 5000, &at_most), FM_E_TOO_LARGE);
	cr_assert_eq(running->strategy->resize(running, third, 4096 - 288, &at_most), FM_OK);
	cr_assert_eq(figures().used, 4096 - 256 + 32 + 224 - 32 - 0);
	expect_sound();
}

Test(granular, only_raw_blocks_that_are_out_are_resized)
{
	fm_buffer buffer;
	size_t at_most = 7;

	start("tlsf", ANY, 4096);
	uintptr_t block = take(64);

	cr_assert_eq(running->calls.lend(running, 64, 0, &buffer, NULL), FM_OK);
	cr_assert_eq(running->strategy->resize(running, (uintptr_t)buffer.data, 10, &at_most), FM_E_STALE);
	cr_assert_eq(at_most, 0);
	cr_assert_eq(running->strategy->resize(running, block + 1, 10, &at_most), FM_E_INTERIOR);
	cr_assert_eq(running->strategy->resize(running, block + 32, 10, &at_most), FM_E_INTERIOR);
	cr_assert_eq(running->strategy->resize(running, block + 1024, 10, &at_most), FM_E_DOUBLE);
	cr_assert_eq(running->strategy->resize(running, block + 4096, 10, &at_most), FM_E_FOREIGN);
	cr_assert_eq(running->strategy->resize(running, block + (UINT64_C(1) << 62), 10, &at_most), FM_E_FOREIGN);
	expect_sound();
}

static fm_status remember(void *context, const fm_block *block)
{
	fm_block **next = context;

	*(*next)++ = *block;
	return FM_OK;
}

static fm_status stop_at_once(void *context, const fm_block *block)
{
	(void)block;
	++*(int *)context;
	return FM_E_BUSY;
}

Test(granular, blocks_are_walked_and_found_with_their_tokens)
{
	fm_block seen[4], *next = seen, found;
	fm_buffer buffer;
	int visits = 0;

	start("buddy", ANY, 4096);
	uintptr_t block = take(40);

	cr_assert_eq(running->calls.lend(running, 90, 0, &buffer, NULL), FM_OK);
	cr_assert_eq(running->strategy->walk(running, remember, &next), FM_OK);
	cr_assert_eq(next - seen, 2);
	cr_assert(seen[0].address == block && seen[0].size == 64 && seen[0].token == 0);
	cr_assert(seen[1].address == (uintptr_t)buffer.data && seen[1].size == 128 && seen[1].token == buffer.token);
	cr_assert_eq(running->strategy->walk(running, stop_at_once, &visits), FM_E_BUSY);
	cr_assert_eq(visits, 1);
	for (uint64_t i = 0; i < 64; i++) {
		cr_assert_eq(running->strategy->block(running, block + i, &found), FM_OK);
		cr_assert(found.address == block && found.size == 64 && found.token == 0);
	}
	cr_assert_eq(running->strategy->block(running, (uintptr_t)buffer.data + 127, &found), FM_OK);
	cr_assert_eq(found.token, buffer.token);
	cr_assert_eq(running->strategy->block(running, block + 64, &found), FM_E_NOT_FOUND);
	cr_assert_eq(running->strategy->block(running, block - 1, &found), FM_E_FOREIGN);
	cr_assert_eq(running->strategy->block(running, UINT64_MAX, &found), FM_E_FOREIGN);
	cr_assert_eq(found.token, buffer.token, "a failure leaves what was there");
}

Test(granular, a_survey_counts_the_holes)
{
	fm_strategy_survey survey;

	start("tlsf", ANY, 4096);
	uintptr_t first = take(320), second = take(64), third = take(640);

	take(64);
	running->strategy->survey(running, &survey);
	cr_assert(survey.holes == 1 && survey.largest == 4096 - 1088);
	cr_assert_eq(running->calls.give(running, first), FM_OK);
	cr_assert_eq(running->calls.give(running, third), FM_OK);
	running->strategy->survey(running, &survey);
	cr_assert(survey.holes == 3 && survey.largest == 4096 - 1088);
	cr_assert_eq(running->calls.give(running, second), FM_OK);
	running->strategy->survey(running, &survey);
	cr_assert(survey.holes == 2 && survey.largest == 4096 - 1088);
	running->strategy->reset(running);
	running->strategy->survey(running, &survey);
	cr_assert(survey.holes == 1 && survey.largest == 4096);
	expect_sound();
}

Test(granular, damage_is_seen)
{
	fm_granular *heap = (fm_granular *)(void *)running_state;
	fm_buffer buffer;

	start("tlsf", ANY, 4096);
	take(64);
	cr_assert_eq(running->calls.lend(running, 64, 0, &buffer, NULL), FM_OK);
	expect_sound();
	heap->lent[0] ^= 1;
	cr_assert_eq(running->strategy->check(running), FM_E_DAMAGED, "a raw block that has the bit of a buffer");
	heap->lent[0] ^= 1;
	heap->lent[0] ^= 4;
	cr_assert_eq(running->strategy->check(running), FM_E_DAMAGED, "a buffer without its bit");
	heap->lent[0] ^= 4;
	heap->buffers.records[0].data += 32;
	cr_assert_eq(running->strategy->check(running), FM_E_DAMAGED);
	heap->buffers.records[0].data -= 32;
	heap->peak = 1;
	cr_assert_eq(running->strategy->check(running), FM_E_DAMAGED);
	heap->peak = 4;
	running->taken++;
	cr_assert_eq(running->strategy->check(running), FM_E_DAMAGED);
	running->taken--;
	expect_sound();
}

Test(granular, a_wish_is_judged_and_counted)
{
	const fm_strategy *tlsf = fm_strategy_find("tlsf");
	fm_strategy_wish wish = { .block_size = 32, .alignment = 16 };
	fm_strategy_bytes bytes = { 1, 2 };
	const char *at_fault;

	cr_assert_eq(tlsf->judge(&wish, &at_fault), FM_E_ARGUMENT);
	cr_assert_str_eq(at_fault, "options.block_size");
	wish = (fm_strategy_wish){ .alignment = 16, .max_buffers = UINT32_MAX - 1 };
	cr_assert_eq(tlsf->judge(&wish, &at_fault), FM_E_ARGUMENT);
	cr_assert_str_eq(at_fault, "options.max_buffers");
	wish = (fm_strategy_wish){ .alignment = 16 };
	cr_assert_eq(tlsf->judge(&wish, &at_fault), FM_OK);
	cr_assert(wish.alignment == 32 && wish.max_buffers == 64);
	cr_assert_eq(tlsf->measure(&wish, SIZE_MAX, &bytes), FM_E_RANGE);
	cr_assert_eq(tlsf->measure(&wish, (size_t)1 << (8 * sizeof(size_t) - 1), &bytes), FM_E_RANGE);
	cr_assert(bytes.records == 1 && bytes.blocks == 2);
	cr_assert_eq(tlsf->measure(&wish, 33, &bytes), FM_OK);
	cr_assert_eq(bytes.blocks, 64);
	wish.alignment = 4096;
	cr_assert_eq(tlsf->measure(&wish, 1, &bytes), FM_OK);
	cr_assert_eq(bytes.blocks, 4096, "a granule is the alignment");
}
