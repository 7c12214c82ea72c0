/* SPDX-License-Identifier: MIT */
/** @file
 * The records of a space: which bytes each region names, what may be taken of them. */
#include "platform/store.h"
#include "space/gaps.h"
#include "space/space.h"

/** Why none of a region may be taken, or FM_OK. What a source denies is refused, what none states is not. */
static fm_status judge_region(const fm_region *region)
{
	if (region->size == 0)
		return FM_E_FACT_UNKNOWN;
	if (region->write == FM_FACT_NO || region->is_volatile == FM_FACT_YES)
		return FM_E_PERMISSION;
	if (region->kind == FM_REGION_ROM || region->kind == FM_REGION_IO || region->kind == FM_REGION_RESERVED)
		return FM_E_PERMISSION;
	return FM_OK;
}

static void map_region(const fm_profile *profile, const fm_region *region, fm_space_region *record)
{
	*record = (fm_space_region){
		.base = region->has_base == FM_FACT_YES ? region->base : 0,
		.size = region->size,
		.space = region->space,
		.mapped = region->has_base == FM_FACT_YES ? region->cpu_mapped : FM_FACT_NO,
		.verdict = judge_region(region),
	};
	record->store = fm_store_find(profile, region, &record->begin);
}

static uint64_t count_capacity(const fm_space *space, uint32_t index)
{
	fm_space_gaps gaps = fm_space_gaps_begin(space, index, FM_SPACE_EMPTY);
	fm_range gap;
	uint64_t capacity = 0;

	while (fm_space_gaps_next(&gaps, &gap))
		capacity += gap.size;
	return capacity;
}

void fm_space_map(fm_space *space)
{
	fm_region region = FM_STRUCT(fm_region);

	for (uint32_t i = 0; i < space->count; i++)
		if (fm_profile_region(space->profile, i, &region) == FM_OK)
			map_region(space->profile, &region, &space->regions[i]);
	/* Reserved areas count for every name of the bytes, so all names come first. */
	for (uint32_t i = 0; i < space->count; i++)
		if (space->regions[i].verdict == FM_OK)
			space->regions[i].capacity = count_capacity(space, i);
}

uint32_t fm_space_region_index(const fm_space *space, const char *id)
{
	fm_region region = FM_STRUCT(fm_region);

	return fm_profile_region_find(space->profile, id, &region) == FM_OK ? region.index : FM_NONE;
}

uint64_t fm_space_byte_of(const fm_space *space, const fm_reservation *reservation)
{
	const fm_space_region *region = &space->regions[reservation->region];

	return region->begin + (reservation->address.value - region->base);
}
