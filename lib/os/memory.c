/* SPDX-License-Identifier: MIT */
/** @file
 * Memory of the operating system: whole pages, straight from it and straight back. */
#define _DEFAULT_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include <flightmem/provider.h>

#include <sys/mman.h>
#include <unistd.h>

#include "os/quiet.h"

static size_t page_bytes(void)
{
	return (size_t)sysconf(_SC_PAGESIZE);
}

/** `size` in whole pages; 0 iff that exceeds SIZE_MAX. */
static size_t whole_pages(size_t size)
{
	return (size + (page_bytes() - 1)) & ~(page_bytes() - 1);
}

/**
 * Maps more than is asked and gives the ends back, so that an alignment above a page is met.
 *
 *     |-- before --|==== size ====|-- after --|
 *     mapped       aligned        end          mapped + size + align - page */
static fm_status obtain_pages(void *user, size_t size, size_t align, void **out)
{
	size_t page = page_bytes();
	size_t bytes = whole_pages(size);
	size_t spare = align > page ? align - page : 0;

	(void)user;
	if (bytes < size || bytes == 0 || spare > SIZE_MAX - bytes)
		return FM_E_NO_MEMORY;
	fm_quiet_hear_pages("fm_memory_default", size, 0);

	void *mapped = mmap(NULL, bytes + spare, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (mapped == MAP_FAILED)
		return FM_E_NO_MEMORY;

	size_t before = ((uintptr_t)0 - (uintptr_t)mapped) & (align - 1) & ~(page - 1);
	unsigned char *aligned = (unsigned char *)mapped + before;

	if (before != 0)
		munmap(mapped, before);
	if (spare != before)
		munmap(aligned + bytes, spare - before);
	*out = aligned;
	return FM_OK;
}

static void give_back_pages(void *user, void *memory, size_t size, size_t align)
{
	(void)user;
	(void)align;
	fm_quiet_hear_pages("fm_memory_default", 0, 1);
	munmap(memory, whole_pages(size));
}

const fm_memory_provider *fm_memory_default(void)
{
	static const fm_memory_provider pages = {
		.struct_size = sizeof(fm_memory_provider),
		.obtain = obtain_pages,
		.give_back = give_back_pages,
	};

	return &pages;
}
