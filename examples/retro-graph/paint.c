/* SPDX-License-Identifier: MIT */
/** @file
 * The lines of a frame. */
#include "paint.h"

enum exit_code paint(struct stage *stage, const struct colours *colours, uint32_t brightness, paint_put *put, const fm_plane *to)
{
	fm_plane line = { 0 }, errors = { 0 };
	enum exit_code code = stage_need(stage, stage->line_pool, stage->width, 1, FM_PIXEL_RGB555, 4, "a line", &line), dropped;

	if (code == EXIT_DONE)
		code = stage_need(stage, stage->rows_pool, dither_row_bytes(stage->width), 2, FM_PIXEL_INDEX8, 4, "what the ditherer owes", &errors);
	if (code == EXIT_DONE) {
		dither_start(&errors);
		for (uint32_t y = 0; y < stage->height; y++) {
			dither_row(colours, &errors, y, fm_plane_row(&stage->picture, y), stage->width, brightness, fm_plane_row(&line, 0));
			put(to, y, fm_plane_row(&line, 0));
		}
		stage->written += (uint64_t)to->width * to->pixel_bits / 8 * to->height;
	}
	dropped = stage_drop(stage->rows_pool, &errors);
	code = code == EXIT_DONE ? dropped : code;
	dropped = stage_drop(stage->line_pool, &line);
	return code == EXIT_DONE ? dropped : code;
}

void paint_unpack(const uint16_t *colours, uint32_t count, uint8_t *rgb)
{
	for (uint32_t i = 0; i < count; i++)
		colour_unpack(colours[i], rgb + (size_t)i * 3);
}
