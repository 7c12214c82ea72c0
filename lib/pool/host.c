/* SPDX-License-Identifier: MIT */
/** @file
 * What a strategy asks of its pool: to say no, and, where it grows, for memory from the pool's provider. */
#include "pool/pool.h"

static fm_status obtain(fm_strategy_state *state, size_t size, size_t align, void **out)
{
	const fm_pool_part *part = fm_pool_part_of(state);

	if (part->sealed)
		return FM_E_EXHAUSTED;
	return part->provider.obtain == NULL ? FM_E_NO_MEMORY : part->provider.obtain(part->provider.user, size, align, out);
}

static void give_back(fm_strategy_state *state, void *memory, size_t size, size_t align)
{
	const fm_memory_provider *provider = &fm_pool_part_of(state)->provider;

	provider->give_back(provider->user, memory, size, align);
}

const fm_strategy_host fm_pool_host = { fm_pool_refuse, obtain, give_back };
