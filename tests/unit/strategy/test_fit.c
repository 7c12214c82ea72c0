/* SPDX-License-Identifier: MIT */
/** @file
 * Good fit against a plain model: who owns which granule, one entry each. Every answer is held against it, and the records are walked. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "../base/random.h"
#include "strategy/fit.h"

enum { GRANULES_MOST = 32768, BLOCKS_MOST = 1024 };

static fm_fit fit;
static uint32_t owners[GRANULES_MOST + 1]; /**< of each granule: its block's first, plus 1; 0: free */
static uint32_t blocks[BLOCKS_MOST];
static uint32_t out;
static uint64_t seed;

static uint32_t below(uint32_t bound)
{
	return (uint32_t)(random_word(&seed) % bound);
}

/** Begins with noise in the records and a guard behind them. */
static void *begin(uint32_t granules)
{
	size_t size = fm_fit_records(granules);
	unsigned char *records = malloc(size + 16);

	cr_assert_not_null(records);
	memset(records, 0xB7, size + 16);
	memset(owners, 0, sizeof owners);
	out = 0;
	seed = granules + 1;
	fm_fit_start(&fit, records, granules);
	cr_assert(fm_fit_is_valid(&fit));
	return records;
}

static void end(void *records, uint32_t granules)
{
	const unsigned char *guard = (const unsigned char *)records + fm_fit_records(granules);

	for (size_t i = 0; i < 16; i++)
		cr_assert_eq(guard[i], 0xB7);
	free(records);
}

static void own(uint32_t granule, uint32_t count, uint32_t owner)
{
	for (uint32_t i = granule; i < granule + count; i++) {
		cr_assert(owner == 0 || owners[i] == 0, "granule %u was taken twice", i);
		owners[i] = owner;
	}
}

static uint32_t owned(uint32_t granule)
{
	uint32_t count = 0;

	while (granule + count < fit.granules && owners[granule + count] == granule + 1)
		count++;
	return count;
}

/** The longest free run. */
static uint32_t longest(void)
{
	uint32_t most = 0;

	for (uint32_t i = 0, run = 0; i < fit.granules; i++) {
		run = owners[i] != 0 ? 0 : run + 1;
		most = run > most ? run : most;
	}
	return most;
}

static void take(uint32_t count, uint32_t align, uint32_t phase)
{
	uint32_t largest = fm_fit_largest(&fit, align, phase);
	uint32_t granule = align == 1 ? fm_fit_take(&fit, count) : fm_fit_take_aligned(&fit, count, align, phase);

	cr_assert_eq(granule != FM_FIT_NONE, count <= largest, "%u granules, largest %u", count, largest);
	if (granule == FM_FIT_NONE)
		return;
	cr_assert(granule < fit.granules && count <= fit.granules - granule && (granule + phase) % align == 0);
	own(granule, count, granule + 1);
	blocks[out++] = granule;
}

static void give(uint32_t which)
{
	uint32_t granule = blocks[which], count = owned(granule);

	cr_assert_eq(fm_fit_give(&fit, granule), count);
	own(granule, count, 0);
	blocks[which] = blocks[--out];
}

static void resize(uint32_t which, uint32_t count)
{
	uint32_t granule = blocks[which], now = owned(granule), room = now;

	while (granule + room < fit.granules && owners[granule + room] == 0)
		room++;
	cr_assert_eq(fm_fit_resize(&fit, granule, count), count != 0 && count <= room);
	if (count != 0 && count <= room) {
		own(granule, now, 0);
		own(granule, count, granule + 1);
	}
}

/** Any number at all: only blocks are taken back, and whose a granule is is known. */
static void misuse(void)
{
	uint32_t granule = below(8) == 0 ? (uint32_t)random_word(&seed) : below(fit.granules + 8);
	int inside = granule < fit.granules && owners[granule] != 0;

	cr_assert_eq(fm_fit_owner(&fit, granule), inside ? owners[granule] - 1 : FM_FIT_NONE);
	if (!inside || owners[granule] != granule + 1) {
		cr_assert_eq(fm_fit_give(&fit, granule), 0);
		cr_assert_eq(fm_fit_length(&fit, granule), 0);
		cr_assert_eq(fm_fit_resize(&fit, granule, 1), 0);
	}
}

static void step(uint32_t largest_block)
{
	uint32_t count = 1 + below(below(3) != 0 ? 5 : largest_block);
	uint32_t align = below(4) != 0 ? 1 : 1u << below(9);

	switch (below(8)) {
	case 0:
	case 1:
	case 2:
		if (out < BLOCKS_MOST)
			take(count, align, below(align));
		break;
	case 3:
	case 4:
		if (out > 0)
			give(below(out));
		break;
	case 5:
		if (out > 0)
			resize(below(out), below(count + 1));
		break;
	default:
		misuse();
	}
}

/** The pieces of a walk are the model's. */
static void expect_walk(void)
{
	fm_fit_piece piece = { 0 };
	uint32_t at = 0;

	while (fm_fit_next(&fit, &piece)) {
		cr_assert_eq(piece.granule, at);
		cr_assert_eq(piece.is_block, owners[at] != 0);
		if (piece.is_block)
			cr_assert_eq(piece.count, owned(at));
		else
			for (uint32_t i = 0; i < piece.count; i++)
				cr_assert_eq(owners[at + i], 0);
		at += piece.count;
	}
	cr_assert_eq(at, fit.granules);
}

static void run_model(uint32_t granules, uint32_t largest_block, uint64_t steps)
{
	void *records = begin(granules);

	for (uint64_t i = 0; i < steps; i++) {
		step(largest_block);
		if (i % 64 == 0 || granules < 200)
			cr_assert(fm_fit_is_valid(&fit), "after step %llu of %u granules", (unsigned long long)i, granules);
		if (i % 1024 == 0)
			expect_walk();
	}
	while (out > 0)
		give(out - 1);
	cr_assert(fit.used == 0 && fm_fit_is_valid(&fit));
	cr_assert_eq(fm_fit_largest(&fit, 1, 0), granules, "all runs have become one");
	end(records, granules);
}

Test(fit, every_answer_is_the_models)
{
	static const uint32_t sizes[] = { 1, 2, 3, 63, 64, 65, 127, 128, 129, 200, 1000, 4096, 4160, GRANULES_MOST };

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		run_model(sizes[i], sizes[i] / 3 + 1, random_steps(20000, 2000000));
}

Test(fit, what_it_grants_is_at_most_a_class_below_the_longest_run)
{
	enum { GRANULES = 512 };
	void *records = begin(GRANULES);

	for (uint32_t i = 0; i < 20000; i++) {
		if (below(2) == 0 && out > 0)
			give(below(out));
		else if (out < BLOCKS_MOST)
			take(1 + below(40), 1, 0);
		uint32_t most = longest(), largest = fm_fit_largest(&fit, 1, 0);

		cr_assert(largest <= most && most - largest <= most / 4, "a class is a quarter wide");
	}
	end(records, GRANULES);
}

Test(fit, long_runs_have_half_the_classes)
{
	enum { GRANULES = 1 << 20 };
	void *records = malloc(fm_fit_records(GRANULES));

	fm_fit_start(&fit, records, GRANULES);
	cr_assert_eq(fm_fit_largest(&fit, 1, 0), GRANULES);
	cr_assert_eq(fm_fit_take(&fit, GRANULES + 1), FM_FIT_NONE);
	cr_assert_eq(fm_fit_take(&fit, 0), FM_FIT_NONE);
	cr_assert_eq(fm_fit_take_aligned(&fit, 1, 1u << 31, 1), FM_FIT_NONE, "no granule is so aligned");
	cr_assert_eq(fm_fit_take_aligned(&fit, 1, 1u << 31, 0), 0);
	cr_assert_eq(fm_fit_take_aligned(&fit, 1 << 19, 1 << 19, 0), 1 << 19);
	cr_assert_eq(fm_fit_take(&fit, 1 << 19), FM_FIT_NONE);
	cr_assert_eq(fm_fit_take(&fit, (1 << 19) - 1), 1);
	cr_assert(fit.used == GRANULES && fit.classes == 0 && fm_fit_is_valid(&fit));
	cr_assert_eq(fm_fit_largest(&fit, 1, 0), 0);
	cr_assert_eq(fm_fit_owner(&fit, GRANULES - 1), 1 << 19);
	cr_assert_eq(fm_fit_give(&fit, 1), (1 << 19) - 1);
	cr_assert_eq(fm_fit_give(&fit, 0), 1);
	cr_assert_eq(fm_fit_give(&fit, 1 << 19), 1 << 19);
	cr_assert_eq(fm_fit_take(&fit, GRANULES), 0);
	free(records);
}
