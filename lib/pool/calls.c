/* SPDX-License-Identifier: MIT */
/** @file
 * The calls that run often: judge the handle, then one jump into the strategy. */
#include "pool/pool.h"

void *fm_pool_alloc(fm_pool *pool, size_t size)
{
	if (FM_UNLIKELY(pool == NULL))
		return NULL;
	return pool->state.calls.take(&pool->state, size);
}

void *fm_pool_alloc_aligned(fm_pool *pool, size_t size, size_t align)
{
	if (FM_UNLIKELY(pool == NULL))
		return NULL;
	return pool->state.calls.take_aligned(&pool->state, size, align);
}

fm_status fm_pool_free(fm_pool *pool, void *block)
{
	if (FM_UNLIKELY(pool == NULL))
		return FM_E_ARGUMENT;
	if (FM_UNLIKELY(block == NULL))
		return FM_OK;
	return pool->state.calls.give(&pool->state, (uintptr_t)block);
}

fm_status fm_pool_acquire(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	if (FM_UNLIKELY(pool == NULL || out == NULL))
		return fm_pool_refuse_arguments(pool, size, align, out, why);
	return pool->state.calls.lend(&pool->state, size, align, out, why);
}

fm_acquired fm_pool_acquire_value(fm_pool *pool, size_t size, size_t align)
{
	fm_acquired acquired = { .status = FM_E_ARGUMENT };

	if (FM_LIKELY(pool != NULL))
		acquired.status = pool->state.calls.lend(&pool->state, size, align, &acquired.buffer, NULL);
	return acquired;
}

fm_status fm_pool_release(fm_pool *pool, uint64_t token)
{
	if (FM_UNLIKELY(pool == NULL))
		return FM_E_ARGUMENT;
	return pool->state.calls.take_back(&pool->state, token);
}

fm_status fm_pool_buffer(const fm_pool *pool, uint64_t token, fm_buffer *out)
{
	if (pool == NULL || out == NULL)
		return FM_E_ARGUMENT;
	return pool->state.strategy->find(&pool->state, token, out);
}

fm_status fm_pool_reset(fm_pool *pool)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (fm_strategy_lent(&pool->state) != 0)
		return FM_E_BUSY;

	pool->state.strategy->reset(&pool->state);
	return FM_OK;
}
