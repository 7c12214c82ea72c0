/* SPDX-License-Identifier: MIT */
/** @file
 * A pool's blocks, one by one: whose an address is, all that are out, in place, what lies idle, whether the records hold. */
#include "base/memory.h"
#include "base/refuse.h"
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

/** A block can't become `size` bytes where it lies, but `at_most`. */
static fm_status refuse_resize(fm_pool *pool, fm_status status, size_t size, size_t at_most, fm_refusal *why)
{
	fm_pool_part *part = fm_pool_part_of(&pool->state);
	fm_strategy_figures now;
	fm_refusal what = { .status = status, .asked = size, .align = pool->state.alignment, .largest = at_most };

	part->refused += at_most != 0; /* else the block is none: misuse, not a request */
	pool->state.strategy->measure_use(&pool->state, &now);
	what.capacity = now.capacity;
	what.available = now.capacity - now.used;
	what.help = at_most == 0 ? FM_HELP_OTHER : FM_HELP_ASK_LESS;
	what.help_bytes = at_most;
	memcpy(what.subject, part->name, sizeof what.subject);
	return fm_refuse(why, &what);
}

fm_status fm_pool_resize(fm_pool *pool, void *block, size_t size, fm_refusal *why)
{
	size_t at_most = 0;

	if (pool == NULL || block == NULL || size == 0)
		return fm_pool_refuse_arguments(pool, size, 0, NULL, why);
	if (pool->state.strategy->resize == NULL)
		return fm_pool_refuse_unsupported(pool, size, 0, why);

	fm_status status = pool->state.strategy->resize(&pool->state, (uintptr_t)block, size, &at_most);

	return status == FM_OK ? FM_OK : refuse_resize(pool, status, size, at_most, why);
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
