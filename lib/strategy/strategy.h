/* SPDX-License-Identifier: MIT */
/** @file
 * What a strategy is: who gets which bytes. It knows no pools and touches nothing but its state and records; where it grows it asks its host.
 *
 *     | state | records | ... | blocks |
 *       ^ begins with fm_strategy_state      ^ handed out, never read or written
 *
 * A strategy is one constant of type fm_strategy and one line in registry.c. Whoever starts one, its host, gives it `state_bytes` zeroed bytes,
 * the records that measure() asked for, wherever they lie, and the blocks. Its file says: complexity, bytes a block and a pool, alignment,
 * growth, what is detected. */
#ifndef FLIGHTMEM_STRATEGY_STRATEGY_H
#define FLIGHTMEM_STRATEGY_STRATEGY_H

#include <flightmem/block.h>
#include <flightmem/strategy.h>

/** Records and blocks begin at multiples of this many bytes. */
#define FM_STRATEGY_ALIGN 16

/** Bytes of state of a built-in strategy, at most: pools promise a bound on their control block. Counters have eight bytes anywhere. */
#define FM_STRATEGY_STATE_BYTES (22 * sizeof(void *) + 64)

/** What is wanted of a strategy. */
typedef struct fm_strategy_wish {
	size_t block_size;    /**< bytes of a block where all are alike; 0 else */
	size_t alignment;     /**< of each block, a power of two */
	uint32_t max_buffers; /**< buffers at once; 0: the strategy's default, FM_STRATEGY_NO_BUFFERS: none */
	uint64_t first;       /**< address of the first byte, of FM_STRATEGY_ADDRESSES */
	const fm_strategy_ops *ops; /**< of the user's own strategy, of this library's size; NULL else */
} fm_strategy_wish;

/** fm_strategy_wish.max_buffers of one that lends none. */
#define FM_STRATEGY_NO_BUFFERS UINT32_MAX

/** What a number of blocks costs. Bytes. */
typedef struct fm_strategy_bytes {
	size_t records;
	size_t blocks;
} fm_strategy_bytes;

/** What is asked for. */
typedef int fm_strategy_kind;
#define FM_STRATEGY_BUFFER 0
#define FM_STRATEGY_BLOCK 1
#define FM_STRATEGY_TOP 2 /**< added to either: at the top end */

typedef struct fm_strategy_state fm_strategy_state;

/** The calls that must be fast. All are total in what is judged; what is granted is O(1); a refused one ends in fm_strategy_refuse(). */
typedef struct fm_strategy_calls {
	/** A raw block at the alignment of the wish; NULL iff refused, also for a `size` of 0. */
	void *(*take)(fm_strategy_state *state, size_t size);
	/** The same at a multiple of `align`, 0: that of the wish; NULL also iff it is no power of two. */
	void *(*take_aligned)(fm_strategy_state *state, size_t size, size_t align);
	/** Takes back a raw block, any value but 0. Returns as fm_pool_free(). */
	fm_status (*give)(fm_strategy_state *state, uintptr_t block);
	/** A buffer; `align` 0 is that of the wish. Returns as fm_pool_acquire(). */
	fm_status (*lend)(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why);
	/** Takes back a buffer, any value. Returns as fm_pool_release(). */
	fm_status (*take_back)(fm_strategy_state *state, uint64_t token);
} fm_strategy_calls;

/** What a strategy asks of its host, on the cold way. */
typedef struct fm_strategy_host {
	/** A request is refused: counts it, writes `why`, returns the status. */
	fm_status (*refuse)(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why);
	/**
	 * For a strategy that grows: `size` zeroed bytes at a multiple of `align`. Returns FM_OK; FM_E_EXHAUSTED iff the pool is sealed;
	 * FM_E_NO_MEMORY, or what else the provider returned. A failure leaves `*out`.
	 */
	fm_status (*obtain)(fm_strategy_state *state, size_t size, size_t align, void **out);
	/** Takes back what obtain() gave, with the same `size` and `align`. */
	void (*give_back)(fm_strategy_state *state, void *memory, size_t size, size_t align);
} fm_strategy_host;

/**
 * What every state begins with, set by the host but for the counters, which are the strategy's. The calls are a copy of the
 * strategy's, so that a call is one load and one jump. Counters only rise, so each call moves one: raw blocks out are taken - given,
 * buffers out lent - returned.
 */
struct fm_strategy_state {
	fm_strategy_calls calls;
	const struct fm_strategy *strategy;
	const fm_strategy_host *host;
	size_t alignment;  /**< of the wish */
	uint64_t taken;    /**< raw blocks granted */
	uint64_t given;    /**< raw blocks taken back */
	uint64_t lent;     /**< buffers granted */
	uint64_t returned; /**< buffers taken back */
};

/** What a strategy holds. Bytes. */
typedef struct fm_strategy_figures {
	size_t capacity; /**< in all */
	size_t used;     /**< out, with what alignment and granule cost */
	size_t peak;     /**< the most `used` has been */
	size_t largest;  /**< the largest request at the alignment of the wish that would be granted now */
} fm_strategy_figures;

/** What only a walk can tell. */
typedef struct fm_strategy_survey {
	size_t holes;   /**< pieces of free bytes */
	size_t largest; /**< bytes of the largest */
} fm_strategy_survey;

/** What a strategy is by nature. */
typedef uint32_t fm_strategy_nature;
#define FM_STRATEGY_LAST_FIRST 1u /**< takes back the newest block only: many go back from the last */
#define FM_STRATEGY_ADDRESSES 2u  /**< its blocks are addresses, not pointers: no memory is there for them, only take_address() grants */

/**
 * A strategy. Members from `resize` on may be NULL: it can't, and the pool says FM_E_UNSUPPORTED. They are cold, so addresses are 64 bits wide
 * and may be any value.
 */
typedef struct fm_strategy {
	const char *name;
	size_t state_bytes;
	size_t granule; /**< what is handed out is cut in multiples of this many bytes; blocks for a capacity are rounded up to it */
	fm_strategy_nature nature;
	fm_strategy_calls calls;
	/**
	 * Judges a wish, whose alignment is a power of two, and fills its defaults in. Returns FM_OK or FM_E_ARGUMENT: then `*at_fault` is the
	 * wish's member that is wrong, as fm_pool_options spells it.
	 */
	fm_status (*judge)(fm_strategy_wish *wish, const char **at_fault);
	/**
	 * Bytes that `count` blocks need (bytes, where blocks have no one size). Never falls when `count` rises. Returns FM_OK, or FM_E_RANGE iff
	 * they exceed SIZE_MAX or the strategy can't count so many.
	 */
	fm_status (*measure)(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out);
	/**
	 * Starts over `count` blocks, at least 1, at `blocks`, aligned as the wish says and to FM_STRATEGY_ALIGN; those of FM_STRATEGY_ADDRESSES
	 * begin at `wish->first`, and `blocks` is NULL. The state is zero behind its head; records need not be. O(1), or what the strategy says.
	 * Obtains nothing: what grows does so when it is asked.
	 */
	void (*start)(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks);
	/**
	 * What lend() or take_aligned() would say now, in all members but struct_size and subject; status FM_OK iff it would be granted. Help is in
	 * bytes of blocks. `what` is zero. A kind with FM_STRATEGY_TOP comes only to strategies that have the call.
	 */
	void (*explain)(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what);
	/** The buffer of a token. Returns as take_back(), but never FM_E_ORDER; a failure leaves `*out`. */
	fm_status (*find)(const fm_strategy_state *state, uint64_t token, fm_buffer *out);
	/** Takes back all raw blocks at once; no buffer is out. Marks end. */
	void (*reset)(fm_strategy_state *state);
	void (*measure_use)(const fm_strategy_state *state, fm_strategy_figures *out);
	/** Every invariant, and that the counters are what is out. Returns FM_OK or FM_E_DAMAGED. Follows nothing that it did not prove. */
	fm_status (*check)(const fm_strategy_state *state);
	void (*survey)(const fm_strategy_state *state, fm_strategy_survey *out);

	/** As fm_pool_resize(); `*at_most` is the largest size that would be granted, also where `size` is; 0 where `block` is none. */
	fm_status (*resize)(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most);
	/** As fm_pool_block(). */
	fm_status (*block)(const fm_strategy_state *state, uint64_t address, fm_block *out);
	/** As fm_pool_walk(). */
	fm_status (*walk)(const fm_strategy_state *state, fm_block_visit visit, void *context);
	/** take_aligned() and lend() from the top end. */
	void *(*take_top)(fm_strategy_state *state, size_t size, size_t align);
	fm_status (*lend_top)(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why);
	/** As fm_pool_mark(), fm_pool_rewind(), fm_pool_retire(). */
	void (*mark)(fm_strategy_state *state, fm_mark *mark);
	fm_status (*rewind)(fm_strategy_state *state, const fm_mark *mark);
	fm_status (*retire)(fm_strategy_state *state, const fm_mark *mark);
	/** Gives idle memory back to the host, but for `keep` bytes. Returns the bytes given back. */
	size_t (*trim)(fm_strategy_state *state, size_t keep);
	/** Gives back all that was obtained: the last call. For strategies that grow. */
	void (*stop)(fm_strategy_state *state);
	/** take_aligned() and give() of FM_STRATEGY_ADDRESSES. take_address() returns as lend() and sets `*address`. */
	fm_status (*take_address)(fm_strategy_state *state, uint64_t size, uint64_t align, uint64_t *address, fm_refusal *why);
	fm_status (*give_address)(fm_strategy_state *state, uint64_t address);
} fm_strategy;

/** The user's own, which has a table for its functions. It is not one of the registry. */
extern const fm_strategy fm_strategy_own;

/**
 * Around the members from check() on, which only the calls of block.h use: a build whose interface has none of those leaves them out, as the
 * small component does.
 */
#ifdef FM_WITHOUT_BLOCKS
#define FM_BLOCK_OPS(...)
#else
#define FM_BLOCK_OPS(...) __VA_ARGS__
#endif

/** The strategy of that name; NULL iff there is none. O(strategies). */
const fm_strategy *fm_strategy_find(const char *name);

/** The strategy at `index`, from 0; NULL iff there are fewer. */
const fm_strategy *fm_strategy_at(size_t index);

/**
 * What is wrong with a request whatever the state: FM_E_ARGUMENT iff `size` is 0; FM_E_ALIGNMENT iff `align` is neither 0 nor a power of
 * two; FM_OK.
 */
fm_status fm_strategy_judge_request(size_t size, size_t align);

/** How a refused call ends. */
static inline fm_status fm_strategy_refuse(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why)
{
	return state->host->refuse(state, kind, size, align, why);
}

/** Buffers out. */
static inline uint64_t fm_strategy_lent(const fm_strategy_state *state)
{
	return state->lent - state->returned;
}

/** Raw blocks out. */
static inline uint64_t fm_strategy_raw(const fm_strategy_state *state)
{
	return state->taken - state->given;
}

/** Blocks out, buffers included. */
static inline uint64_t fm_strategy_out(const fm_strategy_state *state)
{
	return fm_strategy_raw(state) + fm_strategy_lent(state);
}

#endif
