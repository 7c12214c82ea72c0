/* SPDX-License-Identifier: MIT */
/** @file
 * Requests of another kind: many at once, as addresses; from the top end where there is one. */
#include "pools.h"

enum { COUNT = 5 };

static fm_pool *slots(void)
{
	return opened(FM_OPTIONS(fm_pool_options, .capacity = 16 * COUNT, .block_size = 16));
}

static fm_buffer buffers[COUNT + 1];
static uint64_t tokens[COUNT + 1];
static fm_status statuses[COUNT + 1];

Test(requests, as_many_as_there_are)
{
	fm_pool *pool = slots();
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_buffer found;

	buffers[COUNT].token = 77;
	cr_assert_eq(fm_pool_acquire_many(pool, 9, 0, buffers, COUNT + 1, &why), COUNT);
	cr_assert(why.status == FM_E_EXHAUSTED && buffers[COUNT].token == 77);
	for (size_t i = 0; i < COUNT; i++) {
		cr_assert_eq(fm_pool_buffer(pool, buffers[i].token, &found), FM_OK);
		cr_assert(found.data == buffers[i].data && found.len == 9);
		tokens[i] = buffers[i].token;
	}
	cr_assert_eq(fm_pool_acquire_many(pool, 9, 0, buffers, 0, &why), 0);
	cr_assert_eq(fm_pool_acquire_many(pool, 9, 0, NULL, 2, &why), 0);
	cr_assert_eq(why.status, FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_acquire_many(NULL, 9, 0, buffers, 2, NULL), 0);
	tokens[COUNT] = 3;
	cr_assert_eq(fm_pool_release_many(pool, tokens, COUNT + 1, statuses), COUNT);
	cr_assert(statuses[0] == FM_OK && statuses[COUNT - 1] == FM_OK && statuses[COUNT] == FM_E_FOREIGN);
	cr_assert_eq(fm_pool_release_many(pool, tokens, COUNT, NULL), 0, "once each");
	cr_assert_eq(fm_pool_release_many(NULL, tokens, COUNT, NULL), 0);
	cr_assert_eq(fm_pool_release_many(pool, NULL, COUNT, NULL), 0);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(requests, addresses_are_pointers_as_numbers)
{
	fm_pool *pool = slots();
	fm_refusal why = FM_STRUCT(fm_refusal);
	uint64_t address = 7, other;

	cr_assert_eq(fm_pool_alloc_address(pool, 17, 0, &address, &why), FM_E_TOO_LARGE);
	cr_assert(why.asked == 17 && why.align == 16 && why.largest == 16);
	cr_assert_eq(fm_pool_alloc_address(pool, UINT64_MAX, UINT64_C(1) << 63, &address, &why), FM_E_ALIGNMENT);
	cr_assert(why.asked == UINT64_MAX && why.align == UINT64_C(1) << 63);
	cr_assert_eq(fm_pool_alloc_address(pool, 1, 3, &address, &why), FM_E_ALIGNMENT);
	cr_assert_eq(fm_pool_alloc_address(pool, 0, 0, &address, &why), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_alloc_address(NULL, 1, 0, &address, &why), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_alloc_address(pool, 1, 0, NULL, &why), FM_E_ARGUMENT);
	cr_assert_eq(address, 7);
	cr_assert_eq(fm_pool_alloc_address(pool, 16, 16, &address, NULL), FM_OK);
	memset((void *)(uintptr_t)address, 1, 16);
	cr_assert_eq(fm_pool_alloc_address(pool, 16, 0, &other, NULL), FM_OK);
	cr_assert_neq(address, other);
	cr_assert_eq(fm_pool_free_address(pool, address + 1), FM_E_INTERIOR);
	cr_assert_eq(fm_pool_free_address(pool, 0), FM_E_FOREIGN);
	cr_assert_eq(fm_pool_free_address(pool, UINT64_MAX), FM_E_FOREIGN);
	cr_assert_eq(fm_pool_free_address(NULL, address), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_free_address(pool, address), FM_OK);
	cr_assert_eq(fm_pool_free_address(pool, address), FM_E_DOUBLE);
	cr_assert_eq(fm_pool_free_address(pool, other), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(requests, a_pool_with_one_end_has_no_top)
{
	fm_pool *pool = slots();
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_buffer buffer = { .token = 7 };

	cr_assert_null(fm_pool_alloc_top(pool, 16, 0));
	cr_assert_null(fm_pool_alloc_top(NULL, 16, 0));
	cr_assert_eq(fm_pool_acquire_top(pool, 16, 0, &buffer, &why), FM_E_UNSUPPORTED);
	cr_assert(why.status == FM_E_UNSUPPORTED && why.asked == 16);
	cr_assert_eq(fm_pool_acquire_top(NULL, 16, 0, &buffer, &why), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_acquire_top(pool, 16, 0, NULL, &why), FM_E_ARGUMENT);
	cr_assert_eq(buffer.token, 7);
	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_TOP_BUFFER, 16, 0, &why), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_TOP_BLOCK, 16, 0, &why), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}
