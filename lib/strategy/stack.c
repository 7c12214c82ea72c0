/* SPDX-License-Identifier: MIT */
/** @file
 * Stack: blocks of any size that go back in the order opposite to that in which they came; any other is refused by name.
 *
 * O(1), but: opening O(max_buffers), a refused free and walks O(blocks), rewind O(blocks given back). 24 bytes a block at once (16 with 32-bit
 * pointers), apart from the blocks, for `max_buffers` of them; 0 bytes between blocks. Any alignment, whose padding goes back too; sizes
 * in granules of 16 bytes. Does not grow. Detects what comes back out of order, foreign, interior and double frees, stale and foreign tokens. */
#include "strategy/stack.h"

/** What a mark of a stack keeps: the floors before it. */
enum { MARK_LOWS = FM_MARK_OWN, MARK_TOPS };

FM_STATIC_ASSERT(sizeof(fm_stack) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

static FM_COLD uintptr_t cut_low(fm_ordered *ordered, size_t size, size_t align)
{
	size_t skip = fm_room_padding(ordered->low, align);
	size_t left = ordered->high - ordered->low;

	if (skip > left || size > left - skip)
		return 0;

	uintptr_t data = ordered->low + skip;

	ordered->low = data + fm_room_whole(size);
	return data;
}

void *fm_stack_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	return fm_ordered_take((fm_ordered *)state, FM_STRATEGY_BLOCK, size, align, cut_low);
}

void *fm_stack_take(fm_strategy_state *state, size_t size)
{
	fm_stack *stack = (fm_stack *)state;
	fm_ordered *ordered = &stack->ordered;
	int fits = size - 1 < ordered->high - ordered->low && ordered->count < ordered->room;

	if (FM_UNLIKELY(!fits || state->alignment > FM_ROOM_GRANULE))
		return fm_stack_take_aligned(state, size, 0);

	fm_buffer_record *record = &ordered->records[fm_stack_lows(stack)];

	ordered->count++;
	record->data = ordered->low;
	record->len = size;
	ordered->low += fm_room_whole(size);
	state->taken++;
	return (void *)record->data;
}

/** Takes the newest block of the low end from the order; there is one. */
static FM_ALWAYS_INLINE void drop_low(fm_stack *stack)
{
	fm_ordered *ordered = &stack->ordered;

	fm_ordered_note(ordered, ordered->high - ordered->low);
	ordered->count--;

	uint32_t lows = fm_stack_lows(stack);

	ordered->low = lows != 0 ? fm_ordered_end(&ordered->records[lows - 1]) : ordered->base;
}

/** Takes the newest block of the top end from the order; there is one. */
static FM_NOINLINE void drop_top(fm_stack *stack)
{
	fm_ordered *ordered = &stack->ordered;

	fm_ordered_note(ordered, ordered->high - ordered->low);
	fm_ordered_drop_front(ordered);
	stack->tops--;
	ordered->high = stack->tops != 0 ? ordered->records[ordered->front].data : ordered->end;
}

/** Takes the newest block of an end from the order; there is one. */
static FM_COLD void drop(fm_stack *stack, int top)
{
	if (top)
		drop_top(stack);
	else
		drop_low(stack);
}

/** give() where the newest block of the low end is another. */
static FM_NOINLINE fm_status give_otherwise(fm_stack *stack, uintptr_t block)
{
	if (stack->tops <= stack->floor_tops || !fm_ordered_is_raw(&stack->ordered.records[stack->ordered.front], block))
		return fm_ordered_judge_block(&stack->ordered, block);

	drop_top(stack);
	stack->ordered.common.given++;
	return FM_OK;
}

fm_status fm_stack_give(fm_strategy_state *state, uintptr_t block)
{
	fm_stack *stack = (fm_stack *)state;
	uint32_t lows = fm_stack_lows(stack);

	if (FM_UNLIKELY(lows <= stack->floor_lows || !fm_ordered_is_raw(&stack->ordered.records[lows - 1], block)))
		return give_otherwise(stack, block);

	drop_low(stack);
	state->given++;
	return FM_OK;
}

fm_status fm_stack_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return fm_ordered_lend((fm_ordered *)state, FM_STRATEGY_BUFFER, size, align, out, why, cut_low);
}

fm_status fm_stack_take_back(fm_strategy_state *state, uint64_t token)
{
	fm_stack *stack = (fm_stack *)state;
	uint32_t place = fm_ordered_find_place(&stack->ordered, token);

	if (FM_UNLIKELY(place >= stack->ordered.count))
		return fm_ordered_judge_token(&stack->ordered, token);

	int top = place < stack->tops;

	if (top ? place != 0 || stack->tops <= stack->floor_tops : place != stack->ordered.count - 1 || fm_stack_lows(stack) <= stack->floor_lows)
		return FM_E_ORDER;
	drop(stack, top);
	stack->ordered.records[fm_token_index(token)].generation++;
	state->returned++;
	return FM_OK;
}

/** Takes the newest raw blocks back until both ends are down to their floors. */
static FM_COLD void cut_back(fm_stack *stack)
{
	while (stack->tops > stack->floor_tops || fm_stack_lows(stack) > stack->floor_lows) {
		drop(stack, stack->tops > stack->floor_tops);
		stack->ordered.common.given++;
	}
}

FM_COLD void fm_stack_reset(fm_strategy_state *state)
{
	fm_stack *stack = (fm_stack *)state;

	fm_marks_end_all(&stack->marks);
	stack->floor_lows = stack->floor_tops = 0;
	cut_back(stack);
}

FM_COLD fm_status fm_stack_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	const fm_stack *stack = (const fm_stack *)state;
	fm_status status = fm_ordered_tell(&stack->ordered, stack->tops, fm_stack_lows(stack), visit, context);

	return status == FM_OK ? fm_ordered_tell(&stack->ordered, 0, stack->tops, visit, context) : status;
}

/** Each end's newest block ends where the free run begins; what a mark holds is there. */
FM_COLD fm_status fm_stack_check(const fm_strategy_state *state)
{
	const fm_stack *stack = (const fm_stack *)state;
	const fm_ordered *ordered = &stack->ordered;
	fm_status status = fm_ordered_check(state);

	if (status != FM_OK || stack->tops > ordered->count || stack->marks.innermost > stack->marks.made)
		return FM_E_DAMAGED;

	uint32_t lows = fm_stack_lows(stack);
	uintptr_t low = lows != 0 ? fm_ordered_end(fm_ordered_at(ordered, ordered->count - 1)) : ordered->base;
	uintptr_t high = stack->tops != 0 ? fm_ordered_at(ordered, 0)->data : ordered->end;
	int held = stack->floor_lows <= lows && stack->floor_tops <= stack->tops;

	return held && low == ordered->low && high == ordered->high ? FM_OK : FM_E_DAMAGED;
}

FM_COLD void fm_stack_mark(fm_strategy_state *state, fm_mark *mark)
{
	fm_stack *stack = (fm_stack *)state;

	fm_marks_open(&stack->marks, mark);
	mark->library[MARK_LOWS] = stack->floor_lows;
	mark->library[MARK_TOPS] = stack->floor_tops;
	stack->floor_lows = fm_stack_lows(stack);
	stack->floor_tops = stack->tops;
}

FM_COLD fm_status fm_stack_rewind(fm_strategy_state *state, const fm_mark *mark)
{
	fm_stack *stack = (fm_stack *)state;
	const fm_ordered *ordered = &stack->ordered;
	fm_status status = fm_marks_judge(&stack->marks, mark);
	uint32_t new_lows = fm_stack_lows(stack) - stack->floor_lows;

	if (status != FM_OK)
		return status;
	/* The mark was in the caller's hands: what it says must be possible. */
	if (mark->library[MARK_LOWS] > stack->floor_lows || mark->library[MARK_TOPS] > stack->floor_tops)
		return FM_E_FOREIGN;
	if (fm_ordered_has_buffer(ordered, 0, stack->tops - stack->floor_tops) || fm_ordered_has_buffer(ordered, ordered->count - new_lows, new_lows))
		return FM_E_BUSY;

	cut_back(stack);
	stack->floor_lows = (uint32_t)mark->library[MARK_LOWS];
	stack->floor_tops = (uint32_t)mark->library[MARK_TOPS];
	fm_marks_end(&stack->marks, mark);
	return FM_OK;
}

const fm_strategy fm_strategy_stack = {
	.name = "stack",
	.state_bytes = sizeof(fm_stack),
	.granule = FM_ROOM_GRANULE,
	.nature = FM_STRATEGY_LAST_FIRST,
	.calls = {
		.take = fm_stack_take,
		.take_aligned = fm_stack_take_aligned,
		.give = fm_stack_give,
		.lend = fm_stack_lend,
		.take_back = fm_stack_take_back,
	},
	.judge = fm_ordered_judge,
	.measure = fm_buffers_measure,
	.start = fm_ordered_start,
	.explain = fm_ordered_explain,
	.find = fm_ordered_find,
	.reset = fm_stack_reset,
	.measure_use = fm_ordered_measure_use,
	FM_BLOCK_OPS(.check = fm_stack_check,
	             .survey = fm_ordered_survey,
	             .resize = fm_ordered_resize,
	             .block = fm_ordered_block,
	             .walk = fm_stack_walk,
	             .mark = fm_stack_mark,
	             .rewind = fm_stack_rewind)
};
