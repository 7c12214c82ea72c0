/* SPDX-License-Identifier: MIT */
/** @file
 * Host memory for regions. */
#include "space/memory.h"

/** Host memory of a region is not aligned to more bytes than these: the 24 bits below most bases of consoles. */
#define ALIGN_MAX (UINT64_C(1) << 24)

/** The alignment of the region's base, but no more than matters among its own bytes: what is aligned there is aligned here. */
static size_t alignment_of(const fm_space_region *region)
{
	uint64_t align = 1;

	while (align < region->size && align < ALIGN_MAX && align <= SIZE_MAX / 2 && (region->base & align) == 0)
		align *= 2;
	return (size_t)align;
}

fm_status fm_space_obtain_memory(const fm_space *space, fm_space_region *store)
{
	const fm_memory_provider *provider = &space->provider;
	void *memory = NULL;

	if (store->memory != NULL)
		return FM_OK;
	if (provider->obtain == NULL || store->size > SIZE_MAX)
		return FM_E_NO_MEMORY;

	fm_status status = provider->obtain(provider->user, (size_t)store->size, alignment_of(store), &memory);

	if (status == FM_OK)
		store->memory = memory;
	return status;
}

void fm_space_give_memory_back(const fm_space *space, fm_space_region *region)
{
	const fm_memory_provider *provider = &space->provider;

	if (region->memory != NULL)
		provider->give_back(provider->user, region->memory, (size_t)region->size, alignment_of(region));
	region->memory = NULL;
}
