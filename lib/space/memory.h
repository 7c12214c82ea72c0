/* SPDX-License-Identifier: MIT */
/** @file
 * The host memory of a region: from the provider when it is first used, until the space is closed. */
#ifndef FLIGHTMEM_SPACE_MEMORY_H
#define FLIGHTMEM_SPACE_MEMORY_H

#include "space/space.h"

/** Gives a store its memory, if it has none. Returns FM_OK; FM_E_NO_MEMORY iff there is no provider; else what the provider returns. */
fm_status fm_space_obtain_memory(const fm_space *space, fm_space_region *store);

/** Gives the memory of a region back, if it has any. */
void fm_space_give_memory_back(const fm_space *space, fm_space_region *region);

#endif
