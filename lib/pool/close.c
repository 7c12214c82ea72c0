/* SPDX-License-Identifier: MIT */
/** @file
 * References, and how a pool ends: strictly, by its one owner, or leniently, when nothing needs it any more. */
#include "pool/pool.h"

fm_pool *fm_pool_ref(fm_pool *pool)
{
	if (pool != NULL)
		FM_ATOMIC_ADD(&pool->references, 1);
	return pool;
}

void fm_pool_destroy(fm_pool *pool)
{
	fm_memory_provider provider = pool->provider;
	void *obtained = pool->obtained;
	size_t bytes = pool->obtained_bytes;
	size_t align = pool->obtained_align;

	if (obtained != NULL)
		provider.give_back(provider.user, obtained, bytes, align);
	if (provider.drop != NULL)
		provider.drop(provider.user);
}

/** take_back() of a pool without references: the last buffer takes the pool along. */
static fm_status take_back_and_close(fm_strategy_state *state, uint64_t token)
{
	fm_pool *pool = fm_pool_of_state(state);
	fm_status status = pool->strategy->calls.take_back(state, token);

	if (status == FM_OK && fm_strategy_lent(state) == 0)
		fm_pool_destroy(pool);
	return status;
}

void fm_pool_unref(fm_pool *pool)
{
	if (pool == NULL || FM_ATOMIC_ADD(&pool->references, UINT32_MAX) != 0)
		return;

	if (fm_strategy_lent(fm_pool_state(pool)) == 0)
		fm_pool_destroy(pool);
	else
		pool->calls.take_back = take_back_and_close;
}

fm_status fm_pool_close(fm_pool *pool)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (FM_ATOMIC_LOAD(&pool->references) != 1 || fm_strategy_out(fm_pool_state(pool)) != 0)
		return FM_E_BUSY;

	fm_pool_destroy(pool);
	return FM_OK;
}
