/* SPDX-License-Identifier: MIT */
/** @file
 * What lies in a pool, and what only some strategies can do with it: blocks one by one, in place, from the other end, back to a mark, many
 * at once, as addresses. A call that the pool's strategy does not have is FM_E_UNSUPPORTED and changes nothing.
 *
 * | call | arena | slots | stack | double-stack | ring | tlsf, buddy |
 * |---|---|---|---|---|---|---|
 * | fm_pool_block, fm_pool_walk | no: it keeps no record of raw blocks | yes | yes | yes | yes, the oldest first | yes |
 * | fm_pool_resize | no, as above | within block_size | into what is free behind the block | as stack | as stack | as stack; buddy: in its place |
 * | fm_pool_mark, fm_pool_rewind | yes | no: its blocks have no order | yes | yes, both ends | only to retire: the newest stay | no, as slots |
 * | fm_pool_retire | no: the oldest stay | no | no | no | yes | no |
 * | fm_pool_alloc_top, fm_pool_acquire_top | no | no | no | yes | no | no |
 * | fm_pool_trim | no: the storage is one piece | no | no | no | no | no |
 * | fm_pool_check, fm_pool_survey, many at once, addresses | yes | yes | yes | yes | yes | yes |
 *
 * Threads as pool.h says. */
#ifndef FLIGHTMEM_BLOCK_H
#define FLIGHTMEM_BLOCK_H

#include <flightmem/pool.h>

/** A block that is out. Frozen. */
typedef struct fm_block {
	uint64_t address; /**< first byte: the pointer as a number, or what fm_pool_alloc_address() gave */
	uint64_t size;    /**< bytes of it that may be used: at least those asked for */
	uint64_t token;   /**< of the buffer that it is out as; 0: a raw block */
} fm_block;

/**
 * Is told of one block, which lives during the call only. May read the pool, not change it. Anything but FM_OK ends the walk, which then
 * returns it.
 */
typedef fm_status (*fm_block_visit)(void *context, const fm_block *block);

/** A point in the life of a pool. Frozen; the caller's struct, written by the library alone. It may be copied, and needs no end. */
typedef struct fm_mark {
	uint64_t library[8]; /**< the library's */
} fm_mark;

FM_BEGIN_DECLS

/**
 * The block that `address` lies in, at its beginning or inside: who owns it, and its usable size. Total: any value is judged.
 *
 * Returns FM_OK; FM_E_FOREIGN iff the address lies outside the pool's blocks; FM_E_NOT_FOUND iff it lies inside, in no block that is out;
 * FM_E_UNSUPPORTED iff the strategy keeps no such record; FM_E_ARGUMENT iff `pool` or `out` is NULL. A failure leaves `*out`. O(1) in slots,
 * O(blocks) in stack, double-stack and ring.
 */
FM_API fm_status fm_pool_block(const fm_pool *pool, uint64_t address, fm_block *out);

/**
 * Tells `visit` of every block that is out, in the order of addresses, but where the table above says otherwise.
 *
 * Returns FM_OK; what `visit` returned, if that was another; FM_E_UNSUPPORTED as above; FM_E_ARGUMENT iff `pool` or `visit` is NULL. O(blocks
 * that were ever out at once).
 */
FM_API fm_status fm_pool_walk(const fm_pool *pool, fm_block_visit visit, void *context);

/**
 * Makes a raw block longer or shorter where it lies: its address stays, so do the bytes that it keeps. Total in `block`.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `pool` or `block` is NULL or `size` is 0; FM_E_FOREIGN, FM_E_INTERIOR, FM_E_DOUBLE, FM_E_STALE as
 * fm_pool_free(); FM_E_TOO_LARGE iff the block could never be so large where it lies; FM_E_EXHAUSTED iff it can't be now; FM_E_UNSUPPORTED as above.
 * `why` (may be NULL) is written only on failure: `largest` is what the block could be resized to now. A failure changes nothing. O(1) in
 * slots, O(blocks) in stack, double-stack and ring.
 */
FM_API fm_status fm_pool_resize(fm_pool *pool, void *block, size_t size, fm_refusal *why);

/**
 * fm_pool_alloc_aligned() from the top end of the pool's blocks, downwards: what lives long at one end, what goes soon at the other. NULL also
 * iff the strategy has one end.
 */
FM_API void *fm_pool_alloc_top(fm_pool *pool, size_t size, size_t align);

/** fm_pool_acquire() from the top end. Returns as that call; FM_E_UNSUPPORTED also iff the strategy has one end. */
FM_API FM_NODISCARD fm_status fm_pool_acquire_top(fm_pool *pool, size_t size, size_t align, fm_buffer *out, fm_refusal *why);

/**
 * Notes where the pool stands. Marks nest: one that is made later is inside. While a mark is open, what was out before it stays: an arena's
 * buffers that are released below it give their bytes back after it; a stack refuses them.
 *
 * Returns FM_OK; FM_E_UNSUPPORTED as above; FM_E_ARGUMENT iff `pool` or `mark` is NULL. O(1), no bytes of the pool.
 */
FM_API fm_status fm_pool_mark(fm_pool *pool, fm_mark *mark);

/**
 * Gives back at once all raw blocks that were granted since the mark, which ends with it; to go on from there, mark again.
 *
 * Returns FM_OK; FM_E_BUSY iff a buffer is out that was granted since; FM_E_ORDER iff one that was made later is open: the innermost goes
 * first; FM_E_STALE iff the mark ended before, or fm_pool_reset() ended it; FM_E_FOREIGN iff it is none of this pool; FM_E_UNSUPPORTED as above;
 * FM_E_ARGUMENT iff an argument is NULL. A failure changes nothing. O(1) in an arena without buffers, else O(blocks given back).
 */
FM_API fm_status fm_pool_rewind(fm_pool *pool, const fm_mark *mark);

/**
 * Gives back at once all raw blocks that were granted before the mark: a frame that the other side has done with. Such marks do not nest,
 * and go back in their order; one whose blocks all went back before gives back nothing.
 *
 * Returns FM_OK; FM_E_BUSY iff one of them is a buffer; FM_E_FOREIGN iff the mark is none of this pool; FM_E_UNSUPPORTED as above;
 * FM_E_ARGUMENT iff an argument is NULL. A failure changes nothing. O(blocks given back).
 */
FM_API fm_status fm_pool_retire(fm_pool *pool, const fm_mark *mark);

/**
 * Gives memory that lies idle back to where it came from, but for `keep` bytes at most; `*trimmed` (may be NULL) are the bytes given back.
 * Returns FM_OK, also where nothing was idle; FM_E_UNSUPPORTED as above; FM_E_ARGUMENT iff `pool` is NULL. The strategy states its cost.
 */
FM_API fm_status fm_pool_trim(fm_pool *pool, size_t keep, size_t *trimmed);

/**
 * Up to `count` buffers alike; `out[0]` to `out[n - 1]` are written. Returns how many, n; less than `count` iff the next was refused, and
 * `why` says so. 0 also iff `pool` or `out` is NULL. O(n).
 */
FM_API size_t fm_pool_acquire_many(fm_pool *pool, size_t size, size_t align, fm_buffer *out, size_t count, fm_refusal *why);

/**
 * Takes back each of `count` tokens as fm_pool_release() does: the first first, but in a stack and double-stack the last first, so that what
 * fm_pool_acquire_many() gave goes back in one call. `statuses` (may be NULL) receives what each became. Returns how many were taken back;
 * 0 also iff `pool` or `tokens` is NULL. O(count).
 */
FM_API size_t fm_pool_release_many(fm_pool *pool, const uint64_t *tokens, size_t count, fm_status *statuses);

/**
 * fm_pool_alloc_aligned() for memory that may have no pointers: where the strategy manages addresses only, `*address` is one of them and
 * nothing is ever read or written there; else the pointer as a number. `align` 0 is the pool's alignment.
 *
 * Returns as fm_pool_acquire() but for FM_E_UNSUPPORTED. A failure leaves `*address`. A size that no pointer of this machine can span is told
 * in `why` as the largest that one can.
 */
FM_API FM_NODISCARD fm_status fm_pool_alloc_address(fm_pool *pool, uint64_t size, uint64_t align, uint64_t *address, fm_refusal *why);

/** fm_pool_free() of an address: any 64-bit value is judged, 0 too. Returns as fm_pool_free() does of a pointer that is not NULL. */
FM_API fm_status fm_pool_free_address(fm_pool *pool, uint64_t address);

/**
 * fm_pool_get_usage() with what only a walk can tell: `holes`, `largest_hole`, and `surveyed` 1. Returns as that call.
 * O(blocks ever out at once).
 */
FM_API fm_status fm_pool_survey(const fm_pool *pool, fm_pool_usage *usage);

/**
 * Proves every invariant of the pool's records: for tests, fuzzers and whoever suspects a stray write. Returns FM_OK; FM_E_DAMAGED iff
 * one does not hold: then nothing but the end of the process is safe; FM_E_ARGUMENT iff `pool` is NULL. Changes nothing. The pool's head is
 * believed; of the records nothing is followed that was not proved. O(blocks ever out at once), but O(blocks^2) where the strategy says so.
 */
FM_API fm_status fm_pool_check(const fm_pool *pool);

FM_END_DECLS

#endif
