/* SPDX-License-Identifier: MIT */
/** @file
 * Good fit over numbered granules: which of them are free, and where a block of so many goes. It knows no addresses and touches only its
 * records, so user data can't break it; no call but those that say so depends on how many blocks or runs there are.
 *
 *     granule   0 1 2 3 4 5 6 7 ...  63 | 64 ...                a line is 64 granules
 *     free      . . . 1 1 1 . . ...   . |  . ...                a bit for each free granule
 *     starts    1 . . . . . 1 . ...   . |  . ...                a bit where a block begins
 *     lengths   of the block or run that begins in the line and holds its last granule
 *     begins    of the run that holds the line's first granule and ends in it
 *
 * The `free` bits of lines strictly inside a block or run are neither kept nor read: that makes large ones O(1). `starts` bits there are 0.
 * Free runs never touch, so at most one ends in each pair of granules: a list has a node a pair. Lists are rings whose heads are nodes
 * behind the pairs: who leaves one needs to know neither its class nor whether it is the last. */
#ifndef FLIGHTMEM_STRATEGY_FIT_H
#define FLIGHTMEM_STRATEGY_FIT_H

#include <flightmem/status.h>

/** No granule. */
#define FM_FIT_NONE UINT32_MAX

/** Granules, at most: numbers of pairs and heads fit 32 bits, and none is FM_FIT_NONE. */
#define FM_FIT_GRANULES_MAX (UINT32_MAX - 1)

typedef struct fm_fit_link {
	uint32_t next, previous;
} fm_fit_link;

/** What is free and what is not. Two classes of lengths an octave, four where lengths stay below 2^16: one word has a bit for each list. */
typedef struct fm_fit {
	uint64_t *free;
	uint64_t *starts;
	uint32_t *lengths;
	uint32_t *begins;
	fm_fit_link *links;
	uint64_t classes; /**< bit c: the list of class c is not empty */
	uint32_t granules;
	uint32_t used;    /**< granules in blocks */
	uint32_t heads;   /**< node of class 0's head */
	uint32_t steps;   /**< log2 of the classes an octave */
} fm_fit;

/** Bytes of records, a multiple of 8, for `granules`, 1 to FM_FIT_GRANULES_MAX; 0 iff they exceed SIZE_MAX. About 4.4 a granule. */
size_t fm_fit_records(uint32_t granules);

/** Begins with all granules free. `records` has what fm_fit_records() says, aligned to 8. O(granules / 64). */
void fm_fit_start(fm_fit *fit, void *records, uint32_t granules);

/** A block of `count` granules; FM_FIT_NONE iff no run is found that has them, or `count` is 0. */
uint32_t fm_fit_take(fm_fit *fit, uint32_t count);

/** The same at a granule g with (g + phase) a multiple of `align`, a power of two. */
uint32_t fm_fit_take_aligned(fm_fit *fit, uint32_t count, uint32_t align, uint32_t phase);

/** Takes back the block that begins at `granule`, any number. Returns its granules; 0 iff no block begins there. */
uint32_t fm_fit_give(fm_fit *fit, uint32_t granule);

/** Granules of the block that begins at `granule`, any number; 0 iff none does. */
uint32_t fm_fit_length(const fm_fit *fit, uint32_t granule);

/** The most granules that the block which begins at `granule` could have where it lies. */
uint32_t fm_fit_room(const fm_fit *fit, uint32_t granule);

/**
 * Makes the block that begins at `granule` have `count` granules where it lies. False iff no block begins
 * there, `count` is 0, or there is no room behind it.
 */
int fm_fit_resize(fm_fit *fit, uint32_t granule, uint32_t count);

/** The most that fm_fit_take_aligned() would grant now. At an `align` of 1 O(1), else up to four runs of each class are looked at. */
uint32_t fm_fit_largest(const fm_fit *fit, uint32_t align, uint32_t phase);

/** The first granule of the block that `granule`, any number, belongs to; FM_FIT_NONE iff it is in none. O(block / 64). */
uint32_t fm_fit_owner(const fm_fit *fit, uint32_t granule);

/** What lies where a walk stands. */
typedef struct fm_fit_piece {
	uint32_t granule; /**< its first */
	uint32_t count;
	int is_block;     /**< 0: a free run */
} fm_fit_piece;

/** Moves to the piece behind `piece`; the walk begins with one of zeroes. False iff there is no more. O(1). */
int fm_fit_next(const fm_fit *fit, fm_fit_piece *piece);

/** True iff all that is said above holds. O(pieces). */
int fm_fit_is_valid(const fm_fit *fit);

#endif
