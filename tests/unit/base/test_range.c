/* SPDX-License-Identifier: MIT */
/** @file
 * Ranges at 64 bits. All inputs of 8 bits are in test_exhaustive.c. */
#include <criterion/criterion.h>
#include <string.h>

#include <flightmem/range.h>

#include "random.h"

enum { ROUNDS = 200000 };

static const fm_range untouched = { 0xA5A5, 0x5A5A };
static const fm_range not_valid = { UINT64_MAX, 2 };
static const fm_range fine = { 0x06000000, 0x18000 };
static const fm_range top = { UINT64_MAX, 1 };

static int is_same(fm_range a, fm_range b)
{
	return a.base == b.base && a.size == b.size;
}

Test(range, a_range_may_touch_the_top_but_not_pass_it)
{
	fm_range out = untouched;

	cr_assert_eq(fm_range_make(UINT64_MAX, 2, &out), FM_E_RANGE);
	cr_assert_eq(fm_range_make(1, UINT64_MAX, &out), FM_OK);
	cr_assert_eq(fm_range_make(2, UINT64_MAX, &out), FM_E_RANGE);
	cr_assert(is_same(out, (fm_range){ 1, UINT64_MAX }));
	cr_assert_eq(fm_range_make(0, UINT64_MAX, &out), FM_OK);
	cr_assert_eq(fm_range_make(0, 0, NULL), FM_E_ARGUMENT);
	cr_assert(fm_range_is_valid(top) && !fm_range_is_valid(not_valid));
	cr_assert(fm_range_contains(top, UINT64_MAX) && !fm_range_contains(top, 0));
}

Test(range, an_empty_range_is_valid_and_holds_nothing)
{
	fm_range empty = { fine.base, 0 };

	cr_assert(fm_range_is_valid(empty));
	cr_assert(!fm_range_contains(empty, fine.base));
	cr_assert(!fm_range_overlaps(empty, fine) && !fm_range_overlaps(fine, empty));
	cr_assert(!fm_range_holds(fine, empty));
}

Test(range, what_is_no_range_holds_nothing)
{
	cr_assert(!fm_range_contains(not_valid, UINT64_MAX) && !fm_range_contains(not_valid, 0));
	cr_assert(!fm_range_holds(not_valid, top) && !fm_range_holds(fine, not_valid) && !fm_range_holds(not_valid, not_valid));
	cr_assert(!fm_range_overlaps(not_valid, top) && !fm_range_overlaps(top, not_valid));
}

Test(range, intersect_says_every_status)
{
	fm_range out = untouched;

	cr_assert_eq(fm_range_intersect(fine, top, &out), FM_E_NOT_FOUND);
	cr_assert_eq(fm_range_intersect(not_valid, fine, &out), FM_E_RANGE);
	cr_assert_eq(fm_range_intersect(fine, not_valid, &out), FM_E_RANGE);
	cr_assert_eq(fm_range_intersect(fine, fine, NULL), FM_E_ARGUMENT);
	cr_assert(is_same(out, untouched));
	cr_assert_eq(fm_range_intersect(fine, (fm_range){ fine.base + 16, UINT64_C(1) << 40 }, &out), FM_OK);
	cr_assert(is_same(out, (fm_range){ fine.base + 16, fine.size - 16 }));
}

Test(range, subtract_says_every_status)
{
	fm_range out[2] = { untouched, untouched };
	uint32_t count = 7;

	cr_assert_eq(fm_range_subtract(not_valid, fine, out, &count), FM_E_RANGE);
	cr_assert_eq(fm_range_subtract(fine, not_valid, out, &count), FM_E_RANGE);
	cr_assert_eq(fm_range_subtract(fine, fine, NULL, &count), FM_E_ARGUMENT);
	cr_assert_eq(fm_range_subtract(fine, fine, out, NULL), FM_E_ARGUMENT);
	cr_assert(count == 7 && is_same(out[0], untouched) && is_same(out[1], untouched));
	cr_assert(fm_range_subtract(fine, fine, out, &count) == FM_OK && count == 0);
	cr_assert(is_same(out[0], untouched), "nothing is left, nothing is written");
	cr_assert(fm_range_subtract(fine, (fm_range){ fine.base + 8, 8 }, out, &count) == FM_OK && count == 2);
	cr_assert(is_same(out[0], (fm_range){ fine.base, 8 }) && is_same(out[1], (fm_range){ fine.base + 16, fine.size - 16 }));
}

Test(range, subtract_reaches_both_ends_of_the_space)
{
	fm_range all_but_last = { 0, UINT64_MAX };
	fm_range out[2] = { untouched, untouched };
	uint32_t count;

	cr_assert(fm_range_subtract(all_but_last, (fm_range){ 1, UINT64_MAX }, out, &count) == FM_OK && count == 1);
	cr_assert(is_same(out[0], (fm_range){ 0, 1 }));
	cr_assert(fm_range_subtract((fm_range){ 1, UINT64_MAX }, all_but_last, out, &count) == FM_OK && count == 1);
	cr_assert(is_same(out[0], top));
}

Test(range, split_says_every_status)
{
	fm_range low = untouched;
	fm_range high = untouched;

	cr_assert_eq(fm_range_split(fine, fine.size + 1, &low, &high), FM_E_RANGE);
	cr_assert_eq(fm_range_split(not_valid, 0, &low, &high), FM_E_RANGE);
	cr_assert_eq(fm_range_split(top, 1, &low, &high), FM_E_RANGE, "the rest would begin at 2^64");
	cr_assert_eq(fm_range_split(fine, 0, NULL, &high), FM_E_ARGUMENT);
	cr_assert_eq(fm_range_split(fine, 0, &low, NULL), FM_E_ARGUMENT);
	cr_assert(is_same(low, untouched) && is_same(high, untouched));
	cr_assert_eq(fm_range_split(fine, fine.size, &low, &high), FM_OK);
	cr_assert(is_same(low, fine) && is_same(high, (fm_range){ fine.base + fine.size, 0 }));
}

Test(range, align_in_says_every_status)
{
	fm_range out = untouched;

	cr_assert_eq(fm_range_align_in((fm_range){ 1, 6 }, (fm_alignment){ 2 }, &out), FM_E_NOT_FOUND);
	cr_assert_eq(fm_range_align_in(top, (fm_alignment){ 1 }, &out), FM_E_NOT_FOUND);
	cr_assert_eq(fm_range_align_in(fine, (fm_alignment){ 64 }, &out), FM_E_ALIGNMENT);
	cr_assert_eq(fm_range_align_in(not_valid, (fm_alignment){ 0 }, &out), FM_E_RANGE);
	cr_assert_eq(fm_range_align_in(fine, (fm_alignment){ 0 }, NULL), FM_E_ARGUMENT);
	cr_assert(is_same(out, untouched));
	cr_assert_eq(fm_range_align_in((fm_range){ 1, UINT64_MAX }, (fm_alignment){ 63 }, &out), FM_OK);
	cr_assert(is_same(out, (fm_range){ UINT64_C(1) << 63, UINT64_C(1) << 63 }), "the end of the space is aligned to everything");
}

Test(range, align_out_says_every_status)
{
	fm_range out = untouched;

	cr_assert_eq(fm_range_align_out((fm_range){ 0, UINT64_MAX }, (fm_alignment){ 1 }, &out), FM_E_RANGE);
	cr_assert_eq(fm_range_align_out((fm_range){ 1, UINT64_MAX }, (fm_alignment){ 1 }, &out), FM_E_RANGE);
	cr_assert_eq(fm_range_align_out(not_valid, (fm_alignment){ 0 }, &out), FM_E_RANGE);
	cr_assert_eq(fm_range_align_out(fine, (fm_alignment){ 64 }, &out), FM_E_ALIGNMENT);
	cr_assert_eq(fm_range_align_out(fine, (fm_alignment){ 0 }, NULL), FM_E_ARGUMENT);
	cr_assert(is_same(out, untouched));
	cr_assert_eq(fm_range_align_out((fm_range){ 0x1234, 1 }, (fm_alignment){ 12 }, &out), FM_OK);
	cr_assert(is_same(out, (fm_range){ 0x1000, 0x1000 }));
	cr_assert_eq(fm_range_align_out(top, (fm_alignment){ 63 }, &out), FM_OK);
	cr_assert(is_same(out, (fm_range){ UINT64_C(1) << 63, UINT64_C(1) << 63 }));
	cr_assert_eq(fm_range_align_out((fm_range){ 0x1234, 0 }, (fm_alignment){ 12 }, &out), FM_OK);
	cr_assert(is_same(out, (fm_range){ 0x1000, 0 }), "what is empty stays empty");
}

#if FM_HAS_INT128
/** A range by its ends, in arithmetic that can't wrap. */
struct span {
	fm_uint128 begin;
	fm_uint128 end;
};

static struct span span_of(fm_range range)
{
	return (struct span){ range.base, (fm_uint128)range.base + range.size };
}

static int matches(fm_range range, fm_uint128 begin, fm_uint128 end)
{
	return range.base == begin && span_of(range).end == end;
}

/** A valid range, or now and then one that is not; the second one of a pair is often near the first. */
static fm_range random_range(uint64_t *seed, const fm_range *near)
{
	uint64_t choice = random_word(seed);
	fm_range range = { random_edge(seed), random_edge(seed) };

	if (near != NULL && choice % 4 != 0) {
		range.base = near->base + (choice % 3 == 0 ? random_edge(seed) % (near->size | 1) : near->size) - (choice >> 8) % 3;
		range.size = choice % 5 == 0 ? near->size : random_edge(seed) % (near->size | 1);
	}
	if (choice % 16 != 1 && !fm_range_is_valid(range))
		range.size = 0 - range.base - (choice >> 16) % 2;
	return range;
}

static void expect_pair(fm_range a, fm_range b)
{
	struct span x = span_of(a);
	struct span y = span_of(b);
	fm_uint128 begin = x.begin > y.begin ? x.begin : y.begin;
	fm_uint128 end = x.end < y.end ? x.end : y.end;
	fm_range out[2] = { untouched, untouched };
	uint32_t count = 7;
	uint32_t at = 0;

	cr_assert_eq(fm_range_overlaps(a, b), begin < end);
	cr_assert_eq(fm_range_holds(a, b), b.size != 0 && x.begin <= y.begin && y.end <= x.end);
	cr_assert_eq(fm_range_intersect(a, b, out), begin < end ? FM_OK : FM_E_NOT_FOUND);
	cr_assert(begin < end ? matches(out[0], begin, end) : is_same(out[0], untouched));
	cr_assert_eq(fm_range_subtract(a, b, out, &count), FM_OK);
	if (begin >= end) {
		cr_assert(a.size == 0 ? count == 0 : count == 1 && is_same(out[0], a));
		return;
	}
	if (x.begin < begin)
		cr_assert(matches(out[at++], x.begin, begin));
	if (end < x.end)
		cr_assert(matches(out[at++], end, x.end));
	cr_assert_eq(count, at);
}

Test(range, any_two_ranges_agree_with_128_bits)
{
	uint64_t seed = 3;
	int pairs = 0;

	for (int i = 0; i < ROUNDS; i++) {
		fm_range a = random_range(&seed, NULL);
		fm_range b = random_range(&seed, &a);
		int is_valid = span_of(a).end <= (fm_uint128)1 << 64;

		cr_assert_eq(fm_range_is_valid(a), is_valid);
		if (is_valid && span_of(b).end <= (fm_uint128)1 << 64) {
			expect_pair(a, b);
			pairs++;
		}
	}
	cr_assert_gt(pairs, ROUNDS / 2);
}

Test(range, aligned_ranges_agree_with_128_bits)
{
	uint64_t seed = 4;

	for (int i = 0; i < ROUNDS; i++) {
		fm_range range = random_range(&seed, NULL);
		fm_alignment alignment = { (uint32_t)random_word(&seed) & 63 };
		fm_uint128 bytes = (fm_uint128)1 << alignment.log2;
		struct span span = span_of(range);
		fm_range in = untouched;
		fm_range out = untouched;

		if (!fm_range_is_valid(range) || range.size == 0)
			continue;

		fm_uint128 begin = (span.begin + bytes - 1) / bytes * bytes;
		fm_uint128 end = span.end / bytes * bytes;
		cr_assert_eq(fm_range_align_in(range, alignment, &in), begin < end ? FM_OK : FM_E_NOT_FOUND);
		cr_assert(begin < end ? matches(in, begin, end) : is_same(in, untouched));

		begin = span.begin / bytes * bytes;
		end = (span.end + bytes - 1) / bytes * bytes;
		int fits = end - begin <= UINT64_MAX;
		cr_assert_eq(fm_range_align_out(range, alignment, &out), fits ? FM_OK : FM_E_RANGE);
		cr_assert(fits ? matches(out, begin, end) : is_same(out, untouched));
	}
}
#endif
