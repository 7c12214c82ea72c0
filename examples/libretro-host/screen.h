/* SPDX-License-Identifier: MIT */
/** @file
 * Every frame of a core in a plane of a sealed pool: the new one is acquired before the shown one is released. */
#ifndef LIBRETRO_HOST_SCREEN_H
#define LIBRETRO_HOST_SCREEN_H

#include <flightmem/plane.h>
#include <flightmem/pool.h>

#include "retro_api.h"

/** Planes of the pool: the one shown, and the one that is drawn. */
#define SCREEN_PLANES 2

struct screen {
	fm_pool *pool;
	enum retro_pixel_format format;  /**< what the core draws in */
	fm_plane shown;                  /**< the last frame; no memory before the first */
	uint64_t drawn;                  /**< frames copied to a plane */
	uint64_t repeated;               /**< frames that the core said are as before */
	uint64_t refused;                /**< frames that the pool, or the host, refused */
	uint64_t bytes_written;          /**< bytes of pixels copied to planes */
	fm_refusal why;                  /**< of the first refused frame */
};

/** The one that screen_refresh() draws on: the callbacks of libretro carry no pointer for their user. */
extern struct screen screen;

/** Makes and seals a pool for planes of at most `width` x `height`. Returns its status; a failure holds nothing and fills `why`. */
fm_status screen_open(enum retro_pixel_format format, unsigned width, unsigned height, fm_refusal *why);

/** The video callback. */
void screen_refresh(const void *pixels, unsigned width, unsigned height, size_t pitch);

/** Releases the plane shown and closes the pool; returns what fm_pool_close() does. */
fm_status screen_close(void);

#endif
