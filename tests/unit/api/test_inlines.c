/* SPDX-License-Identifier: MIT */
/** @file
 * The exported twins of the inlines do what the inlines do: both are run on equal values, and what is left of each is compared. */
#include <criterion/criterion.h>
#include <stdalign.h>
#include <string.h>

#include <flightmem.h>

static alignas(64) unsigned char storage[1024];
static const fm_api *twin;

static void look_up(void)
{
	twin = fm_get_api(FM_VERSION_MAJOR);
}

Test(inlines, arena_twins_agree, .init = look_up)
{
	fm_arena here, there;

	for (size_t skip = 0; skip < 40; skip++) {
		fm_arena_init(&here, storage + skip, 300);
		twin->arena_init(&there, storage + skip, 300);
		for (size_t size = 0; size < 40; size++) {
			cr_assert_eq(fm_arena_take(&here, size), twin->arena_take(&there, size));
			cr_assert_eq(fm_arena_take_aligned(&here, size, 64), twin->arena_take_aligned(&there, size, 64));
			cr_assert_eq(memcmp(&here, &there, sizeof here), 0);
			cr_assert_eq(fm_arena_left(&here), twin->arena_left(&there));
		}
		fm_arena_rewind(&here, fm_arena_now(&here) - FM_ARENA_GRANULE);
		twin->arena_rewind(&there, twin->arena_now(&there) - FM_ARENA_GRANULE);
		cr_assert_eq(memcmp(&here, &there, sizeof here), 0);
		fm_arena_reset(&here);
		twin->arena_reset(&there);
		cr_assert_eq(memcmp(&here, &there, sizeof here), 0);
	}
}

Test(inlines, slots_twins_share_one_list, .init = look_up)
{
	fm_slots slots;
	void *first, *second;

	twin->slots_init(&slots, storage, 64, 2);
	first = fm_slots_take(&slots);
	second = twin->slots_take(&slots);
	cr_assert_eq(first, storage);
	cr_assert_eq(second, storage + 64);
	cr_assert_null(fm_slots_take(&slots));
	cr_assert_null(twin->slots_take(&slots));
	twin->slots_give(&slots, first);
	cr_assert_eq(fm_slots_take(&slots), first);
}

Test(inlines, plane_row_twin_judges_as_the_inline, .init = look_up)
{
	fm_plane plane = { .height = 3, .stride = 64 };

	cr_assert_null(twin->plane_row(&plane, 0), "no memory");
	plane.buffer.data = storage;
	cr_assert_eq(twin->plane_row(&plane, 2), storage + 128);
	cr_assert_eq(twin->plane_row(&plane, 2), fm_plane_row(&plane, 2));
	cr_assert_null(twin->plane_row(&plane, 3));
	cr_assert_null(twin->plane_row(NULL, 0));
}
