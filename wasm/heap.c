/* SPDX-License-Identifier: MIT */
/** @file
 * First fit over free blocks in the order of their addresses; neighbours are joined when a block comes back.
 *
 *   [ size next ][ bytes ... ][ size next ][ bytes ... ]      every head and every `bytes` at a multiple of 16
 *
 * `next` is read in free blocks only. Pools are few and large and live long; what comes and goes is a text or a handle: a list of
 * free blocks stays a few entries long. */
#include "heap.h"

#include "stdlib.h"
#include "string.h"

#define GRANULE 16
#define PAGE 65536

struct block {
	_Alignas(GRANULE) size_t size; /* bytes, this head included */
	struct block *next;
};

_Static_assert(sizeof(struct block) == GRANULE, "the head of a block is one granule");

extern unsigned char __heap_base; /* the linker's: where its data and stack end */
static struct block *first;       /* the free block with the lowest address */
static uintptr_t heap_begin, heap_end;

static void open_heap(void)
{
	heap_begin = ((uintptr_t)&__heap_base + GRANULE - 1) & ~(uintptr_t)(GRANULE - 1);
	heap_end = (uintptr_t)__builtin_wasm_memory_size(0) * PAGE;
	first = (struct block *)heap_begin;
	first->size = heap_end - heap_begin;
	first->next = NULL;
}

/** Leaves `size` bytes to `block` and makes the rest, if it is worth a head, a free block of its own. Returns what follows it in the list. */
static struct block *cut(struct block *block, size_t size, struct block *next)
{
	struct block *rest = (struct block *)((uintptr_t)block + size);

	if (block->size - size < 2 * GRANULE)
		return next;
	rest->size = block->size - size;
	rest->next = next;
	block->size = size;
	return rest;
}

/** `size` bytes at a multiple of `align`, a power of two of at least a granule. */
static void *take(size_t size, size_t align)
{
	size_t need;

	if (heap_end == 0)
		open_heap();
	if (size == 0 || size > heap_end - heap_begin)
		return NULL;
	need = GRANULE + ((size + GRANULE - 1) & ~(size_t)(GRANULE - 1));
	for (struct block **link = &first; *link != NULL; link = &(*link)->next) {
		struct block *block = *link;
		size_t gap = ((uintptr_t)0 - ((uintptr_t)block + GRANULE)) & (align - 1);

		if (gap > block->size || need > block->size - gap)
			continue;
		if (gap != 0) { /* what lies before the aligned place stays free: a gap is at least one head */
			struct block *aligned = (struct block *)((uintptr_t)block + gap);

			aligned->size = block->size - gap;
			block->size = gap;
			block->next = cut(aligned, need, block->next);
			return aligned + 1;
		}
		*link = cut(block, need, block->next);
		return block + 1;
	}
	return NULL;
}

/** Joins `block` with the free block behind it, if they touch. */
static void join(struct block *block)
{
	if (block->next != NULL && (uintptr_t)block + block->size == (uintptr_t)block->next) {
		block->size += block->next->size;
		block->next = block->next->next;
	}
}

void free(void *memory)
{
	struct block *block = (struct block *)memory - 1, *before = NULL;

	if ((uintptr_t)memory < heap_begin || (uintptr_t)memory >= heap_end)
		return;
	for (struct block *next = first; next != NULL && next < block; next = next->next)
		before = next;
	block->next = before == NULL ? first : before->next;
	*(before == NULL ? &first : &before->next) = block;
	join(block);
	if (before != NULL)
		join(before);
}

void *malloc(size_t size)
{
	return take(size, GRANULE);
}

void *realloc(void *memory, size_t size)
{
	void *moved = take(size, GRANULE);

	if (moved == NULL || memory == NULL)
		return moved;
	size_t held = ((struct block *)memory - 1)->size - GRANULE;
	memcpy(moved, memory, held < size ? held : size);
	free(memory);
	return moved;
}

void abort(void)
{
	__builtin_trap();
}

static fm_status obtain(void *user, size_t size, size_t align, void **out)
{
	void *memory = take(size, align < GRANULE ? GRANULE : align);

	(void)user;
	if (memory == NULL)
		return FM_E_NO_MEMORY;
	*out = memset(memory, 0, size);
	return FM_OK;
}

static void give_back(void *user, void *memory, size_t size, size_t align)
{
	(void)user;
	(void)size;
	(void)align;
	free(memory);
}

const fm_memory_provider heap_provider = { .struct_size = sizeof(fm_memory_provider), .obtain = obtain, .give_back = give_back };
