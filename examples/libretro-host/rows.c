/* SPDX-License-Identifier: MIT */
/** @file
 * Rows of pixels from one format to another. */
#include "rows.h"

#include <string.h>

fm_pixel_format rows_plane_format(enum retro_pixel_format format)
{
	switch (format) {
	case RETRO_XRGB8888: return FM_PIXEL_RGBA8888;
	case RETRO_RGB565: return FM_PIXEL_RGB565;
	case RETRO_0RGB1555: break;
	}
	return FM_PIXEL_RGB555;
}

const char *rows_format_name(enum retro_pixel_format format)
{
	switch (format) {
	case RETRO_XRGB8888: return "XRGB8888";
	case RETRO_RGB565: return "RGB565";
	case RETRO_0RGB1555: break;
	}
	return "0RGB1555";
}

size_t rows_pixel_bytes(enum retro_pixel_format format)
{
	return format == RETRO_XRGB8888 ? 4 : 2;
}

static uint16_t halfword(const void *from, unsigned x)
{
	uint16_t pixel;

	memcpy(&pixel, (const unsigned char *)from + 2 * (size_t)x, sizeof pixel);
	return pixel;
}

/** Red and blue change places: planes have red in the lowest bits, as the consoles do. */
static void take_0rgb1555(void *to, const void *from, unsigned width)
{
	uint16_t *row = to;

	for (unsigned x = 0; x < width; x++) {
		uint16_t pixel = halfword(from, x);

		row[x] = (uint16_t)((pixel & 0x03E0) | (pixel >> 10 & 0x001F) | (pixel & 0x001F) << 10);
	}
}

static void take_xrgb8888(void *to, const void *from, unsigned width)
{
	unsigned char *row = to;

	for (unsigned x = 0; x < width; x++, row += 4) {
		uint32_t pixel;

		memcpy(&pixel, (const unsigned char *)from + 4 * (size_t)x, sizeof pixel);
		row[0] = (unsigned char)(pixel >> 16);
		row[1] = (unsigned char)(pixel >> 8);
		row[2] = (unsigned char)pixel;
		row[3] = 0xFF;
	}
}

void rows_take(enum retro_pixel_format format, void *to, const void *from, unsigned width)
{
	switch (format) {
	case RETRO_0RGB1555: take_0rgb1555(to, from, width); break;
	case RETRO_XRGB8888: take_xrgb8888(to, from, width); break;
	case RETRO_RGB565: memcpy(to, from, 2 * (size_t)width); break;
	}
}

static unsigned char from_5_bits(unsigned value)
{
	return (unsigned char)((value & 31) << 3 | (value & 31) >> 2);
}

static unsigned char from_6_bits(unsigned value)
{
	return (unsigned char)((value & 63) << 2 | (value & 63) >> 4);
}

void rows_show(fm_pixel_format format, void *to, const void *from, unsigned width)
{
	unsigned char *row = to;

	if (format == FM_PIXEL_RGBA8888) {
		memcpy(to, from, 4 * (size_t)width);
		return;
	}
	for (unsigned x = 0; x < width; x++, row += 4) {
		unsigned pixel = halfword(from, x);
		int is_565 = format == FM_PIXEL_RGB565;

		row[0] = from_5_bits(is_565 ? pixel >> 11 : pixel);
		row[1] = is_565 ? from_6_bits(pixel >> 5) : from_5_bits(pixel >> 5);
		row[2] = from_5_bits(is_565 ? pixel : pixel >> 10);
		row[3] = 0xFF;
	}
}
