/* SPDX-License-Identifier: MIT */
/** @file
 * Guest addresses to host pointers and back. */
#include "base/refuse.h"
#include "space/memory.h"
#include "space/space.h"

/** The address of a byte under its owner's name. */
static fm_address own_address(const fm_space *space, const fm_space_region *region, uint64_t offset)
{
	const fm_space_region *store = &space->regions[region->store];

	return (fm_address){ .value = store->base + (region->begin + offset), .space = store->space };
}

/** 1 iff a region begins at the address and no source says how long it is. */
static int begins_unknown(const fm_space *space, fm_address address)
{
	for (uint32_t i = 0; i < space->count; i++) {
		const fm_space_region *region = &space->regions[i];

		if (region->size == 0 && region->mapped != FM_FACT_NO && region->space == address.space && region->base == address.value)
			return 1;
	}
	return 0;
}

/** The region that owns the bytes at a place. */
static fm_space_region *store_at(fm_space *space, const fm_location *location)
{
	return &space->regions[space->regions[location->region].store];
}

/** Finds the region that the CPU reaches `size` bytes of at `address`. */
static fm_status locate(const fm_space *space, fm_address address, uint64_t size, fm_location *location)
{
	fm_space_info info = FM_STRUCT(fm_space_info);

	if (fm_profile_space(space->profile, address.space, &info) != FM_OK)
		return FM_E_NOT_FOUND;
	if (info.cpu_visible == 0)
		return FM_E_NO_ADDRESS;
	if (fm_profile_locate(space->profile, address, location) != FM_OK)
		return begins_unknown(space, address) ? FM_E_FACT_UNKNOWN : FM_E_UNMAPPED;
	if (space->regions[location->region].mapped == FM_FACT_NO)
		return FM_E_NO_ADDRESS;
	return size > location->left ? FM_E_RANGE : FM_OK;
}

/** Fills the caller's record. `location` tells of the region iff the status speaks of one. */
static fm_status refuse_host(const fm_space *space, uint64_t size, fm_status status, const fm_location *location, fm_refusal *why)
{
	fm_refusal what = { .status = status, .help = FM_HELP_OTHER, .asked = size, .align = 1 };
	fm_region region = FM_STRUCT(fm_region);

	if (location->left != 0 && fm_profile_region(space->profile, location->region, &region) == FM_OK)
		fm_refusal_set_subject(&what, region.id);
	if (status == FM_E_RANGE) {
		what.capacity = region.size;
		what.available = what.largest = location->left;
		what.help = FM_HELP_ASK_LESS;
		what.help_bytes = location->left;
	}
	return fm_refuse(why, &what);
}

fm_status fm_space_to_host(fm_space *space, fm_address address, uint64_t size, void **out, fm_refusal *why)
{
	fm_location location = FM_STRUCT(fm_location);
	fm_status status = space == NULL || out == NULL || size == 0 ? FM_E_ARGUMENT : locate(space, address, size, &location);

	if (status == FM_OK && space->backing != FM_SPACE_REAL)
		status = fm_space_obtain_memory(space, store_at(space, &location));
	if (status != FM_OK)
		return refuse_host(space, size, status, &location, why);

	if (space->backing == FM_SPACE_REAL) /* as it was given: windows of the same bytes differ in caching and timing, and the program chose one */
		*out = (void *)(uintptr_t)address.value;
	else
		*out = store_at(space, &location)->memory + (size_t)(space->regions[location.region].begin + location.offset);
	return FM_OK;
}

/** The guest address of a pointer where pointers are addresses. */
static fm_status from_real(const fm_space *space, const void *pointer, fm_address *out)
{
	fm_address address = { .value = (uintptr_t)pointer };
	fm_location location = FM_STRUCT(fm_location);

	if (locate(space, address, 1, &location) != FM_OK)
		return FM_E_FOREIGN;
	*out = own_address(space, &space->regions[location.region], location.offset);
	return FM_OK;
}

fm_status fm_space_to_guest(const fm_space *space, const void *pointer, fm_address *out)
{
	if (space == NULL || out == NULL)
		return FM_E_ARGUMENT;
	if (space->backing == FM_SPACE_REAL)
		return from_real(space, pointer, out);

	for (uint32_t i = 0; i < space->count; i++) {
		const fm_space_region *store = &space->regions[i];
		uintptr_t offset = (uintptr_t)pointer - (uintptr_t)store->memory; /* wraps to a large one where it lies before */

		if (store->memory != NULL && offset < store->size) {
			*out = own_address(space, store, offset);
			return FM_OK;
		}
	}
	return FM_E_FOREIGN;
}
