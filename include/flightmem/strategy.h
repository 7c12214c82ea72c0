/* SPDX-License-Identifier: MIT */
/** @file
 * Strategies by what they may be combined with, and a strategy of one's own: a table of a few functions (options.ops) that a pool puts its
 * buffers, tokens, refusals, figures and judgement of addresses around. */
#ifndef FLIGHTMEM_STRATEGY_H
#define FLIGHTMEM_STRATEGY_H

#include <flightmem/block.h>

/** Where blocks may lie: bits of fm_strategy_info.storages. */
typedef uint32_t fm_storages;
#define FM_STORAGE_CALLER 1u   /**< `options.storage` */
#define FM_STORAGE_PROVIDER 2u /**< memory of `options.provider` */
#define FM_STORAGE_REGION 4u   /**< a region of a space */

/** What a strategy may be combined with. An output struct: set struct_size first. Any storage goes with any mode and any sharing that is named. */
typedef struct fm_strategy_info {
	size_t struct_size;   /**< bytes of the struct: abi.h */
	const char *name;     /**< as options.strategy spells it; static */
	fm_storages storages; /**< FM_STORAGE_..., joined */
	uint32_t modes;       /**< a bit for each FM_MODE_...: 1 << mode */
	uint32_t sharings;    /**< a bit for each FM_SHARING_...: 1 << sharing */
	uint32_t reserved;    /**< 0 */
} fm_strategy_info;

/**
 * A strategy of one's own. Its functions are called on the thread of the call that needs them; they must not call into the pool, throw or jump
 * out. What they return is judged before it is believed: an address outside the pool's blocks or off its alignment is not handed out, and
 * the request is FM_E_DAMAGED. That two live blocks overlap is not seen.
 *
 * A block is at least as large as was asked for, and its bytes are not the strategy's to touch. `records` are `records_fixed` bytes and
 * `records_each` for each granule of the pool's bytes, aligned to FM_POOL_ALIGN, not zeroed; they lie where options.control says.
 */
typedef struct fm_strategy_ops {
	size_t struct_size;   /**< bytes of the struct: abi.h */
	void *user;           /**< handed to each function; lives as long as the pool */
	size_t granule;       /**< the pool's bytes are a multiple of this power of two; 0: FM_POOL_ALIGN */
	size_t records_fixed; /**< bytes of records, however many granules there are */
	size_t records_each;  /**< bytes of records more for each granule */
	/** Begins, with nothing out, over `capacity` bytes at `base`; again at each fm_pool_reset(). Can't fail. */
	void (*start)(void *user, void *records, uintptr_t base, size_t capacity);
	/** A block of `size` bytes, at least 1, at a multiple of `align`, a power of two; 0 iff usage() would not say that it fits. */
	uintptr_t (*take)(void *user, void *records, size_t size, size_t align);
	/**
	 * Takes back a block, any address within the pool's bytes. Returns FM_OK, FM_E_INTERIOR, FM_E_DOUBLE, FM_E_ORDER or FM_E_UNSUPPORTED as
	 * fm_pool_free(); anything else counts as FM_E_DAMAGED. A failure changes nothing.
	 */
	fm_status (*give)(void *user, void *records, uintptr_t block);
	/** Bytes out, and the largest request that take() grants now at `align`. */
	void (*usage)(void *user, const void *records, size_t align, size_t *used, size_t *largest);
	/** NULL, or fm_pool_walk(), in the order of addresses; tokens are 0. */
	fm_status (*walk)(void *user, const void *records, fm_block_visit visit, void *context);
	/** NULL, or FM_OK iff every invariant holds. */
	fm_status (*check)(void *user, const void *records);
	/** NULL, or the last call. */
	void (*drop)(void *user);
} fm_strategy_ops;

FM_BEGIN_DECLS

/**
 * What the strategy at `index` may be combined with; the last one is "own", which options.ops brings. Returns FM_OK; FM_E_NOT_FOUND iff
 * there are fewer; FM_E_ARGUMENT iff `out` is NULL; FM_E_ABI_SIZE as abi.h says.
 */
FM_API fm_status fm_strategy_get_info(size_t index, fm_strategy_info *out);

FM_END_DECLS

#endif
