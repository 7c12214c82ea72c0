/* SPDX-License-Identifier: MIT */
/** @file
 * Error diffusion (Floyd and Steinberg, every other row backwards) to whatever colours a screen has. */
#ifndef RETRO_GRAPH_DITHER_H
#define RETRO_GRAPH_DITHER_H

#include <flightmem.h>

/** The colours of a screen. */
struct colours {
	const uint8_t *map;      /**< index by 15-bit colour; NULL: the 15-bit colours themselves */
	const uint16_t *palette; /**< 15-bit colour by index, where there is a map */
};

/** 15-bit colour, red in the low bits, from 8-bit channels; the nearest. */
uint16_t colour_pack(const uint8_t rgb[3]);

/** The 8-bit channels that a screen shows for a 15-bit colour. */
void colour_unpack(uint16_t colour, uint8_t rgb[3]);

/** Bytes of a row of what is owed to `width` pixels, for dither_row(). */
uint32_t dither_row_bytes(uint32_t width);

/** Begins a picture: nothing is owed. `errors`: a plane of bytes, two rows of dither_row_bytes(), aligned to 2. */
void dither_start(const fm_plane *errors);

/**
 * Makes row `y` of the screen: a 16-bit colour or index a pixel. Rows come in order.
 *
 * @param rgba        a row of the picture, 8 bits a channel
 * @param brightness  0: black, 256: as it is
 */
void dither_row(const struct colours *colours, const fm_plane *errors, uint32_t y, const uint8_t *rgba, uint32_t width, uint32_t brightness, uint16_t *out);

#endif
