/* SPDX-License-Identifier: MIT */
/** @file
 * The program's own malloc and its kin: the dynamic linker binds every library to these. They count, then call the C library's. */
#include <dlfcn.h>
#include <stddef.h>

#include "heap_count.h"
#include "heap_watch.h"

/* The names that a program may define itself; the headers declare them with attributes that a definition need not repeat. */
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *block, size_t size);
void free(void *block);
void *aligned_alloc(size_t align, size_t size);
void *memalign(size_t align, size_t size);
int posix_memalign(void **out, size_t align, size_t size);

void *malloc(size_t size)
{
	NEXT(void *(*)(size_t), "malloc");
	heap_count.allocations += heap_count_on;
	return next(size);
}

/** While calloc itself is looked up, the linker may ask it for memory: it copes with NULL. */
void *calloc(size_t count, size_t size)
{
	static int looking;
	static void *(*next)(size_t, size_t);

	if (next == NULL && !looking) {
		looking = 1;
		*(void **)&next = dlsym(RTLD_NEXT, "calloc");
	}
	heap_count.allocations += heap_count_on;
	return next == NULL ? NULL : next(count, size);
}

void *realloc(void *block, size_t size)
{
	NEXT(void *(*)(void *, size_t), "realloc");
	heap_count.allocations += heap_count_on;
	return next(block, size);
}

void free(void *block)
{
	NEXT(void (*)(void *), "free");
	heap_count.frees += heap_count_on;
	next(block);
}

void *aligned_alloc(size_t align, size_t size)
{
	NEXT(void *(*)(size_t, size_t), "aligned_alloc");
	heap_count.allocations += heap_count_on;
	return next(align, size);
}

void *memalign(size_t align, size_t size)
{
	NEXT(void *(*)(size_t, size_t), "memalign");
	heap_count.allocations += heap_count_on;
	return next(align, size);
}

int posix_memalign(void **out, size_t align, size_t size)
{
	NEXT(int (*)(void **, size_t, size_t), "posix_memalign");
	heap_count.allocations += heap_count_on;
	return next(out, align, size);
}

void heap_watch_begin(void)
{
}
