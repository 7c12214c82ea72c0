/* SPDX-License-Identifier: MIT */
/** @file
 * A picture becomes screen pixels, a line at a time. */
#ifndef RETRO_GRAPH_PAINT_H
#define RETRO_GRAPH_PAINT_H

#include "dither.h"
#include "stage.h"

/** Stores a line of screen pixels where the console keeps them. */
typedef void paint_put(const fm_plane *to, uint32_t y, const uint16_t *line);

/**
 * Dithers the stage's picture line by line and puts each into `to`. The line and what the ditherer owes are planes that are acquired
 * here and given back here: every frame uses the same bytes again. EXIT_REFUSED, EXIT_BROKEN after a complaint.
 */
enum exit_code paint(struct stage *stage, const struct colours *colours, uint32_t brightness, paint_put *put, const fm_plane *to);

/** Writes 15-bit colours as three bytes each. */
void paint_unpack(const uint16_t *colours, uint32_t count, uint8_t *rgb);

#endif
