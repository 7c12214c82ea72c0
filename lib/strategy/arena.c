/* SPDX-License-Identifier: MIT */
/** @file
 * Arena: the inline fm_arena behind a pool's calls, with a table of buffers beside it. Raw blocks come back all at once.
 *
 *     base                                cur              end
 *     |== block ==|skip|== buffer ==|pad  |     free       |
 *
 * A buffer's record keeps how far it lies from where the arena stood before (`skip`, in granules): so the last one gives back all that
 * it cost. Once nothing is out any more, the arena begins anew. It never goes below its floor, where it stood at the innermost open mark.
 *
 * O(1), but reset and rewind with buffers: O(buffers). 0 bytes a raw block, 24 a buffer at once (16 with 32-bit pointers). Any alignment;
 * sizes in granules of 16 bytes. Does not grow. Detects what never was its own; of raw blocks, which have no record, nothing else. */
#include <flightmem/inline/arena.h>

#include "strategy/buffers.h"
#include "strategy/marks.h"
#include "strategy/room.h"
#include "strategy/strategy.h"

typedef struct arena_state {
	fm_strategy_state common;
	fm_arena arena;
	uintptr_t peak;  /**< the most `cur` was before it last went down */
	uintptr_t floor; /**< at most `cur`: where the innermost open mark was made, or the base */
	fm_buffers buffers;
	fm_marks marks;
} arena_state;

/** What a mark of an arena keeps: how far above the base the floor was before, and the raw blocks that were out. */
enum { MARK_FLOOR = FM_MARK_OWN, MARK_RAW };

FM_STATIC_ASSERT(FM_ARENA_GRANULE == FM_ROOM_GRANULE, "a whole size is one word");
FM_STATIC_ASSERT(sizeof(arena_state) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

static FM_COLD void arena_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	arena_state *arena = (arena_state *)state;

	fm_arena_init(&arena->arena, blocks, fm_room_whole(count));
	arena->peak = arena->arena.base;
	arena->floor = arena->arena.base;
	fm_buffers_start(&arena->buffers, records, wish->max_buffers);
}

/** Gives back what lies above `mark`; the peak is what the arena had reached. */
static inline void rewind_arena(arena_state *arena, fm_arena_mark mark)
{
	if (arena->arena.cur > arena->peak)
		arena->peak = arena->arena.cur;
	fm_arena_rewind(&arena->arena, mark);
}

/** Moves the arena over `skip` and `size` bytes, which it has, and gives the block behind the skip. */
static inline uintptr_t advance(arena_state *arena, size_t skip, size_t size)
{
	uintptr_t block = arena->arena.cur + skip;

	arena->arena.cur = block + fm_room_whole(size);
	return block;
}

static void *arena_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	arena_state *arena = (arena_state *)state;
	size_t skip = fm_room_padding(arena->arena.cur, align == 0 ? state->alignment : align);
	size_t left = fm_arena_left(&arena->arena);

	if (FM_UNLIKELY(skip > left || size > left - skip || fm_strategy_judge_request(size, align) != FM_OK)) {
		fm_strategy_refuse(state, FM_STRATEGY_BLOCK, size, align, NULL);
		return NULL;
	}
	state->taken++;
	return (void *)advance(arena, skip, size);
}

static void *arena_take(fm_strategy_state *state, size_t size)
{
	arena_state *arena = (arena_state *)state;

	/* A size of 0 is none: less one, it is above every other. */
	if (FM_UNLIKELY(size - 1 >= fm_arena_left(&arena->arena) || state->alignment > FM_ARENA_GRANULE))
		return arena_take_aligned(state, size, 0);

	state->taken++;
	return (void *)advance(arena, 0, size);
}

static fm_status arena_give(fm_strategy_state *state, uintptr_t block)
{
	const fm_arena *arena = &((arena_state *)state)->arena;

	return block - arena->base < arena->end - arena->base ? FM_E_UNSUPPORTED : FM_E_FOREIGN;
}

/** Any alignment, and also where a record must be opened or the request refused. */
static FM_NOINLINE fm_status arena_lend_aligned(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	arena_state *arena = (arena_state *)state;
	size_t skip = fm_room_padding(arena->arena.cur, align == 0 ? state->alignment : align);
	size_t left = fm_arena_left(&arena->arena);
	int fits = fm_strategy_judge_request(size, align) == FM_OK && skip <= left && size <= left - skip;

	if (FM_UNLIKELY(!fits || !fm_buffers_open(&arena->buffers)))
		return fm_strategy_refuse(state, FM_STRATEGY_BUFFER, size, align, why);

	/* More than 2^32 granules of skip can't be remembered: then those above stay out until the arena begins anew. */
	size_t granules = skip / FM_ARENA_GRANULE;

	fm_buffers_add(&arena->buffers, advance(arena, skip, size), size, granules > UINT32_MAX ? UINT32_MAX : (uint32_t)granules, out);
	state->lent++;
	return FM_OK;
}

static fm_status arena_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	arena_state *arena = (arena_state *)state;
	int plain = align == 0 && state->alignment <= FM_ARENA_GRANULE;

	if (FM_UNLIKELY(!plain || size - 1 >= fm_arena_left(&arena->arena) || arena->buffers.head == FM_TOKEN_END))
		return arena_lend_aligned(state, size, align, out, why);

	fm_buffers_add(&arena->buffers, advance(arena, 0, size), size, 0, out);
	state->lent++;
	return FM_OK;
}

static fm_status arena_take_back(fm_strategy_state *state, uint64_t token)
{
	arena_state *arena = (arena_state *)state;
	fm_buffer_record *record = fm_buffers_find(&arena->buffers, token);

	if (FM_UNLIKELY(record == NULL))
		return fm_buffers_judge(&arena->buffers, token);

	uintptr_t end = record->data + fm_room_whole(record->len);
	uintptr_t before = record->data - (uintptr_t)record->next * FM_ARENA_GRANULE;

	fm_buffers_remove(&arena->buffers, record, token);
	state->returned++;
	if (fm_strategy_out(state) == 0)
		rewind_arena(arena, arena->floor);
	else if (end == arena->arena.cur && before >= arena->floor)
		rewind_arena(arena, before);
	return FM_OK;
}

static FM_COLD fm_status arena_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const arena_state *arena = (const arena_state *)state;
	const fm_buffer_record *record = fm_buffers_find(&arena->buffers, token);

	if (record == NULL)
		return fm_buffers_judge(&arena->buffers, token);

	*out = (fm_buffer){ .data = (void *)record->data, .len = record->len, .token = token };
	return FM_OK;
}

static FM_COLD void arena_reset(fm_strategy_state *state)
{
	arena_state *arena = (arena_state *)state;

	arena->floor = arena->arena.base;
	fm_marks_end_all(&arena->marks);
	rewind_arena(arena, arena->floor);
	state->given = state->taken;
}

static FM_COLD void arena_mark(fm_strategy_state *state, fm_mark *mark)
{
	arena_state *arena = (arena_state *)state;

	fm_marks_open(&arena->marks, mark);
	mark->library[MARK_FLOOR] = arena->floor - arena->arena.base;
	mark->library[MARK_RAW] = fm_strategy_raw(state);
	arena->floor = arena->arena.cur;
}

/** True iff a buffer at or above `from` is out. */
static FM_COLD int buffers_above(const fm_buffers *buffers, uintptr_t from)
{
	for (uint32_t i = 0; i < buffers->fresh; i++)
		if ((buffers->records[i].generation & 1) != 0 && buffers->records[i].data >= from)
			return 1;
	return 0;
}

static FM_COLD fm_status arena_rewind(fm_strategy_state *state, const fm_mark *mark)
{
	arena_state *arena = (arena_state *)state;
	fm_status status = fm_marks_judge(&arena->marks, mark);
	uint64_t outer = mark->library[MARK_FLOOR];

	if (status != FM_OK)
		return status;
	/* The mark was in the caller's hands: what it says must be possible. */
	if (outer > arena->floor - arena->arena.base || outer % FM_ARENA_GRANULE != 0 || mark->library[MARK_RAW] > fm_strategy_raw(state))
		return FM_E_FOREIGN;
	if (fm_strategy_lent(state) != 0 && buffers_above(&arena->buffers, arena->floor))
		return FM_E_BUSY;

	rewind_arena(arena, arena->floor);
	state->given = state->taken - mark->library[MARK_RAW];
	arena->floor = arena->arena.base + (uintptr_t)outer;
	fm_marks_end(&arena->marks, mark);
	if (fm_strategy_out(state) == 0)
		rewind_arena(arena, arena->floor);
	return FM_OK;
}

static FM_COLD fm_status arena_check(const fm_strategy_state *state)
{
	const arena_state *arena = (const arena_state *)state;
	const fm_arena *inner = &arena->arena;
	int ordered = inner->base <= arena->floor && arena->floor <= inner->cur && inner->cur <= inner->end;
	int whole = (inner->cur - inner->base) % FM_ARENA_GRANULE == 0 && (arena->floor - inner->base) % FM_ARENA_GRANULE == 0;

	if (!ordered || !whole || arena->peak - inner->base > inner->end - inner->base || arena->marks.innermost > arena->marks.made)
		return FM_E_DAMAGED;
	return state->given > state->taken ? FM_E_DAMAGED : fm_buffers_check(&arena->buffers, fm_strategy_lent(state), inner->base, inner->cur);
}

/** One hole, above. What waits below for its turn is not free. */
static FM_COLD void arena_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	out->largest = fm_arena_left(&((const arena_state *)state)->arena);
	out->holes = out->largest != 0;
}

static FM_COLD void arena_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	const arena_state *arena = (const arena_state *)state;
	const fm_arena *inner = &arena->arena;

	out->capacity = inner->end - inner->base;
	out->used = inner->cur - inner->base;
	out->peak = (arena->peak > inner->cur ? arena->peak : inner->cur) - inner->base;
	out->largest = fm_room_largest(inner->cur, inner->end, state->alignment);
}

static FM_COLD void arena_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	const arena_state *arena = (const arena_state *)state;
	const fm_arena *inner = &arena->arena;
	int raw = kind == FM_STRATEGY_BLOCK;
	fm_room room = {
		.base = inner->base,
		.end = inner->end,
		.available = fm_arena_left(inner),
		.now = fm_room_largest(inner->cur, inner->end, align == 0 ? state->alignment : align),
		.has_records = raw || arena->buffers.room != 0,
		.has_record = raw || fm_buffers_have_room(&arena->buffers),
	};

	fm_room_explain(&room, state, size, align, what);
}

const fm_strategy fm_strategy_arena = {
	.name = "arena",
	.state_bytes = sizeof(arena_state),
	.granule = FM_ARENA_GRANULE,
	.calls = {
		.take = arena_take,
		.take_aligned = arena_take_aligned,
		.give = arena_give,
		.lend = arena_lend,
		.take_back = arena_take_back,
	},
	.judge = fm_buffers_judge_wish,
	.measure = fm_buffers_measure,
	.start = arena_start,
	.explain = arena_explain,
	.find = arena_find,
	.reset = arena_reset,
	.measure_use = arena_measure_use,
	FM_BLOCK_OPS(.check = arena_check,
	             .survey = arena_survey,
	             .mark = arena_mark,
	             .rewind = arena_rewind)
};
