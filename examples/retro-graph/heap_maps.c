/* SPDX-License-Identifier: MIT */
/** @file
 * The program's own mmap, munmap and mremap: the dynamic linker binds every library to these. They count, then call the C library's. */
#include <stdarg.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/types.h>

#include "heap_count.h"

void *mmap(void *at, size_t size, int protection, int flags, int file, off_t offset)
{
	NEXT(void *(*)(void *, size_t, int, int, int, off_t), "mmap");
	heap_count.maps += heap_count_on;
	return next(at, size, protection, flags, file, offset);
}

int munmap(void *at, size_t size)
{
	NEXT(int (*)(void *, size_t), "munmap");
	heap_count.maps += heap_count_on;
	return next(at, size);
}

void *mremap(void *at, size_t old_size, size_t size, int flags, ...)
{
	NEXT(void *(*)(void *, size_t, size_t, int, ...), "mremap");
	va_list rest;
	void *to = NULL;

	va_start(rest, flags);
	if (flags & MREMAP_FIXED)
		to = va_arg(rest, void *);
	va_end(rest);
	heap_count.maps += heap_count_on;
	return next(at, old_size, size, flags, to);
}
