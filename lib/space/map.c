/* SPDX-License-Identifier: MIT */
/** @file
 * The records of a space: which bytes each region names, what may be taken of them. */
#include <flightmem/range.h>

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

/** The byte of `outer` that `inner` begins with: where its address lies inside, else the first. */
static uint64_t offset_inside(const fm_region *outer, const fm_region *inner)
{
	fm_range range = { outer->base, outer->size };
	int by_address = outer->has_base == FM_FACT_YES && outer->space == inner->space;

	return by_address && fm_range_contains(range, inner->base) ? inner->base - outer->base : 0;
}

/**
 * Follows alias_of to the region that owns the bytes. An alias that does not fit inside owns its bytes:
 * nobody can say which of the other's they are. The number of steps is bounded, so that a profile that goes round ends, too.
 */
static void find_store(const fm_profile *profile, fm_region inner, fm_space_region *record, uint32_t steps)
{
	fm_region outer = FM_STRUCT(fm_region);

	for (; steps > 0 && inner.alias_of != FM_NONE && fm_profile_region(profile, inner.alias_of, &outer) == FM_OK; steps--) {
		uint64_t offset = offset_inside(&outer, &inner);
		/* Earlier steps have put the record's bytes inside `inner`: at `begin`, `size` of them. */
		if (offset > outer.size || inner.size > outer.size - offset)
			return;
		record->begin += offset;
		record->store = outer.index;
		inner = outer;
	}
}

static void map_region(const fm_profile *profile, const fm_region *region, uint32_t count, fm_space_region *record)
{
	*record = (fm_space_region){
		.base = region->has_base == FM_FACT_YES ? region->base : 0,
		.size = region->size,
		.store = region->index,
		.space = region->space,
		.mapped = region->has_base == FM_FACT_YES ? region->cpu_mapped : FM_FACT_NO,
		.verdict = judge_region(region),
	};
	find_store(profile, *region, record, count);
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
			map_region(space->profile, &region, space->count, &space->regions[i]);
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
