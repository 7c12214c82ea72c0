/* SPDX-License-Identifier: MIT */
/** @file
 * Host memory for regions. */
#include "space/memory.h"

/** Host memory of a region is aligned as its address is, up to this many bytes. */
#define ALIGN_MAX 32768

/** The largest power of two, up to ALIGN_MAX, that divides `address`. */
static size_t alignment_of(uint64_t address)
{
	size_t align = 1;

	while (align < ALIGN_MAX && (address & align) == 0)
		align *= 2;
	return align;
}

fm_status fm_space_obtain_memory(const fm_space *space, fm_space_region *store)
{
	const fm_memory_provider *provider = &space->provider;
	void *memory = NULL;

	if (store->memory != NULL)
		return FM_OK;
	if (provider->obtain == NULL || store->size > SIZE_MAX)
		return FM_E_NO_MEMORY;

	fm_status status = provider->obtain(provider->user, (size_t)store->size, alignment_of(store->base), &memory);

	if (status == FM_OK)
		store->memory = memory;
	return status;
}

void fm_space_give_memory_back(const fm_space *space, fm_space_region *region)
{
	const fm_memory_provider *provider = &space->provider;

	if (region->memory != NULL)
		provider->give_back(provider->user, region->memory, (size_t)region->size, alignment_of(region->base));
	region->memory = NULL;
}
