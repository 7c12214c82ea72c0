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
	fm_validate_index(&validator, memory);
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
	rows[5].base += 1;

	fm_validator validator = index_of(64);

	cr_assert(validator.buckets != NULL && validator.span > 4);
}

Test(validate_index, no_rows_are_fine)
{
	fm_validator validator = index_of(0);

	cr_assert(validator.buckets != NULL && validator.top == 0 && validator.span == 1);
}
