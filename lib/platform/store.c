/* SPDX-License-Identifier: MIT */
/** @file
 * Aliases followed to the region that owns the bytes, and reserved areas found under any name. Bytes of a store are numbers below
 * 2^64 - 1, so ends don't wrap; addresses may touch 2^64 and are only ever padded, never added up. */
#include "platform/store.h"

/** The byte of `outer` that `inner` begins with: where its address lies inside, else the first. */
static uint64_t offset_inside(const fm_region *outer, const fm_region *inner)
{
	fm_range range = { outer->base, outer->size };
	int by_address = outer->has_base == FM_FACT_YES && outer->space == inner->space;

	return by_address && fm_range_contains(range, inner->base) ? inner->base - outer->base : 0;
}

uint32_t fm_store_find(const fm_profile *profile, const fm_region *region, uint64_t *begin)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_region inner = *region, outer = FM_STRUCT(fm_region);

	*begin = 0;
	(void)fm_profile_get_info(profile, &info);
	for (; info.region_count > 0 && inner.alias_of != FM_NONE && fm_profile_region(profile, inner.alias_of, &outer) == FM_OK; info.region_count--) {
		uint64_t offset = offset_inside(&outer, &inner);

		/* Earlier steps have put the bytes of `region` inside `inner`: at `begin`. */
		if (offset > outer.size || inner.size > outer.size - offset)
			break;
		*begin += offset;
		inner = outer;
	}
	return inner.index;
}

/** The part of a reserved area that lies in its region, in bytes of the store; size 0 iff none does. */
static fm_range clip_area(const fm_region *region, uint64_t begin, fm_range area)
{
	fm_range inside;

	if (fm_range_intersect((fm_range){ region->base, region->size }, area, &inside) != FM_OK)
		return (fm_range){ 0, 0 };
	return (fm_range){ begin + (inside.base - region->base), inside.size };
}

fm_range fm_store_area_after(const fm_profile *profile, uint32_t store, uint64_t at)
{
	fm_region region = FM_STRUCT(fm_region);
	fm_reserved_area reserved = FM_STRUCT(fm_reserved_area);
	fm_range first = { 0, 0 };
	uint64_t begin;

	for (uint32_t i = 0; fm_profile_region(profile, i, &region) == FM_OK; i++) {
		uint32_t owner = fm_store_find(profile, &region, &begin);

		for (uint32_t k = 0; owner == store && fm_profile_reserved(profile, i, k, &reserved) == FM_OK; k++) {
			fm_range area = clip_area(&region, begin, reserved.area);

			if (area.base + area.size > at && (first.size == 0 || area.base < first.base))
				first = area;
		}
	}
	return first;
}

uint64_t fm_store_largest(const fm_profile *profile, const fm_region *region, uint64_t align)
{
	uint64_t begin, largest = 0;
	uint32_t store = fm_store_find(profile, region, &begin);
	uint64_t at = begin, end = begin + region->size;

	while (at < end) {
		fm_range area = fm_store_area_after(profile, store, at);
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
