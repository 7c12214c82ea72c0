/* SPDX-License-Identifier: MIT */
/** @file
 * Where an address leads: the exact, slow reference that every faster way is tested against.
 *
 * Windows are looked at in the order in which they win: every region's own base, then the mirrors, region by region. A window that
 * lost because it begins later still ends what the winner shows:
 *
 *     first region                 [=========]
 *     a mirror of another  [===================...
 *                             ^ a  |<- left ends where the first region begins */
#include "base/abi.h"
#include "platform/rows.h"

#define LOCATION_FIRST_SIZE (offsetof(fm_location, mirror) + sizeof(uint32_t))

/** A search on its way: the nearest begin of a window that wins over those to come. */
struct search {
	uint64_t address;
	uint32_t hidden; /**< the facts of regions that are passed over */
	uint64_t next;   /**< bytes from the address to that begin; UINT64_MAX: there is none so near */
	uint64_t offset; /**< the result */
	uint64_t left;   /**< the result */
};

/** The region's own base as a window. */
static struct fm_table_mirror own_window(const struct fm_table_region *region)
{
	return (struct fm_table_mirror){ .base = region->base, .size = region->size };
}

/** Notes that a window begins `distance` bytes after the address. */
static void note_begin(struct search *search, uint64_t distance)
{
	if (distance < search->next)
		search->next = distance;
}

/** True iff the window holds the address: then the result is complete. */
static int look(struct search *search, const struct fm_table_mirror *window)
{
	if (window->size == 0)
		return 0;
	if (search->address < window->base) {
		note_begin(search, window->base - search->address);
		return 0;
	}

	uint64_t inside = search->address - window->base, slice = 0;

	if (window->stride != 0) {
		slice = inside / window->stride;
		if (slice >= window->count)
			return 0;
		inside -= slice * window->stride;
		if (inside >= window->size && slice + 1 < window->count)
			note_begin(search, window->stride - inside);
	}
	if (inside >= window->size)
		return 0;

	uint64_t left = window->size - inside;

	if (window->period != 0) {
		inside %= window->period;
		left = window->period - inside < left ? window->period - inside : left;
	}
	if (window->inverted != 0) {
		uint64_t in_unit = inside % window->inverted;

		inside = window->size - window->inverted - (inside - in_unit) + in_unit;
		left = window->inverted - in_unit;
	}
	search->offset = window->offset + slice * window->advance + inside;
	search->left = left < search->next ? left : search->next;
	return 1;
}

/** The region whose own base holds the address; FM_NONE iff there is none. */
static uint32_t look_at_bases(const fm_profile *profile, uint32_t space, struct search *search)
{
	for (uint32_t index = 0; index < profile->region_count; index++) {
		const struct fm_table_region *region = fm_rows_region(profile, index);
		struct fm_table_mirror window = own_window(region);

		if ((region->facts & search->hidden) != 0 || region->space != space || fm_rows_fact(region->facts, FM_TABLE_HAS_BASE) != FM_FACT_YES)
			continue;
		if (look(search, &window))
			return index;
	}
	return FM_NONE;
}

/** The mirror of the region that holds the address; FM_NONE iff there is none. */
static uint32_t look_at_mirrors(const fm_profile *profile, const struct fm_table_region *region, uint32_t space, struct search *search)
{
	if ((region->facts & search->hidden) != 0)
		return FM_NONE;
	for (uint32_t index = 0; index < region->mirror_count; index++) {
		const struct fm_table_mirror *window = fm_rows_mirror(profile, region, index);

		if (window->space == space && look(search, window))
			return index;
	}
	return FM_NONE;
}

/** Regions with a fact of `hidden` are passed over. */
static fm_status locate_unhidden(const fm_profile *profile, fm_address address, uint32_t hidden, fm_location *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, LOCATION_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (fm_rows_space(profile, address.space) == NULL)
		return FM_E_NOT_FOUND;

	struct search search = { .address = address.value, .hidden = hidden, .next = UINT64_MAX };
	fm_location location = { .region = look_at_bases(profile, address.space, &search), .mirror = FM_NONE };

	for (uint32_t index = 0; location.region == FM_NONE && index < profile->region_count; index++) {
		location.mirror = look_at_mirrors(profile, fm_rows_region(profile, index), address.space, &search);
		if (location.mirror != FM_NONE)
			location.region = index;
	}
	if (location.region == FM_NONE)
		return FM_E_UNMAPPED;

	location.offset = search.offset;
	location.left = search.left;
	fm_abi_export(out, &location, sizeof location);
	return FM_OK;
}

fm_status fm_profile_locate(const fm_profile *profile, fm_address address, fm_location *out)
{
	return locate_unhidden(profile, address, 0, out);
}

fm_status fm_profile_locate_for(const fm_profile *profile, fm_address address, uint32_t processor, fm_location *out)
{
	return processor < 8 || profile == NULL ? locate_unhidden(profile, address, UINT32_C(1) << (FM_TABLE_HIDDEN + processor % 8), out) : FM_E_NOT_FOUND;
}
