/* SPDX-License-Identifier: MIT */
/** @file
 * The same calls with every strategy: a number that comes of each offset, status and figure. It must be the same on every machine. Needs
 * the two files of the amalgamation and nothing else; with FM_GOLDEN_MAIN it prints a line a strategy. */
#include "flightmem.h"

enum { BYTES = 1 << 16, LIVE = 96, STEPS = 20000 };

static FM_ALIGNED(65536) unsigned char storage[BYTES];
static FM_ALIGNED(16) unsigned char control[1 << 16];
static uint64_t hash, state;

static void mix(uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0x100000001B3);
	hash ^= hash >> 29;
}

static uint64_t word(void)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return state * UINT64_C(0x2545F4914F6CDD1D);
}

/** Where a block lies; all ones: there is none. */
static uint64_t offset(const void *block)
{
	return block == NULL ? UINT64_MAX : (uint64_t)((const unsigned char *)block - storage);
}

static fm_pool *open_pool(const char *strategy)
{
	fm_pool_options options = { .struct_size = sizeof options };
	fm_pool *pool = NULL;

	options.strategy = strategy;
	options.storage = storage;
	options.capacity = BYTES;
	options.control = control;
	options.control_size = sizeof control;
	if (fm_pool_open(&options, &pool, NULL) != FM_OK) {
		options.block_size = 200; /* it wants blocks of one size */
		if (fm_pool_open(&options, &pool, NULL) != FM_OK)
			return NULL;
	}
	return pool;
}

static void take(fm_pool *pool, void **slot, uint64_t choice)
{
	size_t size = (size_t)((choice >> 8) % 1500), align = (choice & 7) == 0 ? (size_t)1 << (choice >> 4 & 7) : 0;

	if ((choice & 24) == 8)
		*slot = fm_pool_alloc_top(pool, size, align);
	else
		*slot = fm_pool_alloc_aligned(pool, size, align);
	mix(offset(*slot));
	if (*slot == NULL)
		mix((uint64_t)(uint32_t)fm_pool_explain(pool, FM_REQUEST_BLOCK, size, align, NULL));
}

/** One strategy: some blocks come, others go or are refused; marks, sizes in place, figures. */
static void run(fm_pool *pool)
{
	static void *live[LIVE];
	fm_pool_usage usage = FM_STRUCT(fm_pool_usage);
	fm_mark mark = { { 0 } };

	for (uint32_t i = 0; i < LIVE; i++)
		live[i] = NULL;
	for (uint32_t i = 0; i < STEPS; i++) {
		uint64_t choice = word();
		void **slot = &live[(choice >> 40) % LIVE];

		if (*slot == NULL)
			take(pool, slot, choice);
		else if ((choice & 7) == 1)
			mix((uint64_t)(uint32_t)fm_pool_resize(pool, *slot, 1 + (size_t)((choice >> 8) % 1500), NULL));
		else if (fm_pool_free(pool, *slot) == FM_OK)
			*slot = NULL;
		mix(*slot != NULL);
		if ((choice >> 50 & 127) == 0)
			mix((uint64_t)(uint32_t)fm_pool_mark(pool, &mark));
		if ((choice >> 57) == 1) {
			mix((uint64_t)(uint32_t)fm_pool_reset(pool));
			for (uint32_t k = 0; k < LIVE; k++)
				live[k] = NULL;
		}
		(void)fm_pool_get_usage(pool, &usage);
		mix(usage.used);
		mix(usage.largest);
	}
	mix((uint64_t)(uint32_t)fm_pool_check(pool));
}

/** The number of the strategy at `index`; 0 iff there is none. "own" has no table here. */
uint64_t golden(uint32_t index)
{
	fm_strategy_info info = FM_STRUCT(fm_strategy_info), next = FM_STRUCT(fm_strategy_info);

	if (fm_strategy_get_info(index, &info) != FM_OK || fm_strategy_get_info(index + 1, &next) != FM_OK)
		return 0;

	fm_pool *pool = open_pool(info.name);

	hash = UINT64_C(0xCBF29CE484222325);
	state = 77;
	if (pool == NULL)
		return 1;
	run(pool);
	fm_pool_unref(pool);
	return hash;
}

#ifdef FM_GOLDEN_MAIN
#include <inttypes.h>
#include <stdio.h>

int main(void)
{
	for (uint32_t i = 0; golden(i) != 0; i++)
		printf("%" PRIu32 " %016" PRIx64 "\n", i, golden(i));
	return 0;
}
#endif
