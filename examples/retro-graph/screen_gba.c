/* SPDX-License-Identifier: MIT */
/** @file
 * The Game Boy Advance: pages in video RAM, which the CPU writes itself. What fits is asked of its memory, not assumed. */
#include <stdio.h>

#include "paint.h"
#include "palette.h"

/** A bitmap mode of the display. */
struct video_mode {
	uint32_t number;
	uint32_t width;
	uint32_t height;
	fm_pixel_format format;
	uint32_t pitch; /**< bytes from one page to the next: where the display looks for the second */
};

/* GBATEK, "LCD VRAM Bitmap BG Modes": in modes 4 and 5 the second page begins at 0x0600A000. Mode 3 has none, nor room for it. */
static const struct video_mode modes[] = {
	{ 3, 240, 160, FM_PIXEL_RGB555, 240 * 160 * 2 },
	{ 4, 240, 160, FM_PIXEL_INDEX8, 0xA000 },
	{ 5, 160, 128, FM_PIXEL_RGB555, 0xA000 },
};

enum { MODES = sizeof modes / sizeof modes[0], PAGES_MAX = 4 };

/** Of the 32 KiB of fast memory: rows and lines. The rest is the game's, its stack's and the BIOS'. */
#define FAST_BYTES FM_KIB(16)

static struct {
	const struct video_mode *mode;
	uint32_t pages;
	fm_pool *video;   /**< pages */
	fm_pool *colours; /**< palette RAM */
	fm_pool *work;    /**< on-board work RAM */
	fm_plane shown;   /**< the page on the screen */
	fm_plane palette;
	fm_plane map;
	struct colours screen;
} gba;

/** How many pages of a mode video RAM takes: they are reserved until one is refused, then given back. */
static uint32_t count_pages(struct stage *stage, const struct video_mode *mode)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_reservation trial[PAGES_MAX];
	uint32_t pages = 0, taken;

	while (pages < PAGES_MAX && fm_space_reserve(stage->space, "vram", mode->pitch, 1, &trial[pages], &why) == FM_OK)
		pages++;
	for (taken = pages; taken > 0; taken--)
		if (fm_space_give_back(stage->space, &trial[taken - 1]) != FM_OK)
			return 0;
	if (pages == 1)
		stage_note(stage, &why, "the mode can't be double-buffered: it is drawn while it is seen", "a second page for mode %u", mode->number);
	return pages;
}

/** True iff `a` is the better way to show a photograph: double-buffered, larger, more colours, in this order. */
static int better(const struct video_mode *a, uint32_t pages_a, const struct video_mode *b, uint32_t pages_b)
{
	if ((pages_a > 1) != (pages_b > 1))
		return pages_a > 1;
	if (a->width * a->height != b->width * b->height)
		return a->width * a->height > b->width * b->height;
	return a->format == FM_PIXEL_RGB555 && b->format != FM_PIXEL_RGB555;
}

/** Lists the modes with their pages and takes the wanted one, or the best. */
static enum exit_code choose_mode(struct stage *stage, uint32_t wanted)
{
	for (uint32_t i = 0; i < MODES; i++) {
		struct stage_mode *listed = &stage->modes[stage->mode_count++];
		const struct video_mode *mode = &modes[i];

		listed->pages = count_pages(stage, mode);
		listed->page_bytes = mode->pitch;
		snprintf(listed->name, sizeof listed->name, "mode %u: %u x %u, %s", mode->number, mode->width, mode->height,
			 mode->format == FM_PIXEL_INDEX8 ? "256 of 32,768 colours" : "32,768 colours");
		if (listed->pages == 0 || (wanted != 0 && mode->number != wanted))
			continue;
		if (gba.mode == NULL || better(mode, listed->pages, gba.mode, gba.pages)) {
			gba.mode = mode;
			gba.pages = listed->pages;
		}
	}
	if (gba.mode == NULL)
		return complain(EXIT_REFUSED, "gba: video RAM has no room for mode %u", wanted);
	stage->modes[gba.mode - modes].chosen = 1;
	stage->width = gba.mode->width;
	stage->height = gba.mode->height;
	return EXIT_DONE;
}

static enum exit_code gba_open(struct stage *stage, const struct options *options)
{
	enum exit_code code = choose_mode(stage, options->mode);
	uint64_t bytes = stage_plane_bytes(stage->width, stage->height, FM_PIXEL_RGBA8888, 4);
	int indexed = code == EXIT_DONE && gba.mode->format == FM_PIXEL_INDEX8;

	if (indexed)
		bytes += stage_plane_bytes(256, COLOUR_CUBE / 256, FM_PIXEL_INDEX8, 1) + stage_plane_bytes(256, COLOUR_CUBE / 256, FM_PIXEL_RGB555, 1);
	if (code == EXIT_DONE)
		code = stage_pool(stage, "vram", "pages", "the pages of the screen", 0, gba.mode->pitch, &gba.video);
	if (code == EXIT_DONE && indexed)
		code = stage_pool(stage, "palette", "palette", "the screen's colours", 0, 0, &gba.colours);
	if (code == EXIT_DONE)
		code = stage_pool(stage, "ewram", "work", "the picture, and what finds colours", bytes, 0, &gba.work);
	if (code == EXIT_DONE)
		code = stage_pool(stage, "iwram", "fast", "lines, sums, what the ditherer owes", FAST_BYTES, 0, &stage->line_pool);
	stage->rows_pool = stage->line_pool;
	if (code == EXIT_DONE)
		code = stage_need(stage, gba.work, stage->width, stage->height, FM_PIXEL_RGBA8888, 4, "the picture", &stage->picture);
	return code;
}

/** Finds the colours of mode 4: palette in palette RAM, counters and boxes only while it is made. */
static enum exit_code choose_colours(struct stage *stage)
{
	fm_plane histogram = { 0 }, boxes = { 0 };
	enum exit_code code = stage_need(stage, gba.colours, PALETTE_COLOURS, 1, FM_PIXEL_RGB555, 4, "the palette", &gba.palette), dropped;

	if (code == EXIT_DONE)
		code = stage_need(stage, gba.work, 256, COLOUR_CUBE / 256, FM_PIXEL_INDEX8, 1, "the map of colours", &gba.map);
	if (code == EXIT_DONE)
		code = stage_need(stage, gba.work, 256, COLOUR_CUBE / 256, FM_PIXEL_RGB555, 1, "the histogram", &histogram);
	if (code == EXIT_DONE)
		code = stage_need(stage, stage->rows_pool, palette_boxes_bytes(), 1, FM_PIXEL_INDEX8, 4, "the boxes of colours", &boxes);
	if (code == EXIT_DONE) {
		palette_make(&stage->picture, histogram.buffer.data, boxes.buffer.data, gba.palette.buffer.data);
		palette_map(gba.palette.buffer.data, gba.map.buffer.data);
		gba.screen = (struct colours){ .map = gba.map.buffer.data, .palette = gba.palette.buffer.data };
	}
	dropped = stage_drop(stage->rows_pool, &boxes);
	code = code == EXIT_DONE ? dropped : code;
	dropped = stage_drop(gba.work, &histogram);
	return code == EXIT_DONE ? dropped : code;
}

static enum exit_code gba_prepare(struct stage *stage)
{
	return gba.mode->format == FM_PIXEL_INDEX8 ? choose_colours(stage) : EXIT_DONE;
}

/** A page that is not on the screen, where the display can find it. */
static enum exit_code take_page(struct stage *stage, fm_plane *page)
{
	fm_region vram = FM_STRUCT(fm_region);
	enum exit_code code = stage_need(stage, gba.video, stage->width, stage->height, gba.mode->format, 1, "a page", page);

	if (code != EXIT_DONE)
		return code;
	if (fm_profile_region_find(fm_space_profile(stage->space), "vram", &vram) != FM_OK ||
	    fm_space_to_guest(stage->space, page->buffer.data, &stage->shown_at) != FM_OK || (stage->shown_at.value - vram.base) % gba.mode->pitch != 0)
		return complain(EXIT_BROKEN, "gba: a page lies where the display does not look");
	return EXIT_DONE;
}

/** Video RAM takes halfwords; a byte would be written twice. Hence volatile: no copy of bytes may come of it. */
static void put_colours(const fm_plane *to, uint32_t y, const uint16_t *line)
{
	volatile uint16_t *row = fm_plane_row(to, y);

	for (uint32_t x = 0; x < to->width; x++)
		row[x] = line[x];
}

/** Two indices to a halfword, the left one low. */
static void put_indices(const fm_plane *to, uint32_t y, const uint16_t *line)
{
	volatile uint16_t *row = fm_plane_row(to, y);

	for (uint32_t x = 0; x < to->width; x += 2)
		row[x / 2] = (uint16_t)(line[x] | line[x + 1] << 8);
}

static enum exit_code gba_frame(struct stage *stage, uint32_t brightness)
{
	paint_put *put = gba.mode->format == FM_PIXEL_INDEX8 ? put_indices : put_colours;
	int flips = gba.pages > 1 || gba.shown.buffer.token == 0;
	fm_plane next = flips ? (fm_plane){ 0 } : gba.shown;
	enum exit_code code = flips ? take_page(stage, &next) : EXIT_DONE, dropped;

	if (code == EXIT_DONE)
		code = paint(stage, &gba.screen, brightness, put, &next);
	if (!flips)
		return code;
	dropped = stage_drop(gba.video, &gba.shown);
	gba.shown = next;
	return code == EXIT_DONE ? dropped : code;
}

static void gba_read_back(const struct stage *stage)
{
	for (uint32_t y = 0; y < stage->height; y++) {
		uint8_t *out = fm_plane_row(&stage->out, y);

		if (gba.mode->format == FM_PIXEL_RGB555) {
			paint_unpack(fm_plane_row(&gba.shown, y), stage->width, out);
			continue;
		}
		for (uint32_t x = 0; x < stage->width; x++) {
			const uint8_t *row = fm_plane_row(&gba.shown, y);

			paint_unpack(gba.screen.palette + row[x], 1, out + (size_t)x * 3);
		}
	}
}

static void gba_close(struct stage *stage)
{
	stage_drop(gba.video, &gba.shown);
	stage_drop(gba.work, &gba.map);
	stage_drop(gba.work, &stage->picture);
	stage_drop(gba.colours, &gba.palette);
}

const struct console console_gba = {
	.id = "gba",
	.open = gba_open,
	.prepare = gba_prepare,
	.frame = gba_frame,
	.read_back = gba_read_back,
	.close = gba_close,
};
