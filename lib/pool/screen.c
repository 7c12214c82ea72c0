/* SPDX-License-Identifier: MIT */
/** @file
 * The bitmap modes that the library knows, and their pages as planes. */
#include <flightmem/screen.h>

#include "base/abi.h"
#include "platform/rows.h"

/** Bytes of fm_screen_mode in the first release. */
#define SCREEN_MODE_FIRST_SIZE (offsetof(fm_screen_mode, access_bytes) + sizeof(uint32_t))

/** A row of the table, without pointers. */
typedef struct known_mode {
	char profile[4];
	char region[5];
	uint8_t number;
	uint8_t format;
	uint8_t pages;
	uint8_t access_bytes;
	uint16_t width;
	uint16_t height;
	uint16_t stride;
	uint32_t page_step;
} known_mode;

/* GBATEK, "LCD VRAM Bitmap BG Modes": lines of 480, 240 and 320 bytes; 75 KiB, of which there is one, and frames at 06000000 and 0600A000;
 * "GBA Memory Map": video RAM takes no single bytes. */
static const known_mode modes[] = {
	{ "gba", "vram", 3, FM_PIXEL_RGB555, 1, 2, 240, 160, 480, 0x12C00 },
	{ "gba", "vram", 4, FM_PIXEL_INDEX8, 2, 2, 240, 160, 240, 0xA000 },
	{ "gba", "vram", 5, FM_PIXEL_RGB555, 2, 2, 160, 128, 320, 0xA000 },
};

fm_status fm_screen_find(const fm_profile *profile, uint32_t number, fm_screen_mode *out)
{
	fm_profile_info info = { .struct_size = sizeof info };
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, SCREEN_MODE_FIRST_SIZE);

	if (status == FM_OK)
		status = fm_profile_get_info(profile, &info);
	if (status != FM_OK)
		return status;

	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++) {
		const known_mode *known = &modes[i];

		if (known->number != number || !fm_rows_same(known->profile, info.id))
			continue;

		fm_screen_mode mode = { .region = known->region, .number = number, .width = known->width, .height = known->height, .format = known->format,
					.stride = known->stride, .pages = known->pages, .page_step = known->page_step, .access_bytes = known->access_bytes };

		fm_abi_export(out, &mode, sizeof mode);
		return FM_OK;
	}
	return FM_E_NOT_FOUND;
}

/** Judges a mode's numbers; `row` receives the bytes of a row of pixels. */
static fm_status judge_mode(const fm_screen_mode *mode, uint64_t *row)
{
	*row = ((uint64_t)mode->width * fm_pixel_bits(mode->format) + 7) / 8;
	if (mode->width == 0 || mode->height == 0 || mode->width > FM_PLANE_SIDE_MAX || mode->height > FM_PLANE_SIDE_MAX || *row > mode->stride)
		return FM_E_ARGUMENT;
	if (*row == 0)
		return FM_E_UNSUPPORTED;
	if (!FM_IS_POWER_OF_TWO(mode->access_bytes) || mode->stride % mode->access_bytes != 0)
		return FM_E_ALIGNMENT;
	return FM_OK;
}

fm_status fm_screen_plane(const fm_screen_mode *mode, uint32_t page, void *video, size_t size, fm_plane *out)
{
	fm_screen_mode known;
	uint64_t row;
	fm_status status = video == NULL || out == NULL ? FM_E_ARGUMENT : fm_abi_import(&known, sizeof known, SCREEN_MODE_FIRST_SIZE, mode);

	if (status == FM_OK)
		status = judge_mode(&known, &row);
	if (status != FM_OK)
		return status;

	/* Products of 32-bit numbers fit 64 bits, and nothing is added to them before it is compared. */
	uint64_t first = (uint64_t)page * known.page_step, bytes = (uint64_t)(known.height - 1) * known.stride + row;

	if (page >= known.pages || first > size || bytes > size - first)
		return FM_E_RANGE;
	if ((uintptr_t)video % known.access_bytes != 0)
		return FM_E_ALIGNMENT;

	*out = (fm_plane){ .buffer = { .data = (unsigned char *)video + (size_t)first, .len = (size_t)bytes },
			   .width = known.width, .height = known.height, .format = known.format,
			   .pixel_bits = fm_pixel_bits(known.format), .stride = known.stride, .row_align = known.access_bytes };
	return FM_OK;
}
