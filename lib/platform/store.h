/* SPDX-License-Identifier: MIT */
/** @file
 * Which region owns the bytes of another, and which of them are spoken for. Bytes are counted from the first byte of the owner, the store. */
#ifndef FLIGHTMEM_PLATFORM_STORE_H
#define FLIGHTMEM_PLATFORM_STORE_H

#include <flightmem/profile.h>

/**
 * The index of the region that owns the bytes of `region`; `*begin` becomes the byte of it that they begin with. An alias that does not fit
 * inside owns its bytes: nobody can say which of the other's they are. O(regions) at most, also where aliases go round.
 */
uint32_t fm_store_find(const fm_profile *profile, const fm_region *region, uint64_t *begin);

/**
 * The first reserved area, under any name of the store's bytes, that ends after byte `at`; size 0 iff there is none. They may overlap.
 * O(regions * aliases + areas).
 */
fm_range fm_store_area_after(const fm_profile *profile, uint32_t store, uint64_t at);

/** The largest piece of a region between reserved areas, from a multiple of `align` on, a power of two; 0 iff there is none, or no known size. */
uint64_t fm_store_largest(const fm_profile *profile, const fm_region *region, uint64_t align);

#endif
