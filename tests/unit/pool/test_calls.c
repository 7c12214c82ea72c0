/* SPDX-License-Identifier: MIT */
/** @file
 * Every status of the frequent calls is provoked; a failed call leaves every byte. What many calls come to: tests/model. */
#include "../base/random.h"
#include "pools.h"

enum { BLOCK = 48, BLOCKS = 24, POOLS = 200 };

static alignas(64) unsigned char storage[4096];
static alignas(64) unsigned char before[sizeof storage];

static fm_pool *fresh(const char *strategy)
{
	int slots = strcmp(strategy, "slots") == 0;

	memset(storage, 0xC3, sizeof storage);
	return opened(FM_OPTIONS(fm_pool_options, .strategy = strategy, .storage = storage, .capacity = sizeof storage, .block_size = slots ? BLOCK : 0));
}

static void remember(void)
{
	memcpy(before, storage, sizeof storage);
}

/** Nothing changed since remember(), but for `refusals` that were counted. */
static void expect_unchanged(fm_pool *pool, unsigned refusals)
{
	fm_pool_part_of(&pool->state)->refused -= refusals;
	cr_assert_eq(memcmp(before, storage, sizeof storage), 0);
	fm_pool_part_of(&pool->state)->refused += refusals;
}

Test(calls, a_missing_pool_is_said)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_buffer buffer = { .len = 7 };
	char block;

	cr_assert_null(fm_pool_alloc(NULL, 1));
	cr_assert_null(fm_pool_alloc_aligned(NULL, 1, 1));
	cr_assert_eq(fm_pool_free(NULL, &block), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_acquire(NULL, 1, 0, &buffer, &why), FM_E_ARGUMENT);
	cr_assert(why.status == FM_E_ARGUMENT && why.asked == 1);
	cr_assert_eq(fm_pool_acquire_value(NULL, 1, 0).status, FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_release(NULL, 1), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_buffer(NULL, 1, &buffer), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_reset(NULL), FM_E_ARGUMENT);
	cr_assert_eq(buffer.len, 7);
}

Test(calls, slots_judge_every_request)
{
	static const struct {
		size_t size, align;
		fm_status want;
	} wrong[] = { { 0, 0, FM_E_ARGUMENT }, { 1, 3, FM_E_ALIGNMENT }, { 1, 32, FM_E_ALIGNMENT }, { BLOCK + 1, 0, FM_E_TOO_LARGE },
		      { SIZE_MAX, 16, FM_E_TOO_LARGE } };
	fm_pool *pool = fresh("slots");
	fm_buffer untouched = { .len = 7 }, buffer = untouched;
	unsigned refusals = 0;

	cr_assert_not_null(fm_pool_alloc_aligned(pool, BLOCK, 16));
	cr_assert_not_null(fm_pool_alloc_aligned(pool, BLOCK, 0));
	remember();
	for (unsigned i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		cr_assert_eq(fm_pool_acquire(pool, wrong[i].size, wrong[i].align, &buffer, NULL), wrong[i].want);
		cr_assert_null(fm_pool_alloc_aligned(pool, wrong[i].size, wrong[i].align));
		refusals += 2;
	}
	cr_assert_null(fm_pool_alloc(pool, 0));
	cr_assert_null(fm_pool_alloc(pool, BLOCK + 1));
	cr_assert_eq(fm_pool_acquire(pool, 1, 0, NULL, NULL), FM_E_ARGUMENT);
	expect_unchanged(pool, refusals + 2);
	cr_assert_eq(usage_of(pool).refused, refusals + 2);
	cr_assert_eq(memcmp(&buffer, &untouched, sizeof buffer), 0);
	fm_pool_unref(pool);
}

Test(calls, slots_judge_every_pointer)
{
	fm_pool *pool = fresh("slots");
	unsigned char *raw = fm_pool_alloc(pool, 1), *freed = fm_pool_alloc(pool, 1);
	fm_buffer buffer;

	cr_assert_eq(fm_pool_acquire(pool, 1, 0, &buffer, NULL), FM_OK);
	cr_assert_eq(fm_pool_free(pool, freed), FM_OK);
	remember();
	cr_assert_eq(fm_pool_free(pool, NULL), FM_OK);
	cr_assert_eq(fm_pool_free(pool, freed), FM_E_DOUBLE);
	cr_assert_eq(fm_pool_free(pool, raw + BLOCK * 10), FM_E_DOUBLE, "never out, so not out");
	cr_assert_eq(fm_pool_free(pool, buffer.data), FM_E_STALE);
	for (size_t i = 1; i < BLOCK; i++)
		cr_assert_eq(fm_pool_free(pool, raw + i), FM_E_INTERIOR);
	cr_assert_eq(fm_pool_free(pool, raw - 1), FM_E_FOREIGN);
	cr_assert_eq(fm_pool_free(pool, raw + usage_of(pool).capacity), FM_E_FOREIGN);
	cr_assert_eq(fm_pool_free(pool, &buffer), FM_E_FOREIGN);
	cr_assert_eq(fm_pool_free(pool, (void *)UINTPTR_MAX), FM_E_FOREIGN);
	expect_unchanged(pool, 0);
	cr_assert_eq(fm_pool_free(pool, raw), FM_OK);
	fm_pool_unref(pool);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
}

Test(calls, an_arena_judges_every_request)
{
	fm_pool *pool = fresh("arena");
	size_t capacity = (size_t)usage_of(pool).capacity;
	fm_buffer buffer = { .len = 7 };

	cr_assert_not_null(fm_pool_alloc(pool, 100));
	remember();
	cr_assert_eq(fm_pool_acquire(pool, 0, 0, &buffer, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_acquire(pool, 1, 24, &buffer, NULL), FM_E_ALIGNMENT);
	cr_assert_eq(fm_pool_acquire(pool, capacity + 1, 0, &buffer, NULL), FM_E_TOO_LARGE);
	cr_assert_eq(fm_pool_acquire(pool, SIZE_MAX, 1, &buffer, NULL), FM_E_TOO_LARGE);
	cr_assert_eq(fm_pool_acquire(pool, 1, (SIZE_MAX >> 1) + 1, &buffer, NULL), FM_E_TOO_LARGE);
	cr_assert_eq(fm_pool_acquire(pool, capacity, 0, &buffer, NULL), FM_E_EXHAUSTED);
	cr_assert_null(fm_pool_alloc(pool, 0));
	cr_assert_null(fm_pool_alloc(pool, capacity));
	cr_assert_null(fm_pool_alloc_aligned(pool, 1, 24));
	cr_assert_null(fm_pool_alloc_aligned(pool, SIZE_MAX, 64));
	cr_assert_eq(fm_pool_free(pool, storage + sizeof storage - 32), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_free(pool, &buffer), FM_E_FOREIGN);
	expect_unchanged(pool, 10);
	cr_assert_eq(buffer.len, 7);
	cr_assert_not_null(fm_pool_alloc(pool, capacity - 112));
	fm_pool_unref(pool);
}

Test(calls, an_arena_without_buffers_says_so)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .storage = storage, .capacity = sizeof storage, .max_buffers = FM_NO_BUFFERS));
	fm_buffer buffer;

	cr_assert_eq(fm_pool_acquire(pool, 1, 0, &buffer, NULL), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_release(pool, 1), FM_E_FOREIGN);
	cr_assert_not_null(fm_pool_alloc(pool, 1));
	fm_pool_unref(pool);
}

Test(calls, a_token_of_no_buffer_names_none)
{
	static const char *const strategies[] = { "arena", "slots" };

	for (int i = 0; i < 2; i++) {
		fm_pool *pool = fresh(strategies[i]);
		fm_buffer untouched = { .len = 7, .token = 77 }, buffer = untouched;
		fm_acquired got = fm_pool_acquire_value(pool, 10, 0);
		const uint64_t tokens[] = { 0, UINT64_MAX, got.buffer.token + 1, got.buffer.token + (UINT64_C(2) << 32), 0xFFFFFFFF };

		cr_assert_eq(got.status, FM_OK);
		for (unsigned t = 0; t < sizeof tokens / sizeof tokens[0]; t++)
			cr_assert_eq(fm_pool_buffer(pool, tokens[t], &buffer), FM_E_FOREIGN, "%s, token %u", strategies[i], t);
		cr_assert_eq(memcmp(&buffer, &untouched, sizeof buffer), 0);
		cr_assert_eq(fm_pool_release(pool, got.buffer.token), FM_OK);
		cr_assert_eq(fm_pool_close(pool), FM_OK);
	}
}

Test(calls, reset_waits_for_buffers)
{
	static const char *const strategies[] = { "arena", "slots" };

	for (int i = 0; i < 2; i++) {
		fm_pool *pool = fresh(strategies[i]);
		fm_acquired got = fm_pool_acquire_value(pool, 10, 0);
		fm_buffer same;

		cr_assert_eq(got.status, FM_OK);
		cr_assert_not_null(fm_pool_alloc(pool, 10));
		remember();
		cr_assert_eq(fm_pool_reset(pool), FM_E_BUSY);
		cr_assert_eq(fm_pool_buffer(pool, got.buffer.token, NULL), FM_E_ARGUMENT);
		expect_unchanged(pool, 0);
		cr_assert_eq(fm_pool_buffer(pool, got.buffer.token, &same), FM_OK);
		cr_assert(same.data == got.buffer.data && same.len == 10 && same.token == got.buffer.token);
		cr_assert_eq(fm_pool_release(pool, same.token), FM_OK);
		cr_assert_eq(fm_pool_buffer(pool, same.token, &same), FM_E_STALE);
		cr_assert_eq(fm_pool_reset(pool), FM_OK);
		cr_assert_eq(usage_of(pool).used, 0);
		cr_assert_eq(fm_pool_close(pool), FM_OK);
	}
}

Test(calls, a_token_of_another_pool_is_never_taken)
{
	static fm_pool *pools[POOLS];
	static fm_buffer buffers[POOLS];
	static alignas(16) unsigned char side_by_side[POOLS / 2][2048];

	for (int i = 0; i < POOLS; i++) {
		fm_pool_options options = { .struct_size = sizeof options, .capacity = sizeof side_by_side[0], .block_size = i % 3 == 0 ? 64 : 0 };

		options.storage = i % 2 == 0 ? side_by_side[i / 2] : NULL; /* the others where the system puts them */
		pools[i] = opened(&options);
		for (int round = 0; round < i % 5; round++) {
			cr_assert_eq(fm_pool_acquire(pools[i], 8, 0, &buffers[i], NULL), FM_OK);
			cr_assert_eq(fm_pool_release(pools[i], buffers[i].token), FM_OK);
		}
		cr_assert_eq(fm_pool_acquire(pools[i], 8, 0, &buffers[i], NULL), FM_OK);
	}
	for (int i = 0; i < POOLS; i++) {
		for (int k = 0; k < POOLS; k++) {
			fm_buffer found;
			fm_status said = fm_pool_buffer(pools[i], buffers[k].token, &found);

			cr_assert(i == k ? said == FM_OK : said == FM_E_FOREIGN || said == FM_E_STALE, "pool %d, token of %d", i, k);
			if (i != k)
				cr_assert_eq(fm_pool_release(pools[i], buffers[k].token), said);
		}
		cr_assert_eq(usage_of(pools[i]).buffers, 1);
	}
	for (int i = 0; i < POOLS; i++) {
		cr_assert_eq(fm_pool_release(pools[i], buffers[i].token), FM_OK);
		cr_assert_eq(fm_pool_close(pools[i]), FM_OK);
	}
}
