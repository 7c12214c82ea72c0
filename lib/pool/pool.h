/* SPDX-License-Identifier: MIT */
/** @file
 * What a pool is made of: its control block, and what its options come to.
 *
 *     control:  | state of the strategy | fm_pool_part | records |     then, in the caller's storage or the provider's memory:  | skip | blocks |
 *               ^ a pool's handle
 *
 * The state stands first and begins with the fast calls: a call is one load and one jump, and hands the handle on as it is. */
#ifndef FLIGHTMEM_POOL_POOL_H
#define FLIGHTMEM_POOL_POOL_H

#include <flightmem/block.h>
#include <flightmem/strategy.h>

#include "strategy/strategy.h"

/** The handle. What else the state has is the strategy's. */
struct fm_pool {
	fm_strategy_state state;
};

/** The pool's own part, behind the state. */
typedef struct fm_pool_part {
	uint64_t refused;
	uint32_t references;
	uint32_t sealed;
	unsigned char *blocks;       /**< the first one */
	size_t control_bytes;        /**< control block and records */
	size_t overhead;             /**< bytes of the caller's storage that lie before the blocks */
	void *obtained;              /**< what the provider gave, NULL if nothing */
	size_t obtained_bytes;
	size_t obtained_align;
	fm_memory_provider provider; /**< a copy; without functions where there is none */
	fm_space *space;             /**< of the region that the blocks lie in, a reference; NULL: they lie in none */
	fm_reservation reservation;  /**< of the region */
	char name[FM_SUBJECT_BYTES];
} fm_pool_part;

/** Where the part lies: bytes of a state, rounded up so that any member may follow. */
#define FM_POOL_PART_AT(state_bytes) (((state_bytes) + 7) & ~(size_t)7)

/** Bytes of a control block without records. */
#define FM_POOL_HEAD(state_bytes) FM_POOL_ROUND(FM_POOL_PART_AT(state_bytes) + sizeof(fm_pool_part))

FM_STATIC_ASSERT(FM_POOL_HEAD(FM_STRATEGY_STATE_BYTES) <= FM_POOL_CONTROL_BYTES, "raise FM_POOL_CONTROL_BYTES");
FM_STATIC_ASSERT(FM_POOL_ALIGN % FM_STRATEGY_ALIGN == 0, "records begin where a pool's parts begin");
FM_STATIC_ASSERT(FM_STRATEGY_BUFFER == FM_REQUEST_BUFFER && FM_STRATEGY_BLOCK == FM_REQUEST_BLOCK, "strategies and pools number requests alike");
FM_STATIC_ASSERT((FM_STRATEGY_BUFFER | FM_STRATEGY_TOP) == FM_REQUEST_TOP_BUFFER, "strategies and pools number requests alike");
FM_STATIC_ASSERT((FM_STRATEGY_BLOCK | FM_STRATEGY_TOP) == FM_REQUEST_TOP_BLOCK, "strategies and pools number requests alike");
FM_STATIC_ASSERT(FM_STRATEGY_NO_BUFFERS == FM_NO_BUFFERS, "a wish takes max_buffers as it is");

/** The pool's own part. */
static inline fm_pool_part *fm_pool_part_of(const fm_strategy_state *state)
{
	return (fm_pool_part *)((uintptr_t)state + FM_POOL_PART_AT(state->strategy->state_bytes));
}

/** What options come to: read, judged, defaults filled in. */
typedef struct fm_pool_plan {
	fm_pool_options options; /**< of this library's size */
	const fm_strategy *strategy;
	fm_strategy_wish wish;
	fm_strategy_ops ops;         /**< of this library's size, where the strategy is the user's */
	fm_memory_provider provider; /**< without functions where there is none */
	fm_advice advice;            /**< which strategy is taken, and why */
	const char *at_fault;        /**< what of the options is wrong, for fm_refusal.subject; NULL: nothing, or a strategy's name that none has */
} fm_pool_plan;

/** Where the parts of `count` blocks lie, counted from the first byte of the storage. Bytes. */
typedef struct fm_pool_layout {
	size_t control; /**< control block and records */
	size_t blocks;  /**< first block */
	size_t end;     /**< after the last block */
} fm_pool_layout;

/** Storage and control that a pool shall fit. */
typedef struct fm_pool_room {
	uintptr_t at;       /**< address of the storage, or any number that is aligned as it will be */
	size_t bytes;       /**< of the storage */
	int control_inside; /**< the control lies in the storage, before the blocks */
	size_t control;     /**< else: bytes for it, at most */
} fm_pool_room;

/**
 * Reads what is asked whatever the storage: region, strategy, wish, mode, sharing, provider.
 *
 * Returns FM_OK; FM_E_ARGUMENT, FM_E_ALIGNMENT, FM_E_NOT_FOUND, FM_E_UNSUPPORTED, FM_E_ABI_SIZE, FM_E_ABI_FIELD as fm_pool_open(), and then
 * sets plan->at_fault; or as fm_pool_choose().
 */
fm_status fm_pool_read_options(const fm_pool_options *options, fm_pool_plan *plan, fm_refusal *refusal);

/**
 * Chooses what the options leave to the platform: plan->options.region by the wants, and plan->advice where no strategy is named and the
 * region is advised on one. The wish has its alignment.
 *
 * Returns FM_OK; FM_E_UNSUPPORTED, FM_E_SYNTAX, FM_E_RANGE, and then sets plan->at_fault; or why the last want does not hold, and then
 * fills `*refusal`, whose struct_size is set.
 */
fm_status fm_pool_choose(fm_pool_plan *plan, fm_refusal *refusal);

/**
 * What may be combined with what, of the strategy: storages, modes and sharings, as fm_strategy_info tells them.
 */
typedef struct fm_combination {
	const fm_strategy *strategy; /**< NULL: any that has no row of its own */
	fm_storages storages;
	uint32_t modes;
	uint32_t sharings;
} fm_combination;

/** The row of a strategy. */
const fm_combination *fm_combination_of(const fm_strategy *strategy);

/** FM_OK iff the row has what the options ask for; else FM_E_UNSUPPORTED and which option it is. Storage is judged iff `with_storage`. */
fm_status fm_combination_judge(const fm_combination *row, const fm_pool_options *options, int with_storage, const char **at_fault);

/** Lays `count` blocks out in storage at `at`. Returns FM_OK; FM_E_RANGE iff a number of it exceeds SIZE_MAX. A failure leaves `*out`. */
fm_status fm_pool_lay_out(const fm_pool_plan *plan, size_t count, uintptr_t at, int control_inside, fm_pool_layout *out);

/** The most blocks that the room holds; 0 if not one. O(bits of a size). */
size_t fm_pool_fit(const fm_pool_plan *plan, const fm_pool_room *room);

/** The alignment that storage for the plan shall have: at least FM_POOL_ALIGN. */
size_t fm_pool_storage_align(const fm_pool_plan *plan);

/** Where everything of a new pool lies. */
typedef struct fm_pool_place {
	unsigned char *control;
	unsigned char *blocks;
	size_t count;         /**< for the strategy */
	size_t control_bytes;
	size_t overhead;      /**< as in fm_pool_part */
	void *obtained;       /**< as in fm_pool_part */
	size_t obtained_bytes;
	size_t obtained_align;
	fm_reservation reservation; /**< proposed, not taken yet; where the options name a region */
} fm_pool_place;

/**
 * Finds the bytes of a pool, in a region, the caller's storage or the provider's memory. `refusal`, whose struct_size is set, has help,
 * help_bytes and capacity set on failure, the subject where an option is wrong, and all members where the region said no. Returns as
 * fm_pool_open(); a failure holds nothing and touches none of the caller's bytes.
 */
fm_status fm_pool_find_place(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal);

/** fm_pool_find_place() where the options name a region: blocks there, control anywhere else. */
fm_status fm_pool_find_region(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal);

/**
 * Too little room: says what the smallest pool takes, of the control if that is what lacks, else of the storage; or which alignment takes
 * less, where it exceeds the storage. Returns FM_E_TOO_LARGE.
 */
fm_status fm_pool_refuse_room(const fm_pool_plan *plan, const fm_pool_room *room, fm_refusal *refusal);

/** True iff the pool lies in a region that could not hold `bytes` bytes for it, were nothing else there. */
int fm_pool_exceeds_region(const fm_pool *pool, uint64_t bytes);

/** Fills `what` in all members but struct_size, also when the request would be granted: status FM_OK. `what` is zero. */
void fm_pool_explain_request(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *what);

/** What strategies ask of a pool. */
extern const fm_strategy_host fm_pool_host;

/** fm_strategy_host.refuse of a pool. */
fm_status fm_pool_refuse(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why);

/** Refuses for a reason that is not the strategy's: nothing helps but asking for at most `largest` bytes; 0: nothing at all. */
fm_status fm_pool_refuse_as(const fm_pool *pool, fm_status status, size_t size, size_t align, size_t largest, fm_refusal *why);


/** Refuses an fm_pool_acquire() without pool or `out`. Has that call's arguments, so that they need not be moved on the way there. */
fm_status fm_pool_refuse_arguments(const fm_pool *pool, size_t size, size_t align, const fm_buffer *out, fm_refusal *why);

/** Gives everything back, whatever is out. */
void fm_pool_destroy(fm_pool *pool);

#endif
