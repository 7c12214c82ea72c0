/* SPDX-License-Identifier: MIT */
/** @file
 * The record of a refused reservation. */
#ifndef FLIGHTMEM_SPACE_REFUSAL_H
#define FLIGHTMEM_SPACE_REFUSAL_H

#include "space/space.h"

/** What was asked of a space. */
typedef struct fm_space_request {
	const char *id;                    /**< of the region, as the caller gave it; may be NULL */
	uint32_t index;                    /**< of the region; FM_NONE: there is no such region, or no space */
	uint64_t size;                     /**< bytes */
	uint64_t align;                    /**< as the caller gave it, but never 0 */
	const fm_reservation *reservation; /**< as the caller gave it */
} fm_space_request;

/**
 * Fills `why`, which may be NULL, and returns `status`. `space` is read only where request->index is one of its regions.
 * Nothing is computed where nobody asks. O(reservations of the store), for each bit of an address where the alignment is at fault.
 */
fm_status fm_space_refuse(const fm_space *space, const fm_space_request *request, fm_status status, fm_refusal *why);

#endif
