/* SPDX-License-Identifier: MIT */
/** @file
 * Marks of pools: what was granted since goes back, what was before stays, buffers hold on. */
#include "pools.h"

static fm_pool *arena(void)
{
	return opened(FM_OPTIONS(fm_pool_options, .capacity = 4096));
}

Test(marks, what_was_granted_since_goes_back)
{
	fm_pool *pool = arena();
	unsigned char *low = fm_pool_alloc(pool, 32);
	fm_mark outer, inner;

	cr_assert_eq(fm_pool_mark(pool, &outer), FM_OK);
	unsigned char *middle = fm_pool_alloc(pool, 32);

	cr_assert_eq(fm_pool_mark(pool, &inner), FM_OK);
	cr_assert_not_null(fm_pool_alloc(pool, 1000));
	cr_assert_eq(fm_pool_rewind(pool, &outer), FM_E_ORDER);
	cr_assert_eq(usage_of(pool).blocks, 3);
	cr_assert_eq(fm_pool_rewind(pool, &inner), FM_OK);
	cr_assert(usage_of(pool).blocks == 2 && usage_of(pool).used == 64);
	cr_assert_eq(fm_pool_rewind(pool, &inner), FM_E_STALE);
	cr_assert_eq(fm_pool_rewind(pool, &outer), FM_OK);
	cr_assert(usage_of(pool).blocks == 1 && usage_of(pool).used == 32 && usage_of(pool).peak >= 1064);
	cr_assert_eq(fm_pool_alloc(pool, 1), middle);
	cr_assert_eq(middle, low + 32);
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(marks, a_mark_without_blocks_before_it_begins_anew)
{
	fm_pool *pool = arena();
	fm_mark mark;

	cr_assert_eq(fm_pool_mark(pool, &mark), FM_OK);
	cr_assert_not_null(fm_pool_alloc(pool, 100));
	cr_assert_eq(fm_pool_rewind(pool, &mark), FM_OK);
	cr_assert_eq(usage_of(pool).used, 0);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(marks, a_buffer_granted_since_holds_on)
{
	fm_pool *pool = arena();
	fm_buffer before, since;
	fm_mark mark;

	cr_assert_eq(fm_pool_acquire(pool, 16, 0, &before, NULL), FM_OK);
	cr_assert_eq(fm_pool_mark(pool, &mark), FM_OK);
	cr_assert_eq(fm_pool_acquire(pool, 16, 0, &since, NULL), FM_OK);
	cr_assert_eq(fm_pool_rewind(pool, &mark), FM_E_BUSY);
	cr_assert_eq(fm_pool_release(pool, since.token), FM_OK);
	cr_assert_eq(fm_pool_rewind(pool, &mark), FM_OK, "one from before does not");
	cr_assert_eq(fm_pool_release(pool, before.token), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(marks, bytes_below_a_mark_wait_for_it)
{
	fm_pool *pool = arena();
	fm_buffer before;
	fm_mark mark;

	cr_assert_eq(fm_pool_acquire(pool, 160, 0, &before, NULL), FM_OK);
	cr_assert_eq(fm_pool_mark(pool, &mark), FM_OK);
	cr_assert_eq(fm_pool_release(pool, before.token), FM_OK);
	cr_assert_eq(usage_of(pool).used, 160, "the arena stands where the mark was made");
	cr_assert_eq(fm_pool_check(pool), FM_OK);
	cr_assert_eq(fm_pool_rewind(pool, &mark), FM_OK);
	cr_assert_eq(usage_of(pool).used, 0);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(marks, a_reset_ends_them)
{
	fm_pool *pool = arena();
	fm_mark mark;

	cr_assert_not_null(fm_pool_alloc(pool, 100));
	cr_assert_eq(fm_pool_mark(pool, &mark), FM_OK);
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(fm_pool_rewind(pool, &mark), FM_E_STALE);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(marks, any_words_at_all_change_nothing)
{
	fm_pool *pool = arena();
	fm_mark made, forged;

	cr_assert_not_null(fm_pool_alloc(pool, 48));
	cr_assert_eq(fm_pool_mark(pool, &made), FM_OK);
	for (size_t word = 0; word < 5; word++) {
		forged = made;
		forged.library[word] += 1 + word * 3;
		cr_assert_eq(fm_pool_rewind(pool, &forged), FM_E_FOREIGN, "word %zu", word);
	}
	cr_assert(usage_of(pool).used == 48 && usage_of(pool).blocks == 1);
	cr_assert_eq(fm_pool_rewind(pool, &made), FM_OK);
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(marks, who_has_none_says_so)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 64, .block_size = 16)), *marked = arena();
	fm_mark mark = { { 7 } };

	cr_assert_eq(fm_pool_mark(pool, &mark), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_rewind(pool, &mark), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_retire(pool, &mark), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_retire(marked, &mark), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_mark(NULL, &mark), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_rewind(NULL, &mark), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_retire(NULL, &mark), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_mark(marked, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_rewind(marked, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_retire(marked, NULL), FM_E_ARGUMENT);
	cr_assert_eq(mark.library[0], 7);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	cr_assert_eq(fm_pool_close(marked), FM_OK);
}
