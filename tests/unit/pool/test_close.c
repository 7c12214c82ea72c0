/* SPDX-License-Identifier: MIT */
/** @file
 * Strict and lenient ends: nothing is given back too early, nothing is left. */
#include "pools.h"

static struct ledger ledger;
static fm_memory_provider provider;

static fm_pool *fresh(size_t block_size)
{
	ledger = (struct ledger){ .obtains = 0 };
	provider = provider_of(&ledger);
	return opened(FM_OPTIONS(fm_pool_options, .capacity = 1024, .block_size = block_size, .provider = &provider));
}

Test(close, strict_says_busy_and_changes_nothing)
{
	static const size_t block_sizes[] = { 0, 64 };

	cr_assert_eq(fm_pool_close(NULL), FM_E_ARGUMENT);
	for (int i = 0; i < 2; i++) {
		fm_pool *pool = fresh(block_sizes[i]);
		fm_buffer buffer;

		cr_assert_eq(fm_pool_acquire(pool, 64, 0, &buffer, NULL), FM_OK);
		cr_assert_eq(fm_pool_close(pool), FM_E_BUSY);
		cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
		cr_assert_not_null(fm_pool_alloc(pool, 64));
		cr_assert_eq(fm_pool_close(pool), FM_E_BUSY);
		cr_assert_eq(fm_pool_reset(pool), FM_OK);
		cr_assert_eq(fm_pool_ref(pool), pool);
		cr_assert_eq(fm_pool_close(pool), FM_E_BUSY);
		fm_pool_unref(pool);
		cr_assert_eq(ledger.out, 1);
		cr_assert_eq(fm_pool_close(pool), FM_OK);
		cr_assert(ledger.out == 0 && ledger.drops == 1);
	}
}

Test(close, the_last_buffer_takes_an_abandoned_pool_along)
{
	static const size_t block_sizes[] = { 0, 64 };

	for (int i = 0; i < 2; i++) {
		fm_pool *pool = fresh(block_sizes[i]);
		fm_buffer one, two, same;

		cr_assert_eq(fm_pool_acquire(pool, 64, 0, &one, NULL), FM_OK);
		cr_assert_eq(fm_pool_acquire(pool, 64, 0, &two, NULL), FM_OK);
		fm_pool_unref(pool);
		cr_assert_eq(ledger.out, 1);
		cr_assert_eq(fm_pool_buffer(pool, two.token, &same), FM_OK);
		memset(same.data, 1, same.len);
		cr_assert_eq(fm_pool_release(pool, one.token), FM_OK);
		cr_assert_eq(fm_pool_release(pool, one.token), FM_E_STALE);
		cr_assert_eq(ledger.out, 1);
		cr_assert_eq(fm_pool_release(pool, two.token), FM_OK);
		cr_assert(ledger.out == 0 && ledger.drops == 1);
	}
}

Test(close, raw_blocks_do_not_keep_a_pool)
{
	fm_pool *pool = fresh(64);

	cr_assert_not_null(fm_pool_alloc(pool, 64));
	fm_pool_ref(pool);
	fm_pool_unref(pool);
	cr_assert_eq(ledger.out, 1);
	fm_pool_unref(pool);
	cr_assert(ledger.out == 0 && ledger.drops == 1);
}

Test(close, null_is_fine)
{
	fm_pool_unref(NULL);
	cr_assert_null(fm_pool_ref(NULL));
}

Test(close, the_callers_storage_stays_the_callers)
{
	static alignas(16) unsigned char storage[1024];
	struct ledger mine = { .obtains = 0 };
	fm_memory_provider table = provider_of(&mine);
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .storage = storage, .capacity = sizeof storage, .block_size = 16, .provider = &table));

	cr_assert_eq(fm_pool_close(pool), FM_OK);
	cr_assert_eq(mine.obtains, 0);
	cr_assert_eq(mine.drops, 1, "the table was opened with, so it is dropped");
}
