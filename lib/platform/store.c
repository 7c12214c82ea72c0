/* SPDX-License-Identifier: MIT */
/** @file
 * Aliases followed to the region that owns the bytes, and reserved areas found under any name. Bytes of a store are numbers below
 * 2^64 - 1, so ends don't wrap; addresses may touch 2^64 and are only ever padded, never added up. */
#include "platform/store.h"

/** The byte of `outer` that `inner` begins with: where its address lies inside, else the first. */
static uint64_t offset_inside(const struct fm_table_region *outer, const struct fm_table_region *inner)
{
	int by_address = fm_rows_fact(outer->facts, FM_TABLE_HAS_BASE) == FM_FACT_YES && outer->space == inner->space;

	return by_address && fm_range_contains((fm_range){ outer->base, outer->size }, inner->base) ? inner->base - outer->base : 0;
}

uint32_t fm_rows_store(const fm_profile *profile, uint32_t index, uint64_t *begin)
{
	const struct fm_table_region *inner = fm_rows_region(profile, index), *outer;

	*begin = 0;
	for (uint32_t steps = profile->region_count; steps > 0 && (outer = fm_rows_region(profile, inner->alias_of)) != NULL; steps--) {
		uint64_t offset = offset_inside(outer, inner);

		/* Earlier steps have put the bytes inside `inner`. */
		if (offset > outer->size || inner->size > outer->size - offset)
			break;
		*begin += offset;
		index = inner->alias_of;
		inner = outer;
	}
	return index;
}

/** The part of a reserved area that lies in its region, in bytes of the store; size 0 iff none does. */
static fm_range clip_area(const struct fm_table_region *region, uint64_t begin, const struct fm_table_reserved *area)
{
	fm_range inside;

	if (fm_range_intersect((fm_range){ region->base, region->size }, (fm_range){ area->base, area->size }, &inside) != FM_OK)
		return (fm_range){ 0, 0 };
	return (fm_range){ begin + (inside.base - region->base), inside.size };
}

fm_range fm_rows_area_after(const fm_profile *profile, uint32_t store, uint64_t at)
{
	const struct fm_table_region *region;
	const struct fm_table_reserved *row;
	fm_range first = { 0, 0 };
	uint64_t begin;

	for (uint32_t i = 0; (region = fm_rows_region(profile, i)) != NULL; i++) {
		if (region->reserved_count == 0 || fm_rows_store(profile, i, &begin) != store)
			continue;
		for (uint32_t k = 0; (row = fm_rows_reserved(profile, region, k)) != NULL; k++) {
			fm_range area = clip_area(region, begin, row);

			if (area.base + area.size > at && (first.size == 0 || area.base < first.base))
				first = area;
		}
	}
	return first;
}

uint64_t fm_rows_largest(const fm_profile *profile, uint32_t index, uint64_t align)
{
	const struct fm_table_region *region = fm_rows_region(profile, index);
	uint64_t begin, largest = 0;
	uint32_t store = fm_rows_store(profile, index, &begin);
	uint64_t at = begin, end = begin + region->size;

	while (at < end) {
		fm_range area = fm_rows_area_after(profile, store, at);
		uint64_t to = area.size == 0 || area.base > end ? end : area.base;
		uint64_t pad = (0 - (region->base + (at - begin))) & (align - 1);

		/*     at           to
		 *     |--- gap ----|==== area ====|      it may also begin before `at`, and end after the region */
		if (to > at && pad < to - at && to - at - pad > largest)
			largest = to - at - pad;
		at = to == end ? end : area.base + area.size;
	}
	return largest;
}
