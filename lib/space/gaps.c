/* SPDX-License-Identifier: MIT */
/** @file
 * Walking the gaps of a region. Bytes of a store are numbers below 2^64 - 1, so ends don't wrap; addresses may touch 2^64 and are
 * only ever padded, never added up. */
#include "space/gaps.h"

#include "platform/store.h"

fm_space_gaps fm_space_gaps_begin(const fm_space *space, uint32_t index, int empty)
{
	const fm_space_region *region = &space->regions[index];
	fm_space_gaps gaps = {
		.space = space,
		.taken = empty ? NULL : space->regions[region->store].first,
		.at = region->begin,
		.end = region->begin + region->size,
		.store = region->store,
	};

	gaps.area = fm_store_area_after(space->profile, gaps.store, gaps.at);
	return gaps;
}

/** What comes first of all that is not passed: a reservation or a reserved area. Size 0 iff nothing does. */
static fm_range next_obstacle(fm_space_gaps *gaps)
{
	fm_range taken = { 0, 0 };

	while (gaps->taken != NULL) {
		taken = (fm_range){ fm_space_byte_of(gaps->space, gaps->taken), gaps->taken->size };
		if (taken.base + taken.size > gaps->at)
			break;
		gaps->taken = gaps->taken->next;
		taken.size = 0;
	}
	if (gaps->area.size != 0 && gaps->area.base + gaps->area.size <= gaps->at)
		gaps->area = fm_store_area_after(gaps->space->profile, gaps->store, gaps->at);

	if (taken.size == 0 || gaps->area.size == 0)
		return taken.size == 0 ? gaps->area : taken;
	return taken.base < gaps->area.base ? taken : gaps->area;
}

int fm_space_gaps_next(fm_space_gaps *gaps, fm_range *gap)
{
	while (gaps->at < gaps->end) {
		fm_range obstacle = next_obstacle(gaps);
		uint64_t from = gaps->at;
		uint64_t to = obstacle.size == 0 || obstacle.base > gaps->end ? gaps->end : obstacle.base;

		/*     from        to
		 *     |--- gap ---|==== obstacle ====|      it may also begin before `from`, and end after the region */
		gaps->at = to == gaps->end ? to : obstacle.base + obstacle.size;
		if (to > from) {
			*gap = (fm_range){ from, to - from };
			return 1;
		}
	}
	return 0;
}

/** Bytes from the first of `gap` to the next whose address is a multiple of `align`. */
static uint64_t pad_of(const fm_space_region *region, fm_range gap, uint64_t align)
{
	uint64_t address = region->base + (gap.base - region->begin);

	return (0 - address) & (align - 1);
}

int fm_space_fits(const fm_space_region *region, fm_range gap, uint64_t size, uint64_t align, uint64_t *at)
{
	uint64_t pad = pad_of(region, gap, align);

	if (pad > gap.size || size > gap.size - pad)
		return 0;
	*at = gap.base + pad;
	return 1;
}

int fm_space_find(const fm_space *space, uint32_t index, int empty, uint64_t size, uint64_t align, uint64_t *at)
{
	fm_space_gaps gaps = fm_space_gaps_begin(space, index, empty);
	fm_range gap;

	while (fm_space_gaps_next(&gaps, &gap))
		if (fm_space_fits(&space->regions[index], gap, size, align, at))
			return 1;
	return 0;
}

uint64_t fm_space_largest(const fm_space *space, uint32_t index, int empty, uint64_t align)
{
	fm_space_gaps gaps = fm_space_gaps_begin(space, index, empty);
	fm_range gap;
	uint64_t largest = 0;

	while (fm_space_gaps_next(&gaps, &gap)) {
		uint64_t pad = pad_of(&space->regions[index], gap, align);

		if (pad < gap.size && gap.size - pad > largest)
			largest = gap.size - pad;
	}
	return largest;
}
