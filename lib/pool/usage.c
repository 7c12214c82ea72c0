/* SPDX-License-Identifier: MIT */
/** @file
 * What a pool is and holds. */
#include "base/abi.h"
#include "pool/pool.h"

/** Bytes of fm_pool_usage in the first release. */
#define POOL_USAGE_FIRST_SIZE (offsetof(fm_pool_usage, surveyed) + sizeof(uint32_t))

/** Hands out what the pool holds; `survey` is what a walk told, NULL: none walked. */
static void export_usage(const fm_pool *pool, const fm_strategy_survey *survey, fm_pool_usage *usage)
{
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
		.holes = survey == NULL ? 0 : survey->holes,
		.largest_hole = survey == NULL ? 0 : survey->largest,
		.surveyed = survey != NULL,
	};

	fm_abi_export(usage, &known, sizeof known);
}

fm_status fm_pool_get_usage(const fm_pool *pool, fm_pool_usage *usage)
{
	fm_status status = pool == NULL ? FM_E_ARGUMENT : fm_abi_check(usage, POOL_USAGE_FIRST_SIZE);

	if (status == FM_OK)
		export_usage(pool, NULL, usage);
	return status;
}

fm_status fm_pool_survey(const fm_pool *pool, fm_pool_usage *usage)
{
	fm_strategy_survey survey = { 0, 0 };
	fm_status status = pool == NULL ? FM_E_ARGUMENT : fm_abi_check(usage, POOL_USAGE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	pool->state.strategy->survey(&pool->state, &survey);
	export_usage(pool, &survey, usage);
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
