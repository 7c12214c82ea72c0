/* SPDX-License-Identifier: MIT */
/** @file
 * NES: 256 tiles in the cartridge's tile RAM and a map of them, written while the picture is off. */
#include "tiles.h"

#define MASK (*(volatile unsigned char *)0x2001)
#define STATE (*(volatile unsigned char *)0x2002)
#define SCROLL (*(volatile unsigned char *)0x2005)
#define ADDRESS (*(volatile unsigned char *)0x2006)
#define DATA (*(volatile unsigned char *)0x2007)
#define SHOW_BACKGROUND_TO_THE_EDGE 0x0A

static const unsigned char colours[4] = { 0x0F, 0x16, 0x2A, 0x30 }; /* black, red, green, white */
static unsigned char high[8];

static void video_address(unsigned address)
{
	ADDRESS = address >> 8;
	ADDRESS = address & 0xFF;
}

/** A tile is eight bytes of low bits, then eight of high bits. */
static void draw_tile(unsigned char tile)
{
	unsigned char x, y, colour, low;

	for (y = 0; y < 8; ++y) {
		colour = TILE_ROW_START(tile, y);
		low = 0;
		high[y] = 0;
		for (x = 0; x < 8; ++x) {
			low = (low << 1) | (colour & 1);
			high[y] = (high[y] << 1) | ((colour >> 1) & 1);
			colour += tile;
		}
		DATA = low;
	}
	for (y = 0; y < 8; ++y)
		DATA = high[y];
}

void main(void)
{
	unsigned char x = 0, y;

	video_address(0);
	do
		draw_tile(x);
	while (++x != 0);
	video_address(0x2000);
	for (y = 0; y < 30; ++y) {
		for (x = 0; x < 32; ++x)
			DATA = TILE_AT(x, y);
	}
	for (x = 0; x < 64; ++x)
		DATA = 0;
	video_address(0x3F00);
	for (x = 0; x < 16; ++x)
		DATA = colours[x & 3];
	while ((STATE & 0x80) == 0)
		;
	video_address(0);
	SCROLL = 0;
	SCROLL = 0;
	MASK = SHOW_BACKGROUND_TO_THE_EDGE;
}
