/* SPDX-License-Identifier: MIT */
/** @file
 * The program's own malloc and its kin, and mmap, which the dynamic linker binds the C++ library, libflightmem and every core to. They
 * count, then call those of the GNU C library. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "heap_owner.h"

#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <sys/mman.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNCOUNTED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define UNCOUNTED 1
#endif

static struct heap_counts counts;
static __thread enum heap_owner running;

enum heap_owner heap_enter(enum heap_owner owner)
{
	enum heap_owner before = running;

	running = owner;
	return before;
}

struct heap_counts heap_now(void)
{
	struct heap_counts now;

	for (int i = 0; i < HEAP_OWNERS; i++) {
		now.calls[i] = __atomic_load_n(&counts.calls[i], __ATOMIC_RELAXED);
		now.bytes[i] = __atomic_load_n(&counts.bytes[i], __ATOMIC_RELAXED);
	}
	return now;
}

struct heap_counts heap_between(const struct heap_counts *before, const struct heap_counts *after)
{
	struct heap_counts difference;

	for (int i = 0; i < HEAP_OWNERS; i++) {
		difference.calls[i] = after->calls[i] - before->calls[i];
		difference.bytes[i] = after->bytes[i] - before->bytes[i];
	}
	return difference;
}

#ifdef UNCOUNTED
int heap_is_counted(void)
{
	return 0;
}
#else
int heap_is_counted(void)
{
	return 1;
}

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t align, size_t size);

void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *block, size_t size);
void *aligned_alloc(size_t align, size_t size);
void *memalign(size_t align, size_t size);
int posix_memalign(void **out, size_t align, size_t size);

static void count_call(size_t bytes)
{
	__atomic_fetch_add(&counts.calls[running], 1, __ATOMIC_RELAXED);
	__atomic_fetch_add(&counts.bytes[running], bytes, __ATOMIC_RELAXED);
}

void *malloc(size_t size)
{
	count_call(size);
	return __libc_malloc(size);
}

/** A product that wraps is refused by the C library; what it counts for does not matter then. */
void *calloc(size_t count, size_t size)
{
	count_call(count * size);
	return __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
	count_call(size);
	return __libc_realloc(block, size);
}

void *aligned_alloc(size_t align, size_t size)
{
	count_call(size);
	return __libc_memalign(align, size);
}

void *memalign(size_t align, size_t size)
{
	count_call(size);
	return __libc_memalign(align, size);
}

int posix_memalign(void **out, size_t align, size_t size)
{
	void *block;

	if (align % sizeof(void *) != 0 || align == 0 || (align & (align - 1)) != 0)
		return EINVAL;
	count_call(size);
	block = __libc_memalign(align, size);
	if (block == NULL)
		return ENOMEM;
	*out = block;
	return 0;
}

/** Pages count too: libflightmem takes its memory from here. What the C library maps for itself does not pass by. */
void *mmap(void *at, size_t length, int protection, int flags, int file, off_t offset)
{
	static void *(*next)(void *, size_t, int, int, int, off_t);

	if (next == NULL)
		*(void **)&next = dlsym(RTLD_NEXT, "mmap"); /* POSIX: a pointer to data holds one to a function */
	count_call(length);
	return next(at, length, protection, flags, file, offset);
}
#endif
