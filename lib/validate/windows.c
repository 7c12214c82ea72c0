/* SPDX-License-Identifier: MIT */
/** @file
 * Windows: every run of addresses at which bytes of a region can be seen, in the order in which they win.
 *
 * A region's own base wins over a mirror, an earlier region over a later one, and so do its mirrors: as fm_profile_locate() has it.
 * A reserved area is cut out of its region's own window, so that the rest of the region stays the quick case. */
#include <flightmem/range.h>

#include "validate/validate.h"

/** Windows on their way into an array, or only counted. */
struct list {
	fm_validate_window *windows;
	uint32_t count;
};

/** Appends a window; one more than allowed is enough to know that there are too many. */
static void append_window(struct list *list, fm_validate_window window)
{
	if (list->count > FM_VALIDATE_WINDOWS_MAX)
		return;
	if (list->windows != NULL)
		list->windows[list->count] = window;
	list->count++;
}

/** What a region shows from `base` on, and what of it is spoken for. */
static void append_region(struct list *list, const fm_profile *profile, const fm_region *region, uint64_t base)
{
	fm_validate_window own = {
		.base = base,
		.last = base + (region->size - 1),
		.shift = region->base - base,
		.region = region->index,
		.mirror = FM_NONE,
		.order = region->index * 2 + 1,
		.cached = (uint16_t)region->cached_data,
	};
	fm_reserved_area told = FM_STRUCT(fm_reserved_area);
	fm_range inside;

	append_window(list, own);
	for (uint32_t i = 0; profile != NULL && fm_profile_reserved(profile, region->index, i, &told) == FM_OK; i++) {
		if (fm_range_intersect((fm_range){ region->base, region->size }, told.area, &inside) != FM_OK)
			continue;

		fm_validate_window area = own;

		area.base = inside.base - own.shift;
		area.last = area.base + (inside.size - 1);
		area.offset = inside.base - region->base;
		area.order = region->index * 2;
		area.is_area = 1;
		append_window(list, area);
	}
}

/** The slices of a mirror: each a window, or, where they touch, all of them one with seams. */
static void append_mirror(struct list *list, uint32_t region, uint32_t index, const fm_mirror *mirror, uint32_t order)
{
	uint32_t slices = mirror->stride == 0 || mirror->count == 0 ? 1 : mirror->count;
	int touch = slices > 1 && mirror->size == mirror->stride && mirror->period == 0;
	fm_validate_window window = {
		.base = mirror->base,
		.last = mirror->base + ((touch ? slices * mirror->size : mirror->size) - 1),
		.period = touch ? mirror->stride : mirror->period,
		.advance = touch ? mirror->region_advance : 0,
		.offset = mirror->region_offset,
		.region = region,
		.mirror = index,
		.order = order,
		.inverted = mirror->inverted,
		.cached = (uint16_t)mirror->cached_data,
	};

	for (uint32_t i = 0; i < (touch ? 1 : slices) && list->count <= FM_VALIDATE_WINDOWS_MAX; i++) {
		append_window(list, window);
		window.base += mirror->stride;
		window.last += mirror->stride;
		window.offset += mirror->region_advance;
	}
}

/** The mirrors of all regions; `order` numbers them behind the regions. */
static void append_mirrors(struct list *list, const fm_profile *profile, uint32_t space, uint32_t regions)
{
	uint32_t order = regions * 2;
	fm_mirror mirror = FM_STRUCT(fm_mirror);

	for (uint32_t i = 0; i < regions; i++)
		for (uint32_t k = 0; fm_profile_mirror(profile, i, k, &mirror) == FM_OK; k++)
			if (mirror.space == space && mirror.size != 0)
				append_mirror(list, i, k, &mirror, order++);
}

static void append_profile(struct list *list, const fm_profile *profile, uint32_t space)
{
	fm_region region = FM_STRUCT(fm_region);
	uint32_t count = 0;

	for (; fm_profile_region(profile, count, &region) == FM_OK; count++)
		if (region.space == space && region.has_base == FM_FACT_YES && region.size != 0)
			append_region(list, profile, &region, region.base);
	append_mirrors(list, profile, space, count);
}

/** The regions that were put elsewhere, whatever their address space. */
static void append_host(struct list *list, const fm_validate_host *host)
{
	fm_region region = FM_STRUCT(fm_region);
	uint64_t base = 0;

	for (uint32_t i = 0; fm_profile_region(host->profile, i, &region) == FM_OK; i++)
		if (region.size != 0 && host->place(host->user, i, &base))
			append_region(list, host->profile, &region, base);
}

uint32_t fm_validate_read_windows(const fm_validator_options *options, const fm_validate_host *host, fm_validate_window *windows)
{
	struct list list = { .windows = windows };

	if (host != NULL)
		append_host(&list, host);
	else if (options->profile != NULL)
		append_profile(&list, options->profile, options->space);
	else
		for (uint32_t i = 0; i < options->region_count; i++) {
			const fm_validator_region *row = &options->regions[i];
			fm_fact cached = row->flags & FM_VALIDATOR_REGION_CACHED ? FM_FACT_YES : FM_FACT_NO;

			append_region(&list, NULL, &(fm_region){ .base = row->base, .size = row->size, .index = i, .cached_data = cached }, row->base);
		}
	return list.count;
}
