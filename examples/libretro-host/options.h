/* SPDX-License-Identifier: MIT */
/** @file
 * The command line of libretro-host. */
#ifndef LIBRETRO_HOST_OPTIONS_H
#define LIBRETRO_HOST_OPTIONS_H

#include <stdint.h>

/** What the program ends with. */
enum exit_code {
	EXIT_DONE = 0,
	EXIT_ALLOCATED = 1, /**< the host allocated while frames ran */
	EXIT_USAGE = 2,
	EXIT_CORE = 3,      /**< not a core that can be run, or it broke its own word */
	EXIT_GAME = 4,      /**< the game can't be read, or the core refuses it */
	EXIT_MEMORY = 5,    /**< a pool was refused */
	EXIT_FILE = 6,      /**< the picture, or standard output, can't be written */
};

struct options {
	const char *core;
	const char *game;      /**< NULL: the core is loaded and announces, no more */
	const char *picture;   /**< NULL, or where the last frame goes */
	const char *directory; /**< NULL, or what is offered for system files and saves */
	uint64_t frames;
	int json;
	int verbose;
};

/** Reads the command line. Returns EXIT_DONE, or EXIT_USAGE with the reason on stderr; ends the program after --help. */
enum exit_code options_read(struct options *options, int count, char **arguments);

#endif
