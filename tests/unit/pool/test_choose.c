/* SPDX-License-Identifier: MIT */
/** @file
 * What options leave to the platform: the first region of the wants that has room, and the strategy that the platform is advised. */
#include <criterion/criterion.h>
#include <string.h>

#include <flightmem/pool.h>
#include <flightmem/resolve.h>

static fm_space *space;

static void open_space(const char *platform)
{
	cr_assert_eq(fm_space_open(fm_profile_find(platform), NULL, &space, NULL), FM_OK);
}

static void open_psx(void)
{
	open_space("psx");
}

/** Nothing holds the space any more. */
static void close_space(void)
{
	cr_assert_eq(fm_space_close(space), FM_OK);
}

static fm_pool *open_by(const char *wants, size_t capacity, size_t block_size)
{
	fm_pool_options options = { .struct_size = sizeof options, .space = space, .wants = wants, .capacity = capacity, .block_size = block_size };
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_pool *pool = NULL;

	cr_assert_eq(fm_pool_open(&options, &pool, &why), FM_OK, "%s: %s: %s", wants, why.subject, fm_status_name(why.status));
	return pool;
}

/** Opens with options that are refused, and gives the record; nothing may have changed. */
static fm_refusal refuse(const fm_pool_options *options, fm_status want, const char *subject)
{
	fm_pool *out = (fm_pool *)&space;
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(fm_pool_open(options, &out, &why), want, "%s", fm_status_name(fm_pool_open(options, &out, NULL)));
	cr_assert(out == (fm_pool *)&space && why.status == want);
	cr_assert_str_eq(why.subject, subject);
	return why;
}

static uint64_t used(const char *region)
{
	fm_region_usage usage = FM_STRUCT(fm_region_usage);

	cr_assert_eq(fm_space_get_usage(space, region, &usage), FM_OK);
	return usage.used;
}

Test(choose, a_pool_opens_in_the_first_region_that_has_room, .init = open_psx, .fini = close_space)
{
	fm_pool *first = open_by("scratchpad, else main", 600, 0);
	fm_pool *second = open_by("scratchpad, else main", 600, 0);
	fm_pool *third = open_by("scratchpad, else main", 0, 8);

	cr_assert_str_eq(fm_pool_name(first), "scratchpad");
	cr_assert_str_eq(fm_pool_name(second), "main_ram");
	cr_assert_str_eq(fm_pool_name(third), "scratchpad");
	cr_assert_eq(used("scratchpad"), 1024);
	cr_assert_eq(fm_pool_close(first), FM_OK);
	cr_assert_eq(fm_pool_close(second), FM_OK);
	cr_assert_eq(fm_pool_close(third), FM_OK);
}

Test(choose, all_that_is_left_is_at_least_what_the_want_says, .init = open_psx, .fini = close_space)
{
	fm_pool *pool = open_by("scratchpad, else main; at least 2 KiB", 0, 0);

	cr_assert_str_eq(fm_pool_name(pool), "main_ram");
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	pool = open_by("scratchpad aligned to 1 MiB", 64, 0);
	cr_assert_eq(fm_pool_close(pool), FM_OK, "its first byte is aligned to 8 MiB");
}

Test(choose, memory_without_pointers_is_passed_over, .init = open_psx, .fini = close_space)
{
	fm_pool *pool = open_by("video, else scratchpad", 64, 0);

	cr_assert_str_eq(fm_pool_name(pool), "scratchpad");
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "video", .capacity = 64), FM_E_PERMISSION, "mapped of vram");
}

Test(choose, alignment_is_asked_of_the_region, .init = open_psx, .fini = close_space)
{
	fm_pool *pool = NULL;

	cr_assert_eq(fm_pool_open(FM_OPTIONS(fm_pool_options, .space = space, .wants = "main", .capacity = 8192, .alignment = 4096), &pool, NULL), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "main", .capacity = 64, .alignment = 3), FM_E_ALIGNMENT, "options.alignment");
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "main", .capacity = 64, .alignment = 1 << 22), FM_E_TOO_LARGE, "main_ram");
}

Test(choose, the_last_want_says_why_none_holds, .init = open_psx, .fini = close_space)
{
	fm_pool *pool = open_by("scratchpad", 600, 0);
	fm_refusal why = refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "main dma 4 MiB, else scratchpad", .capacity = 600), FM_E_EXHAUSTED,
				"scratchpad");

	cr_assert(why.asked == 608 && why.available == 416 && why.help == FM_HELP_RELEASE && why.help_bytes == 608);
	why = refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "scratchpad, else main 4 MiB", .capacity = 600), FM_E_TOO_LARGE, "main_ram");
	cr_assert(why.asked == 4194304 && why.help == FM_HELP_ASK_LESS);
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "main", .capacity = SIZE_MAX), FM_E_TOO_LARGE, "main_ram");
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(choose, wants_that_are_wrong_are_named, .init = open_psx, .fini = close_space)
{
	unsigned char storage[64];

	refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "scrathpad", .capacity = 64), FM_E_SYNTAX, "options.wants");
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "main 99 EiB", .capacity = 64), FM_E_RANGE, "options.wants");
	refuse(FM_OPTIONS(fm_pool_options, .wants = "main", .capacity = 64), FM_E_UNSUPPORTED, "options.space");
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "main", .region = "main_ram", .capacity = 64), FM_E_UNSUPPORTED, "options.region");
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .wants = "main", .storage = storage, .capacity = 64), FM_E_UNSUPPORTED, "options.storage");
	refuse(FM_OPTIONS(fm_pool_options, .space = space, .capacity = 64), FM_E_UNSUPPORTED, "options.region");
}

/** What fm_pool_open() would take in a region. */
static fm_advice advice_in(const char *region, const char *strategy, size_t block_size)
{
	fm_pool_options options = { .struct_size = sizeof options, .space = space, .region = region, .strategy = strategy, .block_size = block_size };
	fm_advice advice = FM_STRUCT(fm_advice);

	cr_assert_eq(fm_pool_advice(&options, &advice), FM_OK);
	cr_assert_not_null(advice.reason);
	return advice;
}

Test(choose, the_platform_is_asked_for_the_strategy, .init = open_psx, .fini = close_space)
{
	fm_advice advice = advice_in("scratchpad", NULL, 0);

	cr_assert_str_eq(advice.strategy, "arena");
	cr_assert_str_eq(advice.use, "scratchpad");
	advice = advice_in("main_ram", NULL, 0);
	cr_assert_str_eq(advice.strategy, "tlsf");
	cr_assert_str_eq(advice.reason, "2 MiB: blocks of any size in bounded time");
	cr_assert_str_eq(advice_in("exp1", NULL, 0).use, "main", "there is none for its kind");

	fm_pool *pool = open_by("main", 4096, 0);

	cr_assert_str_eq(fm_pool_strategy(pool), "tlsf");
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(choose, what_the_options_say_comes_first, .init = open_psx, .fini = close_space)
{
	fm_advice advice = advice_in("main_ram", "arena", 0);

	cr_assert_str_eq(advice.strategy, "arena");
	cr_assert_null(advice.use);
	cr_assert_str_eq(advice_in("main_ram", NULL, 8).strategy, "slots");
	cr_assert_eq(fm_pool_advice(FM_OPTIONS(fm_pool_options, .capacity = 64), &advice), FM_OK);
	cr_assert_str_eq(advice.strategy, "arena");
	cr_assert_null(advice.use);
}

Test(choose, what_this_library_has_not_is_replaced)
{
	open_space("psx");

	fm_advice best = FM_STRUCT(fm_advice);
	fm_advice taken = advice_in("vram", NULL, 0);

	cr_assert_eq(fm_profile_strategy(fm_space_profile(space), "video", &best), FM_OK);
	cr_assert(strcmp(best.strategy, taken.strategy) == 0 || (strcmp(taken.strategy, "arena") == 0 && strcmp(taken.reason, best.reason) != 0));
	close_space();
}

Test(choose, advice_judges_as_open_does, .init = open_psx, .fini = close_space)
{
	fm_advice advice;

	memset(&advice, 0xA5, sizeof advice);
	cr_assert_eq(fm_pool_advice(FM_OPTIONS(fm_pool_options, .strategy = "slot"), NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_advice(NULL, &advice), FM_E_ABI_SIZE, "its struct_size is none");
	advice.struct_size = sizeof advice;
	fm_advice before = advice;

	cr_assert_eq(fm_pool_advice(NULL, &advice), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_advice(FM_OPTIONS(fm_pool_options, .strategy = "slot"), &advice), FM_E_NOT_FOUND);
	cr_assert_eq(fm_pool_advice(FM_OPTIONS(fm_pool_options, .space = space, .wants = "heap"), &advice), FM_E_NOT_FOUND);
	cr_assert_eq(fm_pool_advice(FM_OPTIONS(fm_pool_options, .space = space, .wants = "?"), &advice), FM_E_SYNTAX);
	cr_assert_eq(memcmp(&advice, &before, sizeof advice), 0);
}

Test(choose, a_footprint_is_that_of_the_strategy_that_is_taken, .init = open_psx, .fini = close_space)
{
	size_t by_wants = 0, by_name = 0;

	cr_assert_eq(fm_pool_control_size(FM_OPTIONS(fm_pool_options, .space = space, .wants = "main"), 4096, &by_wants), FM_OK);
	cr_assert_eq(fm_pool_control_size(FM_OPTIONS(fm_pool_options, .strategy = "tlsf"), 4096, &by_name), FM_OK);
	cr_assert_eq(by_wants, by_name);
}

Test(choose, an_older_caller_has_no_wants)
{
	fm_pool_options options = { .struct_size = offsetof(fm_pool_options, wants), .wants = "?" };
	fm_advice advice = FM_STRUCT(fm_advice);

	cr_assert_eq(fm_pool_advice(&options, &advice), FM_OK);
	cr_assert_str_eq(advice.strategy, "arena");
}
