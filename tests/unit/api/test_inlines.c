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

/* What a program without configuration writes: storage as static arrays, sizes as constants. */

struct spark {
	uint16_t x, y;
	unsigned char kind;
};

FM_SLOTS_STATIC(struct spark, sparks, 5);
FM_SLOTS_STATIC(char, letters, 3);
static FM_ALIGNED(FM_POOL_ALIGN) unsigned char for_slots[FM_POOL_FOOTPRINT_SLOTS(sizeof(struct spark), 7)];
static FM_ALIGNED(FM_POOL_ALIGN) unsigned char for_arena[FM_POOL_FOOTPRINT_ARENA(1000, 2)];

FM_STATIC_ASSERT(FM_SLOT_BYTES(1, 1) == sizeof(void *), "a slot holds a pointer");
FM_STATIC_ASSERT(FM_SLOT_BYTES(sizeof(void *) + 1, 1) == 2 * sizeof(void *), "and is a whole number of them");
FM_STATIC_ASSERT(FM_SLOT_BYTES(17, 16) == 32 && FM_SLOT_BYTES(16, 16) == 16 && FM_SLOT_BYTES(1, 64) == 64, "or of the alignment");
FM_STATIC_ASSERT(sizeof sparks[0] == FM_SLOT_BYTES(sizeof(struct spark), 2) && sizeof letters[0] == FM_SLOT_BYTES(1, 1), "both ways are one size");
FM_STATIC_ASSERT(FM_POOL_FOOTPRINT_SLOTS(32, 8) - FM_POOL_FOOTPRINT_SLOTS(32, 6) == 2 * (32 + 8), "32 bytes a block and 8 its record");

Test(inlines, static_slots_hold_their_objects)
{
	struct spark *held[5];

	FM_SLOTS_START(sparks);
	FM_SLOTS_START(letters);
	for (int i = 0; i < 5; i++) {
		held[i] = fm_slots_take(&sparks_slots);
		cr_assert_eq((void *)held[i], (void *)&sparks[i]);
		*held[i] = (struct spark){ 1, 2, 3 };
	}
	cr_assert_null(fm_slots_take(&sparks_slots));
	fm_slots_give(&sparks_slots, held[3]);
	cr_assert_eq(fm_slots_take(&sparks_slots), (void *)held[3]);
	for (int i = 0; i < 3; i++)
		cr_assert_eq(fm_slots_take(&letters_slots), (void *)&letters[i]);
	cr_assert_null(fm_slots_take(&letters_slots));
	fm_slots_give(&letters_slots, &letters[0]);
	FM_SLOTS_START(letters);
	cr_assert_eq(fm_slots_take(&letters_slots), (void *)&letters[0], "begun again, all are free");
}

Test(inlines, static_storage_holds_the_pool_it_is_for)
{
	fm_pool *pool = NULL;
	fm_buffer first, second;

	fm_pool_options options = { .struct_size = sizeof options, .storage = for_slots, .capacity = sizeof for_slots, .block_size = sizeof(struct spark) };

	cr_assert_eq(fm_pool_open(&options, &pool, NULL), FM_OK);
	for (int i = 0; i < 7; i++)
		cr_assert_not_null(fm_pool_alloc(pool, sizeof(struct spark)));
	fm_pool_unref(pool);
	cr_assert_eq(fm_pool_open(FM_OPTIONS(fm_pool_options, .storage = for_arena, .capacity = sizeof for_arena, .max_buffers = 2), &pool, NULL), FM_OK);
	cr_assert_eq(fm_pool_acquire(pool, 600, 0, &first, NULL), FM_OK);
	cr_assert_eq(fm_pool_acquire(pool, 384, 0, &second, NULL), FM_OK);
	cr_assert_eq(fm_pool_release(pool, second.token), FM_OK);
	cr_assert_eq(fm_pool_release(pool, first.token), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}
