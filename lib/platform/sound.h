/* SPDX-License-Identifier: MIT */
/** @file
 * Whether bytes that claim to be a profile are one: all that readers rely on, so that no reader has to ask. */
#ifndef FLIGHTMEM_PLATFORM_SOUND_H
#define FLIGHTMEM_PLATFORM_SOUND_H

#include "platform/tables.h"

/** The first thing that is wrong. */
typedef struct fm_rows_fault {
	size_t at;          /**< byte of the profile where the row begins; of texts the very byte */
	const char *rows;   /**< "regions"; NULL: the head */
	const char *member; /**< "size" */
	uint32_t index;     /**< of the row; FM_NONE: none */
} fm_rows_fault;

/**
 * True iff the `size` bytes at `profile`, at least those of its head, aligned to 8, are a sound profile in the order of blob.h; else
 * `*fault` says what is not. Reads nothing else, whatever the bytes are. O(size), no recursion.
 */
int fm_rows_are_sound(const fm_profile *profile, size_t size, fm_rows_fault *fault);

#endif
