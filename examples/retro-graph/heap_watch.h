/* SPDX-License-Identifier: MIT */
/** @file
 * Counts every call of this process, its libraries included, that asks for memory or gives it back. */
#ifndef RETRO_GRAPH_HEAP_WATCH_H
#define RETRO_GRAPH_HEAP_WATCH_H

#include <stdint.h>

/** Calls seen while the watch was on. */
struct heap_calls {
	uint64_t allocations; /**< malloc, calloc, realloc, aligned_alloc, posix_memalign, memalign */
	uint64_t frees;       /**< free */
	uint64_t maps;        /**< mmap, munmap, mremap */
};

/** From now on calls are counted, from zero. */
void heap_watch_start(void);

/** Ends the watch and says what it saw. */
struct heap_calls heap_watch_stop(void);

/** True iff there is such a call to provoke. */
int heap_watch_can_provoke(const char *call);

/** Makes the call named: what a broken promise looks like. */
void heap_watch_provoke(const char *call);

#endif
