/* SPDX-License-Identifier: MIT */
/** @file
 * The PlayStation: video RAM has no address that the CPU could use. Frames are made in main RAM and uploaded to places in video RAM
 * that are managed by offsets. The GPU's memory itself is played by a plane of the host that only upload() writes.
 *
 *     video RAM, 1024 x 512 halfwords     x 0     320                    1024
 *                                  y   0  |picture|  free for textures   |
 *                                    240  |picture|  free for textures   |
 *                                    480  |------- 32 lines free --------|
 */
#include <stdio.h>
#include <string.h>

#include "paint.h"

enum { WIDTH = 320, HEIGHT = 240, BANDS = 2, VRAM_WIDTH = 1024, VRAM_LINE_BYTES = VRAM_WIDTH * 2 };

/** Two pictures lie above each other; each takes whole lines of video RAM. */
#define BAND_BYTES ((uint64_t)HEIGHT * VRAM_LINE_BYTES)

static struct {
	fm_reservation bands[BANDS];
	uint32_t band_count;
	uint32_t front;     /**< the band on the screen */
	fm_pool *main;      /**< picture and rows */
	fm_pool *frames;    /**< frames on their way */
	fm_pool *gpu_pool;  /**< host */
	fm_plane gpu;       /**< plays video RAM */
	fm_plane in_flight; /**< the frame that the DMA still reads while the next is drawn */
	struct colours screen;
} psx;

/** Takes bands of video RAM: two for double buffering. A third is asked for too, to hear why not. */
static enum exit_code reserve_bands(struct stage *stage)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	struct stage_mode *mode = &stage->modes[stage->mode_count++];
	fm_reservation third;

	for (psx.band_count = 0; psx.band_count < BANDS; psx.band_count++)
		if (fm_space_reserve(stage->space, "vram", BAND_BYTES, VRAM_LINE_BYTES, &psx.bands[psx.band_count], &why) != FM_OK)
			return complain(EXIT_REFUSED, "psx: no room for picture %u in video RAM", psx.band_count + 1);
	mode->pages = BANDS;
	if (fm_space_reserve(stage->space, "vram", BAND_BYTES, VRAM_LINE_BYTES, &third, &why) == FM_OK) {
		mode->pages++;
		if (fm_space_give_back(stage->space, &third) != FM_OK)
			return complain(EXIT_BROKEN, "psx: video RAM does not take a reservation back");
	} else {
		stage_note(stage, &why, "two pictures are shown in turn", "a third picture in video RAM");
	}
	mode->page_bytes = BAND_BYTES;
	mode->chosen = 1;
	snprintf(mode->name, sizeof mode->name, "%u x %u, 32,768 colours", (unsigned)WIDTH, (unsigned)HEIGHT);
	stage->width = WIDTH;
	stage->height = HEIGHT;
	return EXIT_DONE;
}

/** The host's plane that plays video RAM: as large as the profile says, in lines of 1024 halfwords. */
static enum exit_code open_gpu(struct stage *stage)
{
	fm_region vram = FM_STRUCT(fm_region);
	enum exit_code code;

	if (fm_profile_region_find(fm_space_profile(stage->space), "vram", &vram) != FM_OK || vram.size == 0 || vram.size % VRAM_LINE_BYTES != 0)
		return complain(EXIT_REFUSED, "psx: the profile's video RAM is not made of lines of %u bytes", (unsigned)VRAM_LINE_BYTES);
	code = stage_pool(stage, NULL, "GPU", "what plays the GPU's own memory", vram.size, 0, &psx.gpu_pool);
	if (code == EXIT_DONE)
		code = stage_need(stage, psx.gpu_pool, VRAM_WIDTH, (uint32_t)(vram.size / VRAM_LINE_BYTES), FM_PIXEL_RGB555, 1, "the GPU's memory", &psx.gpu);
	return code;
}

/** What the ditherer owes would be best in the scratchpad, beside the CPU. If that refuses, it goes to main RAM. */
static void place_rows(struct stage *stage)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_plane trial = { 0 };

	stage->rows_pool = stage->line_pool;
	if (stage_plane(stage, stage->line_pool, dither_row_bytes(WIDTH), 2, FM_PIXEL_INDEX8, 4, &trial, &why)) {
		stage_drop(stage->line_pool, &trial);
		return;
	}
	stage_note(stage, &why, "it is kept in main RAM; the scratchpad holds the line that is being made", "what the ditherer owes, two rows in the scratchpad");
	stage->rows_pool = psx.main;
}

static enum exit_code psx_open(struct stage *stage, const struct options *options)
{
	uint64_t frame = stage_plane_bytes(WIDTH, HEIGHT, FM_PIXEL_RGB555, 4);
	uint64_t picture = stage_plane_bytes(WIDTH, HEIGHT, FM_PIXEL_RGBA8888, 4);
	uint64_t rows = stage_plane_bytes(scale_row_bytes(WIDTH), 1, FM_PIXEL_INDEX8, 8);
	enum exit_code code = reserve_bands(stage);

	(void)options;
	if (code == EXIT_DONE)
		code = stage_pool(stage, "scratchpad", "scratchpad", "a line", 0, 0, &stage->line_pool);
	if (code == EXIT_DONE)
		code = stage_pool(stage, "main_ram", "main", "the picture, sums, what the ditherer owes", picture + rows, 0, &psx.main);
	if (code == EXIT_DONE)
		code = stage_pool(stage, "main_ram", "frames", "frames on their way to video RAM", 2 * frame, (size_t)frame, &psx.frames);
	if (code == EXIT_DONE)
		code = open_gpu(stage);
	if (code == EXIT_DONE)
		code = stage_need(stage, psx.main, WIDTH, HEIGHT, FM_PIXEL_RGBA8888, 4, "the picture", &stage->picture);
	if (code == EXIT_DONE)
		place_rows(stage);
	return code;
}

static void put_row(const fm_plane *to, uint32_t y, const uint16_t *line)
{
	memcpy(fm_plane_row(to, y), line, (size_t)to->width * sizeof *line);
}

/** What the DMA and the GPU do: rows of main RAM go to lines of video RAM, all of them inside the band that was reserved. */
static enum exit_code upload(const fm_plane *frame, const fm_reservation *band)
{
	size_t bytes = (size_t)frame->width * frame->pixel_bits / 8;

	for (uint32_t y = 0; y < frame->height; y++) {
		uint64_t offset = (uint64_t)y * VRAM_LINE_BYTES;

		if (offset > band->size || bytes > band->size - offset)
			return complain(EXIT_BROKEN, "psx: line %u would be uploaded beside its place", y);
		memcpy((uint8_t *)psx.gpu.buffer.data + band->address.value + offset, fm_plane_row(frame, y), bytes);
	}
	return EXIT_DONE;
}

static enum exit_code psx_frame(struct stage *stage, uint32_t brightness)
{
	uint32_t back = (psx.front + 1) % BANDS;
	fm_plane next = { 0 };
	enum exit_code code = stage_need(stage, psx.frames, WIDTH, HEIGHT, FM_PIXEL_RGB555, 4, "a frame", &next), dropped;

	if (code == EXIT_DONE)
		code = paint(stage, &psx.screen, brightness, put_row, &next);
	dropped = stage_drop(psx.frames, &psx.in_flight);
	psx.in_flight = next;
	if (code == EXIT_DONE)
		code = dropped;
	if (code == EXIT_DONE)
		code = upload(&next, &psx.bands[back]);
	psx.front = back;
	stage->shown_at = psx.bands[back].address;
	return code;
}

static void psx_read_back(const struct stage *stage)
{
	uint32_t line = (uint32_t)(psx.bands[psx.front].address.value / VRAM_LINE_BYTES);

	for (uint32_t y = 0; y < stage->height; y++)
		paint_unpack(fm_plane_row(&psx.gpu, line + y), stage->width, fm_plane_row(&stage->out, y));
}

static void psx_close(struct stage *stage)
{
	stage_drop(psx.frames, &psx.in_flight);
	stage_drop(psx.gpu_pool, &psx.gpu);
	stage_drop(psx.main, &stage->picture);
	while (psx.band_count > 0)
		if (fm_space_give_back(stage->space, &psx.bands[--psx.band_count]) != FM_OK)
			complain(EXIT_BROKEN, "psx: video RAM does not take a reservation back");
}

const struct console console_psx = {
	.id = "psx",
	.open = psx_open,
	.frame = psx_frame,
	.read_back = psx_read_back,
	.close = psx_close,
};
