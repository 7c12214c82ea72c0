/* SPDX-License-Identifier: MIT */
/** @file
 * How much of a region is taken: every status, and what aliases and refusals count for. The figures beside a model: test_reserve.c. */
#include "fake.h"
#include "../platform/facts.h"

Test(space_usage, says_every_status, .init = open_fake, .fini = close_fake)
{
	fm_region_usage usage = { .struct_size = sizeof usage, .capacity = 77 };

	cr_assert_eq(fm_space_get_usage(NULL, "ram", &usage), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_get_usage(space, NULL, &usage), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_get_usage(space, "ram", NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_space_get_usage(space, "rma", &usage), FM_E_NOT_FOUND);
	usage.struct_size = offsetof(fm_region_usage, refused);
	cr_assert_eq(fm_space_get_usage(space, "ram", &usage), FM_E_ABI_SIZE);
	cr_assert(usage.capacity == 77 && usage.struct_size == offsetof(fm_region_usage, refused));
}

#define GET_USAGE(out) fm_space_get_usage(space, "top", out)

Test(space_usage, a_newer_caller_keeps_its_tail, .init = open_fake, .fini = close_fake)
{
	KEEPS_TAIL(fm_region_usage, GET_USAGE);
	cr_assert_eq(usage_of("top").capacity, 0x100);
}

Test(space_usage, used_goes_down_and_peak_stays, .init = open_fake, .fini = close_fake)
{
	fm_reservation first, second;

	cr_assert_eq(fm_space_reserve(space, "ram", 0x700 - 0x10, 1, &first, NULL), FM_OK);
	cr_assert_eq(fm_space_reserve(space, "elsewhere", 0x20, 1, &second, NULL), FM_OK);
	cr_assert(usage_of("ram").used == 0x710 && usage_of("screen").used == 0x3F0 && usage_of("elsewhere").used == 0x20);
	cr_assert_eq(fm_space_give_back(space, &first), FM_OK);
	cr_assert(usage_of("ram").used == 0x20 && usage_of("screen").used == 0 && usage_of("elsewhere").used == 0x20);
	cr_assert(usage_of("ram").peak == 0x710 && usage_of("screen").peak == 0x3F0 && usage_of("elsewhere").peak == 0x20);
}

Test(space_usage, refusals_count_for_the_name_that_was_asked, .init = open_fake, .fini = close_fake)
{
	fm_reservation reservation;

	cr_assert_eq(fm_space_reserve(space, "screen", UINT64_MAX, 1, &reservation, NULL), FM_E_TOO_LARGE);
	cr_assert_eq(fm_space_reserve(space, "screen", 1, 3, &reservation, NULL), FM_E_ALIGNMENT);
	cr_assert_eq(fm_space_reserve(space, "rom", 1, 1, &reservation, NULL), FM_E_PERMISSION);
	cr_assert(usage_of("screen").refused == 2 && usage_of("ram").refused == 0 && usage_of("rom").refused == 1);
}

Test(space_usage, where_nothing_may_be_taken_every_figure_is_zero, .init = open_fake, .fini = close_fake)
{
	fm_region_usage usage = usage_of("rom");

	cr_assert(usage.capacity == 0 && usage.used == 0 && usage.peak == 0 && usage.largest == 0);
	cr_assert_eq(usage_of("unsized").largest, 0);
}
