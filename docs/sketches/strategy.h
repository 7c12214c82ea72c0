/* SPDX-License-Identifier: MIT */
/** @file
 * Sketch: what pools gain next: sharing, modes, faults on purpose, and the inline front of a shared pool. */
#ifndef FLIGHTMEM_STRATEGY_SKETCH_H
#define FLIGHTMEM_STRATEGY_SKETCH_H

#include <flightmem/strategy.h>

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
fm_status fm_pool_fault(fm_pool *pool, uint64_t every, uint64_t seed); /* refuses on purpose */
fm_status fm_cache_open(fm_pool *pool, fm_cache *cache, uint64_t *tokens, uint32_t room);
fm_status fm_cache_close(fm_cache *cache);
FM_END_DECLS

#endif
