/* SPDX-License-Identifier: MIT */
/** @file
 * The walk along the gaps of a region, against a map of its bytes. */
#include "../base/random.h"
#include "fake.h"

enum { PIECES = 24, ROUNDS = 400, BYTES = 0x1000 };

static fm_reservation pieces[PIECES];

/** Marks every byte of ram that a reservation or a reserved area covers. */
static void mark(unsigned char *covered, int empty)
{
	memset(covered, 0, BYTES);
	memset(covered, 1, 0x200);
	memset(covered + 0x800, 1, 0x10);
	memset(covered + 0xF00, 1, 0x100);
	for (int i = 0; i < PIECES && !empty; i++)
		if (pieces[i].size != 0)
			memset(covered + fm_space_byte_of(space, &pieces[i]), 1, pieces[i].size);
}

/** Walks a region of the bytes of ram: gaps and covered bytes must agree. */
static void compare(uint32_t index, int empty)
{
	unsigned char covered[BYTES];
	const fm_space_region *region = &space->regions[index];
	fm_space_gaps gaps = fm_space_gaps_begin(space, index, empty);
	uint64_t at = region->begin;
	fm_range gap;

	mark(covered, empty);
	while (fm_space_gaps_next(&gaps, &gap)) {
		cr_assert(gap.size != 0 && gap.base >= at && gap.base + gap.size <= region->begin + region->size);
		for (; at < gap.base; at++)
			cr_assert_eq(covered[at], 1);
		for (; at < gap.base + gap.size; at++)
			cr_assert_eq(covered[at], 0);
	}
	for (; at < region->begin + region->size; at++)
		cr_assert_eq(covered[at], 1);
	cr_assert_eq(fm_space_gaps_next(&gaps, &gap), 0, "the end stays the end");
}

Test(space_gaps, are_exactly_what_nothing_covers, .init = open_fake, .fini = close_fake)
{
	static const char *const names[] = { "ram", "screen", "inner", "elsewhere" };
	static const uint32_t indices[] = { RAM, SCREEN, INNER, ELSEWHERE };
	uint64_t state = 7;

	for (int round = 0; round < ROUNDS; round++) {
		uint64_t choice = random_word(&state);
		fm_reservation *piece = &pieces[choice % PIECES];

		if (piece->size != 0) {
			cr_assert_eq(fm_space_give_back(space, piece), FM_OK);
		} else if (fm_space_reserve(space, names[choice >> 8 & 3], 1 + (choice >> 16 & 0x7F), UINT64_C(1) << (choice >> 32 & 7), piece, NULL) != FM_OK) {
			cr_assert_eq(piece->size, 0);
		}
		for (int i = 0; i < 4; i++) {
			compare(indices[i], FM_SPACE_NOW);
			compare(indices[i], FM_SPACE_EMPTY);
		}
	}
}

Test(space_gaps, fits_is_total, .init = open_fake, .fini = close_fake)
{
	const fm_space_region *top = &space->regions[TOP];
	fm_range gap = { 1, 0xFF };
	uint64_t at = 77;

	cr_assert(!fm_space_fits(top, gap, UINT64_MAX, 1, &at));
	cr_assert(!fm_space_fits(top, gap, 1, UINT64_C(1) << 63, &at), "the next multiple is 2^64");
	cr_assert(!fm_space_fits(top, gap, 0x81, 0x80, &at));
	cr_assert_eq(at, 77);
	cr_assert(fm_space_fits(top, gap, 0x80, 0x80, &at) && at == 0x80);
	cr_assert(fm_space_fits(top, gap, 0xFF, 1, &at) && at == 1);
}

Test(space_gaps, largest_is_what_find_finds, .init = open_fake, .fini = close_fake)
{
	uint64_t at;

	for (uint32_t index = 0; index < FAKE_REGIONS; index++)
		for (unsigned bit = 0; bit < 64; bit++) {
			uint64_t align = UINT64_C(1) << bit;
			uint64_t largest = fm_space_largest(space, index, FM_SPACE_NOW, align);

			cr_assert_eq(largest != 0, fm_space_find(space, index, FM_SPACE_NOW, 1, align, &at));
			if (largest != 0)
				cr_assert(fm_space_find(space, index, FM_SPACE_NOW, largest, align, &at));
			if (largest != 0 && largest != UINT64_MAX)
				cr_assert(!fm_space_find(space, index, FM_SPACE_NOW, largest + 1, align, &at));
		}
}
