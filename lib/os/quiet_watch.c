/* SPDX-License-Identifier: MIT */
/** @file
 * Pools under a quiet scope: their fast calls are replaced by ones that report, then do what the strategy does. */
#include <stdlib.h>

#include "os/quiet.h"
#include "pool/pool.h"

/** What stands first in a watched pool's head. The fast call jumped here, so the return address is that of the pool's user. */
#define HEAR(call_name, gives_back, bytes) \
	fm_quiet_hear(&(fm_quiet_call){ .name = call_name, .source = FM_QUIET_POOL, .returns = gives_back, .size = bytes, .from = FM_RETURN_ADDRESS })

static void *hear_take(fm_strategy_state *state, size_t size)
{
	HEAR("fm_pool_alloc", 0, size);
	return state->strategy->calls.take(state, size);
}

static void *hear_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	HEAR("fm_pool_alloc_aligned", 0, size);
	return state->strategy->calls.take_aligned(state, size, align);
}

static fm_status hear_give(fm_strategy_state *state, uintptr_t block)
{
	HEAR("fm_pool_free", 1, 0);
	return state->strategy->calls.give(state, block);
}

static fm_status hear_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	HEAR("fm_pool_acquire", 0, size);
	return state->strategy->calls.lend(state, size, align, out, why);
}

static fm_status hear_take_back(fm_strategy_state *state, uint64_t token)
{
	HEAR("fm_pool_release", 1, 0);
	return state->strategy->calls.take_back(state, token);
}

static const fm_strategy_calls hearing = { hear_take, hear_take_aligned, hear_give, hear_lend, hear_take_back };

static int is_watched(const fm_pool *pool)
{
	return pool->state.calls.take == hear_take;
}

static int scope_has(const fm_quiet *scope, const fm_pool *pool)
{
	for (size_t i = 0; i < scope->pool_count; i++)
		if (scope->pools[i] == pool)
			return 1;
	return 0;
}

/** Makes room for one pool more. */
static fm_status make_room(fm_quiet *scope)
{
	if (scope->pool_count < scope->pool_room)
		return FM_OK;

	size_t room = scope->pool_room * 2 + 8;
	int deaf = scope->deaf;

	scope->deaf = 1;
	fm_pool **pools = realloc(scope->pools, room * sizeof(fm_pool *));

	scope->deaf = deaf;
	if (pools == NULL)
		return FM_E_NO_MEMORY;
	scope->pools = pools;
	scope->pool_room = room;
	return FM_OK;
}

fm_status fm_quiet_watch(fm_pool *pool)
{
	fm_quiet *scope = fm_quiet_here();

	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (scope == NULL || !scope->open)
		return FM_E_NOT_FOUND;
	if (is_watched(pool))
		return scope_has(scope, pool) ? FM_OK : FM_E_BUSY;

	fm_status status = make_room(scope);

	if (status != FM_OK)
		return status;
	scope->pools[scope->pool_count++] = fm_pool_ref(pool);
	pool->state.calls = hearing;
	return FM_OK;
}

void fm_quiet_forget_pools(fm_quiet *scope)
{
	for (size_t i = 0; i < scope->pool_count; i++) {
		scope->pools[i]->state.calls = scope->pools[i]->state.strategy->calls;
		fm_pool_unref(scope->pools[i]);
	}
	free(scope->pools);
	scope->pools = NULL;
	scope->pool_count = 0;
	scope->pool_room = 0;
}
