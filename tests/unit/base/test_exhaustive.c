/* SPDX-License-Identifier: MIT */
/** @file
 * Every operation of checked.c, align.c and range.c on every input there is, with words of 8 bits, against sets of addresses.
 *
 * Two ranges have 2^32 inputs. With FM_LONG in the environment (check.sh --long) they are all tried; else the first range takes every
 * STRIDEth value, another
 * set of them for each call, so that all bases and all sizes occur; the second one always takes all. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "word8.h"

enum { SPACE = 256, ALIGNMENTS = 8, STRIDE = 17 };

static const fm_range nowhere = { 0xA5, 0x5A };

static int is_same(fm_range a, int base, int size)
{
	return a.base == base && a.size == size;
}

/** A range as a set: what the addresses below each point count up to, and which comes next; made by walking the addresses. */
struct set {
	int valid;
	int size;
	int below[SPACE + 1]; /**< members below this address */
	int next[SPACE + 1];  /**< the first member from this address on, SPACE if none */
};

static void make_set(struct set *set, int base, int size)
{
	unsigned char member[SPACE] = { 0 };

	set->valid = base + size <= SPACE;
	set->size = set->valid ? size : 0;
	for (int i = 0; i < set->size; i++)
		member[base + i] = 1;
	set->below[0] = 0;
	for (int i = 0; i < SPACE; i++)
		set->below[i + 1] = set->below[i] + member[i];
	set->next[SPACE] = SPACE;
	for (int i = SPACE - 1; i >= 0; i--)
		set->next[i] = member[i] ? i : set->next[i + 1];
}

Test(exhaustive, sums_differences_and_products)
{
	for (int a = 0; a < SPACE; a++) {
		for (int b = 0; b < SPACE; b++) {
			uint8_t out = 0xA5;

			cr_assert_eq(fm_add_checked((uint8_t)a, (uint8_t)b, &out), a + b < SPACE ? FM_OK : FM_E_RANGE);
			cr_assert_eq(out, a + b < SPACE ? a + b : 0xA5);
			out = 0xA5;
			cr_assert_eq(fm_subtract_checked((uint8_t)a, (uint8_t)b, &out), b <= a ? FM_OK : FM_E_RANGE);
			cr_assert_eq(out, b <= a ? a - b : 0xA5);
			out = 0xA5;
			cr_assert_eq(fm_multiply_checked((uint8_t)a, (uint8_t)b, &out), a * b < SPACE ? FM_OK : FM_E_RANGE);
			cr_assert_eq(out, a * b < SPACE ? a * b : 0xA5);
		}
	}
}

/** The multiple of `unit` at or below `value`, found by walking down; for up: the first one at or above, SPACE or more if it wraps. */
static int walk(int value, int unit, int step)
{
	while (value % unit != 0)
		value += step;
	return value;
}

Test(exhaustive, alignments_of_bytes)
{
	for (int bytes = 0; bytes < SPACE; bytes++) {
		fm_alignment out = { 77 };
		int log2 = 0;

		while (log2 < ALIGNMENTS && 1 << log2 != bytes)
			log2++;
		cr_assert_eq(fm_alignment_make((uint8_t)bytes, &out), log2 < ALIGNMENTS ? FM_OK : FM_E_ALIGNMENT);
		cr_assert_eq(out.log2, (uint32_t)(log2 < ALIGNMENTS ? log2 : 77));
	}
}

Test(exhaustive, alignments)
{
	for (uint32_t log2 = 0; log2 < ALIGNMENTS; log2++) {
		fm_alignment alignment = { log2 };
		int bytes = 1 << log2;

		cr_assert_eq(fm_alignment_bytes(alignment), bytes);
		for (int value = 0; value < SPACE; value++) {
			uint8_t down = 0xA5;
			uint8_t up = 0xA5;
			fm_status status = fm_align_up((uint8_t)value, alignment, &up);

			cr_assert_eq(fm_is_aligned((uint8_t)value, alignment), value % bytes == 0);
			cr_assert_eq(fm_align_down((uint8_t)value, alignment, &down), FM_OK);
			cr_assert_eq(down, walk(value, bytes, -1));
			cr_assert_eq(status, walk(value, bytes, 1) < SPACE ? FM_OK : FM_E_RANGE);
			cr_assert_eq(up, status == FM_OK ? walk(value, bytes, 1) : 0xA5);
		}
	}
}

Test(exhaustive, alignments_that_are_none)
{
	for (uint32_t log2 = ALIGNMENTS; log2 < SPACE; log2++) {
		fm_alignment alignment = { log2 };

		cr_assert_eq(fm_alignment_bytes(alignment), 0);
		for (int value = 0; value < SPACE; value++) {
			uint8_t out = 0xA5;

			cr_assert_eq(fm_is_aligned((uint8_t)value, alignment), 0);
			cr_assert_eq(fm_align_down((uint8_t)value, alignment, &out), FM_E_ALIGNMENT);
			cr_assert_eq(fm_align_up((uint8_t)value, alignment, &out), FM_E_ALIGNMENT);
			cr_assert_eq(out, 0xA5);
		}
	}
}

Test(exhaustive, granules)
{
	uint8_t out = 0xA5;

	for (int value = 0; value < SPACE; value++) {
		cr_assert_eq(fm_granule_down((uint8_t)value, 0, &out), FM_E_ARGUMENT);
		cr_assert_eq(fm_granule_up((uint8_t)value, 0, &out), FM_E_ARGUMENT);
		cr_assert_eq(out, 0xA5);
	}
	for (int granule = 1; granule < SPACE; granule++) {
		for (int value = 0; value < SPACE; value++) {
			int above = walk(value, granule, 1);

			cr_assert_eq(fm_granule_down((uint8_t)value, (uint8_t)granule, &out), FM_OK);
			cr_assert_eq(out, walk(value, granule, -1));
			out = 0xA5;
			cr_assert_eq(fm_granule_up((uint8_t)value, (uint8_t)granule, &out), above < SPACE ? FM_OK : FM_E_RANGE);
			cr_assert_eq(out, above < SPACE ? above : 0xA5);
			out = 0xA5;
		}
	}
}

/** What fm_range_split() must do: two sets that follow each other, unless the second would begin past the space. */
static int split_is_right(fm_range range, const struct set *set, int at)
{
	fm_range low = nowhere;
	fm_range high = nowhere;
	fm_status status = fm_range_split(range, (uint8_t)at, &low, &high);

	if (!set->valid || at > set->size || range.base + at == SPACE)
		return status == FM_E_RANGE && is_same(low, nowhere.base, nowhere.size) && is_same(high, nowhere.base, nowhere.size);
	return status == FM_OK && is_same(low, range.base, at) && is_same(high, range.base + at, range.size - at);
}

Test(exhaustive, one_range_and_one_word)
{
	struct set set;

	for (int base = 0; base < SPACE; base++) {
		for (int size = 0; size < SPACE; size++) {
			fm_range range = { (uint8_t)base, (uint8_t)size };
			fm_range made = nowhere;
			int right = 1;

			make_set(&set, base, size);
			cr_assert_eq(fm_range_is_valid(range), set.valid);
			cr_assert_eq(fm_range_make((uint8_t)base, (uint8_t)size, &made), set.valid ? FM_OK : FM_E_RANGE);
			cr_assert(set.valid ? is_same(made, base, size) : is_same(made, nowhere.base, nowhere.size));
			for (int word = 0; word < SPACE; word++) {
				right &= fm_range_contains(range, (uint8_t)word) == (set.next[word] == word);
				right &= split_is_right(range, &set, word);
			}
			cr_assert(right, "base %d size %d", base, size);
		}
	}
}

/** Blocks of `bytes` that lie wholly inside (or, with `touched`, that hold any member): the first one and how many bytes in all. */
static int count_blocks(const struct set *set, int bytes, int touched, int *first)
{
	int total = 0;

	*first = SPACE;
	for (int at = 0; at < SPACE; at += bytes) {
		int members = set->below[at + bytes] - set->below[at];

		if (members == bytes || (touched && members > 0)) {
			*first = *first == SPACE ? at : *first;
			total += bytes;
		}
	}
	return total;
}

static int align_in_is_right(fm_range range, const struct set *set, uint32_t log2)
{
	fm_range out = nowhere;
	fm_status status = fm_range_align_in(range, (fm_alignment){ log2 }, &out);
	int first;

	if (log2 >= ALIGNMENTS)
		return status == FM_E_ALIGNMENT && is_same(out, nowhere.base, nowhere.size);
	if (!set->valid)
		return status == FM_E_RANGE && is_same(out, nowhere.base, nowhere.size);

	int total = count_blocks(set, 1 << log2, 0, &first);

	if (total == 0)
		return status == FM_E_NOT_FOUND && is_same(out, nowhere.base, nowhere.size);
	return status == FM_OK && is_same(out, first, total);
}

static int align_out_is_right(fm_range range, const struct set *set, uint32_t log2)
{
	fm_range out = nowhere;
	fm_status status = fm_range_align_out(range, (fm_alignment){ log2 }, &out);
	int first;

	if (log2 >= ALIGNMENTS)
		return status == FM_E_ALIGNMENT && is_same(out, nowhere.base, nowhere.size);
	if (!set->valid)
		return status == FM_E_RANGE && is_same(out, nowhere.base, nowhere.size);

	int total = count_blocks(set, 1 << log2, 1, &first);

	if (total == SPACE)
		return status == FM_E_RANGE && is_same(out, nowhere.base, nowhere.size);
	if (total == 0)
		return status == FM_OK && is_same(out, walk(range.base, 1 << log2, -1), 0);
	return status == FM_OK && is_same(out, first, total);
}

Test(exhaustive, one_range_and_one_alignment)
{
	struct set set;

	for (int base = 0; base < SPACE; base++) {
		for (int size = 0; size < SPACE; size++) {
			fm_range range = { (uint8_t)base, (uint8_t)size };

			make_set(&set, base, size);
			for (uint32_t log2 = 0; log2 < ALIGNMENTS + 2; log2++)
				cr_assert(align_in_is_right(range, &set, log2) && align_out_is_right(range, &set, log2), "base %d size %d log2 %u", base, size,
					  log2);
		}
	}
}

/** What two ranges share, and what is left of the first, by its set; `b` is valid too. */
static int pair_is_right(fm_range a, const struct set *set, fm_range b)
{
	fm_range shared = nowhere;
	fm_range left[2] = { nowhere, nowhere };
	uint32_t count = 7;
	int end = b.base + b.size;
	int common = set->below[end] - set->below[b.base];
	int low = b.size == 0 ? set->size : set->below[b.base];
	int high = b.size == 0 ? 0 : set->size - set->below[end];
	uint32_t expected = (uint32_t)(low > 0) + (uint32_t)(high > 0);
	int right = fm_range_overlaps(a, b) == (common > 0) && fm_range_holds(a, b) == (common > 0 && common == b.size);

	right &= fm_range_intersect(a, b, &shared) == (common > 0 ? FM_OK : FM_E_NOT_FOUND);
	right &= common > 0 ? is_same(shared, set->next[b.base], common) : is_same(shared, nowhere.base, nowhere.size);
	right &= fm_range_subtract(a, b, left, &count) == FM_OK && count == expected;
	right &= low == 0 || is_same(left[0], set->next[0], low);
	right &= high == 0 || is_same(left[expected - 1], set->next[end], high);
	right &= expected == 2 || is_same(left[1], nowhere.base, nowhere.size);
	return right;
}

/** With one that is no range: nothing is shared, nothing is written. */
static int invalid_pair_is_right(fm_range a, fm_range b)
{
	fm_range out[2] = { nowhere, nowhere };
	uint32_t count = 7;
	int right = !fm_range_overlaps(a, b) && !fm_range_holds(a, b);

	right &= fm_range_intersect(a, b, &out[0]) == FM_E_RANGE;
	right &= fm_range_subtract(a, b, out, &count) == FM_E_RANGE && count == 7;
	return right && is_same(out[0], nowhere.base, nowhere.size) && is_same(out[1], nowhere.base, nowhere.size);
}

static int all_second_ranges_are_right(fm_range a, const struct set *set)
{
	int right = 1;

	for (int base = 0; base < SPACE; base++) {
		for (int size = 0; size < SPACE; size++) {
			fm_range b = { (uint8_t)base, (uint8_t)size };

			right &= set->valid && base + size <= SPACE ? pair_is_right(a, set, b) : invalid_pair_is_right(a, b);
		}
	}
	return right;
}

Test(exhaustive, two_ranges)
{
	struct set set;
	const char *is_long = getenv("FM_LONG");
	int step = is_long != NULL && *is_long != '\0' ? 1 : STRIDE;

	/* The bases that touch an edge are always tried with every size. */
	for (int base = 0; base < SPACE; base++) {
		int is_edge = base < 2 || base > SPACE - 3;

		for (int size = is_edge ? 0 : base % step; size < SPACE; size += is_edge ? 1 : step) {
			fm_range a = { (uint8_t)base, (uint8_t)size };

			make_set(&set, base, size);
			cr_assert(all_second_ranges_are_right(a, &set), "base %d size %d", base, size);
		}
	}
}
