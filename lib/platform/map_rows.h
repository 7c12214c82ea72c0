/* SPDX-License-Identifier: MIT */
/** @file
 * The regions and mirrors of one address space in the order of a map, without a list of them: each row is found from the one before. */
#ifndef FLIGHTMEM_PLATFORM_MAP_ROWS_H
#define FLIGHTMEM_PLATFORM_MAP_ROWS_H

#include <flightmem/profile.h>

/** One row of a map: a region at its own base, or a mirror of it. */
typedef struct fm_map_row {
	uint64_t base;    /**< first address */
	uint64_t size;    /**< bytes of the window, all its slices included; 0: not known */
	uint32_t region;  /**< index */
	uint32_t mirror;  /**< index; FM_NONE: the region itself */
	uint32_t unmapped; /**< 1 iff it has no address: such rows come last */
	uint32_t reserved; /**< 0 */
} fm_map_row;

/**
 * The row that follows `*row` in `space`, in the order of addresses; of those with one base the largest first.
 *
 * @param row  the last one, or `first` set: then the first row of the space
 * @return 1 and the next row in `*row`; 0 iff there is none, and `*row` stays. O(regions + mirrors).
 */
int fm_map_next(const fm_profile *profile, uint32_t space, int first, fm_map_row *row);

#endif
