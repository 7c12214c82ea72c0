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

/** What is owed to the rows around a pixel. Positions are those of its first channel. */
struct owed {
	const int16_t *here;  /**< to the pixel, from the row above */
	int16_t *below;       /**< to the one below it */
	int ahead;            /**< from a pixel to the next */
	int next[CHANNELS];   /**< to the next pixel, from this one */
};

/** Makes one pixel: what is wanted, what the screen can, and who is owed the rest. */
static uint16_t dither_pixel(const struct colours *colours, struct owed *owed, const uint8_t *rgba, uint32_t brightness)
{
	uint8_t want[CHANNELS], shown[CHANNELS];
	uint16_t stored;

	for (int c = 0; c < CHANNELS; c++)
		want[c] = clamp((int)(rgba[c] * brightness / 256) + sixteenth(owed->here[c] + owed->next[c]));
	stored = nearest(colours, want, shown);
	for (int c = 0; c < CHANNELS; c++) {
		int rest = want[c] - shown[c];

		owed->next[c] = rest * 7;
		owed->below[c - owed->ahead] = (int16_t)(owed->below[c - owed->ahead] + rest * 3);
		owed->below[c] = (int16_t)(owed->below[c] + rest * 5);
		owed->below[c + owed->ahead] = (int16_t)rest; /* the first that this pixel gets */
	}
	owed->here += owed->ahead;
	owed->below += owed->ahead;
	return stored;
}

void dither_row(const struct colours *colours, const fm_plane *errors, uint32_t y, const uint8_t *rgba, uint32_t width, uint32_t brightness, uint16_t *out)
{
	struct owed owed = { .ahead = (y & 1) == 0 ? CHANNELS : -CHANNELS };
	uint32_t first = (y & 1) == 0 ? 0 : width - 1;

	owed.here = (const int16_t *)fm_plane_row(errors, y & 1) + (first + 1) * CHANNELS;
	owed.below = (int16_t *)fm_plane_row(errors, ~y & 1) + (first + 1) * CHANNELS;
	memset(fm_plane_row(errors, ~y & 1), 0, errors->width);
	for (uint32_t i = 0; i < width; i++) {
		uint32_t x = (y & 1) == 0 ? i : first - i;

		out[x] = dither_pixel(colours, &owed, rgba + (size_t)x * 4, brightness);
	}
}
