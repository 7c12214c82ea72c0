/* SPDX-License-Identifier: MIT */
/** @file
 * PNG files in and out of planes. */
#ifndef RETRO_GRAPH_PNG_FILE_H
#define RETRO_GRAPH_PNG_FILE_H

#include "stage.h"

/**
 * Reads a PNG of any kind (grey, palette, 16 bits, alpha, interlaced) into a plane RGBA8888 of host memory, `stage->source`.
 *
 * EXIT_FILE after a complaint iff it can't be opened or read whole, or is no PNG; EXIT_REFUSED iff it is larger than PNG_BYTES_MAX.
 */
enum exit_code png_read(struct stage *stage, const char *path);

/** Makes `stage->out` ready for pictures of the screen's size. EXIT_REFUSED after a complaint. */
enum exit_code png_prepare(struct stage *stage);

/** Writes `stage->out`. EXIT_FILE after a complaint. */
enum exit_code png_write(const struct stage *stage, const char *path);

/** Gives back what png_read() and png_prepare() took. */
void png_close(struct stage *stage);

#endif
