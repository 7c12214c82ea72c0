/* SPDX-License-Identifier: MIT */
/** @file
 * An arena as a value: a pointer that moves up. Release builds compile take to what a hand-written bump costs.
 *
 * Needs no library: every call is inline and touches only the struct. Arguments other than the size are the caller's word:
 * fm_arena_take() and fm_arena_take_aligned() judge the size, nothing else is checked. One thread. */
#ifndef FLIGHTMEM_INLINE_ARENA_H
#define FLIGHTMEM_INLINE_ARENA_H

#include <flightmem/compiler.h>

/** Every block of an arena starts at a multiple of this many bytes, or of more if asked. */
#define FM_ARENA_GRANULE 16

/**
 * The arena. Frozen for ever: layout and meaning are compiled into programs; another layout gets another name.
 *
 *     base                  cur                 end
 *     |====== taken ========|       free        |
 *
 * Invariant: base <= cur <= end, all multiples of FM_ARENA_GRANULE. So `size <= end - cur` implies that the rounded size fits.
 */
typedef struct fm_arena {
	uint32_t bytes; /**< of the struct; not a size-first struct of abi.h */
	uint16_t abi;   /**< 1 */
	uint16_t flags; /**< 0 */
	uintptr_t cur;  /**< first free byte */
	uintptr_t end;  /**< after the last byte */
	uintptr_t base; /**< first byte */
} fm_arena;

/** A point in an arena: what was taken before it lies below. */
typedef uintptr_t fm_arena_mark;

FM_BEGIN_DECLS

/** Makes `arena` over `bytes` bytes at `storage`; what alignment cuts off at either end is not used. O(1). */
FM_INLINE void fm_arena_init(fm_arena *arena, void *storage, size_t bytes)
{
	uintptr_t first = (uintptr_t)storage;
	uintptr_t skip = ((uintptr_t)0 - first) & (FM_ARENA_GRANULE - 1);
	uintptr_t usable = bytes < skip ? 0 : (uintptr_t)(bytes - skip) & ~(uintptr_t)(FM_ARENA_GRANULE - 1);

	arena->bytes = sizeof *arena;
	arena->abi = 1;
	arena->flags = 0;
	arena->base = usable == 0 ? 0 : first + skip;
	arena->cur = arena->base;
	arena->end = arena->base + usable;
}

/**
 * `size` bytes at a multiple of FM_ARENA_GRANULE, or NULL iff fewer are left. A size of 0 takes nothing and is not NULL unless the arena is.
 * O(1).
 */
FM_INLINE void *fm_arena_take(fm_arena *arena, size_t size)
{
	uintptr_t block = arena->cur;

	if (FM_UNLIKELY(size > arena->end - block))
		return NULL;
	arena->cur = block + (((uintptr_t)size + (FM_ARENA_GRANULE - 1)) & ~(uintptr_t)(FM_ARENA_GRANULE - 1));
	return (void *)block;
}

/** As fm_arena_take(), at a multiple of `align`, a power of two. NULL iff the bytes with their padding are not left. O(1). */
FM_INLINE void *fm_arena_take_aligned(fm_arena *arena, size_t size, size_t align)
{
	uintptr_t skip = ((uintptr_t)0 - arena->cur) & ((uintptr_t)align - 1) & ~(uintptr_t)(FM_ARENA_GRANULE - 1);
	uintptr_t left = arena->end - arena->cur;

	if (FM_UNLIKELY(skip > left || size > left - skip))
		return NULL;
	arena->cur += skip;
	return fm_arena_take(arena, size);
}

/** Bytes left. */
FM_INLINE size_t fm_arena_left(const fm_arena *arena)
{
	return (size_t)(arena->end - arena->cur);
}

/** The present point, for fm_arena_rewind(). */
FM_INLINE fm_arena_mark fm_arena_now(const fm_arena *arena)
{
	return arena->cur;
}

/** Gives back everything taken since `mark`, which must come from this arena and not have been rewound past. O(1). */
FM_INLINE void fm_arena_rewind(fm_arena *arena, fm_arena_mark mark)
{
	arena->cur = mark;
}

/** Gives everything back. O(1). */
FM_INLINE void fm_arena_reset(fm_arena *arena)
{
	arena->cur = arena->base;
}

FM_END_DECLS

#endif
