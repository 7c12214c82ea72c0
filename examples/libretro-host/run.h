/* SPDX-License-Identifier: MIT */
/** @file
 * A run: from the core's first word to the last frame, with the figures that the report shows. */
#ifndef LIBRETRO_HOST_RUN_H
#define LIBRETRO_HOST_RUN_H

#include <flightmem/pool.h>

#include "core.h"
#include "game.h"
#include "heap_owner.h"
#include "options.h"

struct run {
	struct core core;
	struct retro_system_info about;  /**< texts of the core */
	struct game game;
	int game_is_loaded;
	struct retro_av_info video;      /**< all zero until a game is loaded */
	size_t memory[RETRO_MEMORY_KINDS]; /**< bytes by kind; 0 where the core has none or gives no pointer */
	uint64_t frames;                 /**< calls of retro_run() */
	uint64_t nanoseconds;            /**< that they took */
	struct heap_counts start;        /**< allocations before the first frame */
	struct heap_counts during;       /**< allocations while frames ran */
	fm_pool_usage usage;             /**< of the screen's pool, after the last frame */
};

/** Loads core and game, runs the frames. What ends it early is said on stderr. run_close() afterwards, whatever it returns. */
enum exit_code run_open(struct run *run, const struct options *options);

/** Ends the game and the core and closes the pools. Returns EXIT_DONE, or EXIT_MEMORY iff a pool would not close. */
enum exit_code run_close(struct run *run);

#endif
