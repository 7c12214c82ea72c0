/* SPDX-License-Identifier: MIT */
/** @file
 * Alignments, granules and ranges of a 64-bit address space; every function is total and none wraps. */
#ifndef FLIGHTMEM_RANGE_H
#define FLIGHTMEM_RANGE_H

#include <flightmem/compiler.h>
#include <flightmem/status.h>

/** An alignment: 2^`log2` bytes, `log2` 0 to 63. A type of its own, so that it is never mistaken for a size. Frozen. */
typedef struct fm_alignment {
	uint32_t log2; /**< 0 to 63 */
} fm_alignment;

/**
 * The addresses `base` to `base + size - 1`. Frozen. Valid iff `size <= 2^64 - base`: a range may touch the top of the space. The
 * whole space has 2^64 bytes, which no 64-bit size can say, so it is not a range: use two. An empty range is valid and holds nothing.
 */
typedef struct fm_range {
	uint64_t base; /**< first address */
	uint64_t size; /**< bytes */
} fm_range;

/* Macros for constants: the answers of the functions below, at compile time. Arguments are evaluated more than once. */

/** 1 iff `n` is a power of two. */
#define FM_IS_POWER_OF_TWO(n) ((n) != 0 && (((uint64_t)(n)) & ((uint64_t)(n)-1)) == 0)
/** 1 iff `value` is a multiple of `bytes`, a power of two. */
#define FM_IS_ALIGNED(value, bytes) ((((uint64_t)(value)) & ((uint64_t)(bytes)-1)) == 0)
/** `value` rounded down to a multiple of `bytes`, a power of two. */
#define FM_ALIGN_DOWN(value, bytes) (((uint64_t)(value)) & ~((uint64_t)(bytes)-1))
/** `value` rounded up to a multiple of `bytes`, a power of two; the caller knows that it does not wrap (FM_CAN_ALIGN_UP()). */
#define FM_ALIGN_UP(value, bytes) (((uint64_t)(value) + ((uint64_t)(bytes)-1)) & ~((uint64_t)(bytes)-1))
/** 1 iff FM_ALIGN_UP() of these does not wrap. */
#define FM_CAN_ALIGN_UP(value, bytes) ((uint64_t)(value) <= ~((uint64_t)(bytes)-1))
/** 1 iff `base` and `size` make a valid range. */
#define FM_RANGE_IS_VALID(base, size) ((base) == 0 || (uint64_t)(size) <= (uint64_t)0 - (uint64_t)(base))
/** 1 iff the valid range holds `address`. */
#define FM_RANGE_CONTAINS(base, size, address) ((uint64_t)(address) >= (uint64_t)(base) && (uint64_t)(address) - (uint64_t)(base) < (uint64_t)(size))
/** 1 iff the first valid range holds the whole second one, which is not empty. */
#define FM_RANGE_HOLDS(base, size, inner_base, inner_size) \
	((uint64_t)(inner_size) != 0 && FM_RANGE_CONTAINS(base, size, inner_base) && \
	 (uint64_t)(inner_size) <= (uint64_t)(size) - ((uint64_t)(inner_base) - (uint64_t)(base)))
/** 1 iff two valid ranges share an address. */
#define FM_RANGE_OVERLAPS(a_base, a_size, b_base, b_size) \
	((uint64_t)(a_size) != 0 && (uint64_t)(b_size) != 0 && \
	 ((uint64_t)(a_base) >= (uint64_t)(b_base) ? (uint64_t)(a_base) - (uint64_t)(b_base) < (uint64_t)(b_size) \
						   : (uint64_t)(b_base) - (uint64_t)(a_base) < (uint64_t)(a_size)))

FM_BEGIN_DECLS

/** The alignment of `bytes`. Returns FM_OK; FM_E_ALIGNMENT iff `bytes` is no power of two; FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_alignment_make(uint64_t bytes, fm_alignment *out);

/** Bytes of an alignment; 0 iff `log2` exceeds 63. */
FM_API uint64_t fm_alignment_bytes(fm_alignment alignment);

/** 1 iff `value` is a multiple of the alignment; 0 else, also iff `log2` exceeds 63. */
FM_API int32_t fm_is_aligned(uint64_t value, fm_alignment alignment);

/** `value` rounded down. Returns FM_OK; FM_E_ALIGNMENT iff `log2` exceeds 63; FM_E_ARGUMENT iff `out` is NULL. A failure leaves `*out`. */
FM_API fm_status fm_align_down(uint64_t value, fm_alignment alignment, uint64_t *out);

/**
 * `value` rounded up. Returns FM_OK; FM_E_ALIGNMENT iff `log2` exceeds 63; FM_E_RANGE iff the result would exceed 2^64 - 1;
 * FM_E_ARGUMENT iff `out` is NULL. A failure leaves `*out`.
 */
FM_API fm_status fm_align_up(uint64_t value, fm_alignment alignment, uint64_t *out);

/** `value` rounded down to a multiple of `granule`, any number but 0. Returns FM_OK; FM_E_ARGUMENT iff `granule` is 0 or `out` is NULL. */
FM_API fm_status fm_granule_down(uint64_t value, uint64_t granule, uint64_t *out);

/** `value` rounded up to a multiple of `granule`. Returns FM_OK; FM_E_ARGUMENT iff `granule` is 0 or `out` is NULL; FM_E_RANGE iff the
 *  result would exceed 2^64 - 1. A failure leaves `*out`. */
FM_API fm_status fm_granule_up(uint64_t value, uint64_t granule, uint64_t *out);

/** The range of `size` bytes at `base`. Returns FM_OK; FM_E_RANGE iff it would pass the top of the space; FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_range_make(uint64_t base, uint64_t size, fm_range *out);

/** 1 iff the range is valid. The other functions treat a range that is not as one that holds nothing, or say FM_E_RANGE. */
FM_API int32_t fm_range_is_valid(fm_range range);

/** 1 iff `range` holds `address`. */
FM_API int32_t fm_range_contains(fm_range range, uint64_t address);

/** 1 iff `range` holds every address of `inner`, and `inner` is not empty. */
FM_API int32_t fm_range_holds(fm_range range, fm_range inner);

/** 1 iff the ranges share an address. */
FM_API int32_t fm_range_overlaps(fm_range a, fm_range b);

/** The addresses in both. Returns FM_OK; FM_E_NOT_FOUND iff there are none; FM_E_RANGE iff one is not valid; FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_range_intersect(fm_range a, fm_range b, fm_range *out);

/**
 * The addresses of `a` that are not in `b`: up to two non-empty ranges in ascending order.
 *
 * @param out    room for 2
 * @param count  receives how many: 0, 1 or 2
 * Returns FM_OK; FM_E_RANGE iff one is not valid; FM_E_ARGUMENT iff `out` or `count` is NULL. A failure leaves both.
 */
FM_API fm_status fm_range_subtract(fm_range a, fm_range b, fm_range *out, uint32_t *count);

/**
 * Cuts `range` after its first `at` bytes. Returns FM_OK; FM_E_RANGE iff `at` exceeds its size, or it is not valid, or `high` would
 * begin at 2^64; FM_E_ARGUMENT iff `low` or `high` is NULL. A failure leaves both.
 */
FM_API fm_status fm_range_split(fm_range range, uint64_t at, fm_range *low, fm_range *high);

/** The largest aligned range inside. Returns FM_OK; FM_E_NOT_FOUND iff it is empty; FM_E_ALIGNMENT, FM_E_RANGE iff an argument is not
 *  valid; FM_E_ARGUMENT iff `out` is NULL. A failure leaves `*out`. */
FM_API fm_status fm_range_align_in(fm_range range, fm_alignment alignment, fm_range *out);

/** The smallest aligned range around. Returns FM_OK; FM_E_RANGE iff `range` is not valid or the result would be the whole space;
 *  FM_E_ALIGNMENT iff `log2` exceeds 63; FM_E_ARGUMENT iff `out` is NULL. A failure leaves `*out`. */
FM_API fm_status fm_range_align_out(fm_range range, fm_alignment alignment, fm_range *out);

FM_END_DECLS

#endif
