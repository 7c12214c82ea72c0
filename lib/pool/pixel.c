/* SPDX-License-Identifier: MIT */
/** @file
 * Pixel formats: how many bits, how many planes. */
#include <flightmem/frame.h>

/** Bits of a pixel by format; 0 where a format has more planes than one. Index 0 is no format. */
static const uint8_t format_bits[] = { 0, 32, 16, 16, 8, 4, 2, 1, 32, 16, 8, 16, 32, 128, 0, 0 };

FM_STATIC_ASSERT(sizeof format_bits == FM_PIXEL_NV12 + 1, "every format has its bits");

uint32_t fm_pixel_bits(fm_pixel_format format)
{
	return format < sizeof format_bits ? format_bits[format] : 0;
}

uint32_t fm_pixel_planes(fm_pixel_format format)
{
	switch (format) {
	case FM_PIXEL_I420:
		return 3;
	case FM_PIXEL_NV12:
		return 2;
	default:
		return fm_pixel_bits(format) != 0;
	}
}
