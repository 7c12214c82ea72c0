/* SPDX-License-Identifier: MIT */
/** @file
 * A pool's figures and names, for callers of any age. */
#include "../platform/facts.h"
#include "pools.h"

Test(usage, figures_follow_what_is_out)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 256, .alignment = 64, .name = "test"));
	fm_pool_usage usage;
	fm_buffer buffer;
	size_t control;

	cr_assert_not_null(fm_pool_alloc(pool, 20));
	cr_assert_eq(fm_pool_acquire(pool, 10, 64, &buffer, NULL), FM_OK);
	cr_assert_null(fm_pool_alloc(pool, 1000));
	usage = usage_of(pool);
	cr_assert(usage.capacity == 256 && usage.used == 80 && usage.peak == 80 && usage.available == 176 && usage.largest == 128);
	cr_assert(usage.blocks == 2 && usage.buffers == 1 && usage.granted == 2 && usage.refused == 1 && usage.sealed == 0);
	cr_assert_eq(fm_pool_control_size(FM_OPTIONS(fm_pool_options, .alignment = 64), 256, &control), FM_OK);
	cr_assert_eq(usage.control, control);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
	usage = usage_of(pool);
	cr_assert(usage.used == 32 && usage.peak == 80 && usage.buffers == 0, "a last buffer gives back its skip too");
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(usage_of(pool).blocks, 0);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(usage, what_is_missing_or_not_believed_is_said)
{
	fm_pool *pool = fm_pool_new(64);
	fm_pool_usage usage = { .struct_size = offsetof(fm_pool_usage, holes) - 1, .used = 77 };
	void *base = &usage;
	size_t size = 77;

	cr_assert_eq(fm_pool_get_usage(NULL, &usage), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_get_usage(pool, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_get_usage(pool, &usage), FM_E_ABI_SIZE);
	usage.struct_size = FM_STRUCT_SIZE_MAX + 1;
	cr_assert_eq(fm_pool_get_usage(pool, &usage), FM_E_ABI_SIZE);
	cr_assert_eq(usage.used, 77);
	cr_assert_eq(fm_pool_storage(NULL, &base, &size), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_storage(pool, NULL, &size), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_storage(pool, &base, NULL), FM_E_ARGUMENT);
	cr_assert(base == &usage && size == 77);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

#define GET_USAGE(out) fm_pool_get_usage(pool, out)

Test(usage, a_newer_caller_keeps_its_tail)
{
	fm_pool *pool = fm_pool_new(64);

	KEEPS_TAIL(fm_pool_usage, GET_USAGE);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(usage, names)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .name = "frames", .block_size = 8, .capacity = 64));

	cr_assert_str_eq(fm_pool_name(pool), "frames");
	cr_assert_str_eq(fm_pool_strategy(pool), "slots");
	cr_assert_null(fm_pool_name(NULL));
	cr_assert_null(fm_pool_strategy(NULL));
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}
