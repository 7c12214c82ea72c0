/* SPDX-License-Identifier: MIT */
/** @file
 * The picture of the tile consoles: 256 tiles of 8 x 8 pixels in four colours, and which tile stands where. picture.py has it too. */
#ifndef FLIGHTMEM_ROM_TILES_H
#define FLIGHTMEM_ROM_TILES_H

/** Colour of the leftmost pixel in row `y` of tile `t`, modulo 4; each pixel further right adds `t`. */
#define TILE_ROW_START(t, y) ((unsigned char)((y) * ((t) >> 2) + ((t) >> 4)))

/** The tile in column `x`, row `y` of the map. */
#define TILE_AT(x, y) ((unsigned char)((x) * 3 + (y) * 7))

#endif
