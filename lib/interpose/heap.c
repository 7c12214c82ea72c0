/* SPDX-License-Identifier: MIT */
/** @file
 * malloc and its kin: the dynamic linker binds every library of the program to these. They tell of the call, then make the next library's. */
#include "interpose/heard.h"

#define HEAR_HEAP(name, bytes) \
	do { \
		if (!heard_sanitizer) \
			HEAR(name, FM_QUIET_HEAP, 0, bytes); \
	} while (0)

/* The headers declare these with attributes that a definition need not repeat. */
FM_API void *malloc(size_t size);
FM_API void *calloc(size_t count, size_t size);
FM_API void *realloc(void *block, size_t size);
FM_API void *reallocarray(void *block, size_t count, size_t size);
FM_API void free(void *block);
FM_API void *aligned_alloc(size_t align, size_t size);
FM_API void *memalign(size_t align, size_t size);
FM_API int posix_memalign(void **out, size_t align, size_t size);
FM_API void *valloc(size_t size);
FM_API void *pvalloc(size_t size);

/** `count` times `size`; SIZE_MAX where that is too much, which the call then refuses. */
static size_t product(size_t count, size_t size)
{
	return size != 0 && count > SIZE_MAX / size ? SIZE_MAX : count * size;
}

FM_API void *malloc(size_t size)
{
	NEXT(void *(*)(size_t), "malloc");
	HEAR_HEAP("malloc", size);
	return next(size);
}

/** While calloc itself is looked up, the linker may ask it for memory: it copes with NULL. */
FM_API void *calloc(size_t count, size_t size)
{
	static int looking;
	static void *(*next)(size_t, size_t);

	if (next == NULL && !looking) {
		looking = 1;
		*(void **)(void *)&next = heard_look_up("calloc");
	}
	HEAR_HEAP("calloc", product(count, size));
	return next == NULL ? NULL : next(count, size);
}

FM_API void *realloc(void *block, size_t size)
{
	NEXT(void *(*)(void *, size_t), "realloc");
	HEAR_HEAP("realloc", size);
	return next(block, size);
}

/** The next library's may call realloc by its name, which would be heard again. */
FM_API void *reallocarray(void *block, size_t count, size_t size)
{
	NEXT(void *(*)(void *, size_t, size_t), "reallocarray");
	fm_quiet_listener listener = heard_by;

	HEAR_HEAP("reallocarray", product(count, size));
	heard_by = NULL;
	block = next(block, count, size);
	heard_by = listener;
	return block;
}

/** While free itself is looked up, the linker may free the text of an earlier error: it stays. */
FM_API void free(void *block)
{
	static FM_THREAD_LOCAL int looking;
	static void (*next)(void *);

	if (next == NULL) {
		if (looking)
			return;
		looking = 1;
		*(void **)(void *)&next = heard_look_up("free");
	}
	if (block != NULL && !heard_sanitizer)
		HEAR("free", FM_QUIET_HEAP, 1, 0);
	next(block);
}

/** Looks free up before the program can have left such a text. */
__attribute__((constructor)) static void look_up_free(void)
{
	free(NULL);
}

FM_API void *aligned_alloc(size_t align, size_t size)
{
	NEXT(void *(*)(size_t, size_t), "aligned_alloc");
	HEAR_HEAP("aligned_alloc", size);
	return next(align, size);
}

FM_API void *memalign(size_t align, size_t size)
{
	NEXT(void *(*)(size_t, size_t), "memalign");
	HEAR_HEAP("memalign", size);
	return next(align, size);
}

FM_API int posix_memalign(void **out, size_t align, size_t size)
{
	NEXT(int (*)(void **, size_t, size_t), "posix_memalign");
	HEAR_HEAP("posix_memalign", size);
	return next(out, align, size);
}

FM_API void *valloc(size_t size)
{
	NEXT(void *(*)(size_t), "valloc");
	HEAR_HEAP("valloc", size);
	return next(size);
}

FM_API void *pvalloc(size_t size)
{
	NEXT(void *(*)(size_t), "pvalloc");
	HEAR_HEAP("pvalloc", size);
	return next(size);
}
