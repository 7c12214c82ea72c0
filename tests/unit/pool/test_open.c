/* SPDX-License-Identifier: MIT */
/** @file
 * A pool opens with what it was given, or says why not and holds nothing. */
#include <stdio.h>

#include "pools.h"

static alignas(64) unsigned char bytes[4096];

Test(open, the_simple_case_holds_what_was_asked)
{
	static const size_t sizes[] = { 1, 15, 16, 1000, 1 << 20 };

	cr_assert_null(fm_pool_new(0));
	cr_assert_null(fm_pool_new(SIZE_MAX));
	cr_assert_null(fm_pool_new(SIZE_MAX / 2));
	for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		fm_pool *pool = fm_pool_new(sizes[i]);
		unsigned char *block = fm_pool_alloc(pool, sizes[i]);

		cr_assert_not_null(block);
		memset(block, 1, sizes[i]);
		cr_assert_eq(fm_pool_reset(pool), FM_OK);
		cr_assert_eq(fm_pool_close(pool), FM_OK);
	}
}

Test(open, a_missing_argument_is_said)
{
	fm_refusal why = FM_STRUCT(fm_refusal);

	refused(NULL, FM_E_ARGUMENT);
	refused(FM_OPTIONS(fm_pool_options, .name = "x"), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_open(FM_OPTIONS(fm_pool_options, .capacity = 1), NULL, &why), FM_E_ARGUMENT);
	cr_assert_eq(why.status, FM_E_ARGUMENT);
}

Test(open, a_refusal_names_the_pool_and_the_request)
{
	struct ledger ledger = { .fail_at = 1 };
	fm_memory_provider provider = provider_of(&ledger);
	fm_refusal why = refused(FM_OPTIONS(fm_pool_options, .name = "frames", .capacity = 77, .alignment = 64, .provider = &provider), FM_E_NO_MEMORY);

	cr_assert_str_eq(why.subject, "frames");
	cr_assert_eq(why.asked, 77);
	cr_assert_eq(why.align, 64);
	ledger = (struct ledger){ .fail_at = 1 };
	cr_assert_str_eq(refused(FM_OPTIONS(fm_pool_options, .capacity = 77, .provider = &provider), FM_E_NO_MEMORY).subject, "arena");
}

/** Expects that options are refused with this sentence. */
static void refused_with(const fm_pool_options *options, fm_status want, const char *sentence)
{
	fm_refusal why = refused(options, want);
	char said[256];

	fm_refusal_format(&why, said, sizeof said);
	cr_assert_str_eq(said, sentence);
}

#define ARGUMENT ": an argument is missing or outside its range; see the call's list of what each argument may be"
#define UNSUPPORTED ": the strategy, mode or platform does not offer this; choose a strategy or mode that does; its header lists what it offers"

Test(open, a_refusal_names_the_option_that_is_wrong)
{
	fm_memory_provider half = { .struct_size = sizeof half };

	refused_with(NULL, FM_E_ARGUMENT, "options" ARGUMENT);
	refused_with(FM_OPTIONS(fm_pool_options, .name = "x"), FM_E_ARGUMENT, "options.capacity" ARGUMENT);
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .strategy = "slots"), FM_E_ARGUMENT, "options.block_size" ARGUMENT);
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .strategy = "arena", .block_size = 8), FM_E_ARGUMENT, "options.block_size" ARGUMENT);
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .block_size = 8, .max_buffers = 8), FM_E_ARGUMENT, "options.max_buffers" ARGUMENT);
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .max_buffers = FM_NO_BUFFERS - 1), FM_E_ARGUMENT, "options.max_buffers" ARGUMENT);
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .provider = &half), FM_E_ARGUMENT, "options.provider" ARGUMENT);
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .mode = 9), FM_E_UNSUPPORTED, "options.mode" UNSUPPORTED);
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .sharing = 9), FM_E_UNSUPPORTED, "options.sharing" UNSUPPORTED);
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .region = "iwram"), FM_E_UNSUPPORTED, "options.space" UNSUPPORTED);
	refused_with(FM_OPTIONS(fm_pool_options, .storage = bytes, .capacity = SIZE_MAX), FM_E_ARGUMENT, "options.capacity" ARGUMENT);
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .strategy = "best-fit"), FM_E_NOT_FOUND,
		"strategy 'best-fit': there is no such name or index; check its spelling: pool.h names the strategies, flightmem profile list the platforms,"
		" flightmem profile show their regions");
}

Test(open, a_refusal_names_the_alignment_that_would_do)
{
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 4096, .alignment = 3), FM_E_ALIGNMENT,
		"options.alignment: an alignment is no power of two, or an address is not aligned to it; align to 4 bytes");
	refused_with(FM_OPTIONS(fm_pool_options, .storage = bytes + 8, .capacity = 1024, .alignment = 64), FM_E_ALIGNMENT,
		"options.storage: an alignment is no power of two, or an address is not aligned to it; align to 16 bytes");

	fm_pool_options options = { .struct_size = sizeof options, .storage = bytes, .capacity = sizeof bytes, .alignment = 1 << 20 };
	fm_refusal why = refused(&options, FM_E_TOO_LARGE);

	cr_assert_str_eq(why.subject, "options.alignment");
	cr_assert_eq(why.help, FM_HELP_ALIGN);
	options.alignment = (size_t)why.help_bytes * 2;
	refused(&options, FM_E_TOO_LARGE);
	options.alignment = (size_t)why.help_bytes;
	cr_assert_eq(fm_pool_close(opened(&options)), FM_OK);
}

Test(open, too_little_room_is_said_in_its_own_words)
{
	fm_pool_options options = { .struct_size = sizeof options, .storage = bytes, .capacity = 100 };
	fm_refusal why = refused(&options, FM_E_TOO_LARGE);
	char said[256], wanted[256];
	unsigned long needed = (unsigned long)why.help_bytes;

	cr_assert(needed > 1000 && needed < 10000);
	snprintf(wanted, sizeof wanted, "options.storage: 100 bytes can't hold the records and one block; "
		"enlarge it to at least %lu %03lu bytes (an arena takes less with a lower options.max_buffers)", needed / 1000, needed % 1000);
	fm_refusal_format(&why, said, sizeof said);
	cr_assert_str_eq(said, wanted);
	options.max_buffers = 1;
	cr_assert_lt(refused(&options, FM_E_TOO_LARGE).help_bytes, why.help_bytes, "as the sentence says");
	refused_with(FM_OPTIONS(fm_pool_options, .capacity = 8, .block_size = 64), FM_E_TOO_LARGE,
		"options.capacity: 8 bytes can't hold one block; enlarge it to at least 64 bytes");
	why = refused(FM_OPTIONS(fm_pool_options, .storage = bytes, .capacity = sizeof bytes, .control = bytes + 1024, .control_size = 64), FM_E_TOO_LARGE);
	cr_assert(why.capacity == 64 && why.help == FM_HELP_ENLARGE);
	cr_assert_str_eq(why.subject, "options.control");
}

Test(open, a_refusal_of_another_age_is_left_or_cut)
{
	fm_refusal why = { .struct_size = 1 };
	fm_pool *pool = NULL;

	cr_assert_eq(fm_pool_open(NULL, &pool, &why), FM_E_ARGUMENT);
	cr_assert_eq(why.struct_size, 1);
	cr_assert_eq(why.status, FM_OK);
}

Test(open, the_callers_bytes_are_untouched_by_a_failure)
{
	unsigned char before[sizeof bytes];

	memset(bytes, 0xA5, sizeof bytes);
	memcpy(before, bytes, sizeof bytes);
	refused(FM_OPTIONS(fm_pool_options, .storage = bytes, .capacity = 100), FM_E_TOO_LARGE);
	refused(FM_OPTIONS(fm_pool_options, .storage = bytes, .capacity = sizeof bytes, .control = bytes + 1024, .control_size = 64), FM_E_TOO_LARGE);
	refused(FM_OPTIONS(fm_pool_options, .storage = bytes + 8, .capacity = 1024), FM_E_ALIGNMENT);
	refused(FM_OPTIONS(fm_pool_options, .storage = bytes, .capacity = sizeof bytes, .mode = 9), FM_E_UNSUPPORTED);
	cr_assert_arr_eq(bytes, before, sizeof bytes);
}

Test(open, a_provider_that_fails_leaves_nothing)
{
	struct ledger ledger = { .fail_at = 1 };
	fm_memory_provider provider = provider_of(&ledger);

	refused(FM_OPTIONS(fm_pool_options, .capacity = 1000, .provider = &provider), FM_E_NO_MEMORY);
	cr_assert_eq(ledger.out, 0);
	cr_assert_eq(ledger.drops, 0, "no object was opened with the table");

	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 1000, .provider = &provider));

	memset(&provider, 0xEE, sizeof provider); /* the table was copied */
	cr_assert_eq(ledger.out, 1);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	cr_assert_eq(ledger.out, 0);
	cr_assert_eq(ledger.drops, 1);
}

Test(open, what_else_a_provider_returns_is_handed_on)
{
	static const fm_status statuses[] = { FM_E_PERMISSION, FM_E_BUSY, FM_E_EXHAUSTED, -12345 };

	for (unsigned i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
		struct ledger ledger = { .fail_at = 1, .status = statuses[i] };
		fm_memory_provider provider = provider_of(&ledger);

		refused(FM_OPTIONS(fm_pool_options, .capacity = 1000, .provider = &provider), statuses[i]);
		cr_assert(ledger.out == 0 && ledger.drops == 0);
	}
}

Test(open, names_are_copied_and_cut_between_characters)
{
	char name[] = "0123456789012345678901234567890\xC3\xA9";
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .name = name + 1, .capacity = 1));

	memset(name, '!', sizeof name - 1);
	cr_assert_str_eq(fm_pool_name(pool), "123456789012345678901234567890");
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	pool = opened(FM_OPTIONS(fm_pool_options, .block_size = 8, .capacity = 64));
	cr_assert_str_eq(fm_pool_name(pool), "slots");
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}
