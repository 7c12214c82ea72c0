/* SPDX-License-Identifier: MIT */
/** @file
 * The index: buckets where bases are spread, a tree where they cluster, buckets again where a tree can't hold them. */
#include "lists.h"

enum { ROWS = 4096 };

static fm_validate_row rows[ROWS + 1];
static FM_ALIGNED(16) unsigned char memory[65536];

/** An index of rows whose bases the caller has set. */
static fm_validator index_of(uint32_t count)
{
	fm_validator validator = { .rows = rows, .row_count = count };

	cr_assert_leq(fm_validate_index_bytes(count), sizeof memory - 64);
	memset(memory, 0xA5, sizeof memory);
	fm_validate_index(&validator, memory, fm_validate_index_bytes(count));
	for (size_t i = fm_validate_index_bytes(count); i < sizeof memory; i++)
		cr_assert_eq(memory[i], 0xA5, "not a byte more than it says");
	return validator;
}

Test(validate_index, spread_bases_give_buckets)
{
	for (uint32_t i = 1; i <= 64; i++)
		rows[i].base = i * 0x100000;

	fm_validator validator = index_of(64);

	cr_assert(validator.buckets != NULL && validator.span <= 4 && validator.origin == 0x100000);
}

Test(validate_index, clustered_bases_give_a_tree_of_few_levels)
{
	static const struct { uint32_t count, levels; } cases[] = { { 16, 1 }, { 17, 2 }, { 256, 2 }, { 257, 3 }, { 4096, 3 } };

	for (size_t c = 0; c < COUNT(cases); c++) {
		for (uint32_t i = 1; i <= cases[c].count; i++)
			rows[i].base = i == cases[c].count ? 0xFFFFFF00u : i * 16;

		fm_validator validator = index_of(cases[c].count);

		cr_assert(validator.buckets == NULL && validator.span == cases[c].levels);
	}
}

Test(validate_index, wide_bases_keep_a_tree_where_no_bit_is_lost)
{
	for (uint32_t i = 1; i <= 64; i++)
		rows[i].base = i == 64 ? UINT64_C(0x7FF000000000) : UINT64_C(0x555500000000) + i * 0x100000;
	cr_assert_eq(index_of(64).buckets, NULL);
}

Test(validate_index, a_base_far_behind_all_others_is_alone_in_the_last_chunk)
{
	for (uint32_t i = 1; i <= 64; i++)
		rows[i].base = i == 64 ? UINT64_C(0xFFFFFFFFFF600000) : UINT64_C(0x555500000001) + i * 0x1000;

	fm_validator validator = index_of(64);

	cr_assert(validator.buckets == NULL && validator.chunks != NULL && validator.top == 1);
	cr_assert(fm_validate_key(&validator, rows[64].base - validator.origin) > fm_validate_key(&validator, rows[63].base - validator.origin));
	cr_assert_eq(fm_validate_key(&validator, UINT64_MAX), fm_validate_key(&validator, rows[64].base - validator.origin));
}

Test(validate_index, odd_bases_in_places_too_far_apart_are_halved_in_buckets)
{
	for (uint32_t i = 1; i <= 63; i++)
		rows[i].base = (i <= 21 ? 0 : i <= 42 ? UINT64_C(0x555500000000) : UINT64_C(0x7FF000000000)) + i * 0x1001;

	fm_validator validator = index_of(63);

	cr_assert(validator.buckets != NULL && validator.chunks == NULL && validator.span > 4);
}

/** Regions of pages at the places where a 64-bit process has them: program, heap, libraries, stack, the last page. */
static uint32_t make_process(fm_validator_region *list, uint32_t count, uint64_t *state)
{
	static const uint64_t places[] = { 0x400000, UINT64_C(0x555500000000), UINT64_C(0x7F3800000000), UINT64_C(0x7FFC00000000), UINT64_C(0xFFFFFFFFFF600000) };
	uint64_t at = 0;

	for (uint32_t i = 0; i < count; i++) {
		size_t place = i + 1 == count ? 4 : (size_t)i * 4 / count;

		at = (at < places[place] ? places[place] : at) + dice(state) % 3 * 0x1000;
		list[i] = (fm_validator_region){ .base = at, .size = (1 + dice(state) % 4) * 0x1000, .access = 1 + (uint32_t)(dice(state) % 7) };
		at += list[i].size;
	}
	return count;
}

/** What the list says of one byte. */
static int allows(const fm_validator_region *list, uint32_t count, uint64_t address, uint32_t access)
{
	for (uint32_t i = 0; i < count; i++)
		if (address - list[i].base < list[i].size)
			return (access & ~list[i].access) == 0;
	return 0;
}

Test(validate_index, a_process_has_a_tree_with_chunks_that_leads_every_address_right)
{
	static fm_validator_region list[3000];
	uint64_t state = 88172645463325252u;

	for (uint32_t count = 64; count <= COUNT(list); count += count / 2) {
		make_process(list, count, &state);

		fm_validator *validator = open_options((fm_validator_options){ .regions = list, .region_count = count });

		cr_assert(validator->buckets == NULL && validator->chunks != NULL);
		for (uint32_t i = 0; i < count; i++)
			for (uint64_t step = 0; step < 8; step++) {
				uint64_t address = list[i].base - 2 + (step < 4 ? step : list[i].size - 4 + step);
				uint32_t access = 1u << dice(&state) % 3;

				cr_assert_eq(ask(validator, address, 1, access) == FM_OK, allows(list, count, address, access), "%llX", (unsigned long long)address);
			}
		for (uint32_t i = 0; i < 4096; i++) {
			uint64_t address = dice(&state) >> dice(&state) % 64;

			cr_assert_eq(ask(validator, address, 1, FM_ACCESS_READ) == FM_OK, allows(list, count, address, FM_ACCESS_READ));
		}
		fm_validator_unref(validator);
	}
}

Test(validate_index, no_rows_are_fine)
{
	fm_validator validator = index_of(0);

	cr_assert(validator.buckets != NULL && validator.top == 0 && validator.span == 1);
}

/** Three boundaries share a bucket at most, so what follows the last row is looked at too. */
Test(validate_index, a_look_at_the_last_bucket_goes_past_the_rows_and_finds_nothing_there)
{
	fm_validator_region list[] = { { .base = UINT64_MAX - 0xFF, .size = 0x100, .access = FM_ACCESS_READ }, { .size = 1, .access = FM_ACCESS_READ } };

	for (uint32_t count = 1; count <= COUNT(list); count++) {
		fm_validator *validator = open_options((fm_validator_options){ .regions = list, .region_count = count });

		cr_assert(validator->buckets != NULL && validator->span <= FM_VALIDATE_NEAR);
		cr_assert_eq(ask(validator, UINT64_MAX - 0xFF, 0x100, FM_ACCESS_READ), FM_OK);
		cr_assert_eq(ask(validator, UINT64_MAX - 1, 1, FM_ACCESS_READ), FM_OK);
		cr_assert_eq(ask(validator, UINT64_MAX, 1, FM_ACCESS_READ), FM_OK);
		cr_assert_eq(ask(validator, UINT64_MAX, 1, FM_ACCESS_WRITE), FM_E_ACCESS_PERMISSION);
		cr_assert_eq(ask(validator, UINT64_MAX, 2, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
		fm_validator_unref(validator);
	}
}
