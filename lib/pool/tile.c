/* SPDX-License-Identifier: MIT */
/** @file
 * Tiles from and to planes, word by word. */
#include <flightmem/tile.h>

/** A word of pixels, whatever type the memory has. */
typedef uint32_t FM_MAY_ALIAS pixel_word;

/* Two uint32_t a row at 8 bits, one at 4. */
FM_STATIC_ASSERT(FM_TILE_ALIGN == sizeof(pixel_word), "tiles are moved by the word");

fm_status fm_tiles_size(fm_pixel_format format, uint32_t width, uint32_t height, size_t *bytes)
{
	if (bytes == NULL || width == 0 || height == 0 || width > FM_PLANE_SIDE_MAX || height > FM_PLANE_SIDE_MAX)
		return FM_E_ARGUMENT;
	if (format != FM_PIXEL_INDEX4 && format != FM_PIXEL_INDEX8)
		return FM_E_UNSUPPORTED;
	if (width % FM_TILE_SIDE != 0 || height % FM_TILE_SIDE != 0)
		return FM_E_ALIGNMENT;

	uint64_t all = (uint64_t)width * height * fm_pixel_bits(format) / 8;

	if (all > SIZE_MAX)
		return FM_E_RANGE;
	*bytes = (size_t)all;
	return FM_OK;
}

/** Judges a plane and the memory of its tiles. */
static fm_status judge_tiles(const fm_plane *plane, const void *tiles, size_t size)
{
	size_t bytes;

	if (plane == NULL || tiles == NULL || plane->buffer.data == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_tiles_size(plane->format, plane->width, plane->height, &bytes);

	if (status != FM_OK)
		return status;

	uint64_t row = (uint64_t)plane->width * fm_pixel_bits(plane->format) / 8;

	if (size < bytes || (uint64_t)(plane->height - 1) * plane->stride + row > plane->buffer.len)
		return FM_E_RANGE;
	if (((uintptr_t)tiles | (uintptr_t)plane->buffer.data | plane->stride) % FM_TILE_ALIGN != 0)
		return FM_E_ALIGNMENT;
	return FM_OK;
}

/** The way of the words: true moves them from the plane to the tiles. Volatile, or a compiler makes a copy of bytes of it. */
static void move_words(const fm_plane *plane, volatile pixel_word *tile, int from_plane)
{
	uint32_t words = fm_pixel_bits(plane->format) * FM_TILE_SIDE / 32;

	for (uint32_t top = 0; top < plane->height; top += FM_TILE_SIDE) {
		for (uint32_t left = 0; left < plane->width / FM_TILE_SIDE; left++) {
			for (uint32_t y = 0; y < FM_TILE_SIDE; y++) {
				volatile pixel_word *row = (volatile pixel_word *)fm_plane_row(plane, top + y) + (size_t)left * words;

				for (uint32_t i = 0; i < words; i++, tile++) {
					if (from_plane)
						*tile = row[i];
					else
						row[i] = *tile;
				}
			}
		}
	}
}

fm_status fm_tiles_from_plane(const fm_plane *plane, void *tiles, size_t size)
{
	fm_status status = judge_tiles(plane, tiles, size);

	if (status == FM_OK)
		move_words(plane, tiles, 1);
	return status;
}

fm_status fm_tiles_to_plane(const void *tiles, size_t size, const fm_plane *plane)
{
	fm_status status = judge_tiles(plane, tiles, size);

	if (status == FM_OK)
		move_words(plane, (pixel_word *)(uintptr_t)tiles, 0);
	return status;
}
