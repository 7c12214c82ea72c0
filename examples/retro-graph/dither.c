/* SPDX-License-Identifier: MIT */
/** @file
 * What a pixel could not show is owed to its neighbours, in sixteenths:
 *
 *     forwards      .  *  7      backwards   7  *  .
 *                   3  5  1                  1  5  3
 */
#include "dither.h"

#include <string.h>

enum { CHANNELS = 3 };

uint32_t dither_row_bytes(uint32_t width)
{
	return (width + 2) * CHANNELS * (uint32_t)sizeof(int16_t); /* one more on either side: no edge is special */
}

void dither_start(const fm_plane *errors)
{
	memset(fm_plane_row(errors, 0), 0, errors->width);
	memset(fm_plane_row(errors, 1), 0, errors->width);
}

uint16_t colour_pack(const uint8_t rgb[3])
{
	uint32_t colour = 0;

	for (int c = 0; c < CHANNELS; c++)
		colour |= ((rgb[c] * 31u + 127u) / 255u) << (5 * c);
	return (uint16_t)colour;
}

void colour_unpack(uint16_t colour, uint8_t rgb[3])
{
	for (int c = 0; c < CHANNELS; c++) {
		uint32_t five = (uint32_t)colour >> (5 * c) & 31u;

		rgb[c] = (uint8_t)(five << 3 | five >> 2);
	}
}

static uint8_t clamp(int value)
{
	return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

/** A sixteenth of what is owed, to the nearest; halves up, below zero too. */
static int sixteenth(int owed)
{
	return (owed + 8 + 16 * 4096) / 16 - 4096;
}

/** What the screen stores for a colour; `shown` is what one then sees. */
static uint16_t nearest(const struct colours *colours, const uint8_t want[3], uint8_t shown[3])
{
	uint16_t stored = colour_pack(want);

	if (colours->map == NULL) {
		colour_unpack(stored, shown);
		return stored;
	}
	stored = colours->map[stored];
	colour_unpack(colours->palette[stored], shown);
	return stored;
}

/** Hands what a pixel still owes to the next one (`ahead`) and the three below. */
static void spread(int16_t *here, int16_t *below, int ahead, int c, int owed)
{
	int step = ahead * CHANNELS;

	here[step + c] = (int16_t)(here[step + c] + owed * 7);
	below[-step + c] = (int16_t)(below[-step + c] + owed * 3);
	below[c] = (int16_t)(below[c] + owed * 5);
	below[step + c] = (int16_t)(below[step + c] + owed);
}

void dither_row(const struct colours *colours, const fm_plane *errors, uint32_t y, const uint8_t *rgba, uint32_t width, uint32_t brightness, uint16_t *out)
{
	int16_t *here = (int16_t *)fm_plane_row(errors, y & 1) + CHANNELS;
	int16_t *below = (int16_t *)fm_plane_row(errors, ~y & 1) + CHANNELS;
	int ahead = (y & 1) == 0 ? 1 : -1;

	memset(fm_plane_row(errors, ~y & 1), 0, errors->width);
	for (uint32_t i = 0; i < width; i++) {
		uint32_t x = ahead > 0 ? i : width - 1 - i;
		uint8_t want[CHANNELS], shown[CHANNELS];

		for (uint32_t c = 0; c < CHANNELS; c++)
			want[c] = clamp((int)(rgba[x * 4 + c] * brightness / 256) + sixteenth(here[x * CHANNELS + c]));
		out[x] = nearest(colours, want, shown);
		for (int c = 0; c < CHANNELS; c++)
			spread(here + x * CHANNELS, below + x * CHANNELS, ahead, c, want[c] - shown[c]);
	}
}
