/* SPDX-License-Identifier: MIT */
/** @file
 * Two-level segregated fit: blocks of any size, the best class first, neighbours merged at once: granting and taking back have no loop.
 *
 * O(1): a request that no class grants looks at four runs more before it is refused. 4.4 bytes of records a granule of 32 bytes, 13.8 per cent;
 * 24 a buffer at once (16 with 32-bit pointers). Any alignment up to 2^31 granules. Does not grow. Detects any value that begins no block
 * that is out.
 *
 * Grants any c granules where there are more than U + (B + 1) * (c + c / 4) of them (c / 2 from 2^16 granules on), with B blocks of U granules
 * out: of B + 1 free runs at most, each too short for its class. Where sizes are random it is 0.95 full when it first refuses. */
#include "strategy/granular.h"

static void *tlsf_take(fm_strategy_state *state, size_t size)
{
	return fm_granular_take(state, FM_GRANULAR_ANY, size, 0);
}

static void *tlsf_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	return fm_granular_take(state, FM_GRANULAR_ANY, size, align);
}

static fm_status tlsf_give(fm_strategy_state *state, uintptr_t block)
{
	return fm_granular_give(state, block);
}

static fm_status tlsf_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return fm_granular_lend(state, FM_GRANULAR_ANY, size, align, out, why);
}

static fm_status tlsf_take_back(fm_strategy_state *state, uint64_t token)
{
	return fm_granular_take_back(state, token);
}

static void tlsf_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	fm_granular_explain((const fm_granular *)state, FM_GRANULAR_ANY, kind, size, align, what);
}

static void tlsf_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	fm_granular_measure_use((const fm_granular *)state, FM_GRANULAR_ANY, out);
}

static fm_status tlsf_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most)
{
	return fm_granular_resize((fm_granular *)state, FM_GRANULAR_ANY, block, size, at_most);
}

const fm_strategy fm_strategy_tlsf = {
	.name = "tlsf",
	.state_bytes = sizeof(fm_granular),
	.granule = FM_GRANULE_LEAST,
	.calls = {
		.take = tlsf_take,
		.take_aligned = tlsf_take_aligned,
		.give = tlsf_give,
		.lend = tlsf_lend,
		.take_back = tlsf_take_back,
	},
	.judge = fm_granular_judge,
	.measure = fm_granular_measure,
	.start = fm_granular_start,
	.explain = tlsf_explain,
	.find = fm_granular_find,
	.reset = fm_granular_reset,
	.measure_use = tlsf_measure_use,
	FM_BLOCK_OPS(.check = fm_granular_check,
	             .survey = fm_granular_survey,
	             .resize = tlsf_resize,
	             .block = fm_granular_block,
	             .walk = fm_granular_walk)
};
