/* SPDX-License-Identifier: MIT */
/** @file
 * Rectangles: views that hold just their pixels, own nothing, and never reach past their plane. */
#include <flightmem/plane.h>

#include "../base/random.h"
#include "pools.h"

/** A plane over `bytes`, which are enough. */
static fm_plane over(void *bytes, uint32_t width, uint32_t height, fm_pixel_format format, uint32_t row_align)
{
	fm_plane plane;

	cr_assert_eq(fm_plane_describe(FM_OPTIONS(fm_plane_options, .width = width, .height = height, .format = format, .row_align = row_align), &plane), FM_OK);
	plane.buffer.data = bytes;
	return plane;
}

Test(rectangle, a_view_is_the_pixels_of_its_plane)
{
	static FM_ALIGNED(64) unsigned char bytes[8192];
	fm_plane plane = over(bytes, 30, 20, FM_PIXEL_RGB565, 64), view;
	uint16_t *row;

	for (uint32_t y = 0; y < 20; y++)
		for (uint32_t x = 0; x < 30; x++)
			((uint16_t *)fm_plane_row(&plane, y))[x] = (uint16_t)(y << 8 | x);
	cr_assert_eq(fm_plane_rectangle(&plane, 4, 7, 10, 5, &view), FM_OK);
	cr_assert(view.width == 10 && view.height == 5 && view.format == FM_PIXEL_RGB565 && view.pixel_bits == 16 && view.stride == 64);
	cr_assert_eq(view.buffer.token, 0);
	cr_assert_eq(view.buffer.len, 4 * 64 + 20);
	cr_assert_eq(view.row_align, 8); /* 4 pixels of 2 bytes */
	for (uint32_t y = 0; y < 5; y++) {
		row = fm_plane_row(&view, y);
		for (uint32_t x = 0; x < 10; x++)
			cr_assert_eq(row[x], (y + 7) << 8 | (x + 4));
	}
	cr_assert_null(fm_plane_row(&view, 5));
	/* The whole plane is a view too, and a view of a view counts from the view. */
	cr_assert_eq(fm_plane_rectangle(&view, 1, 1, 9, 4, &view), FM_OK);
	cr_assert_eq(*(uint16_t *)view.buffer.data, 8 << 8 | 5);
	cr_assert_eq(fm_plane_rectangle(&plane, 0, 0, 30, 20, &view), FM_OK);
	cr_assert(view.buffer.data == plane.buffer.data && view.row_align == 64);
	cr_assert_eq(fm_plane_rectangle(&plane, 0, 3, 1, 1, &view), FM_OK);
	cr_assert_eq(view.row_align, 64);
}

Test(rectangle, what_is_no_rectangle_is_said)
{
	static FM_ALIGNED(64) unsigned char bytes[8192];
	fm_plane plane = over(bytes, 30, 20, FM_PIXEL_INDEX8, 0), bare = plane, strange = plane, out, untouched;

	memset(&untouched, 0xA5, sizeof untouched);
	out = untouched;
	bare.buffer.data = NULL;
	strange.format = FM_PIXEL_NV12;
	cr_assert_eq(fm_plane_rectangle(NULL, 0, 0, 1, 1, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_plane_rectangle(&plane, 0, 0, 1, 1, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_plane_rectangle(&bare, 0, 0, 1, 1, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_plane_rectangle(&plane, 0, 0, 0, 1, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_plane_rectangle(&plane, 0, 0, 1, 0, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_plane_rectangle(&strange, 0, 0, 1, 1, &out), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_plane_rectangle(&plane, 30, 0, 1, 1, &out), FM_E_RANGE);
	cr_assert_eq(fm_plane_rectangle(&plane, 29, 0, 2, 1, &out), FM_E_RANGE);
	cr_assert_eq(fm_plane_rectangle(&plane, 0, 20, 1, 1, &out), FM_E_RANGE);
	cr_assert_eq(fm_plane_rectangle(&plane, 0, 19, 1, 2, &out), FM_E_RANGE);
	cr_assert_eq(fm_plane_rectangle(&plane, UINT32_MAX, 0, 2, 1, &out), FM_E_RANGE);
	cr_assert_eq(fm_plane_rectangle(&plane, 1, 1, UINT32_MAX, UINT32_MAX, &out), FM_E_RANGE);
	/* A plane whose numbers promise more than its buffer has. */
	plane.height = UINT32_MAX;
	plane.width = UINT32_MAX;
	plane.stride = UINT32_MAX;
	cr_assert_eq(fm_plane_rectangle(&plane, 0, 0, UINT32_MAX, UINT32_MAX, &out), FM_E_RANGE);
	cr_assert_eq(fm_plane_rectangle(&plane, UINT32_MAX - 1, UINT32_MAX - 1, 1, 1, &out), FM_E_RANGE);
	cr_assert_eq(memcmp(&out, &untouched, sizeof out), 0);
}

Test(rectangle, below_eight_bits_a_view_begins_at_a_byte)
{
	static const struct {
		fm_pixel_format format;
		uint32_t pixels; /**< in a byte */
	} formats[] = { { FM_PIXEL_INDEX1, 8 }, { FM_PIXEL_INDEX2, 4 }, { FM_PIXEL_INDEX4, 2 } };
	static FM_ALIGNED(64) unsigned char bytes[8192];

	for (size_t i = 0; i < 3; i++) {
		fm_plane plane = over(bytes, 50, 3, formats[i].format, 1), view = plane;

		for (uint32_t x = 0; x < 50; x++) {
			fm_status status = fm_plane_rectangle(&plane, x, 1, 50 - x, 2, &view);

			cr_assert_eq(status, x % formats[i].pixels == 0 ? FM_OK : FM_E_ALIGNMENT);
			if (status == FM_OK)
				cr_assert_eq((unsigned char *)view.buffer.data, bytes + plane.stride + x / formats[i].pixels);
		}
		/* It may end inside one. */
		cr_assert_eq(fm_plane_rectangle(&plane, formats[i].pixels, 0, 1, 1, &view), FM_OK);
		cr_assert_eq(view.buffer.len, 1);
	}
}

/** One pixel of a plane by the definition of its format: the left pixel in the low bits. */
static unsigned index_at(const fm_plane *plane, uint32_t x, uint32_t y)
{
	const unsigned char *row = fm_plane_row(plane, y);
	uint32_t bit = x * plane->pixel_bits;

	return (unsigned)row[bit / 8] >> bit % 8 & ((1u << plane->pixel_bits) - 1);
}

Test(rectangle, random_views_show_what_the_plane_has)
{
	static const fm_pixel_format formats[] = { FM_PIXEL_INDEX1, FM_PIXEL_INDEX2, FM_PIXEL_INDEX4, FM_PIXEL_INDEX8 };
	static FM_ALIGNED(64) unsigned char bytes[16384];
	uint64_t seed = 21;

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)random_word(&seed);
	for (int i = 0; i < 20000; i++) {
		uint32_t width = 1 + (uint32_t)(random_word(&seed) % 100), height = 1 + (uint32_t)(random_word(&seed) % 20);
		fm_plane plane = over(bytes, width, height, formats[i & 3], 1u << random_word(&seed) % 7), view;
		uint32_t x = (uint32_t)(random_word(&seed) % 110), y = (uint32_t)(random_word(&seed) % 22);
		uint32_t w = 1 + (uint32_t)(random_word(&seed) % 100), h = 1 + (uint32_t)(random_word(&seed) % 20);
		fm_status status = fm_plane_rectangle(&plane, x, y, w, h, &view);

		if (x + w > width || y + h > height) {
			cr_assert_eq(status, FM_E_RANGE);
			continue;
		}
		cr_assert_eq(status, x * plane.pixel_bits % 8 == 0 ? FM_OK : FM_E_ALIGNMENT);
		if (status != FM_OK)
			continue;
		cr_assert_eq(index_at(&view, w - 1, h - 1), index_at(&plane, x + w - 1, y + h - 1));
		cr_assert_eq(index_at(&view, 0, 0), index_at(&plane, x, y));
		for (uint32_t row = 0; row < h; row++)
			cr_assert_eq((uintptr_t)fm_plane_row(&view, row) % view.row_align, 0);
		cr_assert_leq((unsigned char *)view.buffer.data + view.buffer.len, bytes + plane.buffer.len);
	}
}

Test(rectangle, a_view_is_not_released)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 8192, .alignment = 64));
	fm_plane plane, view;

	cr_assert_eq(fm_plane_acquire(pool, FM_OPTIONS(fm_plane_options, .width = 16, .height = 16, .format = FM_PIXEL_RGBA8888), &plane, NULL), FM_OK);
	cr_assert_eq(fm_plane_rectangle(&plane, 0, 0, 16, 16, &view), FM_OK);
	cr_assert_eq(fm_plane_release(pool, &view), FM_E_FOREIGN);
	cr_assert_eq(usage_of(pool).buffers, 1);
	cr_assert_eq(fm_plane_release(pool, &plane), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}
