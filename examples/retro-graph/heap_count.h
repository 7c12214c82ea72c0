/* SPDX-License-Identifier: MIT */
/** @file
 * What the counters share: heap_maps.c, and heap_malloc.c or, in a build with the address sanitizer, heap_asan.c. */
#ifndef RETRO_GRAPH_HEAP_COUNT_H
#define RETRO_GRAPH_HEAP_COUNT_H

#include <dlfcn.h>

#include "heap_watch.h"

/** What the next library calls by this name; looked up once. POSIX lets a pointer to data hold one to a function. */
#define NEXT(type, name) \
	static __typeof__(type) next; \
	if (next == NULL) \
		*(void **)&next = dlsym(RTLD_NEXT, name)

extern struct heap_calls heap_count; /**< calls so far */
extern uint64_t heap_count_on;       /**< 1 while calls count, else 0 */

/** Called by heap_watch_start(): makes the counters see calls, where that takes more than being linked. */
void heap_watch_begin(void);

#endif
