/* SPDX-License-Identifier: MIT */
/** @file
 * What the user asked for, and how the program ends. */
#ifndef RETRO_GRAPH_OPTIONS_H
#define RETRO_GRAPH_OPTIONS_H

#include <stdint.h>

/** How the program ends. */
enum exit_code {
	EXIT_DONE = 0,    /**< the picture is written, the promise was kept */
	EXIT_BROKEN = 1,  /**< memory was asked for after the warm-up */
	EXIT_USAGE = 2,   /**< the command line can't be read */
	EXIT_FILE = 3,    /**< a picture can't be read or written */
	EXIT_REFUSED = 4, /**< the console has no room for what the picture needs */
};

/** The command line. Texts are the caller's. */
struct options {
	const char *platform; /**< "gba" or "psx" */
	const char *input;    /**< the photograph */
	const char *output;   /**< what the screen shows, as PNG */
	const char *scaled;   /**< NULL, or where the scaled picture goes before it is dithered */
	const char *provoke;  /**< NULL, or the call that is made in the middle of the frames, to see the proof fail */
	uint32_t frames;      /**< drawn after the warm-up */
	uint32_t mode;        /**< GBA: 3, 4, 5; 0: the best that can be double-buffered */
	int json;             /**< the report is JSON */
	int help;             /**< only the usage was asked for */
};

/** Reads the command line. EXIT_DONE, or EXIT_USAGE after a complaint; then `options` is unspecified. */
enum exit_code options_read(struct options *options, int count, char **words);

/** Writes the usage to standard output. */
void options_usage(void);

/** Writes `retro-graph: ...` to standard error and returns `code`. */
enum exit_code complain(enum exit_code code, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
