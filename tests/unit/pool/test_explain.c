/* SPDX-License-Identifier: MIT */
/** @file
 * A refusal is true in every member, the same whether asked before or told after, and its help helps. */
#include "../base/random.h"
#include "pools.h"

enum { ROUNDS = 20000 };

static alignas(64) unsigned char storage[1 << 14];

static fm_refusal acquire_refused(fm_pool *pool, size_t size, size_t align, fm_status want)
{
	fm_refusal asked = FM_STRUCT(fm_refusal), told = FM_STRUCT(fm_refusal);
	fm_buffer buffer;

	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BUFFER, size, align, &asked), want);
	cr_assert_eq(fm_pool_acquire(pool, size, align, &buffer, &told), want);
	cr_assert_eq(memcmp(&asked, &told, sizeof asked), 0);
	cr_assert_eq(told.status, want);
	cr_assert_eq(told.asked, size);
	return told;
}

static void expect_room(const fm_refusal *why, uint64_t capacity, uint64_t available, uint64_t largest)
{
	cr_assert_eq(why->capacity, capacity);
	cr_assert_eq(why->available, available);
	cr_assert_eq(why->largest, largest);
}

static void expect_help(const fm_refusal *why, fm_help help, uint64_t bytes)
{
	cr_assert_eq(why->help, help);
	cr_assert_eq(why->help_bytes, bytes);
	cr_assert_str_eq(why->subject, "test");
}

Test(explain, slots_say_everything)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .name = "test", .block_size = 40, .alignment = 32, .capacity = 128));
	fm_refusal why = acquire_refused(pool, 41, 0, FM_E_TOO_LARGE);

	expect_room(&why, 128, 128, 40);
	expect_help(&why, FM_HELP_ASK_LESS, 40);
	cr_assert_eq(why.align, 32);
	why = acquire_refused(pool, 1, 64, FM_E_ALIGNMENT);
	expect_room(&why, 128, 128, 0);
	expect_help(&why, FM_HELP_ALIGN, 32);
	why = acquire_refused(pool, 1, 12, FM_E_ALIGNMENT);
	expect_help(&why, FM_HELP_ALIGN, 16);
	why = acquire_refused(pool, 1, 48, FM_E_ALIGNMENT);
	expect_help(&why, FM_HELP_ALIGN, 32);
	why = acquire_refused(pool, 0, 0, FM_E_ARGUMENT);
	expect_help(&why, FM_HELP_OTHER, 0);
	cr_assert(fm_pool_alloc(pool, 1) != NULL && fm_pool_alloc(pool, 1) != NULL);
	why = acquire_refused(pool, 1, 0, FM_E_EXHAUSTED);
	expect_room(&why, 128, 0, 0);
	expect_help(&why, FM_HELP_RELEASE, 64);
	fm_pool_unref(pool);
}

Test(explain, arenas_say_everything)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .name = "test", .capacity = 256, .max_buffers = 1));
	fm_refusal why = acquire_refused(pool, 257, 0, FM_E_TOO_LARGE);
	fm_buffer buffer;

	expect_room(&why, 256, 256, 256);
	expect_help(&why, FM_HELP_ENLARGE, 272);
	why = acquire_refused(pool, SIZE_MAX, 0, FM_E_TOO_LARGE);
	expect_help(&why, FM_HELP_ASK_LESS, 256);
	why = acquire_refused(pool, 9, 3, FM_E_ALIGNMENT);
	expect_help(&why, FM_HELP_ALIGN, 4);
	expect_room(&why, 256, 256, 0);
	why = acquire_refused(pool, 257, 48, FM_E_ALIGNMENT);
	expect_help(&why, FM_HELP_ALIGN, 64);
	cr_assert_not_null(fm_pool_alloc(pool, 100));
	why = acquire_refused(pool, 200, 0, FM_E_EXHAUSTED);
	expect_room(&why, 256, 144, 144);
	expect_help(&why, FM_HELP_RELEASE, 64);
	cr_assert_eq(fm_pool_acquire(pool, 16, 0, &buffer, NULL), FM_OK);
	why = acquire_refused(pool, 16, 0, FM_E_EXHAUSTED);
	expect_room(&why, 256, 128, 0);
	expect_help(&why, FM_HELP_BUFFERS, 0);
	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BLOCK, 16, 0, &why), FM_OK);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
	fm_pool_unref(pool);

	pool = opened(FM_OPTIONS(fm_pool_options, .name = "test", .capacity = 256, .max_buffers = FM_NO_BUFFERS));
	why = acquire_refused(pool, 16, 0, FM_E_UNSUPPORTED);
	expect_help(&why, FM_HELP_BUFFERS, 0);
	fm_pool_unref(pool);
}

Test(explain, an_alignment_above_the_storage_is_met_with_the_largest_that_works)
{
	static const size_t sizes[] = { 1, 100, 4096 };

	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .name = "test", .capacity = 4096));
		size_t beyond = SIZE_MAX / 2 + 1;
		fm_refusal why = acquire_refused(pool, sizes[i], beyond, FM_E_TOO_LARGE);
		size_t at_most = (size_t)why.help_bytes;

		expect_help(&why, FM_HELP_ALIGN, at_most);
		cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BUFFER, sizes[i], at_most, NULL), FM_OK);
		cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BUFFER, sizes[i], at_most * 2, NULL), FM_E_TOO_LARGE);
		why = acquire_refused(pool, sizes[i], beyond + 1, FM_E_ALIGNMENT);
		expect_help(&why, FM_HELP_ALIGN, at_most);
		why = acquire_refused(pool, 4097, beyond, FM_E_TOO_LARGE);
		cr_assert_neq(why.help, FM_HELP_ALIGN, "no alignment lets this in");
		why = acquire_refused(pool, SIZE_MAX, beyond, FM_E_TOO_LARGE);
		expect_help(&why, FM_HELP_OTHER, 0);
		cr_assert_eq(fm_pool_close(pool), FM_OK);
	}
}

Test(explain, what_is_no_question_is_said)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .name = "test", .capacity = 64));

	cr_assert_eq(fm_pool_explain(NULL, FM_REQUEST_BLOCK, 1, 0, &why), FM_E_ARGUMENT);
	cr_assert_eq(why.status, FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BLOCK + 1, 1, 0, &why), FM_E_UNSUPPORTED);
	cr_assert_eq(why.status, FM_E_UNSUPPORTED);
	expect_help(&why, FM_HELP_OTHER, 0);
	why.status = 77;
	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BLOCK, 1, 0, &why), FM_OK);
	cr_assert_eq(why.status, 77, "why stays");
	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BLOCK, 65, 0, NULL), FM_E_TOO_LARGE);
	why.struct_size = sizeof why.struct_size;
	cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BLOCK, 65, 0, &why), FM_E_TOO_LARGE);
	cr_assert_eq(why.status, 77, "a struct_size that is not believed");
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

/** Opens the arena anew with what `why` says it takes; the request must be granted then. */
static void enlarge_and_retry(fm_pool_options options, const fm_refusal *why, size_t size, size_t align)
{
	fm_buffer buffer;

	options.capacity = (size_t)why->help_bytes;
	if (options.storage != NULL && options.capacity > sizeof storage)
		return;

	fm_pool *pool = opened(&options);

	cr_assert_eq(fm_pool_acquire(pool, size, align, &buffer, NULL), FM_OK);
	cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(explain, help_helps)
{
	uint64_t seed = 7;
	unsigned enlarged = 0, lowered = 0;

	for (int i = 0; i < ROUNDS; i++) {
		uint64_t word = random_word(&seed);
		fm_pool_options options = { .struct_size = sizeof options, .storage = storage, .capacity = 4096, .max_buffers = 8, .alignment = (size_t)1 << (word & 7) };
		size_t size = 1 + (size_t)(word >> 8) % 8000, align = (size_t)1 << (word >> 32) % 30;
		fm_refusal why = FM_STRUCT(fm_refusal);
		fm_pool *pool = opened(&options);
		fm_buffer buffer;

		(void)!fm_pool_alloc(pool, (size_t)(word >> 40) % 3000);
		switch (fm_pool_acquire(pool, size, align, &buffer, &why)) {
		case FM_OK:
			cr_assert_eq(fm_pool_release(pool, buffer.token), FM_OK);
			break;
		case FM_E_TOO_LARGE:
			if (why.help == FM_HELP_ALIGN) {
				cr_assert_eq(fm_pool_reset(pool), FM_OK);
				cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BUFFER, size, (size_t)why.help_bytes, NULL), FM_OK);
				lowered++;
				break;
			}
			cr_assert_eq(why.help, FM_HELP_ENLARGE);
			enlarge_and_retry(options, &why, size, align);
			enlarged++;
			break;
		default:
			cr_assert_eq(why.status, FM_E_EXHAUSTED);
			cr_assert_lt(why.largest, size);
			cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BUFFER, (size_t)why.largest, align, NULL), why.largest ? FM_OK : FM_E_ARGUMENT);
			cr_assert_eq(fm_pool_reset(pool), FM_OK);
			cr_assert_eq(fm_pool_explain(pool, FM_REQUEST_BUFFER, size, align, NULL), FM_OK, "exhausted fits an empty pool");
		}
		cr_assert_eq(fm_pool_reset(pool), FM_OK);
		cr_assert_eq(fm_pool_close(pool), FM_OK);
	}
	cr_assert_gt(enlarged, 1000u);
	cr_assert_gt(lowered, 100u);
}
