/* SPDX-License-Identifier: MIT */
/** @file
 * Double stack: one run of bytes, a stack from each end, which meet exactly. fm_pool_alloc() takes from the low end, fm_pool_alloc_top()
 * from the top: what lives for a level at one end, what goes with the frame at the other. Each end is a stack of its own: its newest
 * block goes back, whatever the other end holds. A mark holds both.
 *
 * Cost, bytes and detection as those of stack.c, whose low end it has; `max_buffers` are the blocks of both ends together. */
#include "strategy/stack.h"

static uintptr_t cut_top(fm_ordered *ordered, size_t size, size_t align)
{
	size_t left = ordered->high - ordered->low;

	if (size > left)
		return 0;

	size_t whole = fm_room_whole(size);
	size_t slack = (ordered->high - whole) & (align - 1) & ~(uintptr_t)(FM_ROOM_GRANULE - 1);

	if (slack > left - whole)
		return 0;
	ordered->high -= whole + slack;
	return ordered->high;
}

/** take_top() at the usual alignment, where it fits. */
static FM_ALWAYS_INLINE void *take_plainly(fm_stack *stack, size_t size)
{
	fm_ordered *ordered = &stack->ordered;

	ordered->front = (ordered->front != 0 ? ordered->front : ordered->room) - 1;
	ordered->count++;
	stack->tops++;
	ordered->high -= fm_room_whole(size);
	ordered->records[ordered->front].data = ordered->high;
	ordered->records[ordered->front].len = size;
	ordered->common.taken++;
	return (void *)ordered->high;
}

/** Counts a block at the top end, if it was granted. */
static void count_top(fm_strategy_state *state, uint32_t before)
{
	fm_stack *stack = (fm_stack *)state;

	stack->tops += stack->ordered.count - before;
}

static void *take_top(fm_strategy_state *state, size_t size, size_t align)
{
	fm_ordered *ordered = (fm_ordered *)state;
	uint32_t before = ordered->count;

	if (FM_LIKELY(align == 0 && size - 1 < ordered->high - ordered->low && before < ordered->room && state->alignment <= FM_ROOM_GRANULE))
		return take_plainly((fm_stack *)state, size);

	void *block = fm_ordered_take(ordered, FM_STRATEGY_BLOCK | FM_STRATEGY_TOP, size, align, cut_top);

	count_top(state, before);
	return block;
}

static fm_status lend_top(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	uint32_t before = ((fm_ordered *)state)->count;
	fm_status status = fm_ordered_lend((fm_ordered *)state, FM_STRATEGY_BUFFER | FM_STRATEGY_TOP, size, align, out, why, cut_top);

	count_top(state, before);
	return status;
}

const fm_strategy fm_strategy_double_stack = {
	.name = "double-stack",
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
	             .take_top = take_top,
	             .lend_top = lend_top,
	             .mark = fm_stack_mark,
	             .rewind = fm_stack_rewind)
};
