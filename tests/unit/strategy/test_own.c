/* SPDX-License-Identifier: MIT */
/** @file
 * A strategy of one's own: what its functions answer is judged before it is believed, and a table that is not whole is refused. */
#include "../../model/first_fit.h"
#include "../pool/pools.h"

static FM_ALIGNED(64) unsigned char storage[4096];

/** What the functions of the liar answer. */
static struct {
	uintptr_t block;
	fm_status given;
	size_t used, largest;
	unsigned drops;
} lie;

static void lie_start(void *user, void *records, uintptr_t base, size_t capacity)
{
	(void)user, (void)records, (void)base, (void)capacity;
}

static uintptr_t lie_take(void *user, void *records, size_t size, size_t align)
{
	(void)user, (void)records, (void)size, (void)align;
	return lie.block;
}

static fm_status lie_give(void *user, void *records, uintptr_t block)
{
	(void)user, (void)records, (void)block;
	return lie.given;
}

static void lie_usage(void *user, const void *records, size_t align, size_t *used, size_t *largest)
{
	(void)user, (void)records, (void)align;
	*used = lie.used;
	*largest = lie.largest;
}

static fm_status lie_check(void *user, const void *records)
{
	(void)user, (void)records;
	return FM_E_BUSY;
}

static void lie_drop(void *user)
{
	(void)user;
	lie.drops++;
}

static fm_strategy_ops liar(void)
{
	memset(&lie, 0, sizeof lie);
	lie.largest = SIZE_MAX;
	return (fm_strategy_ops){ .struct_size = sizeof(fm_strategy_ops), .start = lie_start, .take = lie_take, .give = lie_give, .usage = lie_usage,
				  .drop = lie_drop };
}

static fm_pool_options options_of(const fm_strategy_ops *ops)
{
	return (fm_pool_options){ .struct_size = sizeof(fm_pool_options), .storage = storage, .capacity = sizeof storage, .ops = ops };
}

Test(own, blocks_and_buffers_come_and_go)
{
	fm_pool_options options = options_of(&first_fit);
	fm_pool *pool = opened(&options);
	fm_buffer buffer;
	unsigned char *block = fm_pool_alloc(pool, 40);

	cr_assert_str_eq(fm_pool_strategy(pool), "own");
	cr_assert_not_null(block);
	cr_assert_eq(fm_pool_acquire(pool, 10, 64, &buffer, NULL), FM_OK);
	cr_assert((uintptr_t)buffer.data % 64 == 0 && usage_of(pool).used == 96);
	cr_assert_eq(fm_pool_free(pool, buffer.data), FM_E_STALE);
	cr_assert_eq(fm_pool_free(pool, block + 32), FM_E_INTERIOR);
	cr_assert_eq(fm_pool_free(pool, block), FM_OK);
	cr_assert_eq(fm_pool_free(pool, block), FM_E_DOUBLE);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_E_STALE);
	cr_assert(usage_of(pool).used == 0 && usage_of(pool).peak == 96);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(own, an_answer_that_cannot_be_is_no_block)
{
	fm_strategy_ops ops = liar();
	fm_pool_options options = options_of(&ops);
	fm_pool *pool = opened(&options);
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_buffer buffer = { .token = 7 };
	void *base;
	size_t size;

	cr_assert_eq(fm_pool_storage(pool, &base, &size), FM_OK);
	const uintptr_t wrong[] = { 0, (uintptr_t)base - 16, (uintptr_t)base + size, (uintptr_t)base + 8, (uintptr_t)base + size - 16, UINTPTR_MAX };

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		lie.block = wrong[i];
		cr_assert_null(fm_pool_alloc(pool, 32), "%zu", i);
		cr_assert_eq(fm_pool_acquire(pool, 32, 0, &buffer, &why), FM_E_DAMAGED);
		cr_assert(why.status == FM_E_DAMAGED && why.asked == 32 && buffer.token == 7);
	}
	cr_assert_eq(usage_of(pool).blocks, 0);
	lie.block = (uintptr_t)base;
	cr_assert_eq(fm_pool_acquire(pool, 32, 0, &buffer, &why), FM_OK);
	lie.given = 77;
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_E_DAMAGED);
	lie.given = FM_E_FOREIGN;
	cr_assert_eq(fm_pool_free(pool, (unsigned char *)base + 16), FM_E_DAMAGED);
	cr_assert_eq(usage_of(pool).buffers, 1, "it is still out");
	lie.given = FM_OK;
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	cr_assert_eq(lie.drops, 1);
}

Test(own, figures_that_cannot_be_are_cut)
{
	fm_strategy_ops ops = liar();
	fm_pool_options options = options_of(&ops);
	fm_pool *pool = opened(&options);

	lie.used = SIZE_MAX;
	cr_assert(usage_of(pool).used == usage_of(pool).capacity && usage_of(pool).largest == 0);
	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BLOCK, 1, 0, NULL), FM_E_EXHAUSTED);
	lie.used = 16;
	cr_assert(usage_of(pool).largest == usage_of(pool).capacity - 16);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(own, a_check_asks_the_users_too)
{
	fm_strategy_ops ops = liar();
	fm_pool_options options = options_of(&ops);
	fm_pool *pool = opened(&options);

	cr_assert_eq(fm_pool_check(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	ops.check = lie_check;
	pool = opened(&options);
	cr_assert_eq(fm_pool_check(pool), FM_E_DAMAGED);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(own, a_table_that_is_not_whole_is_refused)
{
	fm_strategy_ops ops = first_fit;
	fm_pool_options options = options_of(&ops);

	ops.granule = 48;
	cr_assert_str_eq(refused(&options, FM_E_ARGUMENT).subject, "options.ops");
	ops = first_fit, ops.start = NULL;
	refused(&options, FM_E_ARGUMENT);
	ops = first_fit, ops.take = NULL;
	refused(&options, FM_E_ARGUMENT);
	ops = first_fit, ops.give = NULL;
	refused(&options, FM_E_ARGUMENT);
	ops = first_fit, ops.usage = NULL;
	refused(&options, FM_E_ARGUMENT);
	ops = first_fit, ops.struct_size = 8;
	refused(&options, FM_E_ABI_SIZE);
	ops = first_fit, ops.records_fixed = SIZE_MAX;
	refused(&options, FM_E_TOO_LARGE);
	ops = first_fit, ops.records_each = SIZE_MAX;
	refused(&options, FM_E_TOO_LARGE);
	ops = first_fit, options.strategy = "slots";
	cr_assert_str_eq(refused(&options, FM_E_ARGUMENT).subject, "options.strategy");
}
