/* SPDX-License-Identifier: MIT */
/** @file
 * The hot paths that are timed and counted, each written once: what the library offers and, beside it, the same work by hand. */
#ifndef FLIGHTMEM_BENCH_PATHS_H
#define FLIGHTMEM_BENCH_PATHS_H

#include <flightmem.h>

/** Makes the compiler believe that `pointer` and what it points at are used. */
#define KEEP(pointer) __asm__ volatile("" : : "r"(pointer) : "memory")

/** Makes the compiler forget the value of `number`, so that no work on it leaves the loop. */
#define VARY(number) __asm__ volatile("" : "+r"(number))

enum { BLOCK_BYTES = 64, BLOCKS = 1024, ARENA_TAKE_BYTES = 40, ARENA_TAKES = 16, PLANE_BYTES = 640 * 480 * 4 };

/** A hand-written intrusive free list: what fm_slots is held against. */
struct hand_slots {
	void *head;
};

static inline void *hand_take(struct hand_slots *slots)
{
	void *slot = slots->head;

	if (FM_UNLIKELY(slot == NULL))
		return NULL;
	slots->head = *(void **)slot;
	return slot;
}

static inline void hand_give(struct hand_slots *slots, void *slot)
{
	*(void **)slot = slots->head;
	slots->head = slot;
}

/** A hand-written bump allocator of 16-byte granules: what fm_arena is held against. */
struct hand_arena {
	unsigned char *cur, *end;
};

static inline void *hand_bump(struct hand_arena *arena, size_t size)
{
	unsigned char *block = arena->cur;

	size = (size + 15) & ~(size_t)15;
	if (FM_UNLIKELY(block + size > arena->end))
		return NULL;
	arena->cur = block + size;
	return block;
}

#endif
