/* SPDX-License-Identifier: MIT */
/** @file
 * A plane as a PNG file. */
#ifndef LIBRETRO_HOST_PICTURE_H
#define LIBRETRO_HOST_PICTURE_H

#include <flightmem/plane.h>

/** Writes `plane` to the file at `path`. Returns 0; -1, with the reason on stderr, iff there is no memory or the file can't be written. */
int picture_write(const fm_plane *plane, const char *path);

#endif
