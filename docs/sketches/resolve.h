/* SPDX-License-Identifier: MIT */
/** @file
 * Sketch: which of my wishes does a platform grant first? Static profiles and the live host answer alike. */
#ifndef FLIGHTMEM_RESOLVE_H
#define FLIGHTMEM_RESOLVE_H

#include <flightmem/capability.h>
#include <flightmem/refusal.h>

/** One wish: a region or capability with what it must have; zero members ask for nothing. */
typedef struct fm_want {
	size_t struct_size;
	fm_region_kind kind;
	fm_capability_id capability;
	const char *region;     /**< by id; NULL: by attributes */
	uint64_t bytes;
	uint64_t align;
	uint32_t must;          /**< bits: read, write, execute, dma, cached, uncached, cpu-mapped */
	uint32_t reserved;
} fm_want;

/** The answer: the index of the first want that holds, and a refusal for each one before it. */
typedef struct fm_resolution {
	size_t struct_size;
	uint32_t want;          /**< FM_NONE: none holds */
	uint32_t region;
	uint64_t bytes;
} fm_resolution;

FM_BEGIN_DECLS
fm_status fm_profile_resolve(const fm_profile *profile, const fm_want *const *wants, uint32_t count, fm_resolution *out);
fm_status fm_profile_resolve_why_not(const fm_profile *profile, const fm_want *const *wants, uint32_t count, uint32_t index, fm_refusal *why); /* why want `index` did not hold */
fm_status fm_profile_strategy(const fm_profile *profile, uint32_t use, const char **strategy, const char **reason);
FM_END_DECLS

#endif
