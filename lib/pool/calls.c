/* SPDX-License-Identifier: MIT */
/** @file
 * The calls that run often: judge the handle, then one jump into the strategy. */
#include "base/refuse.h"
#include "pool/pool.h"

void *fm_pool_alloc(fm_pool *pool, size_t size)
{
	if (FM_UNLIKELY(pool == NULL))
		return NULL;
	return pool->calls.take(fm_pool_state(pool), size);
}

void *fm_pool_alloc_aligned(fm_pool *pool, size_t size, size_t align)
{
	if (FM_UNLIKELY(pool == NULL))
		return NULL;
	return pool->calls.take_aligned(fm_pool_state(pool), size, align);
}

fm_status fm_pool_free(fm_pool *pool, void *block)
{
	if (FM_UNLIKELY(pool == NULL))
		return FM_E_ARGUMENT;
	if (FM_UNLIKELY(block == NULL))
		return FM_OK;
	return pool->calls.give(fm_pool_state(pool), (uintptr_t)block);
}

static FM_COLD fm_status refuse_arguments(size_t size, size_t align, fm_refusal *why)
{
	return fm_refuse(why, &(fm_refusal){ .status = FM_E_ARGUMENT, .help = FM_HELP_OTHER, .asked = size, .align = align });
}

fm_status fm_pool_acquire(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	if (FM_UNLIKELY(pool == NULL || out == NULL))
		return refuse_arguments(size, align, why);
	return pool->calls.lend(fm_pool_state(pool), size, align, out, why);
}

fm_acquired fm_pool_acquire_value(fm_pool *pool, size_t size, size_t align)
{
	fm_acquired acquired = { .status = FM_E_ARGUMENT };

	if (FM_LIKELY(pool != NULL))
		acquired.status = pool->calls.lend(fm_pool_state(pool), size, align, &acquired.buffer, NULL);
	return acquired;
}

fm_status fm_pool_release(fm_pool *pool, uint64_t token)
{
	if (FM_UNLIKELY(pool == NULL))
		return FM_E_ARGUMENT;
	return pool->calls.take_back(fm_pool_state(pool), token);
}

fm_status fm_pool_buffer(const fm_pool *pool, uint64_t token, fm_buffer *out)
{
	if (pool == NULL || out == NULL)
		return FM_E_ARGUMENT;
	return pool->strategy->find(fm_pool_state(pool), token, out);
}

fm_status fm_pool_reset(fm_pool *pool)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (fm_strategy_lent(fm_pool_state(pool)) != 0)
		return FM_E_BUSY;

	pool->strategy->reset(fm_pool_state(pool));
	return FM_OK;
}
