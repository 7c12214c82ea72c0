/* SPDX-License-Identifier: MIT */
/** @file
 * Regions of a profile or of a list, in one form: rights, and which bytes of which region they are. */
#include <flightmem/range.h>

#include "validate/validate.h"

#define REGION_FLAGS (FM_VALIDATOR_REGION_CACHED | FM_VALIDATOR_REGION_RESERVED)

/** True iff the other region of the list stands earlier and holds all bytes of this one. */
static int lies_inside(const fm_validator_region *regions, uint32_t index)
{
	const fm_validator_region *inner = &regions[index], *outer = &regions[inner->alias - 1];

	return inner->alias_offset <= outer->size && inner->size <= outer->size - inner->alias_offset;
}

static fm_status judge_row(const fm_validator_region *regions, uint32_t index)
{
	const fm_validator_region *row = &regions[index];
	uint32_t unknown = (row->access & ~FM_VALIDATE_RIGHTS) | (row->flags & ~REGION_FLAGS) | ((row->read_widths | row->write_widths) & ~0xFu);

	if (unknown != 0 || row->reserved != 0 || row->alias > index || (row->lane_stride > 1 && row->lane >= row->lane_stride))
		return FM_E_ARGUMENT;
	if (row->align != 0 && !FM_IS_POWER_OF_TWO(row->align))
		return FM_E_ALIGNMENT;
	if (row->size == 0 || !FM_RANGE_IS_VALID(row->base, row->size) || (row->alias != 0 && !lies_inside(regions, index)))
		return FM_E_RANGE;
	return FM_OK;
}

fm_status fm_validate_judge_list(const fm_validator_region *regions, uint32_t count)
{
	fm_status status = FM_OK;

	for (uint32_t i = 0; i < count && status == FM_OK; i++)
		status = judge_row(regions, i);
	return status;
}

/** Regions that are named stand earlier, so their own store is known. */
static void read_row(const fm_validator_region *row, fm_validate_region *regions, uint32_t index)
{
	const fm_validate_region *outer = row->alias == 0 ? NULL : &regions[row->alias - 1];

	regions[index] = (fm_validate_region){
		.base = row->base,
		.size = row->size,
		.begin = outer == NULL ? 0 : outer->begin + row->alias_offset,
		.store = outer == NULL ? index : outer->store,
		.access = row->access,
		.align = row->align == 0 ? 1 : row->align,
		.read_widths = row->read_widths,
		.write_widths = row->write_widths,
		.lane = row->lane,
		.lane_stride = row->lane_stride,
		.bank_count = row->bank_count,
		.is_reserved = (row->flags & FM_VALIDATOR_REGION_RESERVED) != 0,
		.cached = row->flags & FM_VALIDATOR_REGION_CACHED ? FM_FACT_YES : FM_FACT_NO,
	};
}

/** Adds a right to those that are granted or to those that nobody speaks of. */
static void add_right(fm_validate_region *region, fm_fact fact, uint32_t right)
{
	region->access |= fact == FM_FACT_YES ? right : 0;
	region->unknown |= fact == FM_FACT_UNKNOWN ? right : 0;
}

static void read_region(const fm_region *known, fm_validate_region *region)
{
	*region = (fm_validate_region){
		.name = known->id,
		.base = known->has_base == FM_FACT_YES ? known->base : 0,
		.size = known->size,
		.store = known->index,
		.space = known->space,
		.align = 1,
		.read_widths = known->read_widths,
		.write_widths = known->write_widths,
		.lane = known->lane,
		.lane_stride = known->lane_stride,
		.bank_count = known->bank_count,
		.unknown_banks = known->bank_count == 0,
		.is_reserved = known->kind == FM_REGION_RESERVED,
		.cached = known->cached_data,
	};
	add_right(region, known->read, FM_ACCESS_READ);
	add_right(region, known->write, FM_ACCESS_WRITE);
	add_right(region, known->execute, FM_ACCESS_EXECUTE);
	add_right(region, known->dma, FM_ACCESS_DMA);
}

/** The byte of `outer` that `inner` begins with: where its address lies inside, else the first. */
static uint64_t offset_in_owner(const fm_region *outer, const fm_region *inner)
{
	int by_address = outer->has_base == FM_FACT_YES && inner->has_base == FM_FACT_YES && outer->space == inner->space;

	return by_address && FM_RANGE_CONTAINS(outer->base, outer->size, inner->base) ? inner->base - outer->base : 0;
}

/** Follows alias_of to the region that owns the bytes, in a bounded number of steps; an alias that does not fit inside owns its bytes. */
static void find_owner(const fm_profile *profile, fm_region inner, fm_validate_region *region, uint32_t steps)
{
	fm_region outer = FM_STRUCT(fm_region);

	for (; steps > 0 && inner.alias_of != FM_NONE && fm_profile_region(profile, inner.alias_of, &outer) == FM_OK; steps--) {
		uint64_t offset = offset_in_owner(&outer, &inner);

		if (inner.size > outer.size - offset)
			return;
		region->begin += offset;
		region->store = outer.index;
		inner = outer;
	}
}

void fm_validate_read_regions(const fm_validator_options *options, fm_validate_region *regions, uint32_t count)
{
	fm_region known = FM_STRUCT(fm_region);

	for (uint32_t i = 0; i < count; i++) {
		if (options->profile == NULL) {
			read_row(&options->regions[i], regions, i);
		} else if (fm_profile_region(options->profile, i, &known) == FM_OK) {
			read_region(&known, &regions[i]);
			find_owner(options->profile, known, &regions[i], count);
		}
		if (options->flags & FM_VALIDATOR_ALLOW_UNKNOWN)
			regions[i].access |= regions[i].unknown;
	}
}

/** The part of a reserved area that lies in its region; false iff none does, or no source says how large it is. */
static int clip(const fm_validate_region *region, const fm_reserved_area *told, fm_range *inside)
{
	return fm_range_intersect((fm_range){ region->base, region->size }, told->area, inside) == FM_OK;
}

uint32_t fm_validate_read_areas(const fm_validator_options *options, const fm_validate_region *regions, fm_validate_area *areas)
{
	fm_region known = FM_STRUCT(fm_region);
	fm_reserved_area told = FM_STRUCT(fm_reserved_area);
	uint32_t count = 0;
	fm_range inside;

	for (uint32_t i = 0; options->profile != NULL && fm_profile_region(options->profile, i, &known) == FM_OK; i++)
		for (uint32_t k = 0; fm_profile_reserved(options->profile, i, k, &told) == FM_OK; k++) {
			if (areas == NULL)
				count++;
			else if (clip(&regions[i], &told, &inside))
				areas[count++] = (fm_validate_area){
					.byte = regions[i].begin + (inside.base - regions[i].base),
					.size = inside.size,
					.store = regions[i].store,
					.region = i,
				};
		}
	return count;
}
