/* SPDX-License-Identifier: MIT */
/** @file
 * Strategies whose blocks have an order: a record each in a table that goes round, so that blocks join and leave at either end of the order
 * in O(1), and a run of free bytes from `low` to `high` that the next block is cut from.
 *
 *     base         low         high         end            records:   front ... back
 *     | old | new  |    free   |            |              stack:     oldest ... newest
 *                                                          double:    newest of the top end ... oldest, oldest of the low end ... newest
 *                                                          ring:      oldest ... newest */
#ifndef FLIGHTMEM_STRATEGY_ORDERED_H
#define FLIGHTMEM_STRATEGY_ORDERED_H

#include "strategy/buffers.h"
#include "strategy/room.h"

/**
 * What each of their states begins with. Invariant: the bytes of the blocks from front to back ascend without meeting, but for one step down
 * at most, after which they stay below the front's. A record is that of a buffer that is out iff its generation is odd.
 */
typedef struct fm_ordered {
	fm_strategy_state common;
	fm_buffer_record *records;
	uintptr_t base;
	uintptr_t end;
	uintptr_t low;  /**< the free run: whole granules */
	uintptr_t high;
	size_t least;   /**< the fewest bytes that were free before some went back */
	uint32_t front; /**< index of the front's record */
	uint32_t count; /**< blocks out */
	uint32_t room;  /**< records */
	uint32_t goes_round; /**< the free run begins anew at the base: then, while it ends at `end`, bytes below the front's are free too */
} fm_ordered;

/** Cuts `size` bytes, at least 1, at a multiple of `align` from the free bytes. Returns the address; 0 iff they do not suffice. */
typedef uintptr_t (*fm_ordered_cut)(fm_ordered *ordered, size_t size, size_t align);

/** The record at `place`, counted from the front; a place is at most twice the room. */
static inline fm_buffer_record *fm_ordered_at(const fm_ordered *ordered, uint32_t place)
{
	size_t index = (size_t)ordered->front + place;

	return &ordered->records[index < ordered->room ? index : index - ordered->room];
}

/** After the last byte of a record's block. */
static inline uintptr_t fm_ordered_end(const fm_buffer_record *record)
{
	return record->data + fm_room_whole(record->len);
}

/** True iff the record is that of a raw block at `address`. */
static inline int fm_ordered_is_raw(const fm_buffer_record *record, uintptr_t address)
{
	return record->data == address && (record->generation & 1) == 0;
}

/** After the last of the free bytes that begin at the base: the base itself iff there are none. */
static inline uintptr_t fm_ordered_below(const fm_ordered *ordered)
{
	int below = ordered->goes_round && ordered->count != 0 && ordered->high == ordered->end;

	return below ? fm_ordered_at(ordered, 0)->data : ordered->base;
}

/** Bytes that are free. */
static inline size_t fm_ordered_free(const fm_ordered *ordered)
{
	return (ordered->high - ordered->low) + (fm_ordered_below(ordered) - ordered->base);
}

/** Keeps the peak, before bytes go back: `free` are not out. */
static inline void fm_ordered_note(fm_ordered *ordered, size_t free)
{
	if (free < ordered->least)
		ordered->least = free;
}

/** Lets the front leave the order. */
static inline void fm_ordered_drop_front(fm_ordered *ordered)
{
	ordered->count--;
	ordered->front = ordered->front + 1 < ordered->room ? ordered->front + 1 : 0;
}

/** fm_strategy.judge, .start: `max_buffers` are the blocks at once. Starting is O(records). */
fm_status fm_ordered_judge(fm_strategy_wish *wish, const char **at_fault);
void fm_ordered_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks);

/** lend(), and a block too: any kind, size and alignment. The record joins at the front iff the kind says top. */
fm_status fm_ordered_lend(fm_ordered *ordered, fm_strategy_kind kind, size_t size, size_t align, fm_buffer *out, fm_refusal *why, fm_ordered_cut cut);

/** take_aligned() by fm_ordered_lend(). */
void *fm_ordered_take(fm_ordered *ordered, fm_strategy_kind kind, size_t size, size_t align, fm_ordered_cut cut);

/** The place of a token's buffer; at least `count` iff it names none. */
uint32_t fm_ordered_find_place(const fm_ordered *ordered, uint64_t token);

/** What a raw block is that can't be given back now: as fm_pool_free(), never FM_OK. O(blocks). */
fm_status fm_ordered_judge_block(const fm_ordered *ordered, uint64_t address);

/** What a token is that names no buffer: FM_E_STALE or FM_E_FOREIGN. */
fm_status fm_ordered_judge_token(const fm_ordered *ordered, uint64_t token);

/** True iff a buffer is out at one of `count` places from `place` on. */
int fm_ordered_has_buffer(const fm_ordered *ordered, uint32_t place, uint32_t count);

/** Tells `count` blocks from `place` on. */
fm_status fm_ordered_tell(const fm_ordered *ordered, uint32_t place, uint32_t count, fm_block_visit visit, void *context);

/** fm_strategy.find, .check, .resize, .block: O(1) for a token, check O(records), else O(blocks). */
fm_status fm_ordered_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out);
fm_status fm_ordered_check(const fm_strategy_state *state);
fm_status fm_ordered_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most);
fm_status fm_ordered_block(const fm_strategy_state *state, uint64_t address, fm_block *out);

/** fm_strategy.measure_use, .explain, .survey. O(1). */
void fm_ordered_measure_use(const fm_strategy_state *state, fm_strategy_figures *out);
void fm_ordered_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what);
void fm_ordered_survey(const fm_strategy_state *state, fm_strategy_survey *out);

#endif
