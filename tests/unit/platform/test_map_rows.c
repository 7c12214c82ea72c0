/* SPDX-License-Identifier: MIT */
/** @file
 * Rows of a map: each region and mirror of a space once, in the order of addresses, what has none last. */
#include <criterion/criterion.h>

#include "platform/map_rows.h"

/** Rows of `space` by the rows themselves; checks their order. */
static uint32_t count_rows(const fm_profile *profile, uint32_t space)
{
	fm_map_row row, last;
	uint32_t count = 0;

	for (int first = 1; fm_map_next(profile, space, first, &row); first = 0) {
		if (!first && !row.unmapped)
			cr_assert(last.base < row.base || (last.base == row.base && last.size >= row.size), "region %u after %u", row.region, last.region);
		if (!first)
			cr_assert_leq(last.unmapped, row.unmapped);
		last = row;
		count++;
		cr_assert_lt(count, 10000, "the rows have no end");
	}
	return count;
}

/** Rows of `space` by the regions and mirrors. */
static uint32_t count_parts(const fm_profile *profile, uint32_t space)
{
	uint32_t count = 0;

	for (uint32_t i = 0;; i++) {
		fm_region region = FM_STRUCT(fm_region);
		fm_mirror mirror = FM_STRUCT(fm_mirror);

		if (fm_profile_region(profile, i, &region) != FM_OK)
			return count;
		count += region.space == space;
		for (uint32_t j = 0; fm_profile_mirror(profile, i, j, &mirror) == FM_OK; j++)
			count += mirror.space == space;
	}
}

Test(map_rows, every_region_and_mirror_of_every_platform_comes_once_and_in_order)
{
	uint32_t rows = 0;

	cr_assert_gt(fm_profile_count(), 0);
	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_space_info space = FM_STRUCT(fm_space_info);

		for (uint32_t j = 0; fm_profile_space(fm_profile_at(i), j, &space) == FM_OK; j++) {
			cr_assert_eq(count_rows(fm_profile_at(i), j), count_parts(fm_profile_at(i), j));
			rows += count_parts(fm_profile_at(i), j);
		}
	}
	cr_assert_gt(rows, 0);
}

Test(map_rows, a_space_that_is_not_there_has_none_and_the_row_stays)
{
	fm_map_row row = { .base = 7 };

	cr_assert_eq(fm_map_next(fm_profile_at(0), 99, 1, &row), 0);
	cr_assert_eq(row.base, 7);
	cr_assert_eq(fm_map_next(NULL, 0, 1, &row), 0);
}
