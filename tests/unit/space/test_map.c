/* SPDX-License-Identifier: MIT */
/** @file
 * Which bytes a region names, and how many may be taken: what reserved areas and aliases do. */
#include "fake.h"

static const fm_space_region *record(uint32_t index)
{
	return &space->regions[index];
}

Test(space_map, a_region_owns_its_bytes_unless_it_is_an_alias, .init = open_fake, .fini = close_fake)
{
	for (uint32_t i = 0; i < FAKE_REGIONS; i++)
		if (fake_regions[i].alias_of == FM_NONE)
			cr_assert(record(i)->store == i && record(i)->begin == 0);
}

Test(space_map, an_alias_is_followed_to_the_owner, .init = open_fake, .fini = close_fake)
{
	cr_assert(record(SCREEN)->store == RAM && record(SCREEN)->begin == 0x800);
	cr_assert(record(INNER)->store == RAM && record(INNER)->begin == 0x900, "through the screen");
	cr_assert(record(TAIL)->store == RAM && record(TAIL)->begin == 0xC00, "to the owner's last byte");
	cr_assert(record(ELSEWHERE)->store == RAM && record(ELSEWHERE)->begin == 0, "at another address: from the first byte");
}

Test(space_map, an_alias_that_can_not_be_inside_owns_its_bytes, .init = open_fake, .fini = close_fake)
{
	cr_assert(record(BROKEN)->store == BROKEN && record(BROKEN)->begin == 0);
}

Test(space_map, aliases_that_go_round_end, .init = open_fake, .fini = close_fake)
{
	fm_address address = { .value = 0x50000 };
	void *out;

	cr_assert(record(ROUND)->store == ROUND || record(ROUND)->store == ROUND_BACK);
	cr_assert_eq(fm_space_to_host(space, address, 0x100, &out, NULL), FM_OK);
	memset(out, 1, 0x100);
}

Test(space_map, reserved_areas_count_once_and_for_every_name, .init = open_fake, .fini = close_fake)
{
	cr_assert_eq(record(RAM)->capacity, 0x1000 - 0x200 - 0x10 - 0x100);
	cr_assert_eq(record(SCREEN)->capacity, 0x400 - 0x10);
	cr_assert_eq(record(INNER)->capacity, 0x80);
	cr_assert_eq(record(ELSEWHERE)->capacity, 0x800 - 0x200);
	cr_assert_eq(record(VIDEO)->capacity, 0x1000 - 0x10);
	cr_assert_eq(record(TOP)->capacity, 0x100);
	cr_assert_eq(record(HUGE)->capacity, UINT64_MAX);
}

Test(space_map, of_what_may_not_be_taken_there_is_nothing, .init = open_fake, .fini = close_fake)
{
	static const uint32_t refused[] = { ROM, IO, VOLATILE, FIRMWARE, FROZEN };

	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
		cr_assert(record(refused[i])->verdict == FM_E_PERMISSION && record(refused[i])->capacity == 0);
	cr_assert(record(UNSIZED)->verdict == FM_E_FACT_UNKNOWN && record(UNSIZED)->capacity == 0);
	cr_assert_eq(record(VIDEO)->verdict, FM_OK, "what no source denies is not refused");
}

Test(space_map, regions_are_found_by_id, .init = open_fake, .fini = close_fake)
{
	for (uint32_t i = 0; i < FAKE_REGIONS; i++)
		cr_assert_eq(fm_space_region_index(space, fake_regions[i].id), i);
	cr_assert_eq(fm_space_region_index(space, ""), FM_NONE);
	cr_assert_eq(fm_space_region_index(space, "RAM"), FM_NONE);
}
