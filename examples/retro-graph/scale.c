/* SPDX-License-Identifier: MIT */
/** @file
 * The area filter, exact: source and target pixels are measured in units that divide both.
 *
 *     source   |----- 0 -----|----- 1 -----|----- 2 -----|      each `to` units wide
 *     target   |-------- 0 --------|-------- 1 --------|        each `from` units wide
 */
#include "scale.h"

#include <string.h>

enum { CHANNELS = 3 };

struct crop crop_to(const fm_plane *picture, uint32_t width, uint32_t height)
{
	uint64_t wide = (uint64_t)picture->width * height, high = (uint64_t)picture->height * width;
	struct crop crop = { 0, 0, picture->width, picture->height };

	if (wide > high)
		crop.width = (uint32_t)((high + height / 2) / height);
	else
		crop.height = (uint32_t)((wide + width / 2) / width);
	crop.width = crop.width == 0 ? 1 : crop.width;
	crop.height = crop.height == 0 ? 1 : crop.height;
	crop.x = (picture->width - crop.width) / 2;
	crop.y = (picture->height - crop.height) / 2;
	return crop;
}

uint32_t scale_row_bytes(uint32_t width)
{
	return width * CHANNELS * (uint32_t)sizeof(uint64_t);
}

/** The whole number whose square is nearest, of up to 255 squared. */
static uint8_t root(uint64_t square)
{
	uint32_t result = 0;

	for (uint32_t bit = 128; bit != 0; bit >>= 1)
		if ((uint64_t)(result + bit) * (result + bit) <= square)
			result += bit;
	return (uint8_t)(result < 255 && square > (uint64_t)result * result + result ? result + 1 : result);
}

/** Units of source pixel `i` (each `step` wide) that lie between `first` and `last`. */
static uint64_t overlap(uint64_t i, uint64_t step, uint64_t first, uint64_t last)
{
	uint64_t low = i * step > first ? i * step : first;
	uint64_t high = (i + 1) * step < last ? (i + 1) * step : last;

	return high - low;
}

/** Adds one source row, weighed by `weight`, to the sums of a target row. */
static void add_row(const uint8_t *row, uint32_t from, uint32_t to, uint64_t weight, uint64_t *sums)
{
	for (uint32_t x = 0; x < to; x++) {
		uint64_t first = (uint64_t)x * from, last = first + from;
		uint64_t sum[CHANNELS] = { 0 };

		for (uint64_t i = first / to; i * to < last; i++) {
			const uint8_t *pixel = row + i * 4;
			uint64_t part = overlap(i, to, first, last) * pixel[3];

			for (int c = 0; c < CHANNELS; c++)
				sum[c] += part * pixel[c] * pixel[c];
		}
		for (uint32_t c = 0; c < CHANNELS; c++)
			sums[x * CHANNELS + c] += weight * (sum[c] / 255);
	}
}

/** Turns sums over `area` units into pixels. */
static void finish_row(const uint64_t *sums, uint64_t area, uint32_t width, uint8_t *out)
{
	for (uint32_t x = 0; x < width; x++) {
		for (uint32_t c = 0; c < CHANNELS; c++)
			out[x * 4 + c] = root((sums[x * CHANNELS + c] + area / 2) / area);
		out[x * 4 + 3] = 255;
	}
}

void scale(const fm_plane *from, struct crop crop, const fm_plane *to, const fm_plane *sums_row)
{
	uint64_t *sums = fm_plane_row(sums_row, 0);

	for (uint32_t y = 0; y < to->height; y++) {
		uint64_t first = (uint64_t)y * crop.height, last = first + crop.height;

		memset(sums, 0, scale_row_bytes(to->width));
		for (uint64_t i = first / to->height; i * to->height < last; i++) {
			const uint8_t *row = fm_plane_row(from, crop.y + (uint32_t)i);

			add_row(row + (size_t)crop.x * 4, crop.width, to->width, overlap(i, to->height, first, last), sums);
		}
		finish_row(sums, (uint64_t)crop.width * crop.height, to->width, fm_plane_row(to, y));
	}
}
