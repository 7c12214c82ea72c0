/* SPDX-License-Identifier: MIT */
/** @file
 * Why a strategy that cuts blocks of any size from one run of bytes says no: the same words for all of them. */
#ifndef FLIGHTMEM_STRATEGY_ROOM_H
#define FLIGHTMEM_STRATEGY_ROOM_H

#include "strategy/strategy.h"

/** What such a strategy cuts its blocks in. */
#define FM_ROOM_GRANULE 16

/** Where it stands. */
typedef struct fm_room {
	uintptr_t base;   /**< of all bytes; a multiple of the granule, as `end` is */
	uintptr_t end;
	size_t available; /**< bytes free */
	size_t now;       /**< the largest request that its bytes grant at the alignment asked */
	int has_records;  /**< it keeps records for this kind of request */
	int has_record;   /**< one of them is free */
} fm_room;

/** `size` in whole granules; it is at most SIZE_MAX less a granule. */
static inline size_t fm_room_whole(size_t size)
{
	return (size + (FM_ROOM_GRANULE - 1)) & ~(size_t)(FM_ROOM_GRANULE - 1);
}

/** Bytes from `from` to the next multiple of `align`, a power of two; whole granules, as `from` is. */
static inline size_t fm_room_padding(uintptr_t from, size_t align)
{
	return ((uintptr_t)0 - from) & (align - 1) & ~(uintptr_t)(FM_ROOM_GRANULE - 1);
}

/** The largest request that the bytes from `from` to `end` grant at a multiple of `align`, a power of two. */
size_t fm_room_largest(uintptr_t from, uintptr_t end, size_t align);

/** fm_strategy.explain. `align` is what was asked, 0 included. */
void fm_room_explain(const fm_room *room, const fm_strategy_state *state, size_t size, size_t align, fm_refusal *what);

#endif
