/* SPDX-License-Identifier: MIT */
/** @file
 * The counters of malloc and free in a build with the address sanitizer, whose malloc nobody may replace: it calls these hooks. */
#include <stddef.h>

#include "heap_count.h"

/** Of the sanitizer's run time: both are called at each call. Returns 0 iff it has no room for more hooks. */
int __sanitizer_install_malloc_and_free_hooks(void (*on_malloc)(const volatile void *, size_t), void (*on_free)(const volatile void *));

static void on_malloc(const volatile void *block, size_t size)
{
	(void)block;
	(void)size;
	heap_count.allocations += heap_count_on;
}

static void on_free(const volatile void *block)
{
	(void)block;
	heap_count.frees += heap_count_on;
}

void heap_watch_begin(void)
{
	static int installed;

	if (!installed)
		installed = __sanitizer_install_malloc_and_free_hooks(on_malloc, on_free);
}
