/* SPDX-License-Identifier: MIT */
/** @file
 * mmap and its kin: the dynamic linker binds every library of the program to these. They tell of the call, then make the next library's. */
#define _GNU_SOURCE 1

#include <stdarg.h>
#include <sys/mman.h>
#include <sys/types.h>

#include "interpose/heard.h"

FM_API void *mmap(void *at, size_t size, int protection, int flags, int file, off_t offset)
{
	NEXT(void *(*)(void *, size_t, int, int, int, off_t), "mmap");
	HEAR("mmap", FM_QUIET_PAGES, 0, size);
	return next(at, size, protection, flags, file, offset);
}

/** What mmap becomes in a program with 64-bit file offsets. */
FM_API void *mmap64(void *at, size_t size, int protection, int flags, int file, off64_t offset)
{
	NEXT(void *(*)(void *, size_t, int, int, int, off64_t), "mmap64");
	HEAR("mmap", FM_QUIET_PAGES, 0, size);
	return next(at, size, protection, flags, file, offset);
}

FM_API int munmap(void *at, size_t size)
{
	NEXT(int (*)(void *, size_t), "munmap");
	HEAR("munmap", FM_QUIET_PAGES, 1, 0);
	return next(at, size);
}

FM_API void *mremap(void *at, size_t old_size, size_t size, int flags, ...)
{
	NEXT(void *(*)(void *, size_t, size_t, int, ...), "mremap");
	va_list rest;
	void *to = NULL;

	va_start(rest, flags);
	if (flags & MREMAP_FIXED)
		to = va_arg(rest, void *);
	va_end(rest);
	HEAR("mremap", FM_QUIET_PAGES, 0, size);
	return next(at, old_size, size, flags, to);
}
