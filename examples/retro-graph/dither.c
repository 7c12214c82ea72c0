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

/** The nearest of 32 values. */
static uint32_t five_bits(uint32_t eight)
{
	return (eight * 31 + 127) / 255;
}

/** What a screen shows for one of 32 values. */
static uint8_t eight_bits(uint32_t five)
{
	return (uint8_t)(five << 3 | five >> 2);
}

uint16_t colour_pack(const uint8_t rgb[3])
{
	return (uint16_t)(five_bits(rgb[0]) | five_bits(rgb[1]) << 5 | five_bits(rgb[2]) << 10);
}

void colour_unpack(uint16_t colour, uint8_t rgb[3])
{
	rgb[0] = eight_bits(colour & 31u);
	rgb[1] = eight_bits(colour >> 5 & 31u);
	rgb[2] = eight_bits(colour >> 10 & 31u);
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

/** What channel `c` of a pixel shall be: the picture's, and what is owed to it. */
static uint8_t wanted(const struct owed *owed, const uint8_t *rgba, uint32_t brightness, int c)
{
	return clamp((int)(rgba[c] * brightness / 256) + sixteenth(owed->here[c] + owed->next[c]));
}

/** Hands on what channel `c` of a pixel could not show. The pixel ahead below gets its first part here. */
static void owe(struct owed *owed, int rest, int c)
{
	int16_t *below = owed->below + c;

	owed->next[c] = rest * 7;
	below[-owed->ahead] = (int16_t)(below[-owed->ahead] + rest * 3);
	below[0] = (int16_t)(below[0] + rest * 5);
	below[owed->ahead] = (int16_t)rest;
}

/** Makes one pixel. The three channels are written out: this is where the time goes. */
static uint16_t dither_pixel(const struct colours *colours, struct owed *owed, const uint8_t *rgba, uint32_t brightness)
{
	const uint8_t want[CHANNELS] = { wanted(owed, rgba, brightness, 0), wanted(owed, rgba, brightness, 1), wanted(owed, rgba, brightness, 2) };
	uint8_t shown[CHANNELS];
	uint16_t stored = nearest(colours, want, shown);

	owe(owed, want[0] - shown[0], 0);
	owe(owed, want[1] - shown[1], 1);
	owe(owed, want[2] - shown[2], 2);
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
