/* SPDX-License-Identifier: MIT */
/** @file
 * The 256 colours that suit a picture best (median cut), and which of them is nearest to each of the 32,768 that a console can show. */
#ifndef RETRO_GRAPH_PALETTE_H
#define RETRO_GRAPH_PALETTE_H

#include <flightmem.h>

enum { PALETTE_COLOURS = 256, COLOUR_CUBE = 32768 };

/** Bytes of the list of boxes for palette_make(). */
uint32_t palette_boxes_bytes(void);

/**
 * Chooses the palette.
 *
 * @param picture    RGBA8888
 * @param histogram  COLOUR_CUBE 16-bit counters
 * @param boxes      palette_boxes_bytes() bytes, aligned to 4
 * @param palette    receives PALETTE_COLOURS 15-bit colours; where the picture has fewer, the rest is black
 */
void palette_make(const fm_plane *picture, uint16_t *histogram, void *boxes, uint16_t *palette);

/** For each 15-bit colour the index of the nearest in the palette. `map` has COLOUR_CUBE bytes. */
void palette_map(const uint16_t *palette, uint8_t *map);

#endif
