/* SPDX-License-Identifier: MIT */
/** @file
 * Tiles: GBATEK's order of bytes and nibbles, both ways, checked sizes. */
#include <flightmem/tile.h>

#include "../base/random.h"
#include "pools.h"

static FM_ALIGNED(64) unsigned char picture[64 * 64], tiles[64 * 64], back[64 * 64];

static fm_plane over(void *bytes, uint32_t width, uint32_t height, fm_pixel_format format, uint32_t row_align)
{
	fm_plane plane;

	cr_assert_eq(fm_plane_describe(FM_OPTIONS(fm_plane_options, .width = width, .height = height, .format = format, .row_align = row_align), &plane), FM_OK);
	plane.buffer.data = bytes;
	return plane;
}

/** The colour of pixel (x, y) as display hardware looks it up in tiles, after GBATEK's sentences. */
static unsigned looked_up(fm_pixel_format format, uint32_t width, uint32_t x, uint32_t y)
{
	uint32_t tile = y / 8 * (width / 8) + x / 8;

	if (format == FM_PIXEL_INDEX8)
		return tiles[tile * 64 + y % 8 * 8 + x % 8];
	unsigned char pair = tiles[tile * 32 + y % 8 * 4 + x % 8 / 2];

	return x % 2 == 0 ? pair & 15 : pair >> 4;
}

Test(tile, sizes_are_exact)
{
	size_t bytes = 77;

	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX4, 8, 8, &bytes), FM_OK);
	cr_assert_eq(bytes, 32);
	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX8, 8, 8, &bytes), FM_OK);
	cr_assert_eq(bytes, 64);
	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX4, 240, 160, &bytes), FM_OK);
	cr_assert_eq(bytes, 19200);
	bytes = 77;
	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX4, 8, 8, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX4, 0, 8, &bytes), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX4, 8, 0, &bytes), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX4, UINT32_MAX - 7, 8, &bytes), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX4, 8, 65544, &bytes), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_size(FM_PIXEL_RGB555, 8, 8, &bytes), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_tiles_size(99, 8, 8, &bytes), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX8, 9, 8, &bytes), FM_E_ALIGNMENT);
	cr_assert_eq(fm_tiles_size(FM_PIXEL_INDEX8, 8, 12, &bytes), FM_E_ALIGNMENT);
	cr_assert_eq(bytes, 77);
}

Test(tile, every_pixel_is_where_the_hardware_looks)
{
	static const fm_pixel_format formats[] = { FM_PIXEL_INDEX4, FM_PIXEL_INDEX8 };
	uint64_t seed = 3;

	for (int i = 0; i < 2; i++) {
		fm_plane plane = over(picture, 48, 24, formats[i], 64), again = over(back, 48, 24, formats[i], 4);
		size_t bytes;

		for (size_t at = 0; at < sizeof picture; at++)
			picture[at] = (unsigned char)random_word(&seed);
		memset(tiles, 0x55, sizeof tiles);
		cr_assert_eq(fm_tiles_size(formats[i], 48, 24, &bytes), FM_OK);
		cr_assert_eq(fm_tiles_from_plane(&plane, tiles, bytes), FM_OK);
		for (uint32_t y = 0; y < 24; y++) {
			for (uint32_t x = 0; x < 48; x++) {
				uint32_t bit = x * plane.pixel_bits;
				unsigned byte = ((unsigned char *)fm_plane_row(&plane, y))[bit / 8];
				unsigned pixel = byte >> bit % 8 & ((1u << plane.pixel_bits) - 1);

				cr_assert_eq(looked_up(formats[i], 48, x, y), pixel);
			}
		}
		for (size_t at = bytes; at < sizeof tiles; at++)
			cr_assert_eq(tiles[at], 0x55);
		cr_assert_eq(fm_tiles_to_plane(tiles, bytes, &again), FM_OK);
		for (uint32_t y = 0; y < 24; y++)
			cr_assert_eq(memcmp(fm_plane_row(&plane, y), fm_plane_row(&again, y), 48 * plane.pixel_bits / 8), 0);
	}
}

Test(tile, a_part_of_a_picture_becomes_tiles)
{
	fm_plane plane = over(picture, 32, 32, FM_PIXEL_INDEX4, 4), part;

	for (size_t at = 0; at < sizeof picture; at++)
		picture[at] = (unsigned char)at;
	cr_assert_eq(fm_plane_rectangle(&plane, 16, 8, 8, 16, &part), FM_OK);
	cr_assert_eq(fm_tiles_from_plane(&part, tiles, 64), FM_OK);
	for (int y = 0; y < 16; y++)
		cr_assert_eq(memcmp(tiles + 4 * y, picture + (8 + y) * 16 + 8, 4), 0);
	/* Back into another place; nothing beside it moves. */
	memset(picture, 0, sizeof picture);
	cr_assert_eq(fm_tiles_to_plane(tiles, 64, &part), FM_OK);
	for (uint32_t y = 0; y < 32; y++)
		for (uint32_t x = 0; x < 16; x++)
			if (y < 8 || y >= 24 || x < 8 || x >= 12)
				cr_assert_eq(picture[y * 16 + x], 0);
	cr_assert_eq(picture[8 * 16 + 8], (unsigned char)(8 * 16 + 8));
}

Test(tile, what_can_not_be_is_said_and_writes_nothing)
{
	fm_plane plane = over(picture, 16, 16, FM_PIXEL_INDEX8, 4), bare = plane, odd = plane, crooked = plane, cut = plane, colours = plane;

	bare.buffer.data = NULL;
	odd.width = 12;
	crooked.buffer.data = picture + 2;
	cut.buffer.len = 255;
	colours.format = FM_PIXEL_RGB565;
	memset(picture, 1, sizeof picture);
	memset(tiles, 2, sizeof tiles);
	cr_assert_eq(fm_tiles_from_plane(NULL, tiles, 256), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_from_plane(&plane, NULL, 256), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_from_plane(&bare, tiles, 256), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_from_plane(&colours, tiles, 256), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_tiles_from_plane(&odd, tiles, 256), FM_E_ALIGNMENT);
	cr_assert_eq(fm_tiles_from_plane(&plane, tiles, 255), FM_E_RANGE);
	cr_assert_eq(fm_tiles_from_plane(&cut, tiles, 256), FM_E_RANGE);
	cr_assert_eq(fm_tiles_from_plane(&crooked, tiles, 256), FM_E_ALIGNMENT);
	cr_assert_eq(fm_tiles_from_plane(&plane, tiles + 2, 256), FM_E_ALIGNMENT);
	cr_assert_eq(fm_tiles_to_plane(NULL, 256, &plane), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_to_plane(tiles, 256, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_tiles_to_plane(tiles, 255, &plane), FM_E_RANGE);
	cr_assert_eq(fm_tiles_to_plane(tiles, 256, &cut), FM_E_RANGE);
	cr_assert_eq(fm_tiles_to_plane(tiles + 1, 256, &plane), FM_E_ALIGNMENT);
	for (size_t at = 0; at < sizeof tiles; at++)
		cr_assert(tiles[at] == 2 && picture[at] == 1);
}
