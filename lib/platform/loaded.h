/* SPDX-License-Identifier: MIT */
/** @file
 * A loaded profile in memory: what it takes to give it back, then the profile itself. */
#ifndef FLIGHTMEM_PLATFORM_LOADED_H
#define FLIGHTMEM_PLATFORM_LOADED_H

#include <flightmem/provider.h>

#include "platform/tables.h"

/** The block that a provider gave. */
struct fm_profile_loaded {
	fm_memory_provider provider;
	uint64_t bytes; /**< of the block; 64 bits, so that the profile is aligned to what its rows need */
	uint32_t references;
	uint32_t zero;
	struct fm_profile profile; /**< its rows follow */
};

/** Alignment of the block, bytes. */
#define FM_PROFILE_LOADED_ALIGN 16u

/** Gives a block back whose last reference is gone. */
void fm_profile_give_back(struct fm_profile_loaded *loaded);

#endif
