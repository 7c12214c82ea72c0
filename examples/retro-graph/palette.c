/* SPDX-License-Identifier: MIT */
/** @file
 * Median cut: the box of colours with the most to lose is halved where half of its pixels lie on either side, until there are 256. */
#include "palette.h"

#include <string.h>

#include "dither.h"

enum { CHANNELS = 3, STEPS = 32 };

/** A box of the colour cube, both corners inside, and the pixels in it. */
struct box {
	uint8_t low[CHANNELS];
	uint8_t high[CHANNELS];
	uint16_t pixels;
};

uint32_t palette_boxes_bytes(void)
{
	return PALETTE_COLOURS * (uint32_t)sizeof(struct box);
}

static void count(const fm_plane *picture, uint16_t *histogram)
{
	memset(histogram, 0, COLOUR_CUBE * sizeof *histogram);
	for (uint32_t y = 0; y < picture->height; y++) {
		const uint8_t *row = fm_plane_row(picture, y);

		for (uint32_t x = 0; x < picture->width; x++)
			histogram[colour_pack(row + x * 4)]++;
	}
}

/** Calls for each colour of the box; `at` are its steps along the three axes. */
#define FOR_EACH_COLOUR(box, at) \
	for (at[2] = (box)->low[2]; at[2] <= (box)->high[2]; at[2]++) \
		for (at[1] = (box)->low[1]; at[1] <= (box)->high[1]; at[1]++) \
			for (at[0] = (box)->low[0]; at[0] <= (box)->high[0]; at[0]++)

static uint32_t index_of(const uint8_t at[CHANNELS])
{
	return at[0] | (uint32_t)at[1] << 5 | (uint32_t)at[2] << 10;
}

/** Pixels of the box by step along each axis; returns how many in all. */
static uint32_t profile_box(const struct box *box, const uint16_t *histogram, uint32_t slices[CHANNELS][STEPS])
{
	uint32_t all = 0;
	uint8_t at[CHANNELS];

	memset(slices, 0, CHANNELS * sizeof slices[0]);
	FOR_EACH_COLOUR(box, at) {
		uint32_t pixels = histogram[index_of(at)];

		all += pixels;
		for (int c = 0; c < CHANNELS; c++)
			slices[c][at[c]] += pixels;
	}
	return all;
}

/** Makes the box as small as its pixels allow and counts them. */
static void shrink(struct box *box, const uint16_t *histogram)
{
	uint32_t slices[CHANNELS][STEPS];

	box->pixels = (uint16_t)profile_box(box, histogram, slices);
	for (int c = 0; c < CHANNELS && box->pixels > 0; c++) {
		while (slices[c][box->low[c]] == 0)
			box->low[c]++;
		while (slices[c][box->high[c]] == 0)
			box->high[c]--;
	}
}

static int longest_axis(const struct box *box)
{
	int longest = 0;

	for (int c = 1; c < CHANNELS; c++)
		if (box->high[c] - box->low[c] > box->high[longest] - box->low[longest])
			longest = c;
	return longest;
}

/** Halves the box; the upper half goes to `upper`. */
static void split(struct box *box, struct box *upper, const uint16_t *histogram)
{
	uint32_t slices[CHANNELS][STEPS];
	uint32_t all = profile_box(box, histogram, slices), below = 0;
	int axis = longest_axis(box);
	uint8_t at = box->low[axis];

	while (at + 1 < box->high[axis] && (below + slices[axis][at]) * 2 < all)
		below += slices[axis][at++];
	*upper = *box;
	box->high[axis] = at;
	upper->low[axis] = (uint8_t)(at + 1);
	shrink(box, histogram);
	shrink(upper, histogram);
}

/** The box where a split gains most: many pixels, far apart. -1 iff none can be split. */
static int worst(const struct box *boxes, int count_boxes)
{
	uint32_t most = 0;
	int found = -1;

	for (int i = 0; i < count_boxes; i++) {
		int axis = longest_axis(&boxes[i]);
		uint32_t extent = (uint32_t)(boxes[i].high[axis] - boxes[i].low[axis]);
		uint32_t loss = boxes[i].pixels * extent * extent;

		if (extent > 0 && loss > most) {
			most = loss;
			found = i;
		}
	}
	return found;
}

/** The mean of the box's pixels. */
static uint16_t mean(const struct box *box, const uint16_t *histogram)
{
	uint32_t sums[CHANNELS] = { 0 }, colour = 0;
	uint8_t at[CHANNELS];

	if (box->pixels == 0)
		return 0;
	FOR_EACH_COLOUR(box, at)
		for (int c = 0; c < CHANNELS; c++)
			sums[c] += (uint32_t)histogram[index_of(at)] * at[c];
	for (int c = 0; c < CHANNELS; c++)
		colour |= (sums[c] + box->pixels / 2u) / box->pixels << (5 * c);
	return (uint16_t)colour;
}

void palette_make(const fm_plane *picture, uint16_t *histogram, void *storage, uint16_t *palette)
{
	struct box *boxes = storage;
	int boxed = 1, next;

	count(picture, histogram);
	boxes[0] = (struct box){ .high = { STEPS - 1, STEPS - 1, STEPS - 1 } };
	shrink(&boxes[0], histogram);
	while (boxed < PALETTE_COLOURS && (next = worst(boxes, boxed)) >= 0) {
		split(&boxes[next], &boxes[boxed], histogram);
		boxed++;
	}
	for (int i = 0; i < PALETTE_COLOURS; i++)
		palette[i] = i < boxed ? mean(&boxes[i], histogram) : 0;
}

/** How far apart two colours look: green counts most. */
static uint32_t distance(const uint8_t a[CHANNELS], const uint8_t b[CHANNELS])
{
	static const uint32_t weight[CHANNELS] = { 3, 6, 1 };
	uint32_t sum = 0;

	for (int c = 0; c < CHANNELS; c++) {
		int apart = a[c] - b[c];

		sum += weight[c] * (uint32_t)(apart * apart);
	}
	return sum;
}

void palette_map(const uint16_t *palette, uint8_t *map)
{
	for (uint32_t colour = 0; colour < COLOUR_CUBE; colour++) {
		uint8_t want[CHANNELS], has[CHANNELS];
		uint32_t best = UINT32_MAX;

		colour_unpack((uint16_t)colour, want);
		for (int i = 0; i < PALETTE_COLOURS; i++) {
			uint32_t apart;

			colour_unpack(palette[i], has);
			apart = distance(want, has);
			if (apart < best) {
				best = apart;
				map[colour] = (uint8_t)i;
			}
		}
	}
}
