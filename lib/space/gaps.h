/* SPDX-License-Identifier: MIT */
/** @file
 * The gaps of a region: what neither a reservation nor a reserved area covers, by rising byte. */
#ifndef FLIGHTMEM_SPACE_GAPS_H
#define FLIGHTMEM_SPACE_GAPS_H

#include <flightmem/range.h>

#include "space/space.h"

/** Whether a walk sees what is taken. */
enum { FM_SPACE_NOW, FM_SPACE_EMPTY };

/** A walk along a region. Bytes are those of the store. */
typedef struct fm_space_gaps {
	const fm_space *space;
	const fm_reservation *taken; /**< the first that is not passed yet; NULL: none */
	fm_range area;               /**< the first reserved area that is not passed yet; size 0: none */
	uint64_t at;                 /**< what lies before is passed */
	uint64_t end;                /**< of the region */
	uint32_t store;              /**< index */
} fm_space_gaps;

/** Begins at the first byte of a region; with FM_SPACE_EMPTY as if nothing were taken. */
fm_space_gaps fm_space_gaps_begin(const fm_space *space, uint32_t index, int empty);

/** The next gap, never empty. Returns 0 iff there is none. The whole walk is O(reservations of the store + reserved areas^2). */
int fm_space_gaps_next(fm_space_gaps *gaps, fm_range *gap);

/** 1 iff `size` bytes at an address that is a multiple of `align` fit into `gap`; `*at` becomes the lowest such byte. */
int fm_space_fits(const fm_space_region *region, fm_range gap, uint64_t size, uint64_t align, uint64_t *at);

/** 1 iff they fit a gap of the region; `*at` becomes the lowest such byte. */
int fm_space_find(const fm_space *space, uint32_t index, int empty, uint64_t size, uint64_t align, uint64_t *at);

/** The most bytes that would fit at this alignment; 0 iff none. */
uint64_t fm_space_largest(const fm_space *space, uint32_t index, int empty, uint64_t align);

#endif
