/* SPDX-License-Identifier: MIT */
/** @file
 * References, and how a pool ends: strictly, by its one owner, or leniently, when nothing needs it any more. */
#include "pool/pool.h"

fm_pool *fm_pool_ref(fm_pool *pool)
{
	if (pool != NULL)
		FM_ATOMIC_ADD(&fm_pool_part_of(&pool->state)->references, 1);
	return pool;
}

void fm_pool_destroy(fm_pool *pool)
{
	fm_pool_part *original = fm_pool_part_of(&pool->state);
	fm_pool_part part = *original; /* the original lies in what is given back */

	if (pool->state.strategy->stop != NULL)
		pool->state.strategy->stop(&pool->state);
	if (part.space != NULL)
		fm_space_give_back(part.space, &original->reservation);

	if (part.obtained != NULL)
		part.provider.give_back(part.provider.user, part.obtained, part.obtained_bytes, part.obtained_align);
	if (part.provider.drop != NULL)
		part.provider.drop(part.provider.user);
	fm_space_unref(part.space);
}

/** take_back() of a pool without references: the last buffer takes the pool along. */
static fm_status take_back_and_close(fm_strategy_state *state, uint64_t token)
{
	fm_status status = state->strategy->calls.take_back(state, token);

	if (status == FM_OK && fm_strategy_lent(state) == 0)
		fm_pool_destroy((fm_pool *)state);
	return status;
}

void fm_pool_unref(fm_pool *pool)
{
	if (pool == NULL || FM_ATOMIC_ADD(&fm_pool_part_of(&pool->state)->references, UINT32_MAX) != 0)
		return;

	if (fm_strategy_lent(&pool->state) == 0)
		fm_pool_destroy(pool);
	else
		pool->state.calls.take_back = take_back_and_close;
}

fm_status fm_pool_close(fm_pool *pool)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (FM_ATOMIC_LOAD(&fm_pool_part_of(&pool->state)->references) != 1 || fm_strategy_out(&pool->state) != 0)
		return FM_E_BUSY;

	fm_pool_destroy(pool);
	return FM_OK;
}
