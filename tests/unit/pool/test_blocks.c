/* SPDX-License-Identifier: MIT */
/** @file
 * Blocks one by one: whose an address is, walks, resizing in place, what is idle, whether the records hold. */
#include "pools.h"

enum { SIZE = 24, STRIDE = 32, COUNT = 6 };

static fm_pool *slots(void)
{
	return opened(FM_OPTIONS(fm_pool_options, .capacity = STRIDE * COUNT, .block_size = SIZE));
}

/** Blocks that a walk told. */
struct seen {
	fm_block blocks[COUNT];
	size_t count;
	size_t stop_at; /**< the visit that says FM_E_BUSY; 0: none */
};

static fm_status see(void *context, const fm_block *block)
{
	struct seen *seen = context;

	seen->blocks[seen->count++] = *block;
	return seen->count == seen->stop_at ? FM_E_BUSY : FM_OK;
}

Test(blocks, an_address_belongs_to_the_block_it_lies_in)
{
	fm_pool *pool = slots();
	unsigned char *raw = fm_pool_alloc(pool, 1);
	fm_buffer buffer;
	fm_block block;

	cr_assert_eq(fm_pool_acquire(pool, 5, 0, &buffer, NULL), FM_OK);
	for (size_t i = 0; i < SIZE; i++) {
		cr_assert_eq(fm_pool_block(pool, (uintptr_t)raw + i, &block), FM_OK);
		cr_assert(block.address == (uintptr_t)raw && block.size == SIZE && block.token == 0);
		cr_assert_eq(fm_pool_block(pool, (uintptr_t)buffer.data + i, &block), FM_OK);
		cr_assert(block.address == (uintptr_t)buffer.data && block.size == SIZE && block.token == buffer.token);
	}
	cr_assert_eq(fm_pool_free(pool, raw), FM_OK);
	cr_assert_eq(fm_pool_block(pool, (uintptr_t)raw, &block), FM_E_NOT_FOUND);
	cr_assert_eq(fm_pool_block(pool, (uintptr_t)buffer.data + SIZE, &block), FM_E_NOT_FOUND, "what alignment costs is no one's");
	cr_assert_eq(fm_pool_block(pool, (uintptr_t)raw + 3 * STRIDE, &block), FM_E_NOT_FOUND, "never handed out");
	cr_assert_eq(fm_pool_block(pool, (uintptr_t)raw - 1, &block), FM_E_FOREIGN);
	cr_assert_eq(fm_pool_block(pool, (uintptr_t)raw + STRIDE * COUNT, &block), FM_E_FOREIGN);
	cr_assert_eq(fm_pool_block(pool, UINT64_MAX, &block), FM_E_FOREIGN);
	cr_assert_eq(block.token, buffer.token, "a failure leaves it");
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(blocks, a_walk_tells_each_block_once_in_order)
{
	fm_pool *pool = slots();
	struct seen seen = { .count = 0 };
	unsigned char *blocks[COUNT];

	for (int i = 0; i < COUNT; i++)
		blocks[i] = fm_pool_alloc(pool, SIZE);
	cr_assert_eq(fm_pool_free(pool, blocks[1]), FM_OK);
	cr_assert_eq(fm_pool_free(pool, blocks[4]), FM_OK);
	cr_assert_eq(fm_pool_walk(pool, see, &seen), FM_OK);
	cr_assert_eq(seen.count, 4);
	cr_assert(seen.blocks[0].address == (uintptr_t)blocks[0] && seen.blocks[1].address == (uintptr_t)blocks[2]);
	cr_assert(seen.blocks[2].address == (uintptr_t)blocks[3] && seen.blocks[3].address == (uintptr_t)blocks[5]);
	seen = (struct seen){ .stop_at = 2 };
	cr_assert_eq(fm_pool_walk(pool, see, &seen), FM_E_BUSY);
	cr_assert_eq(seen.count, 2);
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(blocks, a_survey_counts_holes)
{
	fm_pool *pool = slots();
	fm_pool_usage usage = FM_STRUCT(fm_pool_usage);
	unsigned char *blocks[COUNT];

	cr_assert_eq(fm_pool_survey(pool, &usage), FM_OK);
	cr_assert(usage.holes == 1 && usage.largest_hole == STRIDE * COUNT && usage.surveyed == 1);
	for (int i = 0; i < 4; i++)
		blocks[i] = fm_pool_alloc(pool, SIZE);
	cr_assert_eq(fm_pool_free(pool, blocks[0]), FM_OK);
	cr_assert_eq(fm_pool_survey(pool, &usage), FM_OK);
	cr_assert(usage.holes == 2 && usage.largest_hole == 2 * STRIDE && usage.blocks == 3);
	cr_assert_eq(fm_pool_free(pool, blocks[3]), FM_OK);
	cr_assert_eq(fm_pool_survey(pool, &usage), FM_OK);
	cr_assert(usage.holes == 2 && usage.largest_hole == 3 * STRIDE, "slots that were used join those that were not");
	cr_assert(usage_of(pool).holes == 0 && usage_of(pool).surveyed == 0);
	cr_assert_eq(fm_pool_survey(NULL, &usage), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_survey(pool, NULL), FM_E_ARGUMENT);
	usage.struct_size = 8;
	cr_assert_eq(fm_pool_survey(pool, &usage), FM_E_ABI_SIZE);
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(blocks, an_arena_has_one_hole)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 256));
	fm_pool_usage usage = FM_STRUCT(fm_pool_usage);

	cr_assert_not_null(fm_pool_alloc(pool, 100));
	cr_assert_eq(fm_pool_survey(pool, &usage), FM_OK);
	cr_assert(usage.holes == 1 && usage.largest_hole == 144);
	cr_assert_not_null(fm_pool_alloc(pool, 144));
	cr_assert_eq(fm_pool_survey(pool, &usage), FM_OK);
	cr_assert(usage.holes == 0 && usage.largest_hole == 0);
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(blocks, a_block_is_resized_within_its_slot)
{
	fm_pool *pool = slots();
	fm_refusal why = FM_STRUCT(fm_refusal);
	unsigned char *block = fm_pool_alloc(pool, 1), *freed = fm_pool_alloc(pool, 1);
	fm_buffer buffer;

	cr_assert_eq(fm_pool_acquire(pool, 5, 0, &buffer, NULL), FM_OK);
	cr_assert_eq(fm_pool_free(pool, freed), FM_OK);
	cr_assert_eq(fm_pool_resize(pool, block, SIZE, &why), FM_OK);
	cr_assert_eq(why.status, 0, "written only on failure");
	cr_assert_eq(fm_pool_resize(pool, block, SIZE + 1, &why), FM_E_TOO_LARGE);
	cr_assert(why.asked == SIZE + 1 && why.largest == SIZE && why.help == FM_HELP_ASK_LESS && why.help_bytes == SIZE);
	cr_assert(why.capacity == STRIDE * COUNT && why.available == STRIDE * (COUNT - 2));
	cr_assert_str_eq(why.subject, "slots");
	cr_assert_eq(usage_of(pool).refused, 1);
	cr_assert_eq(fm_pool_resize(pool, freed, 1, &why), FM_E_DOUBLE);
	cr_assert(why.status == FM_E_DOUBLE && why.help == FM_HELP_OTHER && why.largest == 0);
	cr_assert_eq(fm_pool_resize(pool, block + 1, 1, NULL), FM_E_INTERIOR);
	cr_assert_eq(fm_pool_resize(pool, buffer.data, 1, NULL), FM_E_STALE);
	cr_assert_eq(fm_pool_resize(pool, &why, 1, NULL), FM_E_FOREIGN);
	cr_assert_eq(fm_pool_resize(pool, block, 0, &why), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_resize(pool, NULL, 1, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_resize(NULL, block, 1, NULL), FM_E_ARGUMENT);
	cr_assert_eq(usage_of(pool).refused, 1, "misuse is no request");
	fm_pool_unref(pool);
}

Test(blocks, who_keeps_no_records_says_so)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 256, .name = "scratch"));
	fm_refusal why = FM_STRUCT(fm_refusal);
	struct seen seen = { .count = 0 };
	fm_block block = { 7, 7, 7 };
	void *raw = fm_pool_alloc(pool, 16);
	size_t trimmed = 7;

	cr_assert_eq(fm_pool_block(pool, (uintptr_t)raw, &block), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_walk(pool, see, &seen), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_pool_resize(pool, raw, 1, &why), FM_E_UNSUPPORTED);
	cr_assert(why.status == FM_E_UNSUPPORTED && why.help == FM_HELP_OTHER);
	cr_assert_str_eq(why.subject, "scratch");
	cr_assert_eq(fm_pool_trim(pool, 0, &trimmed), FM_E_UNSUPPORTED);
	cr_assert(block.token == 7 && seen.count == 0 && trimmed == 7);
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(blocks, what_is_missing_is_said)
{
	fm_pool *pool = slots();
	fm_block block;

	cr_assert_eq(fm_pool_block(NULL, 1, &block), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_block(pool, 1, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_walk(NULL, see, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_walk(pool, NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_trim(NULL, 0, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_check(NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

/** Turns over each bit of the pool's counters and records: the check says FM_OK or FM_E_DAMAGED, ends, and leaves the pool alone. */
static void expect_check_is_total(fm_pool *pool)
{
	fm_pool_usage usage = usage_of(pool);
	size_t damaged = 0;

	cr_assert_eq(fm_pool_check(pool), FM_OK);
	for (size_t i = offsetof(fm_strategy_state, taken); i < usage.control; i++) {
		if (i == sizeof(fm_strategy_state))
			i = FM_POOL_HEAD(pool->state.strategy->state_bytes);
		for (unsigned bit = 0; bit < 8; bit++) {
			unsigned char *byte = (unsigned char *)pool + i;

			*byte ^= (unsigned char)(1u << bit);
			fm_status status = fm_pool_check(pool);

			*byte ^= (unsigned char)(1u << bit);
			cr_assert(status == FM_OK || status == FM_E_DAMAGED);
			damaged += status == FM_E_DAMAGED;
		}
	}
	cr_assert_gt(damaged, 100);
	cr_assert_eq(fm_pool_check(pool), FM_OK);
}

Test(blocks, a_check_finds_what_a_stray_write_did)
{
	static FM_ALIGNED(16) unsigned char storage[4096];
	static const char *const names[] = { "arena", "slots" };
	fm_buffer buffers[3];

	for (size_t i = 0; i < 2; i++) {
		fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .strategy = names[i], .storage = storage, .capacity = sizeof storage,
						  .block_size = i == 1 ? 64 : 0, .max_buffers = i == 0 ? 8 : 0));

		for (int n = 0; n < 3; n++)
			cr_assert_eq(fm_pool_acquire(pool, 40, 0, &buffers[n], NULL), FM_OK);
		cr_assert_not_null(fm_pool_alloc(pool, 10));
		cr_assert_eq(fm_pool_release(pool, buffers[1].token), FM_OK);
		expect_check_is_total(pool);
		fm_pool_unref(pool);
	}
}
