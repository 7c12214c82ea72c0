/* SPDX-License-Identifier: MIT */
/** @file
 * Watched pools: each call of each strategy is heard and does what it did; afterwards the pool is as it was. */
#include <criterion/criterion.h>
#include <pthread.h>
#include <string.h>

#include <flightmem/plane.h>
#include <flightmem/size.h>

#include "os/quiet.h"
#include "pool/pool.h"

static fm_pool *pool_of(const char *strategy)
{
	fm_pool_options options = { .struct_size = sizeof options, .capacity = FM_KIB(8), .strategy = strategy };
	fm_pool *pool = NULL;

	options.block_size = strcmp(strategy, "slots") == 0 ? 256 : 0;
	cr_assert_eq(fm_pool_open(&options, &pool, NULL), FM_OK);
	return pool;
}

static void close_pool(fm_pool *pool)
{
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

/** True iff a block went back, or its strategy says that another goes first. */
static int goes_back(fm_status status)
{
	return status == FM_OK || status == FM_E_ORDER;
}

/** Uses each call of a pool once; returns what fm_pool_free() said. */
static fm_status use(fm_pool *pool)
{
	fm_buffer buffer;
	fm_plane plane;
	void *block = fm_pool_alloc(pool, 10);

	cr_assert_not_null(block);
	cr_assert_not_null(fm_pool_alloc_aligned(pool, 11, 16));
	cr_assert_eq(fm_pool_acquire(pool, 12, 0, &buffer, NULL), FM_OK);
	cr_assert_eq(fm_pool_acquire_value(pool, 13, 0).status, FM_OK);
	cr_assert_eq(fm_plane_acquire(pool, FM_OPTIONS(fm_plane_options, .width = 8, .height = 8, .row_align = 8, .format = FM_PIXEL_INDEX8), &plane, NULL),
		     FM_OK);
	cr_assert(goes_back(fm_plane_release(pool, &plane)));
	cr_assert(goes_back(fm_pool_release(pool, buffer.token)));
	cr_assert_eq(fm_pool_release(pool, 0), FM_E_FOREIGN);
	cr_assert_null(fm_pool_alloc(pool, 0));
	return fm_pool_free(pool, block);
}

Test(quiet_watch, every_call_of_every_strategy_is_heard)
{
	for (size_t i = 0; fm_strategy_at(i) != NULL; i++) {
		fm_pool *pool = pool_of(fm_strategy_at(i)->name), *twin = pool_of(fm_strategy_at(i)->name);
		fm_quiet_report report = FM_STRUCT(fm_quiet_report);
		fm_pool_usage watched = FM_STRUCT(fm_pool_usage), usage = FM_STRUCT(fm_pool_usage);

		cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
		cr_assert_eq(fm_quiet_watch(pool), FM_OK);
		cr_assert_eq(use(pool), use(twin));
		cr_assert_eq(fm_quiet_end(&report), FM_E_NOT_QUIET);
		cr_assert_eq(report.pool_calls, 6);
		cr_assert_eq(report.pool_bytes, 10 + 11 + 12 + 13 + 64);
		cr_assert_eq(report.pool_returns, 4);

		cr_assert_eq(fm_pool_get_usage(pool, &watched), FM_OK);
		cr_assert_eq(fm_pool_get_usage(twin, &usage), FM_OK);
		cr_assert_eq(memcmp(&watched, &usage, sizeof usage), 0);
		cr_assert_eq(memcmp(&pool->state.calls, &twin->state.calls, sizeof twin->state.calls), 0);
		fm_pool_unref(pool);
		fm_pool_unref(twin);
	}
}

Test(quiet_watch, a_place_is_that_of_the_pools_user)
{
	fm_quiet_place place = FM_STRUCT(fm_quiet_place);
	fm_pool *pool = pool_of("arena");

	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	cr_assert_eq(fm_quiet_watch(pool), FM_OK);
	use(pool);
	cr_assert_eq(fm_quiet_end(NULL), FM_E_NOT_QUIET);
	cr_assert_eq(fm_quiet_get_place(0, &place), FM_OK);
	cr_assert_str_eq(place.call, "fm_pool_alloc");

	int found = 0;

	for (uint32_t i = 0; i < place.depth; i++)
		found |= (uintptr_t)place.frames[i] - (uintptr_t)use < 1024;
	cr_assert(found);
	fm_pool_unref(pool);
}

Test(quiet_watch, any_number_of_pools)
{
	enum { POOLS = 100 };
	fm_pool *pools[POOLS];
	fm_quiet_report report = FM_STRUCT(fm_quiet_report);

	for (unsigned i = 0; i < POOLS; i++)
		pools[i] = pool_of(i % 2 ? "slots" : "arena");
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	for (unsigned i = 0; i < POOLS; i++) {
		cr_assert_eq(fm_quiet_watch(pools[i]), FM_OK);
		cr_assert_eq(fm_quiet_watch(pools[i]), FM_OK, "twice is once");
	}
	for (unsigned i = 0; i < POOLS; i++)
		cr_assert_not_null(fm_pool_alloc(pools[i], 1));
	cr_assert_eq(fm_quiet_end(&report), FM_E_NOT_QUIET);
	cr_assert(report.pool_calls == POOLS && report.pool_bytes == POOLS && report.page_calls == 0);
	for (unsigned i = 0; i < POOLS; i++)
		close_pool(pools[i]);
}

Test(quiet_watch, a_watched_pool_lives_until_the_scope_ends)
{
	fm_pool *kept = pool_of("slots"), *dropped = pool_of("slots");

	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	cr_assert_eq(fm_quiet_watch(kept), FM_OK);
	cr_assert_eq(fm_quiet_watch(dropped), FM_OK);
	cr_assert_eq(fm_pool_close(kept), FM_E_BUSY);
	fm_pool_unref(dropped);
	cr_assert_eq(fm_quiet_end(NULL), FM_OK);
	close_pool(kept);
}

static fm_pool *of_other_thread;

static void *watch_elsewhere(void *unused)
{
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	cr_assert_eq(fm_quiet_watch(of_other_thread), FM_E_BUSY);
	cr_assert_not_null(fm_pool_alloc(of_other_thread, 5));
	cr_assert_eq(fm_quiet_end(NULL), FM_E_NOT_QUIET);
	return unused;
}

Test(quiet_watch, what_can_not_be_watched_is_refused)
{
	pthread_t other;
	fm_quiet before;

	of_other_thread = pool_of("arena");
	cr_assert_eq(fm_quiet_watch(of_other_thread), FM_E_NOT_FOUND);
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	before = *fm_quiet_here();
	cr_assert_eq(fm_quiet_watch(NULL), FM_E_ARGUMENT);
	cr_assert_eq(memcmp(&before, fm_quiet_here(), sizeof before), 0);
	cr_assert_eq(fm_quiet_watch(of_other_thread), FM_OK);
	cr_assert_eq(pthread_create(&other, NULL, watch_elsewhere, NULL), 0);
	cr_assert_eq(pthread_join(other, NULL), 0);
	cr_assert_eq(fm_quiet_end(NULL), FM_OK);
	close_pool(of_other_thread);
}
