/* SPDX-License-Identifier: MIT */
/** @file
 * Sketch: a strategy as a public table, so that users add their own (`const fm_strategy_ops *ops` will be appended to fm_pool_options); and what pools gain: sharing, modes, marks, batch, walks. */
#ifndef FLIGHTMEM_STRATEGY_H
#define FLIGHTMEM_STRATEGY_H

#include <flightmem/pool.h>

/** What a strategy is given: addresses it hands out and bytes for its records. It touches only the records. */
typedef struct fm_strategy_setup {
	size_t struct_size;
	uint64_t base;
	uint64_t capacity;
	uint64_t align;
	uint64_t block_size;
	void *records;
	size_t records_size;
} fm_strategy_setup;

/** Is told of one block; anything but FM_OK ends the walk. */
typedef fm_status (*fm_visit)(void *context, uint64_t address, uint64_t size);

/** Ops of a strategy. The zero-tail rule holds: a newer table with unknown ops that are NULL is accepted. */
typedef struct fm_strategy_ops {
	size_t struct_size;
	const char *name;
	void *user;
	fm_status (*records_size)(void *user, const fm_strategy_setup *setup, uint64_t count, size_t *bytes);
	fm_status (*start)(void *user, const fm_strategy_setup *setup);
	fm_status (*take)(void *user, void *records, uint64_t size, uint64_t align, uint64_t *address);
	fm_status (*give)(void *user, void *records, uint64_t address);
	fm_status (*resize)(void *user, void *records, uint64_t address, uint64_t size);
	fm_status (*explain)(void *user, const void *records, uint64_t size, uint64_t align, fm_refusal *why);
	fm_status (*usage)(void *user, const void *records, fm_pool_usage *usage);
	fm_status (*walk)(void *user, const void *records, fm_visit visit, void *context);
	fm_status (*trim)(void *user, void *records, uint64_t keep);
	fm_status (*check)(void *user, const void *records); /**< every invariant; O(blocks) */
} fm_strategy_ops;

/** Added later to fm_pool_mode and fm_pool_sharing, whose numbers are open. */
#define FM_MODE_CHECKED 1u /**< redzones, poison, quarantine, leak list */
#define FM_MODE_GUARDED 2u /**< own pages, no access on both sides and after release */
#define FM_SHARING_SHARED 1u

/** The inline front of a shared pool: a magazine of one thread. Frozen. */
typedef struct fm_cache {
	uint32_t bytes;
	uint16_t abi, flags;
	uint32_t count, room;
	fm_pool *pool;
	uint64_t *tokens;
} fm_cache;

FM_BEGIN_DECLS
fm_status fm_pool_mark(const fm_pool *pool, uint64_t *mark);
fm_status fm_pool_rewind(fm_pool *pool, uint64_t mark);
fm_status fm_pool_resize(fm_pool *pool, void *block, size_t size);
size_t fm_pool_acquire_many(fm_pool *pool, size_t size, size_t align, fm_buffer *out, size_t count, fm_refusal *why);
size_t fm_pool_release_many(fm_pool *pool, const uint64_t *tokens, size_t count, fm_status *statuses);
fm_status fm_pool_block(const fm_pool *pool, const void *address, void **base, size_t *usable);
fm_status fm_pool_walk(const fm_pool *pool, fm_visit visit, void *context);
fm_status fm_pool_trim(fm_pool *pool, uint64_t keep);
fm_status fm_pool_fault(fm_pool *pool, uint64_t every, uint64_t seed); /* refuses on purpose */
fm_status fm_cache_open(fm_pool *pool, fm_cache *cache, uint64_t *tokens, uint32_t room);
fm_status fm_cache_close(fm_cache *cache);
FM_END_DECLS

#endif
