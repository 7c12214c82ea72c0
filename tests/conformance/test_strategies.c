/* SPDX-License-Identifier: MIT */
/** @file
 * What every strategy promises, in every legal combination of the table: a new strategy is judged by its line of the registry alone. Illegal
 * combinations are refused by the option that asks for them. */
#include "../model/first_fit.h"
#include "../unit/pool/pools.h"

enum { BYTES = 8192, BLOCK = 48, COUNT_MAX = 40, OUT_MAX = 1024 };

static FM_ALIGNED(64) unsigned char storage[BYTES + 128];
static FM_ALIGNED(16) unsigned char control[1 << 15];

/** Options of the strategy at an index of fm_strategy_get_info(), without storage. */
static fm_pool_options options_at(size_t index)
{
	fm_pool_options options = { .struct_size = sizeof options };
	fm_strategy_info info = FM_STRUCT(fm_strategy_info);
	fm_strategy_wish wish = { .alignment = FM_POOL_ALIGN };
	const char *at_fault;

	cr_assert_eq(fm_strategy_get_info(index, &info), FM_OK);
	if (fm_strategy_at(index) == NULL) {
		options.ops = &first_fit;
		return options;
	}
	options.strategy = info.name;
	if (fm_strategy_at(index)->judge(&wish, &at_fault) != FM_OK)
		options.block_size = BLOCK;
	return options;
}

static fm_strategy_info info_at(size_t index)
{
	fm_strategy_info info = FM_STRUCT(fm_strategy_info);

	(void)fm_strategy_get_info(index, &info);
	return info;
}

static size_t strategies(void)
{
	fm_strategy_info info = FM_STRUCT(fm_strategy_info);
	size_t count = 0;

	while (fm_strategy_get_info(count, &info) == FM_OK)
		count++;
	return count;
}

/** Takes blocks until one is refused: each is where it may be, and the refusal says so in truth; then all go back. */
static void expect_whole(fm_pool *pool)
{
	static void *out[OUT_MAX];
	fm_refusal why = FM_STRUCT(fm_refusal);
	size_t count = 0, size;
	void *base;

	cr_assert_eq(fm_pool_storage(pool, &base, &size), FM_OK);
	while (count < OUT_MAX && (out[count] = fm_pool_alloc(pool, BLOCK)) != NULL) {
		cr_assert((uintptr_t)out[count] - (uintptr_t)base <= size - BLOCK && (uintptr_t)out[count] % FM_POOL_ALIGN == 0);
		memset(out[count], (int)count, BLOCK);
		count++;
	}
	cr_assert(count > 0 && count < OUT_MAX);
	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BLOCK, BLOCK, 0, &why), FM_E_EXHAUSTED);
	cr_assert(why.asked == BLOCK && why.capacity == size && why.help != FM_HELP_NONE && why.largest < BLOCK);
	cr_assert_eq(fm_pool_check(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_E_BUSY);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < BLOCK; k++)
			cr_assert_eq(((unsigned char *)out[i])[k], (unsigned char)i, "blocks overlap");
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(usage_of(pool).used, 0);
	cr_assert_eq(fm_pool_check(pool), FM_OK);
}

/** Everything that can be said without knowing the strategy. */
static void expect_conforms(const fm_pool_options *options)
{
	fm_pool *pool = opened(options);
	fm_buffer buffer;

	expect_whole(pool);
	cr_assert_eq(fm_pool_acquire(pool, BLOCK, 0, &buffer, NULL), FM_OK);
	cr_assert_eq(fm_pool_reset(pool), FM_E_BUSY);
	cr_assert_eq(fm_pool_seal(pool), FM_OK);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_E_STALE);
	expect_whole(pool);
	cr_assert_eq(fm_pool_acquire(pool, BLOCK, 0, &buffer, NULL), FM_OK);
	fm_pool_unref(pool);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK, "the last buffer takes the pool along");
}

static void expect_in_provider(fm_pool_options options)
{
	struct ledger ledger = { .obtains = 0 };
	fm_memory_provider provider = provider_of(&ledger);

	options.provider = &provider;
	options.capacity = BYTES;
	expect_conforms(&options);
	cr_assert(ledger.out == 0 && ledger.drops == 1);
}

static void expect_in_region(fm_pool_options options)
{
	fm_region_usage usage = FM_STRUCT(fm_region_usage);

	cr_assert_eq(fm_space_open(fm_profile_find("gba"), NULL, &options.space, NULL), FM_OK);
	options.region = "iwram";
	options.capacity = BYTES;
	expect_conforms(&options);
	cr_assert_eq(fm_space_get_usage(options.space, "iwram", &usage), FM_OK);
	cr_assert_eq(usage.used, 0);
	cr_assert_eq(fm_space_close(options.space), FM_OK);
}

Test(strategies, every_legal_combination_conforms)
{
	for (size_t i = 0; i < strategies(); i++) {
		fm_strategy_info info = info_at(i);

		for (uint32_t choice = 0; choice < 32 * 32; choice++) {
			fm_pool_options options = options_at(i);

			options.mode = choice / 32;
			options.sharing = choice % 32;
			if ((info.modes >> options.mode & 1) == 0 || (info.sharings >> options.sharing & 1) == 0)
				continue;
			if (info.storages & FM_STORAGE_CALLER) {
				options.storage = storage;
				options.capacity = BYTES;
				expect_conforms(&options);
				options.storage = NULL;
			}
			if (info.storages & FM_STORAGE_PROVIDER)
				expect_in_provider(options);
			if (info.storages & FM_STORAGE_REGION)
				expect_in_region(options);
		}
	}
}

Test(strategies, every_illegal_combination_is_refused_by_its_option)
{
	for (size_t i = 0; i < strategies(); i++) {
		fm_strategy_info info = info_at(i);
		fm_pool_options options = options_at(i);

		options.storage = storage;
		options.capacity = BYTES;
		for (uint32_t bit = 0; bit < 40; bit++) {
			options.mode = bit;
			if (bit >= 32 || (info.modes >> bit & 1) == 0)
				cr_assert_str_eq(refused(&options, FM_E_UNSUPPORTED).subject, "options.mode");
			options.mode = 0;
			options.sharing = bit;
			if (bit >= 32 || (info.sharings >> bit & 1) == 0)
				cr_assert_str_eq(refused(&options, FM_E_UNSUPPORTED).subject, "options.sharing");
			options.sharing = 0;
		}
	}
}

/** Bytes of blocks that a pool has in `bytes` bytes at `at`; 0: none opens there. */
static size_t held(fm_pool_options options, unsigned char *at, size_t bytes)
{
	fm_pool *pool = NULL;
	void *base;
	size_t size;

	options.storage = at;
	options.capacity = bytes;
	if (fm_pool_open(&options, &pool, NULL) != FM_OK)
		return 0;
	cr_assert_eq(fm_pool_storage(pool, &base, &size), FM_OK);
	cr_assert((unsigned char *)base >= at && (unsigned char *)base + size <= at + bytes);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	return size;
}

/** The bytes that the footprint says hold what was asked, wherever they lie; in the worst place one byte less does not. */
static void expect_exact(fm_pool_options options, size_t count)
{
	size_t bytes, needed = count * (options.block_size != 0 ? FM_POOL_ROUND(options.block_size) : 1), least = SIZE_MAX;

	cr_assert_eq(fm_pool_footprint(&options, count, &bytes), FM_OK);
	for (size_t offset = 0; offset < 64; offset += FM_POOL_ALIGN) {
		size_t less = held(options, storage + offset, bytes - 1);

		cr_assert_geq(held(options, storage + offset, bytes), needed);
		least = less < least ? less : least;
	}
	cr_assert_lt(least, needed, "one byte less holds as much");
}

Test(strategies, a_footprint_is_exact)
{
	for (size_t i = 0; i < strategies(); i++) {
		fm_pool_options options = options_at(i);

		for (size_t count = 1; count <= COUNT_MAX; count++) {
			options.control = NULL;
			expect_exact(options, count * (options.block_size != 0 ? 1 : 64));
			options.control = control;
			options.control_size = sizeof control;
			expect_exact(options, count * (options.block_size != 0 ? 1 : 64));
		}
	}
}

Test(strategies, a_footprint_never_falls)
{
	for (size_t i = 0; i < strategies(); i++) {
		fm_pool_options options = options_at(i);
		size_t before = 0, bytes;

		for (size_t count = 0; count < 3000; count++) {
			cr_assert_eq(fm_pool_footprint(&options, count, &bytes), FM_OK);
			cr_assert_geq(bytes, before);
			before = bytes;
		}
	}
}

/** Each call of the provider fails in turn, once and for ever: what is refused says so, and nothing stays behind. */
Test(strategies, no_memory_is_an_ordinary_answer)
{
	for (size_t i = 0; i < strategies(); i++) {
		for (unsigned fail_at = 1; fail_at < 10; fail_at++) {
			struct ledger ledger = { .fail_at = fail_at };
			fm_memory_provider provider = provider_of(&ledger);
			fm_pool_options options = options_at(i);
			fm_pool *pool = NULL;

			options.provider = &provider;
			options.capacity = BYTES;
			if (fm_pool_open(&options, &pool, NULL) == FM_OK) {
				expect_whole(pool);
				cr_assert_eq(fm_pool_close(pool), FM_OK);
			}
			cr_assert(pool != NULL || ledger.obtains == fail_at);
			cr_assert_eq(ledger.out, 0);
		}
	}
}

/** The statuses that misuse of a pool may get. */
static int is_verdict(fm_status status)
{
	return status == FM_E_FOREIGN || status == FM_E_INTERIOR || status == FM_E_DOUBLE || status == FM_E_UNSUPPORTED || status == FM_E_STALE ||
	       status == FM_E_ORDER;
}

/** Every address in and around the storage, with nothing out: each is judged, none changes the pool. */
Test(strategies, every_address_is_judged)
{
	for (size_t i = 0; i < strategies(); i++) {
		fm_pool_options options = options_at(i);

		options.storage = storage;
		options.capacity = BYTES;

		fm_pool *pool = opened(&options);

		for (size_t offset = 0; offset < sizeof storage; offset++)
			cr_assert(is_verdict(fm_pool_free(pool, storage + offset)));
		for (unsigned bit = 0; bit < 64; bit++)
			cr_assert(is_verdict(fm_pool_free_address(pool, UINT64_C(1) << bit)));
		cr_assert_eq(fm_pool_check(pool), FM_OK);
		expect_whole(pool);
		cr_assert_eq(fm_pool_close(pool), FM_OK);
	}
}
