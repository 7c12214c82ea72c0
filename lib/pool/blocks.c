/* SPDX-License-Identifier: MIT */
/** @file
 * A pool's blocks, one by one: whose an address is, all that are out, in place, what lies idle, whether the records hold. */
#include "pool/pool.h"

fm_status fm_pool_block(const fm_pool *pool, uint64_t address, fm_block *out)
{
	if (pool == NULL || out == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->block == NULL)
		return FM_E_UNSUPPORTED;
	return pool->state.strategy->block(&pool->state, address, out);
}

fm_status fm_pool_walk(const fm_pool *pool, fm_block_visit visit, void *context)
{
	if (pool == NULL || visit == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->walk == NULL)
		return FM_E_UNSUPPORTED;
	return pool->state.strategy->walk(&pool->state, visit, context);
}

fm_status fm_pool_resize(fm_pool *pool, void *block, size_t size, fm_refusal *why)
{
	size_t at_most = 0;

	if (pool == NULL || block == NULL || size == 0)
		return fm_pool_refuse_arguments(pool, size, 0, NULL, why);

	fm_status status = FM_E_UNSUPPORTED;

	if (pool->state.strategy->resize != NULL)
		status = pool->state.strategy->resize(&pool->state, (uintptr_t)block, size, &at_most);
	if (status == FM_OK)
		return FM_OK;
	fm_pool_part_of(&pool->state)->refused += at_most != 0; /* else the block is none: misuse, not a request */
	return fm_pool_refuse_as(pool, status, size, 0, at_most, why);
}

fm_status fm_pool_trim(fm_pool *pool, size_t keep, size_t *trimmed)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->trim == NULL)
		return FM_E_UNSUPPORTED;

	size_t bytes = pool->state.strategy->trim(&pool->state, keep);

	if (trimmed != NULL)
		*trimmed = bytes;
	return FM_OK;
}

fm_status fm_pool_check(const fm_pool *pool)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	return pool->state.strategy->check(&pool->state);
}
