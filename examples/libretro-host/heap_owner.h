/* SPDX-License-Identifier: MIT */
/** @file
 * Who allocates: every malloc and mmap of the process is counted for the side, host or core, whose code runs. */
#ifndef LIBRETRO_HOST_HEAP_OWNER_H
#define LIBRETRO_HOST_HEAP_OWNER_H

#include <stdint.h>

/** A thread begins as the core's: the host starts none. */
enum heap_owner { HEAP_CORE, HEAP_HOST, HEAP_OWNERS };

struct heap_counts {
	uint64_t calls[HEAP_OWNERS]; /**< of malloc, calloc, realloc, the aligned ones, and mmap */
	uint64_t bytes[HEAP_OWNERS]; /**< asked for */
};

/** From now on this thread allocates for `owner`. Returns for whom it did, to be entered again. */
enum heap_owner heap_enter(enum heap_owner owner);

/** The counts since the process began. */
struct heap_counts heap_now(void);

/** `after` less `before`. */
struct heap_counts heap_between(const struct heap_counts *before, const struct heap_counts *after);

/** 1 iff allocations are counted; 0 in a build with the address sanitizer, which has a malloc of its own. */
int heap_is_counted(void);

#endif
