/* SPDX-License-Identifier: MIT */
/** @file
 * Requests of another kind: from the top end, many at once, as addresses. */
#include "pool/pool.h"

void *fm_pool_alloc_top(fm_pool *pool, size_t size, size_t align)
{
	if (pool == NULL || pool->state.strategy->take_top == NULL)
		return NULL;
	return pool->state.strategy->take_top(&pool->state, size, align);
}

fm_status fm_pool_acquire_top(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	if (pool == NULL || out == NULL)
		return fm_pool_refuse_arguments(pool, size, align, out, why);
	if (pool->state.strategy->lend_top == NULL)
		return fm_pool_refuse_as(pool, FM_E_UNSUPPORTED, size, align, 0, why);
	return pool->state.strategy->lend_top(&pool->state, size, align, out, why);
}

size_t fm_pool_acquire_many(fm_pool *pool, size_t size, size_t align, fm_buffer *out, size_t count, fm_refusal *why)
{
	size_t n = 0;

	while (n < count && fm_pool_acquire(pool, size, align, out == NULL ? NULL : &out[n], why) == FM_OK)
		n++;
	return n;
}

size_t fm_pool_release_many(fm_pool *pool, const uint64_t *tokens, size_t count, fm_status *statuses)
{
	size_t returned = 0;

	if (pool == NULL || tokens == NULL)
		return 0;

	int backwards = (pool->state.strategy->nature & FM_STRATEGY_LAST_FIRST) != 0;

	for (size_t i = 0; i < count; i++) {
		size_t at = backwards ? count - 1 - i : i;
		fm_status status = fm_pool_release(pool, tokens[at]);

		if (status == FM_OK)
			returned++;
		if (statuses != NULL)
			statuses[at] = status;
	}
	return returned;
}

/** What a pointer's width can't say is judged as the largest number that it can: no pool holds so much. */
static size_t narrow(uint64_t bytes)
{
	return bytes > SIZE_MAX ? SIZE_MAX : (size_t)bytes;
}

/** An alignment that a size can't say stays what it is: a power of two or none. */
static size_t narrow_align(uint64_t align)
{
	if (align <= SIZE_MAX)
		return (size_t)align;
	return FM_IS_POWER_OF_TWO(align) ? SIZE_MAX / 2 + 1 : SIZE_MAX;
}

fm_status fm_pool_alloc_address(fm_pool *pool, uint64_t size, uint64_t align, uint64_t *address, fm_refusal *why)
{
	if (pool == NULL || address == NULL)
		return fm_pool_refuse_arguments(pool, narrow(size), narrow(align), NULL, why);
	if (pool->state.strategy->take_address != NULL)
		return pool->state.strategy->take_address(&pool->state, size, align, address, why);

	void *block = fm_pool_alloc_aligned(pool, narrow(size), narrow_align(align));

	if (block == NULL)
		return fm_pool_explain(pool, FM_REQUEST_BLOCK, narrow(size), narrow_align(align), why);
	*address = (uintptr_t)block;
	return FM_OK;
}

fm_status fm_pool_free_address(fm_pool *pool, uint64_t address)
{
	if (pool == NULL)
		return FM_E_ARGUMENT;
	if (pool->state.strategy->give_address != NULL)
		return pool->state.strategy->give_address(&pool->state, address);
	return address == 0 || address > UINTPTR_MAX ? FM_E_FOREIGN : fm_pool_free(pool, (void *)(uintptr_t)address);
}
