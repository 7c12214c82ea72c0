/* SPDX-License-Identifier: MIT */
/** @file
 * Ring: blocks of any size that go back in the order in which they came, the oldest first; any other is refused by name. A block that does not
 * fit before the end of the bytes lies at their beginning; what that leaves at the end waits for the blocks before it. A whole frame of
 * blocks retires by a mark (fm_pool_retire()).
 *
 *     base        low          high = the oldest          end
 *     |== newer ==|    free    |==== older ====|  left    |       once gone round; before, the free run ends at `end`
 *
 * O(1), but: opening O(max_buffers), a refused free and walks O(blocks), retire O(blocks given back). 24 bytes a block at once (16 with 32-bit
 * pointers), apart from the blocks, for `max_buffers` of them; 0 bytes between blocks. Any alignment; sizes in granules of 16 bytes. Does not
 * grow. Detects what comes back out of order, foreign, interior and double frees, stale and foreign tokens. */
#include "strategy/marks.h"
#include "strategy/ordered.h"

/** What a mark of a ring keeps: the blocks granted before it. */
enum { MARK_GRANTED = FM_MARK_OWN };

typedef struct ring_state {
	fm_ordered ordered;
	fm_marks marks;
} ring_state;

FM_STATIC_ASSERT(sizeof(ring_state) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

/** A block from the free run; where that does not do, from the beginning, up to the oldest block. */
static FM_COLD uintptr_t cut_next(fm_ordered *ordered, size_t size, size_t align)
{
	uintptr_t from = ordered->low, to = ordered->high;

	if (fm_room_largest(from, to, align) < size) {
		from = ordered->base;
		to = fm_ordered_below(ordered);
		if (fm_room_largest(from, to, align) < size)
			return 0;
	}

	uintptr_t data = from + fm_room_padding(from, align);

	ordered->low = data + fm_room_whole(size);
	ordered->high = to;
	return data;
}

static void *ring_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	return fm_ordered_take((fm_ordered *)state, FM_STRATEGY_BLOCK, size, align, cut_next);
}

static void *ring_take(fm_strategy_state *state, size_t size)
{
	fm_ordered *ordered = (fm_ordered *)state;
	int fits = size - 1 < ordered->high - ordered->low && ordered->count < ordered->room;

	if (FM_UNLIKELY(!fits || state->alignment > FM_ROOM_GRANULE))
		return ring_take_aligned(state, size, 0);

	fm_buffer_record *record = fm_ordered_at(ordered, ordered->count);

	ordered->count++;
	record->data = ordered->low;
	record->len = size;
	ordered->low += fm_room_whole(size);
	state->taken++;
	return (void *)record->data;
}

static fm_status ring_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return fm_ordered_lend((fm_ordered *)state, FM_STRATEGY_BUFFER, size, align, out, why, cut_next);
}

/** Takes the oldest block from the order; there is one. Once nothing is out, the ring begins anew. */
static FM_NOINLINE void drop_oldest(fm_ordered *ordered)
{
	uintptr_t was = ordered->records[ordered->front].data;

	fm_ordered_note(ordered, fm_ordered_free(ordered));
	fm_ordered_drop_front(ordered);
	if (ordered->count == 0) {
		ordered->low = ordered->base;
		ordered->high = ordered->end;
	} else if (ordered->high != ordered->end) {
		uintptr_t oldest = ordered->records[ordered->front].data;

		ordered->high = oldest > was ? oldest : ordered->end;
	}
}

static fm_status ring_give(fm_strategy_state *state, uintptr_t block)
{
	fm_ordered *ordered = (fm_ordered *)state;

	if (FM_UNLIKELY(ordered->count == 0 || !fm_ordered_is_raw(&ordered->records[ordered->front], block)))
		return fm_ordered_judge_block(ordered, block);

	drop_oldest(ordered);
	state->given++;
	return FM_OK;
}

static fm_status ring_take_back(fm_strategy_state *state, uint64_t token)
{
	fm_ordered *ordered = (fm_ordered *)state;
	uint32_t place = fm_ordered_find_place(ordered, token);

	if (FM_UNLIKELY(place >= ordered->count))
		return fm_ordered_judge_token(ordered, token);
	if (place != 0)
		return FM_E_ORDER;
	ordered->records[ordered->front].generation++;
	drop_oldest(ordered);
	state->returned++;
	return FM_OK;
}

/** Takes `count` raw blocks back. */
static FM_COLD void retire_oldest(fm_ordered *ordered, uint32_t count)
{
	for (; count > 0; count--) {
		drop_oldest(ordered);
		ordered->common.given++;
	}
}

static FM_COLD void ring_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	fm_ordered_start(state, wish, count, records, blocks);
	((fm_ordered *)state)->goes_round = 1;
}

static FM_COLD void ring_reset(fm_strategy_state *state)
{
	retire_oldest((fm_ordered *)state, ((fm_ordered *)state)->count);
}

static FM_COLD fm_status ring_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	return fm_ordered_tell((const fm_ordered *)state, 0, ((const fm_ordered *)state)->count, visit, context);
}

static uint64_t granted(const fm_strategy_state *state)
{
	return state->taken + state->lent;
}

static FM_COLD void ring_mark(fm_strategy_state *state, fm_mark *mark)
{
	fm_marks_open(&((ring_state *)state)->marks, mark);
	mark->library[MARK_GRANTED] = granted(state);
}

/** Blocks go back in the order in which they were granted: as many as were granted before the mark, less those that went before. */
static FM_COLD fm_status ring_retire(fm_strategy_state *state, const fm_mark *mark)
{
	ring_state *ring = (ring_state *)state;
	uint64_t before = mark->library[MARK_GRANTED], gone = granted(state) - ring->ordered.count;

	if (fm_marks_judge(&ring->marks, mark) == FM_E_FOREIGN || before > granted(state))
		return FM_E_FOREIGN;

	uint32_t count = before > gone ? (uint32_t)(before - gone) : 0;

	if (fm_ordered_has_buffer(&ring->ordered, 0, count))
		return FM_E_BUSY;
	retire_oldest(&ring->ordered, count);
	return FM_OK;
}

const fm_strategy fm_strategy_ring = {
	.name = "ring",
	.state_bytes = sizeof(ring_state),
	.granule = FM_ROOM_GRANULE,
	.calls = {
		.take = ring_take,
		.take_aligned = ring_take_aligned,
		.give = ring_give,
		.lend = ring_lend,
		.take_back = ring_take_back,
	},
	.judge = fm_ordered_judge,
	.measure = fm_buffers_measure,
	.start = ring_start,
	.explain = fm_ordered_explain,
	.find = fm_ordered_find,
	.reset = ring_reset,
	.measure_use = fm_ordered_measure_use,
	FM_BLOCK_OPS(.check = fm_ordered_check,
	             .survey = fm_ordered_survey,
	             .resize = fm_ordered_resize,
	             .block = fm_ordered_block,
	             .walk = ring_walk,
	             .mark = ring_mark,
	             .retire = ring_retire)
};
