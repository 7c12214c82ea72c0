/* SPDX-License-Identifier: MIT */
/** @file
 * What a space is made of: one record a region, and who owns which bytes.
 *
 * Bytes are counted from the first byte of the region that owns them, the store. A region that is no alias is its own store; what is
 * taken and the host memory stand in the store's record, so that all names of the same bytes share them. */
#ifndef FLIGHTMEM_SPACE_SPACE_H
#define FLIGHTMEM_SPACE_SPACE_H

#include <flightmem/space.h>

/** Alignment of the control block, and of what the provider gives for it. Bytes. */
#define FM_SPACE_CONTROL_ALIGN 16

/**
 * A region of a space. Invariants: begin + size <= size of the store; used <= peak <= capacity <= size; what is taken stands in the
 * store's list by rising byte, no two share a byte, none shares one with a reserved area.
 */
typedef struct fm_space_region {
	uint64_t base;         /**< first address; 0 where it has none */
	uint64_t size;         /**< bytes; 0: unknown */
	uint64_t begin;        /**< byte of the store that it begins with */
	uint64_t capacity;     /**< bytes that may be taken */
	uint64_t used;         /**< bytes taken, by whatever name */
	uint64_t peak;         /**< the most `used` has been */
	uint64_t refused;      /**< requests refused under this name */
	fm_reservation *first; /**< of a store: what is taken */
	unsigned char *memory; /**< of a store: its host memory, NULL until it is first used */
	uint32_t store;        /**< index */
	uint32_t space;        /**< index of its address space */
	fm_fact mapped;        /**< the main CPU reaches it by address */
	fm_status verdict;     /**< FM_OK; or why none of it may be taken, ever */
} fm_space_region;

struct fm_space {
	const fm_profile *profile;
	fm_memory_provider provider; /**< a copy; without functions where there is none */
	size_t control_bytes;        /**< what the provider gave for this block; 0: the caller's bytes */
	uint32_t references;         /**< moved from any thread */
	fm_space_backing backing;
	uint32_t count;              /**< of `regions`, which have the profile's order */
	fm_space_region regions[];
};

/** Fills the records of `space`, whose profile and count are set. O(regions^2 + reserved areas of aliases). */
void fm_space_map(fm_space *space);

/** The record's index by id; FM_NONE iff there is none. O(regions). */
uint32_t fm_space_region_index(const fm_space *space, const char *id);

/** The byte of its store that a reservation of `space` begins with. */
uint64_t fm_space_byte_of(const fm_space *space, const fm_reservation *reservation);

#endif
