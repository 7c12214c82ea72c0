/* SPDX-License-Identifier: MIT */
/** @file
 * Who owns the bytes of a region, and which are spoken for: on platforms with aliases, and on one made by hand whose aliases go round. */
#include "facts.h"
#include "platform/store.h"
#include "platform/tables.h"

static fm_region region_at(const fm_profile *profile, uint32_t index)
{
	fm_region region = FM_STRUCT(fm_region);

	cr_assert_eq(fm_profile_region(profile, index, &region), FM_OK);
	return region;
}

static uint32_t store_of_region(const fm_profile *profile, uint32_t index, uint64_t *begin)
{
	fm_region region = region_at(profile, index);

	return fm_store_find(profile, &region, begin);
}

static uint64_t largest(const fm_profile *profile, uint32_t index, uint64_t align)
{
	fm_region region = region_at(profile, index);

	return fm_store_largest(profile, &region, align);
}

static uint32_t store_of(const char *platform, const char *id, uint64_t *begin)
{
	return store_of_region(profile_of(platform), region_of(profile_of(platform), id), begin);
}

Test(store, a_region_owns_its_bytes_unless_it_is_an_alias)
{
	uint64_t begin = 1;

	cr_assert_eq(store_of("gba", "iwram", &begin), region_of(profile_of("gba"), "iwram"));
	cr_assert_eq(begin, 0);
}

Test(store, an_alias_begins_where_its_address_lies)
{
	uint64_t begin;

	cr_assert_eq(store_of("zx_spectrum_48", "screen", &begin), region_of(profile_of("zx_spectrum_48"), "ram_contended"));
	cr_assert_eq(begin, 0);
	cr_assert_eq(store_of("3ds", "linear_heap", &begin), region_of(profile_of("3ds"), "fcram"));
	cr_assert_eq(begin, 0, "another address: its first byte");
}

/** Regions whose aliases go round, one that does not fit, and areas that overlap. */
static const struct {
	struct fm_profile profile;
	struct fm_table_region regions[4];
	struct fm_table_reserved areas[3];
} made = {
	.profile = { .regions = offsetof(__typeof__(made), regions), .region_count = 4, .reserved = offsetof(__typeof__(made), areas), .reserved_count = 3 },
	.regions = {
		{ .size = 16, .alias_of = 1 },
		{ .size = 16, .alias_of = 0 },
		{ .base = 100, .size = 100, .alias_of = FM_NONE, .reserved_count = 3, .facts = FM_FACT_YES << FM_TABLE_HAS_BASE },
		{ .base = 140, .size = 61, .alias_of = 2, .facts = FM_FACT_YES << FM_TABLE_HAS_BASE },
	},
	.areas = { { .base = 150, .size = 10 }, { .base = 155, .size = 10 }, { .base = 190, .size = 100 } },
};

Test(store, aliases_that_go_round_end)
{
	uint64_t begin;

	cr_assert_leq(store_of_region(&made.profile, 0, &begin), 1);
	cr_assert_leq(store_of_region(&made.profile, 1, &begin), 1);
	cr_assert_eq(store_of_region(&made.profile, 3, &begin), 3, "it does not fit inside");
}

Test(store, areas_come_in_order_and_are_cut_to_their_region)
{
	cr_assert_eq(fm_store_area_after(&made.profile, 2, 0).base, 50);
	cr_assert_eq(fm_store_area_after(&made.profile, 2, 60).base, 55);
	cr_assert_eq(fm_store_area_after(&made.profile, 2, 65).base, 90);
	cr_assert_eq(fm_store_area_after(&made.profile, 2, 65).size, 10);
	cr_assert_eq(fm_store_area_after(&made.profile, 2, 100).size, 0);
	cr_assert_eq(fm_store_area_after(&made.profile, 0, 0).size, 0);
}

Test(store, the_largest_piece_lies_between_areas)
{
	cr_assert_eq(largest(&made.profile, 2, 1), 50);
	cr_assert_eq(largest(&made.profile, 2, 64), 22, "from 128 on");
	cr_assert_eq(largest(&made.profile, 2, 16), 38, "from 112 on");
	cr_assert_eq(largest(&made.profile, 2, 256), 0);
	cr_assert_eq(largest(&made.profile, 0, UINT64_C(1) << 63), 16, "its first byte is 0");
}
