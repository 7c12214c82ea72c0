/* SPDX-License-Identifier: MIT */
/** @file
 * Pixel formats: their numbers are for ever, their bits are known, no other number is one. */
#include <criterion/criterion.h>

#include <flightmem/frame.h>

static const struct {
	fm_pixel_format format;
	uint32_t number, bits, planes;
} formats[] = {
	{ FM_PIXEL_RGBA8888, 1, 32, 1 }, { FM_PIXEL_RGB565, 2, 16, 1 },    { FM_PIXEL_RGB555, 3, 16, 1 },   { FM_PIXEL_INDEX8, 4, 8, 1 },
	{ FM_PIXEL_INDEX4, 5, 4, 1 },    { FM_PIXEL_INDEX2, 6, 2, 1 },     { FM_PIXEL_INDEX1, 7, 1, 1 },    { FM_PIXEL_XRGB8888, 8, 32, 1 },
	{ FM_PIXEL_XRGB1555, 9, 16, 1 }, { FM_PIXEL_GREY8, 10, 8, 1 },     { FM_PIXEL_UV88, 11, 16, 1 },    { FM_PIXEL_F32, 12, 32, 1 },
	{ FM_PIXEL_RGBA_F32, 13, 128, 1 }, { FM_PIXEL_I420, 14, 0, 3 },    { FM_PIXEL_NV12, 15, 0, 2 },
};

enum { FORMATS = sizeof formats / sizeof formats[0] };

Test(pixel, formats_keep_their_numbers_bits_and_planes)
{
	for (size_t i = 0; i < FORMATS; i++) {
		cr_assert_eq(formats[i].format, formats[i].number);
		cr_assert_eq(fm_pixel_bits(formats[i].format), formats[i].bits);
		cr_assert_eq(fm_pixel_planes(formats[i].format), formats[i].planes);
		cr_assert_leq(fm_pixel_planes(formats[i].format), FM_FRAME_PLANES);
	}
}

Test(pixel, no_other_number_is_a_format)
{
	cr_assert(fm_pixel_bits(0) == 0 && fm_pixel_planes(0) == 0);
	for (uint64_t number = FORMATS + 1; number <= UINT32_MAX; number = number < 70000 ? number + 1 : number * 2 - 1)
		cr_assert(fm_pixel_bits((uint32_t)number) == 0 && fm_pixel_planes((uint32_t)number) == 0);
	cr_assert(fm_pixel_bits(UINT32_MAX) == 0 && fm_pixel_planes(UINT32_MAX) == 0);
}
