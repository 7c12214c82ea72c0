/* SPDX-License-Identifier: MIT */
/** @file
 * Marks: back to where a pool stood, or on from there. */
#include "pool/pool.h"

fm_status fm_pool_mark(fm_pool *pool, fm_mark *mark)
{
	if (pool == NULL || mark == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->mark == NULL)
		return FM_E_UNSUPPORTED;

	pool->state.strategy->mark(&pool->state, mark);
	return FM_OK;
}

fm_status fm_pool_rewind(fm_pool *pool, const fm_mark *mark)
{
	if (pool == NULL || mark == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->rewind == NULL)
		return FM_E_UNSUPPORTED;
	return pool->state.strategy->rewind(&pool->state, mark);
}

fm_status fm_pool_retire(fm_pool *pool, const fm_mark *mark)
{
	if (pool == NULL || mark == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->retire == NULL)
		return FM_E_UNSUPPORTED;
	return pool->state.strategy->retire(&pool->state, mark);
}
