/* SPDX-License-Identifier: MIT */
/** @file
 * Pools: storage and a strategy behind one handle. Raw pointers or buffers come out; any value may be handed back and is judged.
 *
 * Threads: a pool serves one thread at a time (options.sharing says so); reference counts may be moved from any thread where the
 * platform has atomics. The unref or release that ends a pool is a call on the pool and on its space: it needs the same exclusion as any
 * other. Pools in regions of one space share its one thread. Bindings whose finalizers run elsewhere queue them to the owner, or lock. Every
 * call but open and close is O(1) unless it says otherwise and asks no one for memory. */
#ifndef FLIGHTMEM_POOL_H
#define FLIGHTMEM_POOL_H

#include <flightmem/advice.h>
#include <flightmem/buffer.h>
#include <flightmem/provider.h>
#include <flightmem/refusal.h>
#include <flightmem/space.h>

/** A pool; opaque, reference counted. */
typedef struct fm_pool fm_pool;

/** A strategy of one's own: strategy.h. */
struct fm_strategy_ops;

/** How much a pool checks. */
typedef uint32_t fm_pool_mode;
#define FM_MODE_RAW 0u /**< every value handed back is judged; nothing is written beside the blocks */

/** Who may use a pool at the same time. */
typedef uint32_t fm_pool_sharing;
#define FM_SHARING_ONE_THREAD 0u /**< one thread at a time */

/** What is asked of a pool. */
typedef uint32_t fm_request;
#define FM_REQUEST_BUFFER 0u /**< fm_pool_acquire() */
#define FM_REQUEST_BLOCK 1u  /**< fm_pool_alloc(), fm_pool_alloc_aligned() */
#define FM_REQUEST_TOP_BUFFER 2u /**< fm_pool_acquire_top(), see block.h */
#define FM_REQUEST_TOP_BLOCK 3u  /**< fm_pool_alloc_top() */

/** Storage and control given to a pool begin at a multiple of this many bytes. */
#define FM_POOL_ALIGN 16

/**
 * Bytes of a pool's control block, at most, for the whole major version; so are the bytes a block of the FOOTPRINT macros. Room in
 * `options.control` beside the strategy's own, see fm_pool_control_size().
 */
#define FM_POOL_CONTROL_BYTES (48 * sizeof(void *) + 128)

/** `options.max_buffers` that makes no buffer table: fm_pool_acquire() is then refused by arena, tlsf and buddy. Stacks and rings refuse the option. */
#define FM_NO_BUFFERS 0xFFFFFFFFu

/** Buffers that an arena, tlsf or buddy, blocks that a stack, double stack or ring keeps track of where `options.max_buffers` is 0. */
#define FM_ARENA_BUFFERS 64

/**
 * Options of a pool. Zero is the default of each member.
 *
 * Where the blocks lie: `space` and `region` or `wants` (a region of a space, its budget charged), else `storage` (the caller's bytes), else the
 * provider's memory. Where the control block and the strategy's own records lie: at `control` if given; else before the blocks in
 * `storage`; else in the provider's memory. In a region the records never lie between the console's blocks.
 */
typedef struct fm_pool_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *strategy;    /**< "arena", "buddy", "double-stack", "ring", "slots", "stack", "tlsf"; NULL: "slots" iff block_size is set; else in a
	                              region what the platform is advised for it (fm_profile_strategy()), if the library has that; else "arena" */
	const char *name;        /**< shown in refusals; copied, cut between characters to at most FM_SUBJECT_BYTES - 1 bytes.
	                              NULL: the region's id, else the strategy's name */
	void *storage;           /**< the caller's bytes, aligned to FM_POOL_ALIGN; they stay the caller's and outlive the pool */
	size_t capacity;         /**< bytes at `storage`; else bytes for blocks (0 in a region: all that is left of it) */
	size_t block_size;       /**< slots: bytes of a block, at most 2^32 - 4. Others: 0 */
	size_t alignment;        /**< of each block, a power of two; 0: FM_POOL_ALIGN */
	void *control;           /**< NULL or bytes for control block and records, aligned to FM_POOL_ALIGN */
	size_t control_size;     /**< bytes at `control`, at least fm_pool_control_size() */
	fm_space *space;         /**< NULL or the space that `region` belongs to; the pool keeps a reference */
	const char *region;      /**< id of a region of `space` */
	const fm_memory_provider *provider; /**< NULL: fm_memory_default() */
	uint32_t max_buffers;    /**< arena, tlsf, buddy: buffers out at once (0: FM_ARENA_BUFFERS; FM_NO_BUFFERS: none). Stack, double-stack, ring:
	                              blocks of either kind out at once (0: FM_ARENA_BUFFERS). Slots: 0, each block is one */
	fm_pool_mode mode;       /**< FM_MODE_RAW */
	fm_pool_sharing sharing; /**< FM_SHARING_ONE_THREAD */
	uint32_t reserved;       /**< 0 */
	const char *wants;       /**< instead of `region`: a text by the grammar of resolve.h, as "scratchpad, else main; dma". The pool opens in the
	                              first region of `space` that has room: what is left counts, capacity and alignment are asked of each want,
	                              and so is memory that the CPU has pointers to, unless the strategy gives addresses */
	const struct fm_strategy_ops *ops; /**< NULL, or a strategy of one's own instead of a named one; copied */
} fm_pool_options;

/** What a pool holds. An output struct: set struct_size first. */
typedef struct fm_pool_usage {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint64_t capacity;    /**< bytes for blocks */
	uint64_t used;        /**< bytes out, what alignment and granule cost included */
	uint64_t peak;        /**< the most `used` has been */
	uint64_t available;   /**< capacity - used */
	uint64_t largest;     /**< the largest request at the pool's alignment that would be granted now */
	uint64_t blocks;      /**< blocks out, buffers included; an arena counts raw blocks until it is reset */
	uint64_t buffers;     /**< of these, buffers */
	uint64_t granted;     /**< requests granted since open */
	uint64_t refused;     /**< requests refused since open */
	uint64_t control;     /**< bytes of control block and records */
	uint32_t sealed;      /**< 1 iff sealed */
	uint32_t surveyed;    /**< 1 iff fm_pool_survey() filled the struct */
	uint64_t holes;        /**< fm_pool_survey() only, else 0: pieces of free bytes, each as large as it lies */
	uint64_t largest_hole; /**< fm_pool_survey() only, else 0: bytes of the largest of them, whatever its alignment */
} fm_pool_usage;

/**
 * The storage, as a constant, that `count` blocks of `size` bytes at the default alignment need as a `slots` pool in the caller's
 * storage: `static FM_ALIGNED(FM_POOL_ALIGN) unsigned char bytes[FM_POOL_FOOTPRINT_SLOTS(24, 100)];`. At least fm_pool_footprint().
 */
#define FM_POOL_FOOTPRINT_SLOTS(size, count) \
	(FM_POOL_CONTROL_BYTES + FM_POOL_ROUND((size_t)(count) * 8) + FM_POOL_ROUND(size) * (size_t)(count))

/**
 * The same for an `arena` pool that hands out `bytes` bytes in blocks of whole granules, with `buffers` buffers at once (not 0); for `stack`,
 * `double-stack` and `ring` with as many blocks at once.
 */
#define FM_POOL_FOOTPRINT_ARENA(bytes, buffers) \
	(FM_POOL_CONTROL_BYTES + (size_t)(buffers) * (8 + 2 * sizeof(size_t)) + FM_POOL_ROUND(bytes) + FM_POOL_ALIGN)

/** `n` rounded up to FM_POOL_ALIGN. */
#define FM_POOL_ROUND(n) (((size_t)(n) + (FM_POOL_ALIGN - 1)) & ~(size_t)(FM_POOL_ALIGN - 1))

FM_BEGIN_DECLS

/**
 * A pool of `bytes` bytes from fm_memory_default(), with buffers and raw blocks of any size: the simple case.
 *
 * @return the pool, for fm_pool_close(); NULL iff `bytes` is 0 or there is no such memory. fm_pool_open() says why.
 */
FM_API FM_NODISCARD fm_pool *fm_pool_new(size_t bytes);

/**
 * Makes a pool.
 *
 * @param options  NULL is all defaults, which name no capacity and are refused
 * @param out      receives the pool; its one reference is the caller's
 * @param why      may be NULL
 *
 * Returns
 * - FM_OK;
 * - FM_E_ARGUMENT iff `options` or `out` is NULL, or capacity is 0 outside a region, or `slots` has no block_size, one above its limit, or
 *   max_buffers, or another has block_size or max_buffers above 2^32 - 3, or storage passes the end of the address space, or the provider
 *   or `ops` lacks a function, or `strategy` comes with `ops`, or the granule of `ops` is no power of two;
 * - FM_E_ALIGNMENT iff `alignment` is no power of two, or `storage` or `control` is not aligned to FM_POOL_ALIGN;
 * - FM_E_NOT_FOUND iff there is no such strategy, or no such region;
 * - FM_E_UNSUPPORTED iff mode or sharing is not one that the strategy has, or one of `space` and `region` or `wants` comes without the other, or
 *   `wants` with `region`, or `storage` with them;
 * - FM_E_SYNTAX, FM_E_RANGE iff `wants` is no text of wants: fm_want_parse() says where; else, where none holds, why the last one does not, as
 *   fm_space_resolve(), which also says it of any other one;
 * - FM_E_NO_ADDRESS iff the region's memory can't be reached by the CPU;
 * - FM_E_TOO_LARGE iff storage or control is too small for the records and one block: `why->help_bytes` is what it takes; or the
 *   region is smaller than capacity;
 * - FM_E_EXHAUSTED iff the region has too little left;
 * - FM_E_FACT_UNKNOWN iff the size of the region is not known; FM_E_PERMISSION iff it can't be written;
 * - FM_E_NO_MEMORY iff the provider had none, or there is no provider, or what else the provider returned;
 * - FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says.
 *
 * Where the options are wrong, `why->subject` says which: "options.block_size", "strategy 'tlsf'", "region 'iwrm'".
 *
 * A failed call leaves `*out` and holds nothing. O(1) beside the provider's work, O(max_buffers) in stack, double-stack and ring.
 */
FM_API FM_NODISCARD fm_status fm_pool_open(const fm_pool_options *options, fm_pool **out, fm_refusal *why);

/**
 * Which strategy fm_pool_open() would take for these options, and why; `use` is NULL where no platform was asked. Where a platform is advised
 * on one that this library has not, fm_profile_strategy() says which.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `options` or `out` is NULL; FM_E_ABI_SIZE as abi.h says; else as fm_pool_open() of what is wrong with the
 * options, but for storage, control and capacity. A failure leaves `*out`. Asks nothing of anyone.
 */
FM_API fm_status fm_pool_advice(const fm_pool_options *options, fm_advice *out);

/** One more reference. Returns `pool`; NULL stays NULL. */
FM_API fm_pool *fm_pool_ref(fm_pool *pool);

/**
 * Drops a reference; the last one closes the pool. If buffers are still out then, it closes when the last of them is released: until
 * then only fm_pool_release() and fm_pool_buffer() may be called. Raw blocks do not keep a pool and die with it. NULL is fine.
 */
FM_API void fm_pool_unref(fm_pool *pool);

/**
 * Closes the pool: the strict end, for the one owner. Returns FM_OK; FM_E_BUSY iff a block or buffer is out (an arena's raw blocks
 * count until fm_pool_reset()) or another reference is held, and then nothing changes; FM_E_ARGUMENT iff `pool` is NULL.
 */
FM_API fm_status fm_pool_close(fm_pool *pool);

/** `size` bytes at the pool's alignment; NULL iff refused (or `pool` is NULL, or `size` is 0): ask fm_pool_explain(). */
FM_API void *fm_pool_alloc(fm_pool *pool, size_t size);

/** As fm_pool_alloc(), at a multiple of `align`, a power of two or 0: the pool's alignment; NULL also iff `align` is neither. */
FM_API void *fm_pool_alloc_aligned(fm_pool *pool, size_t size, size_t align);

/**
 * Takes back a raw block. Total: `block` may be any value, it is judged and never followed.
 *
 * Judged in this order. Returns FM_OK (also for NULL); FM_E_ARGUMENT iff `pool` is NULL; FM_E_FOREIGN iff it lies outside the pool's blocks;
 * FM_E_UNSUPPORTED iff it lies inside and the strategy gives back only all at once (arena, whatever begins there: fm_pool_reset()); FM_E_INTERIOR
 * iff it begins no block; FM_E_DOUBLE iff that block is not out, be it freed before or never handed out; FM_E_STALE iff it is out as a buffer
 * (release the token); FM_E_ORDER iff another goes back first: the newest of a stack (of its end of a double stack), the oldest of a ring, or
 * an open mark holds it. A failure changes nothing, and costs O(blocks) in those three.
 */
FM_API fm_status fm_pool_free(fm_pool *pool, void *block);

/**
 * Why the request would be refused in the present state. Returns the status that fm_pool_acquire() would, for FM_REQUEST_BUFFER, or what
 * fm_pool_alloc_aligned() has no way to say, for FM_REQUEST_BLOCK (FM_OK iff it would be granted; `why` stays then); FM_E_UNSUPPORTED also
 * iff there is no such request. Changes nothing. `align` 0 is the pool's alignment.
 */
FM_API fm_status fm_pool_explain(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *why);

/**
 * A buffer of `size` bytes at a multiple of `align` (0: the pool's alignment).
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `pool` or `out` is NULL or `size` is 0; FM_E_ALIGNMENT iff `align` is no power of two, or, in
 * `slots`, more than the pool's; FM_E_TOO_LARGE iff it would not fit an empty pool; FM_E_EXHAUSTED iff it would, but not now;
 * FM_E_UNSUPPORTED iff the pool has no buffer table.
 * A failed call leaves `*out`; `why` (may be NULL) is written only then, and not at all if its struct_size is not believed.
 */
FM_API FM_NODISCARD fm_status fm_pool_acquire(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why);

/** fm_pool_acquire() without out-parameters. */
FM_API fm_acquired fm_pool_acquire_value(fm_pool *pool, size_t size, size_t align);

/**
 * Takes back a buffer by its token. Total: any 64-bit value is judged. An arena's bytes are free again when the buffer was its last
 * block, or when no block is out any more.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `pool` is NULL; FM_E_STALE iff the token was a buffer of this pool and was released; FM_E_FOREIGN
 * iff no buffer of this pool can have had it; FM_E_ORDER as fm_pool_free(). A failure changes nothing.
 */
FM_API fm_status fm_pool_release(fm_pool *pool, uint64_t token);

/**
 * The buffer that `token` names, as acquired. Returns as fm_pool_release() but for FM_E_ORDER, and FM_E_ARGUMENT iff `out` is NULL; a failure
 * leaves `*out`.
 */
FM_API fm_status fm_pool_buffer(const fm_pool *pool, uint64_t token, fm_buffer *out);

/**
 * Gives back all raw blocks at once. Returns FM_OK; FM_E_BUSY iff a buffer is out; FM_E_ARGUMENT iff `pool` is NULL. O(1) in an arena,
 * O(blocks) else.
 */
FM_API fm_status fm_pool_reset(fm_pool *pool);

/**
 * From now on the pool asks no one for memory; pages of the operating system are touched now, not later. Returns FM_OK, or FM_E_ARGUMENT iff
 * `pool` is NULL. Sealing twice is fine. O(capacity).
 */
FM_API fm_status fm_pool_seal(fm_pool *pool);

/** What the pool holds. Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL; FM_E_ABI_SIZE as abi.h says. */
FM_API fm_status fm_pool_get_usage(const fm_pool *pool, fm_pool_usage *usage);

/** The name given at open, or its default. NULL iff `pool` is NULL. Lives as long as the pool. */
FM_API const char *fm_pool_name(const fm_pool *pool);

/** The strategy's name. NULL iff `pool` is NULL. Static. */
FM_API const char *fm_pool_strategy(const fm_pool *pool);

/** Where the blocks lie: first byte and bytes. Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL. */
FM_API fm_status fm_pool_storage(const fm_pool *pool, void **base, size_t *size);

/**
 * Bytes of storage that `count` blocks need, exactly: one byte less holds one block less, in the worst place where an alignment exceeds
 * FM_POOL_ALIGN, as storage need not be aligned to more. For `slots` a block is
 * `options->block_size` bytes; others take `count` as bytes, in whole granules. Options are read as by fm_pool_open(); `storage`,
 * `capacity` and what the region holds are not looked at, but for `wants`, which choose it; with `control` set, the records lie there and do not
 * count.
 *
 * Returns FM_OK; FM_E_ARGUMENT, FM_E_ALIGNMENT, FM_E_NOT_FOUND, FM_E_UNSUPPORTED, FM_E_ABI_SIZE, FM_E_ABI_FIELD as fm_pool_open();
 * FM_E_RANGE iff the bytes exceed SIZE_MAX. A failure leaves `*bytes`. Asks nothing of anyone.
 */
FM_API fm_status fm_pool_footprint(const fm_pool_options *options, size_t count, size_t *bytes);

/** Bytes of `options.control` for `count` blocks; otherwise as fm_pool_footprint(). */
FM_API fm_status fm_pool_control_size(const fm_pool_options *options, size_t count, size_t *bytes);

FM_END_DECLS

#endif
