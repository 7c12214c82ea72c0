/* SPDX-License-Identifier: MIT */
/** @file
 * The stage: a console's memory made real, the pools on it, the photograph at the screen's size, and what was refused on the way. */
#ifndef RETRO_GRAPH_STAGE_H
#define RETRO_GRAPH_STAGE_H

#include <flightmem.h>

#include "options.h"
#include "scale.h"

enum { POOLS_MAX = 8, NOTES_MAX = 8, MODES_MAX = 4, NOTE_BYTES = 224, NAME_BYTES = 64 };

/** A pool and where its bytes lie. */
struct stage_pool {
	fm_pool *pool;
	const char *region; /**< of the console; NULL: the host's memory */
	const char *holds;  /**< what is in it */
};

/** A request that was refused. */
struct note {
	char asked[NOTE_BYTES];       /**< for what */
	char why[NOTE_BYTES];         /**< the refusal as a sentence */
	char consequence[NOTE_BYTES]; /**< what was done instead */
};

/** A way of showing pictures, and how many of them video memory holds. */
struct stage_mode {
	char name[NAME_BYTES];
	uint64_t page_bytes; /**< from one picture to the next in video memory */
	uint32_t pages;      /**< pictures that fit; 2: double-buffered */
	int chosen;
};

struct console;

/** Everything that lives as long as the program. */
struct stage {
	const struct console *console;
	fm_space *space;
	struct stage_pool pools[POOLS_MAX];
	struct note notes[NOTES_MAX];
	uint32_t pool_count;
	uint32_t note_count;
	uint32_t width;        /**< of the screen, pixels */
	uint32_t height;       /**< rows */
	struct stage_mode modes[MODES_MAX];
	uint32_t mode_count;
	fm_address shown_at;   /**< the picture on the screen */
	uint64_t written;      /**< bytes that went to video memory */
	fm_pool *source_pool;
	fm_plane source;       /**< the photograph, host memory */
	fm_pool *out_pool;
	fm_plane out;          /**< the pixels of the file written, 3 bytes each, host memory */
	fm_plane picture;      /**< at the screen's size, the console's memory */
	struct crop crop;      /**< what of the photograph the screen shows */
	fm_pool *line_pool;    /**< where a line of screen pixels is made */
	fm_pool *rows_pool;    /**< where rows of sums and of what the ditherer owes are kept */
	uint64_t acquired;     /**< planes acquired so far */
};

/** A console. One static instance each. */
struct console {
	const char *id; /**< of its profile */
	/** Opens its pools and screen; the mode is in `options`. */
	enum exit_code (*open)(struct stage *stage, const struct options *options);
	/** Called when `picture` holds the scaled photograph, before the first frame. NULL: nothing to do. */
	enum exit_code (*prepare)(struct stage *stage);
	/** Draws the picture at a brightness of 0 to 256 where it is not seen, then shows it. */
	enum exit_code (*frame)(struct stage *stage, uint32_t brightness);
	/** Copies what the screen shows to `out`. */
	void (*read_back)(const struct stage *stage);
	/** Gives back planes and reservations; what is not out is skipped. */
	void (*close)(struct stage *stage);
};

extern const struct console console_gba;
extern const struct console console_psx;

/** Opens the console's space. */
enum exit_code stage_open(struct stage *stage, const struct options *options);

/** Closes pools and space, the last first; EXIT_BROKEN after a complaint iff one of them still has something out. */
enum exit_code stage_close(struct stage *stage);

/**
 * Opens a pool and lists it: in `region` of the console (NULL: host memory), named `name`.
 *
 * @param capacity    bytes; 0 in a region: all that is left of it
 * @param block_size  0: an arena, else slots
 */
enum exit_code stage_pool(struct stage *stage, const char *region, const char *name, const char *holds, uint64_t capacity, size_t block_size, fm_pool **out);

/** Seals every pool. */
enum exit_code stage_seal(struct stage *stage);

/** A plane of a pool; 0 iff it was refused, and then `why` says why. Rows touch, each at a multiple of `row_align`. */
int stage_plane(struct stage *stage, fm_pool *pool, uint32_t width, uint32_t height, fm_pixel_format format, uint32_t row_align, fm_plane *out,
		fm_refusal *why);

/** As stage_plane(), where there is no other way: EXIT_REFUSED after a complaint. */
enum exit_code stage_need(struct stage *stage, fm_pool *pool, uint32_t width, uint32_t height, fm_pixel_format format, uint32_t row_align,
			  const char *what, fm_plane *out);

/** Bytes that such a plane takes of an arena. */
uint64_t stage_plane_bytes(uint32_t width, uint32_t height, fm_pixel_format format, uint32_t row_align);

/** Gives a plane back, if it is one, and clears it. EXIT_BROKEN after a complaint iff the pool does not know it. */
enum exit_code stage_drop(fm_pool *pool, fm_plane *plane);

/** Notes a refusal that has a consequence. */
void stage_note(struct stage *stage, const fm_refusal *why, const char *consequence, const char *asked, ...) __attribute__((format(printf, 4, 5)));

#endif
