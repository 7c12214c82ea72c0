/* SPDX-License-Identifier: MIT */
/** @file
 * What a strategy asks of its pool: memory, until the pool is sealed. */
#include "pools.h"

Test(host, memory_comes_from_the_provider_until_sealed)
{
	struct ledger ledger = { .obtains = 0 };
	fm_memory_provider provider = provider_of(&ledger);
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 256, .provider = &provider));
	const fm_strategy_host *host = pool->state.host;
	size_t size = ledger.size, align = ledger.align;
	void *more = &ledger;

	ledger.fail_at = 2;
	cr_assert_eq(host->obtain(&pool->state, 4096, 64, &more), FM_E_NO_MEMORY);
	cr_assert_eq(more, &ledger);
	cr_assert_eq(host->obtain(&pool->state, 4096, 64, &more), FM_OK);
	cr_assert((uintptr_t)more % 64 == 0 && ledger.out == 2 && ledger.size == 4096);
	host->give_back(&pool->state, more, 4096, 64);
	cr_assert_eq(ledger.out, 1);
	cr_assert_eq(fm_pool_seal(pool), FM_OK);
	cr_assert_eq(host->obtain(&pool->state, 4096, 64, &more), FM_E_EXHAUSTED);
	cr_assert_eq(ledger.obtains, 3, "a sealed pool asks no one");
	ledger.size = size;
	ledger.align = align;
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	cr_assert(ledger.out == 0 && ledger.drops == 1);
}
