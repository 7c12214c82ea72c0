/* SPDX-License-Identifier: MIT */
/** @file
 * What a pool is and holds. */
#include "base/abi.h"
#include "pool/pool.h"

/** Bytes of fm_pool_usage in the first release. */
#define POOL_USAGE_FIRST_SIZE (offsetof(fm_pool_usage, reserved) + sizeof(uint32_t))

fm_status fm_pool_get_usage(const fm_pool *pool, fm_pool_usage *usage)
{
	fm_status status = pool == NULL ? FM_E_ARGUMENT : fm_abi_check(usage, POOL_USAGE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const fm_strategy_state *state = &pool->state;
	const fm_pool_part *part = fm_pool_part_of(state);
	fm_strategy_figures figures;

	state->strategy->measure_use(state, &figures);

	fm_pool_usage known = {
		.capacity = figures.capacity,
		.used = figures.used,
		.peak = figures.peak,
		.available = figures.capacity - figures.used,
		.largest = figures.largest,
		.blocks = fm_strategy_out(state),
		.buffers = fm_strategy_lent(state),
		.granted = state->taken + state->lent,
		.refused = part->refused,
		.control = part->control_bytes,
		.sealed = part->sealed,
	};

	fm_abi_export(usage, &known, sizeof known);
	return FM_OK;
}

const char *fm_pool_name(const fm_pool *pool)
{
	return pool == NULL ? NULL : fm_pool_part_of(&pool->state)->name;
}

const char *fm_pool_strategy(const fm_pool *pool)
{
	return pool == NULL ? NULL : pool->state.strategy->name;
}

fm_status fm_pool_storage(const fm_pool *pool, void **base, size_t *size)
{
	fm_strategy_figures figures;

	if (pool == NULL || base == NULL || size == NULL)
		return FM_E_ARGUMENT;

	pool->state.strategy->measure_use(&pool->state, &figures);
	*base = fm_pool_part_of(&pool->state)->blocks;
	*size = figures.capacity;
	return FM_OK;
}
