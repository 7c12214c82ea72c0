/* SPDX-License-Identifier: MIT */
/** @file
 * Rows of a map, found one from the other: a map needs no memory of its own. */
#include "platform/map_rows.h"

/** True iff `a` stands before `b` in a map; no two rows are alike. */
static int precedes(const fm_map_row *a, const fm_map_row *b)
{
	if (a->unmapped != b->unmapped)
		return a->unmapped < b->unmapped;
	if (a->base != b->base)
		return a->base < b->base;
	if (a->size != b->size)
		return a->size > b->size;
	if (a->region != b->region)
		return a->region < b->region;
	return (a->mirror == FM_NONE ? 0 : a->mirror + 1) < (b->mirror == FM_NONE ? 0 : b->mirror + 1);
}

/** What the search for the next row has found so far. */
struct row_search {
	const fm_map_row *after; /* NULL: from the beginning */
	fm_map_row best;
	int found;
};

static void consider(struct row_search *search, const fm_map_row *row)
{
	if (search->after != NULL && !precedes(search->after, row))
		return;
	if (search->found && !precedes(row, &search->best))
		return;
	search->best = *row;
	search->found = 1;
}

/** Bytes from the first slice of a mirror to the end of its last. */
static uint64_t span(const fm_mirror *mirror)
{
	uint64_t more = mirror->count > 1 ? mirror->count - 1 : 0;

	if (mirror->stride == 0 || more > (UINT64_MAX - mirror->size) / mirror->stride)
		return mirror->size;
	return mirror->stride * more + mirror->size;
}

static void consider_mirrors(struct row_search *search, const fm_profile *profile, const fm_region *region, uint32_t space)
{
	for (uint32_t i = 0; i < region->mirror_count; i++) {
		fm_mirror mirror;

		mirror.struct_size = sizeof mirror;
		if (fm_profile_mirror(profile, region->index, i, &mirror) == FM_OK && mirror.space == space)
			consider(search, &(fm_map_row){ .base = mirror.base, .size = span(&mirror), .region = region->index, .mirror = i });
	}
}

int fm_map_next(const fm_profile *profile, uint32_t space, int first, fm_map_row *row)
{
	struct row_search search = { .after = first ? NULL : row };
	fm_region region;

	for (uint32_t i = 0; region.struct_size = sizeof region, fm_profile_region(profile, i, &region) == FM_OK; i++) {
		if (region.space == space)
			consider(&search, &(fm_map_row){ .base = region.base,
							 .size = region.size,
							 .region = i,
							 .mirror = FM_NONE,
							 .unmapped = region.has_base != FM_FACT_YES });
		consider_mirrors(&search, profile, &region, space);
	}
	if (search.found)
		*row = search.best;
	return search.found;
}
