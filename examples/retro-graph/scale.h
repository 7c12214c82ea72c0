/* SPDX-License-Identifier: MIT */
/** @file
 * Pictures made larger or smaller by an area filter: each pixel is the mean of what it covers. */
#ifndef RETRO_GRAPH_SCALE_H
#define RETRO_GRAPH_SCALE_H

#include <flightmem.h>

/** A rectangle of a picture, pixels. */
struct crop {
	uint32_t x;
	uint32_t y;
	uint32_t width;
	uint32_t height;
};

/** The largest rectangle in the middle of a picture that has the shape of `width` x `height`. At least one pixel. */
struct crop crop_to(const fm_plane *picture, uint32_t width, uint32_t height);

/** Bytes of the sums of a row of `width` pixels, for scale(). */
uint32_t scale_row_bytes(uint32_t width);

/**
 * Fills `to` (RGBA8888) with the rectangle `crop` of `from` (RGBA8888). Means are taken of squares, which is near to light, so
 * thin bright lines keep their brightness; what is transparent lies on black. Whole numbers only: the same everywhere.
 *
 * @param sums  a plane of bytes, one row of scale_row_bytes(to->width), aligned to 8
 */
void scale(const fm_plane *from, struct crop crop, const fm_plane *to, const fm_plane *sums);

#endif
