/* SPDX-License-Identifier: MIT */
/** @file
 * What a strategy is: who gets which bytes. It knows no pools, asks no one for memory and touches nothing but its state and records.
 *
 *     | state | records | ... | blocks |
 *       ^ begins with fm_strategy_state      ^ handed out, never read or written
 *
 * A strategy is one constant of type fm_strategy and one line in registry.c. Whoever starts one gives it `state_bytes` zeroed bytes, the
 * records that measure() asked for, and the blocks. */
#ifndef FLIGHTMEM_STRATEGY_STRATEGY_H
#define FLIGHTMEM_STRATEGY_STRATEGY_H

#include <flightmem/buffer.h>
#include <flightmem/refusal.h>

/** Records and blocks begin at multiples of this many bytes. */
#define FM_STRATEGY_ALIGN 16

/** Bytes of state of a built-in strategy, at most: pools promise a bound on their control block. */
#define FM_STRATEGY_STATE_BYTES (26 * sizeof(void *))

/** What is wanted of a strategy. */
typedef struct fm_strategy_wish {
	size_t block_size;    /**< bytes of a block where all are alike; 0 else */
	size_t alignment;     /**< of each block, a power of two */
	uint32_t max_buffers; /**< buffers at once; 0: the strategy's default, FM_STRATEGY_NO_BUFFERS: none */
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

typedef struct fm_strategy_state fm_strategy_state;

/** The calls that must be fast. All are O(1) and total in what is judged; a refused one ends in state->refuse(). */
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

/**
 * What every state begins with, set by who starts the strategy but for the counters, which are the strategy's. The calls are a copy of the
 * strategy's, so that a call is one load and one jump. Counters only rise, so each call moves one: raw blocks out are taken - given,
 * buffers out lent - returned.
 */
struct fm_strategy_state {
	fm_strategy_calls calls;
	const struct fm_strategy *strategy;
	/** Called on the cold way when a request is refused: counts it, writes `why`, returns the status. */
	fm_status (*refuse)(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why);
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

/** A strategy. */
typedef struct fm_strategy {
	const char *name;
	size_t state_bytes;
	size_t granule; /**< what is handed out is cut in multiples of this many bytes; blocks for a capacity are rounded up to it */
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
	 * Starts over `count` blocks, at least 1, at `blocks`, aligned as the wish says and to FM_STRATEGY_ALIGN. The state is zero behind its
	 * head; records need not be. O(1).
	 */
	void (*start)(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks);
	/**
	 * What lend() or take_aligned() would say now, in all members but struct_size and subject; status FM_OK iff it would be granted. Help is in
	 * bytes of blocks. `what` is zero.
	 */
	void (*explain)(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what);
	/** The buffer of a token. Returns as take_back(); a failure leaves `*out`. */
	fm_status (*find)(const fm_strategy_state *state, uint64_t token, fm_buffer *out);
	/** Takes back all raw blocks at once; no buffer is out. */
	void (*reset)(fm_strategy_state *state);
	void (*measure_use)(const fm_strategy_state *state, fm_strategy_figures *out);
} fm_strategy;

/** The strategy of that name; NULL iff there is none. O(strategies). */
const fm_strategy *fm_strategy_find(const char *name);

/** The strategy at `index`, from 0; NULL iff there are fewer. */
const fm_strategy *fm_strategy_at(size_t index);

/**
 * What is wrong with a request whatever the state: FM_E_ARGUMENT iff `size` is 0; FM_E_ALIGNMENT iff `align` is neither 0 nor a power of
 * two; FM_OK.
 */
fm_status fm_strategy_judge_request(size_t size, size_t align);

/** Buffers out. */
static inline uint64_t fm_strategy_lent(const fm_strategy_state *state)
{
	return state->lent - state->returned;
}

/** Blocks out, buffers included. */
static inline uint64_t fm_strategy_out(const fm_strategy_state *state)
{
	return state->taken - state->given + fm_strategy_lent(state);
}

#endif
