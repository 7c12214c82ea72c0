/* SPDX-License-Identifier: MIT */
/** @file
 * A table of buffers for strategies whose blocks have no records of their own: token to data and length, generations, a free list. */
#ifndef FLIGHTMEM_STRATEGY_BUFFERS_H
#define FLIGHTMEM_STRATEGY_BUFFERS_H

#include "strategy/strategy.h"
#include "strategy/token.h"

/** A buffer's record. Out iff the generation is odd. */
typedef struct fm_buffer_record {
	uint32_t generation;
	uint32_t next;  /**< free: the next free record, or FM_TOKEN_END. Out: the strategy's own word */
	uintptr_t data; /**< out: first byte */
	size_t len;     /**< out: bytes asked for */
} fm_buffer_record;

/**
 * The table; it stays where it was started, as generations begin at what its address gives. Invariant: every record below `fresh` is on the
 * list from `head` iff it is not out; those at and above are not read.
 */
typedef struct fm_buffers {
	fm_buffer_record *records;
	uint32_t head;
	uint32_t fresh;
	uint32_t room;
} fm_buffers;

/**
 * fm_strategy.judge and .measure where blocks are cut from one run of bytes, in granules of 16, and a record is a buffer's: `max_buffers` of
 * them, FM_ARENA_BUFFERS where the wish names no number.
 */
fm_status fm_buffers_judge_wish(fm_strategy_wish *wish, const char **at_fault);
fm_status fm_buffers_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out);

/** Records for `max_buffers` of a wish that was judged. */
static inline uint32_t fm_buffers_wished(uint32_t max_buffers)
{
	return max_buffers == FM_STRATEGY_NO_BUFFERS ? 0 : max_buffers;
}

/** Makes an empty table of `room` records, which need not be zero; FM_STRATEGY_NO_BUFFERS: of none. O(1). */
void fm_buffers_start(fm_buffers *buffers, void *records, uint32_t room);

/** Sees to it that `head` names a free record. False iff none is left. O(1). */
int fm_buffers_open(fm_buffers *buffers);

/** True iff a buffer can be put in. */
static inline int fm_buffers_have_room(const fm_buffers *buffers)
{
	return buffers->head != FM_TOKEN_END || buffers->fresh < buffers->room;
}

/** Puts a buffer into the record at `head`, which is not FM_TOKEN_END, and fills `out`. */
static inline void fm_buffers_add(fm_buffers *buffers, uintptr_t data, size_t len, uint32_t word, fm_buffer *out)
{
	uint32_t index = buffers->head;
	fm_buffer_record *record = &buffers->records[index];

	buffers->head = record->next;
	record->generation++;
	record->next = word;
	record->data = data;
	record->len = len;
	out->data = (void *)data;
	out->len = len;
	out->token = fm_token_make(record->generation, index);
}

/** The record of a buffer that is out; NULL iff the token names none. */
static inline fm_buffer_record *fm_buffers_find(const fm_buffers *buffers, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	if (FM_UNLIKELY(index >= buffers->fresh || !fm_token_is_live(token, buffers->records[index].generation)))
		return NULL;
	return &buffers->records[index];
}

/** Takes the buffer of `token`, which is out, from the table. */
static inline void fm_buffers_remove(fm_buffers *buffers, fm_buffer_record *record, uint64_t token)
{
	record->generation++;
	record->next = buffers->head;
	buffers->head = fm_token_index(token);
}

/** What a token that names no buffer is: FM_E_STALE or FM_E_FOREIGN. */
fm_status fm_buffers_judge(const fm_buffers *buffers, uint64_t token);

/**
 * Every invariant: `out` buffers are out, each within `base` to `end`, and all other records are on the list. Returns FM_OK or
 * FM_E_DAMAGED. O(records ever used).
 */
fm_status fm_buffers_check(const fm_buffers *buffers, uint64_t out, uintptr_t base, uintptr_t end);

#endif
