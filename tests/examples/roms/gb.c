/* SPDX-License-Identifier: MIT */
/** @file
 * Game Boy: 256 tiles and a map of them, written while the screen is off. */
#include "tiles.h"

#define SCANLINE ((volatile unsigned char *)0xFF44)
#define CONTROL ((volatile unsigned char *)0xFF40)
#define SCROLL_Y ((volatile unsigned char *)0xFF42)
#define SCROLL_X ((volatile unsigned char *)0xFF43)
#define PALETTE ((volatile unsigned char *)0xFF47)
#define TILES ((volatile unsigned char *)0x8000)
#define MAP ((volatile unsigned char *)0x9800)
#define ON_TILES_AT_8000_BACKGROUND 0x91
#define SHADES_0_TO_3 0xE4

static void draw_tiles(void)
{
	volatile unsigned char *at = TILES;
	unsigned char tile = 0;

	do {
		for (unsigned char y = 0; y < 8; y++) {
			unsigned char colour = TILE_ROW_START(tile, y), low = 0, high = 0;

			for (unsigned char x = 0; x < 8; x++) {
				low = (unsigned char)(low << 1) | (colour & 1);
				high = (unsigned char)(high << 1) | (colour >> 1 & 1);
				colour += tile;
			}
			*at++ = low;
			*at++ = high;
		}
	} while (++tile != 0);
}

void main(void)
{
	volatile unsigned char *at = MAP;

	while (*SCANLINE < 144)
		;
	*CONTROL = 0;
	draw_tiles();
	for (unsigned char y = 0; y < 32; y++) {
		for (unsigned char x = 0; x < 32; x++)
			*at++ = TILE_AT(x, y);
	}
	*SCROLL_X = 0;
	*SCROLL_Y = 0;
	*PALETTE = SHADES_0_TO_3;
	*CONTROL = ON_TILES_AT_8000_BACKGROUND;
}
