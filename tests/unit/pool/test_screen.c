/* SPDX-License-Identifier: MIT */
/** @file
 * Bitmap modes: GBATEK's numbers, inside the video RAM that the profile knows, and pages as planes. */
#include <flightmem/screen.h>

#include <criterion/criterion.h>
#include <string.h>

static fm_screen_mode found(uint32_t number)
{
	fm_screen_mode mode = FM_STRUCT(fm_screen_mode);

	cr_assert_eq(fm_screen_find(fm_profile_find("gba"), number, &mode), FM_OK);
	return mode;
}

Test(screen, modes_are_as_gbatek_says)
{
	/* First and last byte of each frame, from the sentences of "LCD VRAM Bitmap BG Modes". */
	static const struct {
		uint32_t number, page, first, last, line;
	} pages[] = {
		{ 3, 0, 0x06000000, 0x06012BFF, 480 },
		{ 4, 0, 0x06000000, 0x060095FF, 240 },
		{ 4, 1, 0x0600A000, 0x060135FF, 240 },
		{ 5, 0, 0x06000000, 0x06009FFF, 320 },
		{ 5, 1, 0x0600A000, 0x06013FFF, 320 },
	};
	static FM_ALIGNED(4) unsigned char video[0x18000];
	fm_region region = FM_STRUCT(fm_region);

	for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
		fm_screen_mode mode = found(pages[i].number);
		fm_plane plane;

		cr_assert_eq(fm_profile_region_find(fm_profile_find("gba"), mode.region, &region), FM_OK);
		cr_assert_eq(fm_screen_plane(&mode, pages[i].page, video, region.size, &plane), FM_OK);
		cr_assert_eq((size_t)((unsigned char *)plane.buffer.data - video) + region.base, pages[i].first);
		cr_assert_eq(plane.buffer.len, pages[i].last - pages[i].first + 1);
		cr_assert_eq(plane.stride, pages[i].line);
		cr_assert(plane.width == mode.width && plane.height == mode.height && plane.format == mode.format && plane.buffer.token == 0);
		cr_assert_eq(plane.pixel_bits, fm_pixel_bits(mode.format));
		cr_assert_eq(fm_screen_plane(&mode, mode.pages, video, region.size, &plane), FM_E_RANGE);
	}
}

Test(screen, modes_have_the_sizes_of_gbatek)
{
	cr_assert(found(3).width == 240 && found(3).height == 160 && found(3).format == FM_PIXEL_RGB555 && found(3).pages == 1);
	cr_assert(found(4).width == 240 && found(4).height == 160 && found(4).format == FM_PIXEL_INDEX8 && found(4).pages == 2);
	cr_assert(found(5).width == 160 && found(5).height == 128 && found(5).format == FM_PIXEL_RGB555 && found(5).pages == 2);
}

Test(screen, what_is_no_mode_is_said)
{
	const fm_profile *gba = fm_profile_find("gba");
	fm_screen_mode mode = FM_STRUCT(fm_screen_mode), untouched;

	memset(&untouched, 0xA5, sizeof untouched);
	untouched.struct_size = sizeof untouched;
	mode = untouched;
	for (uint32_t number = 0; number < 10; number++)
		if (number < 3 || number > 5)
			cr_assert_eq(fm_screen_find(gba, number, &mode), FM_E_NOT_FOUND);
	cr_assert_eq(fm_screen_find(gba, 259, &mode), FM_E_NOT_FOUND); /* 3 in the low byte */
	cr_assert_eq(fm_screen_find(fm_profile_find("psx"), 3, &mode), FM_E_NOT_FOUND);
	cr_assert_eq(fm_screen_find(NULL, 3, &mode), FM_E_ARGUMENT);
	cr_assert_eq(fm_screen_find(gba, 3, NULL), FM_E_ARGUMENT);
	cr_assert_eq(memcmp(&mode, &untouched, sizeof mode), 0);
	mode.struct_size = 8;
	cr_assert_eq(fm_screen_find(gba, 3, &mode), FM_E_ABI_SIZE);
}

Test(screen, what_is_no_page_is_said)
{
	static FM_ALIGNED(4) unsigned char video[0x18000];
	fm_screen_mode mode = found(5), wrong;
	fm_plane out, untouched;

	memset(&untouched, 0xA5, sizeof untouched);
	out = untouched;
	cr_assert_eq(fm_screen_plane(NULL, 0, video, sizeof video, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_screen_plane(&mode, 0, NULL, sizeof video, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_screen_plane(&mode, 0, video, sizeof video, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_screen_plane(&mode, 2, video, sizeof video, &out), FM_E_RANGE);
	cr_assert_eq(fm_screen_plane(&mode, UINT32_MAX, video, sizeof video, &out), FM_E_RANGE);
	cr_assert_eq(fm_screen_plane(&mode, 1, video, 0x13FFF, &out), FM_E_RANGE);
	cr_assert_eq(fm_screen_plane(&mode, 1, video, 0x9FFF, &out), FM_E_RANGE);
	cr_assert_eq(fm_screen_plane(&mode, 0, video + 1, 0xA000, &out), FM_E_ALIGNMENT);

	wrong = mode, wrong.width = 161;
	cr_assert_eq(fm_screen_plane(&wrong, 0, video, sizeof video, &out), FM_E_ARGUMENT);
	wrong = mode, wrong.height = 0;
	cr_assert_eq(fm_screen_plane(&wrong, 0, video, sizeof video, &out), FM_E_ARGUMENT);
	wrong = mode, wrong.height = UINT32_MAX;
	cr_assert_eq(fm_screen_plane(&wrong, 0, video, sizeof video, &out), FM_E_ARGUMENT);
	wrong = mode, wrong.format = FM_PIXEL_I420;
	cr_assert_eq(fm_screen_plane(&wrong, 0, video, sizeof video, &out), FM_E_UNSUPPORTED);
	wrong = mode, wrong.access_bytes = 0;
	cr_assert_eq(fm_screen_plane(&wrong, 0, video, sizeof video, &out), FM_E_ALIGNMENT);
	wrong = mode, wrong.access_bytes = 128;
	cr_assert_eq(fm_screen_plane(&wrong, 0, video, sizeof video, &out), FM_E_ALIGNMENT);
	wrong = mode, wrong.struct_size = 8;
	cr_assert_eq(fm_screen_plane(&wrong, 0, video, sizeof video, &out), FM_E_ABI_SIZE);
	wrong = mode, wrong.page_step = UINT32_MAX, wrong.pages = UINT32_MAX;
	cr_assert_eq(fm_screen_plane(&wrong, UINT32_MAX - 1, video, sizeof video, &out), FM_E_RANGE);
	cr_assert_eq(memcmp(&out, &untouched, sizeof out), 0);
	cr_assert_eq(fm_screen_plane(&mode, 1, video, 0x14000, &out), FM_OK);
}
