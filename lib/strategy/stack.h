/* SPDX-License-Identifier: MIT */
/** @file
 * Stacks from inside: one whose blocks lie at the low end, and one that has a top end too. They share what the low end does. */
#ifndef FLIGHTMEM_STRATEGY_STACK_H
#define FLIGHTMEM_STRATEGY_STACK_H

#include "strategy/marks.h"
#include "strategy/ordered.h"

/**
 * The state. Places from the front: `tops` blocks of the top end, the newest first; then those of the low end, the oldest first. So records of the
 * low end stand at the indices from 0 up, those of the top end at the last ones, downwards.
 */
typedef struct fm_stack {
	fm_ordered ordered;
	uint32_t tops;
	uint32_t floor_tops; /**< blocks of the top end when the innermost open mark was made: they stay */
	uint32_t floor_lows; /**< those of the low end */
	fm_marks marks;
} fm_stack;

/** Blocks of the low end. */
static inline uint32_t fm_stack_lows(const fm_stack *stack)
{
	return stack->ordered.count - stack->tops;
}

/** fm_strategy's calls and members, for either stack. */
void *fm_stack_take(fm_strategy_state *state, size_t size);
void *fm_stack_take_aligned(fm_strategy_state *state, size_t size, size_t align);
fm_status fm_stack_give(fm_strategy_state *state, uintptr_t block);
fm_status fm_stack_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why);
fm_status fm_stack_take_back(fm_strategy_state *state, uint64_t token);
void fm_stack_reset(fm_strategy_state *state);
fm_status fm_stack_walk(const fm_strategy_state *state, fm_block_visit visit, void *context);
fm_status fm_stack_check(const fm_strategy_state *state);
void fm_stack_mark(fm_strategy_state *state, fm_mark *mark);
fm_status fm_stack_rewind(fm_strategy_state *state, const fm_mark *mark);

#endif
