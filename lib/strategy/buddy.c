/* SPDX-License-Identifier: MIT */
/** @file
 * Buddy: blocks are powers of two of granules, at addresses that are multiples of their size, so none crosses a boundary of its size or
 * more: what DMA engines ask for. Free neighbours merge whether they are buddies or not, so taking and giving have no loop.
 *
 * Cost, records and limits are those of tlsf.c; rounding takes up to half of a block. Grants any c granules, a power of two, where there are
 * more than U + (B + 1) * (2 * c + c / 2). Detects any value that begins no block that is out. */
#include "strategy/granular.h"

static void *buddy_take(fm_strategy_state *state, size_t size)
{
	return fm_granular_take(state, FM_GRANULAR_POWERS, size, 0);
}

static void *buddy_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	return fm_granular_take(state, FM_GRANULAR_POWERS, size, align);
}

static fm_status buddy_give(fm_strategy_state *state, uintptr_t block)
{
	return fm_granular_give(state, block);
}

static fm_status buddy_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return fm_granular_lend(state, FM_GRANULAR_POWERS, size, align, out, why);
}

static fm_status buddy_take_back(fm_strategy_state *state, uint64_t token)
{
	return fm_granular_take_back(state, token);
}

static void buddy_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	fm_granular_explain((const fm_granular *)state, FM_GRANULAR_POWERS, kind, size, align, what);
}

static void buddy_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	fm_granular_measure_use((const fm_granular *)state, FM_GRANULAR_POWERS, out);
}

static fm_status buddy_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most)
{
	return fm_granular_resize((fm_granular *)state, FM_GRANULAR_POWERS, block, size, at_most);
}

const fm_strategy fm_strategy_buddy = {
	.name = "buddy",
	.state_bytes = sizeof(fm_granular),
	.granule = FM_GRANULE_LEAST,
	.calls = {
		.take = buddy_take,
		.take_aligned = buddy_take_aligned,
		.give = buddy_give,
		.lend = buddy_lend,
		.take_back = buddy_take_back,
	},
	.judge = fm_granular_judge,
	.measure = fm_granular_measure,
	.start = fm_granular_start,
	.explain = buddy_explain,
	.find = fm_granular_find,
	.reset = fm_granular_reset,
	.measure_use = buddy_measure_use,
	FM_BLOCK_OPS(.check = fm_granular_check,
	             .survey = fm_granular_survey,
	             .resize = buddy_resize,
	             .block = fm_granular_block,
	             .walk = fm_granular_walk)
};
