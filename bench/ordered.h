/* SPDX-License-Identifier: MIT */
/** @file
 * Stack, double stack and ring by hand, as a careful program has them: any size, the order checked, a record a block apart, nothing else.
 * They are called, not inlined, as the library's are. */
#ifndef FLIGHTMEM_BENCH_ORDERED_H
#define FLIGHTMEM_BENCH_ORDERED_H

#include "paths.h"

enum { ORDERED_OUT = 8, ORDERED_RECORDS = 64, ORDERED_BYTES = 24 };

/** A stack from each end; a ring takes from `low` and gives from `first`. */
struct hand_ordered {
	unsigned char *base, *low, *high, *end;
	unsigned char *lows[ORDERED_RECORDS], *tops[ORDERED_RECORDS];
	unsigned low_count, top_count, first;
};

static inline void hand_ordered_start(struct hand_ordered *hand, unsigned char *bytes, size_t size)
{
	hand->base = hand->low = bytes;
	hand->high = hand->end = bytes + size;
	hand->low_count = hand->top_count = hand->first = 0;
}

static FM_NOINLINE void *hand_push(struct hand_ordered *hand, size_t size)
{
	unsigned char *block = hand->low;

	if (FM_UNLIKELY(size == 0 || size > (size_t)(hand->high - block) || hand->low_count == ORDERED_RECORDS))
		return NULL;
	hand->lows[hand->low_count++] = block;
	hand->low = block + ((size + 15) & ~(size_t)15);
	return block;
}

static FM_NOINLINE int hand_pop(struct hand_ordered *hand, void *block)
{
	if (FM_UNLIKELY(hand->low_count == 0 || hand->lows[hand->low_count - 1] != block))
		return -1;
	hand->low = (unsigned char *)block;
	hand->low_count--;
	return 0;
}

static FM_NOINLINE void *hand_push_top(struct hand_ordered *hand, size_t size)
{
	size_t whole = (size + 15) & ~(size_t)15;

	if (FM_UNLIKELY(size == 0 || size > (size_t)(hand->high - hand->low) || hand->top_count == ORDERED_RECORDS))
		return NULL;
	hand->high -= whole;
	hand->tops[hand->top_count++] = hand->high;
	return hand->high;
}

static FM_NOINLINE int hand_pop_top(struct hand_ordered *hand, void *block)
{
	if (FM_UNLIKELY(hand->top_count == 0 || hand->tops[hand->top_count - 1] != block))
		return -1;
	hand->top_count--;
	hand->high = hand->top_count != 0 ? hand->tops[hand->top_count - 1] : hand->end;
	return 0;
}

/** A ring's next block: after the newest, or at the beginning, before the oldest. */
static FM_NOINLINE void *hand_ring_take(struct hand_ordered *hand, size_t size)
{
	if (FM_UNLIKELY(size == 0 || hand->low_count == ORDERED_RECORDS))
		return NULL;
	if (FM_UNLIKELY(size > (size_t)(hand->high - hand->low))) {
		if (hand->high != hand->end || hand->low_count == 0 || size > (size_t)(hand->lows[hand->first] - hand->base))
			return NULL;
		hand->low = hand->base;
		hand->high = hand->lows[hand->first];
	}

	unsigned char *block = hand->low;

	hand->lows[(hand->first + hand->low_count++) % ORDERED_RECORDS] = block;
	hand->low = block + ((size + 15) & ~(size_t)15);
	return block;
}

static FM_NOINLINE int hand_ring_give(struct hand_ordered *hand, void *block)
{
	if (FM_UNLIKELY(hand->low_count == 0 || hand->lows[hand->first] != block))
		return -1;
	hand->first = (hand->first + 1) % ORDERED_RECORDS;
	hand->low_count--;
	if (hand->low_count == 0) {
		hand->low = hand->base;
		hand->high = hand->end;
	} else if (hand->high != hand->end) {
		hand->high = hand->lows[hand->first] > (unsigned char *)block ? hand->lows[hand->first] : hand->end;
	}
	return 0;
}

/** A pool of a strategy over `size` bytes at `bytes`. */
static inline fm_pool *open_ordered(const char *strategy, unsigned char *bytes, size_t size)
{
	fm_pool_options options = FM_STRUCT(fm_pool_options);
	fm_pool *pool = NULL;

	options.strategy = strategy;
	options.storage = bytes;
	options.capacity = size;
	return fm_pool_open(&options, &pool, NULL) == FM_OK ? pool : NULL;
}

#endif
