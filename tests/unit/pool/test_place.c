/* SPDX-License-Identifier: MIT */
/** @file
 * Blocks and control lie where the options say, and too little room is answered by the room it takes. */
#include "pools.h"

static alignas(64) unsigned char storage[8192];
static alignas(64) unsigned char control[4096];

static int inside(const void *pointer, const unsigned char *bytes, size_t size)
{
	return (uintptr_t)pointer - (uintptr_t)bytes < size;
}

Test(place, everything_in_the_callers_storage)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .storage = storage, .capacity = sizeof storage, .block_size = 100, .alignment = 64));
	void *base;
	size_t size;

	cr_assert_eq((void *)pool, (void *)storage);
	cr_assert_eq(fm_pool_storage(pool, &base, &size), FM_OK);
	cr_assert(inside(base, storage, sizeof storage) && (uintptr_t)base % 64 == 0);
	cr_assert_leq((uintptr_t)base + size, (uintptr_t)storage + sizeof storage);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(place, records_apart_from_the_blocks)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .storage = storage, .capacity = 4 * 64, .block_size = 64, .control = control,
					  .control_size = sizeof control));
	unsigned char before[256];

	memset(storage, 0x5A, sizeof before);
	memcpy(before, storage, sizeof before);
	cr_assert_eq((void *)pool, (void *)control);
	for (int i = 0; i < 4; i++)
		cr_assert_eq(fm_pool_alloc(pool, 64), storage + 64 * i);
	cr_assert_null(fm_pool_alloc(pool, 1));
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_arr_eq(storage, before, sizeof before, "a pool writes nothing into its blocks");
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(place, blocks_of_the_provider_and_control_of_the_caller)
{
	struct ledger ledger = { .obtains = 0 };
	fm_memory_provider provider = provider_of(&ledger);
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 4096, .alignment = 4096, .control = control, .control_size = sizeof control,
					  .provider = &provider));

	cr_assert_eq((void *)pool, (void *)control);
	cr_assert_eq(ledger.size, 4096);
	cr_assert_eq(ledger.align, 4096);
	cr_assert_eq(usage_of(pool).capacity, 4096);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	cr_assert_eq(ledger.out, 0);
}

Test(place, the_control_limits_the_blocks)
{
	fm_pool_options options = { .struct_size = sizeof options, .storage = storage, .capacity = 4096, .block_size = 16, .control = control };

	cr_assert_eq(fm_pool_control_size(&options, 10, &options.control_size), FM_OK);
	fm_pool *pool = opened(&options);
	uint64_t blocks = usage_of(pool).capacity / 16;

	cr_assert_eq(blocks, 10);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(place, what_is_too_small_says_what_it_takes)
{
	static const size_t alignments[] = { 1, 16, 64, 1024 };

	for (unsigned i = 0; i < sizeof alignments / sizeof alignments[0]; i++) {
		for (size_t block = 0; block < 300; block += 37) {
			fm_pool_options options = { .struct_size = sizeof options, .storage = storage + 16, .capacity = 1, .block_size = block };

			options.alignment = alignments[i];
			options.max_buffers = block ? 0 : 3;

			fm_refusal why = refused(&options, FM_E_TOO_LARGE);

			cr_assert_eq(why.help, FM_HELP_ENLARGE);
			options.capacity = (size_t)why.help_bytes - 1;
			refused(&options, FM_E_TOO_LARGE);
			options.capacity = (size_t)why.help_bytes;
			cr_assert_eq(fm_pool_close(opened(&options)), FM_OK);

			options.control = control;
			why = refused(&options, FM_E_TOO_LARGE);
			options.control_size = (size_t)why.help_bytes - 1;
			refused(&options, FM_E_TOO_LARGE);
			options.control_size = (size_t)why.help_bytes;
			cr_assert_eq(fm_pool_close(opened(&options)), FM_OK);
		}
	}
}

Test(place, what_no_memory_holds_is_refused)
{
	struct ledger ledger = { .obtains = 0 };
	fm_memory_provider provider = provider_of(&ledger);

	refused(FM_OPTIONS(fm_pool_options, .capacity = SIZE_MAX, .provider = &provider), FM_E_NO_MEMORY);
	refused(FM_OPTIONS(fm_pool_options, .capacity = SIZE_MAX - 15, .provider = &provider), FM_E_NO_MEMORY);
	refused(FM_OPTIONS(fm_pool_options, .capacity = 64, .block_size = 65, .provider = &provider), FM_E_TOO_LARGE);
	refused(FM_OPTIONS(fm_pool_options, .storage = storage, .capacity = SIZE_MAX), FM_E_ARGUMENT);
	refused(FM_OPTIONS(fm_pool_options, .capacity = 64, .control = control + 8, .control_size = 1024), FM_E_ALIGNMENT);
	cr_assert_eq(ledger.obtains, 0, "nobody was asked");
}

/** What options without a provider's memory come to: the plan as read, the functions taken out, as where fm_memory_default() is NULL. */
static fm_status find_without_provider(const fm_pool_options *options)
{
	fm_refusal refusal = FM_STRUCT(fm_refusal);
	fm_pool_place place;
	fm_pool_plan plan;

	cr_assert_eq(fm_pool_read_options(options, &plan, &(fm_refusal){ .struct_size = sizeof(fm_refusal) }), FM_OK);
	memset(&plan.provider, 0, sizeof plan.provider);
	return fm_pool_find_place(&plan, &place, &refusal);
}

Test(place, without_a_provider_the_caller_brings_everything)
{
	fm_space *space = NULL;

	cr_assert_eq(fm_space_open(fm_profile_find("gba"), NULL, &space, NULL), FM_OK);
	cr_assert_eq(find_without_provider(FM_OPTIONS(fm_pool_options, .capacity = 64)), FM_E_NO_MEMORY);
	cr_assert_eq(find_without_provider(FM_OPTIONS(fm_pool_options, .capacity = 64, .control = control, .control_size = sizeof control)), FM_E_NO_MEMORY);
	cr_assert_eq(find_without_provider(FM_OPTIONS(fm_pool_options, .capacity = sizeof storage, .storage = storage)), FM_OK);

	fm_pool_options options = { .struct_size = sizeof options, .capacity = 64, .space = space, .region = "iwram" };

	cr_assert_eq(find_without_provider(&options), FM_E_NO_MEMORY);
	options.control = control;
	options.control_size = sizeof control;
	cr_assert_eq(find_without_provider(&options), FM_OK);
	cr_assert_eq(fm_space_close(space), FM_OK);
}
