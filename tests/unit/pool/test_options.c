/* SPDX-License-Identifier: MIT */
/** @file
 * Every way in which options can be wrong is provoked, and callers of other ages are served. */
#include "pools.h"

static fm_pool_plan plan;

static fm_status read_as(const fm_pool_options *options)
{
	return fm_pool_read_options(options, &plan, &(fm_refusal){ .struct_size = sizeof(fm_refusal) });
}

Test(options, defaults_are_filled_in)
{
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .capacity = 1)), FM_OK);
	cr_assert_str_eq(plan.strategy->name, "arena");
	cr_assert_eq(plan.wish.alignment, FM_POOL_ALIGN);
	cr_assert_eq(plan.wish.max_buffers, FM_ARENA_BUFFERS);
	cr_assert_null(plan.at_fault);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .block_size = 1)), FM_OK);
	cr_assert_str_eq(plan.strategy->name, "slots");
}

Test(options, what_is_wrong_is_said)
{
	fm_memory_provider half = { .struct_size = sizeof half };

	cr_assert_eq(read_as(NULL), FM_E_ARGUMENT);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .strategy = "slots")), FM_E_ARGUMENT);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .block_size = UINT32_MAX)), FM_E_ARGUMENT);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .block_size = 8, .max_buffers = 8)), FM_E_ARGUMENT);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .strategy = "arena", .block_size = 8)), FM_E_ARGUMENT);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .max_buffers = FM_NO_BUFFERS - 1)), FM_E_ARGUMENT);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .strategy = "Arena")), FM_E_NOT_FOUND);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .alignment = 3)), FM_E_ALIGNMENT);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .mode = FM_MODE_RAW + 1)), FM_E_UNSUPPORTED);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .sharing = FM_SHARING_ONE_THREAD + 1)), FM_E_UNSUPPORTED);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .reserved = 1)), FM_E_ABI_FIELD);
	cr_assert_str_eq(plan.at_fault, "options.reserved");
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .provider = &half)), FM_E_ARGUMENT);
}

/** Options of a caller with `extra` bytes more than this library knows, the last of them `tail`. */
static fm_status read_longer(size_t extra, unsigned char tail)
{
	union {
		fm_pool_options options;
		unsigned char bytes[sizeof(fm_pool_options) + 64];
	} newer;

	memset(&newer, 0, sizeof newer);
	newer.options.struct_size = sizeof(fm_pool_options) + extra;
	newer.bytes[sizeof(fm_pool_options) + extra - 1] = tail;
	return read_as(&newer.options);
}

Test(options, callers_of_other_ages_are_served)
{
	fm_pool_options older = { .struct_size = offsetof(fm_pool_options, reserved) };
	fm_memory_provider newer = { .struct_size = FM_STRUCT_SIZE_MAX + 1 };

	cr_assert_eq(read_longer(8, 0), FM_OK);
	cr_assert_eq(read_longer(8, 1), FM_E_ABI_FIELD);
	cr_assert_str_eq(plan.at_fault, "options");
	cr_assert_eq(read_as(&older), FM_E_ABI_SIZE, "no release had so short a struct");
	cr_assert_str_eq(plan.at_fault, "options.struct_size");
	older.struct_size = 0;
	cr_assert_eq(read_as(&older), FM_E_ABI_SIZE);
	older.struct_size = FM_STRUCT_SIZE_MAX + 1;
	cr_assert_eq(read_as(&older), FM_E_ABI_SIZE);
	cr_assert_eq(read_as(FM_OPTIONS(fm_pool_options, .provider = &newer)), FM_E_ABI_SIZE);
}

Test(options, providers_of_other_ages_are_served)
{
	struct ledger ledger = { .obtains = 0 };
	struct {
		fm_memory_provider table;
		uint64_t later;
	} newer = { .table = provider_of(&ledger) };
	fm_memory_provider older = provider_of(&ledger);
	const fm_pool_options *options = FM_OPTIONS(fm_pool_options, .capacity = 1, .provider = &newer.table);

	older.struct_size = offsetof(fm_memory_provider, drop);
	cr_assert_eq(fm_pool_close(opened(FM_OPTIONS(fm_pool_options, .capacity = 1, .provider = &older))), FM_OK);
	cr_assert(ledger.obtains == 1 && ledger.out == 0 && ledger.drops == 0, "what the caller's struct does not have is not called");
	newer.table.struct_size = sizeof newer;
	cr_assert_eq(fm_pool_close(opened(options)), FM_OK);
	cr_assert(ledger.out == 0 && ledger.drops == 1);
	newer.later = 1;
	refused(options, FM_E_ABI_FIELD);
	older.struct_size--;
	refused(FM_OPTIONS(fm_pool_options, .capacity = 1, .provider = &older), FM_E_ABI_SIZE);
	cr_assert_eq(ledger.obtains, 2);
}
