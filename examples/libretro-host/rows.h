/* SPDX-License-Identifier: MIT */
/** @file
 * Rows of pixels, from the formats of libretro to those of planes, and from planes to what a PNG holds. Nothing is lost on the way in. */
#ifndef LIBRETRO_HOST_ROWS_H
#define LIBRETRO_HOST_ROWS_H

#include <flightmem/plane.h>

#include "retro_api.h"

/** The plane format that holds every colour of `format`. */
fm_pixel_format rows_plane_format(enum retro_pixel_format format);

/** Name of a format of libretro, for people. */
const char *rows_format_name(enum retro_pixel_format format);

/** Bytes of a pixel. */
size_t rows_pixel_bytes(enum retro_pixel_format format);

/** Writes a row of `width` pixels at `from`, which need not be aligned, to `to` in rows_plane_format(format). */
void rows_take(enum retro_pixel_format format, void *to, const void *from, unsigned width);

/** Writes a row of a plane in `format` as RGBA8888; five bits become eight by repeating their upper ones. */
void rows_show(fm_pixel_format format, void *to, const void *from, unsigned width);

#endif
