/* SPDX-License-Identifier: MIT */
/** @file
 * Reading the lines of a good fit: lengths, neighbours and classes, without a loop. */
#ifndef FLIGHTMEM_STRATEGY_FIT_LINE_H
#define FLIGHTMEM_STRATEGY_FIT_LINE_H

#include "base/bits.h"
#include "strategy/fit.h"

/** Runs of a class that are tried before a request is refused which its shorter ones can't grant. */
#define FM_FIT_TRIES 4

/** Where the parts of the records begin, and their end. Bytes. */
typedef struct fm_fit_parts {
	size_t starts, lengths, begins, links, end;
} fm_fit_parts;

/** Nodes of the lists' members: one a pair of granules. */
static inline uint32_t fm_fit_pairs(uint32_t granules)
{
	return granules / 2 + (granules & 1);
}

/**
 * One line more than the granules fill stands behind them, and one of no free granules before them: neighbours can be looked at without
 * asking whether there are any.
 */
static inline fm_fit_parts fm_fit_cut(uint32_t granules)
{
	size_t lines = (size_t)granules / 64 + 1;
	fm_fit_parts parts;

	parts.starts = (lines + 1) * sizeof(uint64_t);
	parts.lengths = parts.starts + lines * sizeof(uint64_t);
	parts.begins = parts.lengths + lines * sizeof(uint32_t);
	parts.links = parts.begins + lines * sizeof(uint32_t);
	parts.end = parts.links + ((size_t)fm_fit_pairs(granules) + 64) * sizeof(fm_fit_link);
	return parts;
}

/** The bit of a granule in its line. */
static inline uint64_t fm_fit_bit(uint32_t granule)
{
	return UINT64_C(1) << (granule & 63);
}

/** The bits of its line from a granule on. */
static inline uint64_t fm_fit_from(uint32_t granule)
{
	return UINT64_MAX << (granule & 63);
}

/** The class of a length, not 0: the lengths of a class are at least the one that is its floor, and below the next class's. */
static inline uint32_t fm_fit_class(const fm_fit *fit, uint32_t length)
{
	uint32_t octave = fm_highest_bit(length), steps = fit->steps;

	return (octave << steps) + ((uint32_t)(((uint64_t)length << steps) >> octave) & ((1u << steps) - 1));
}

/** The classes all of whose lengths are at least `length`, not 0. */
static inline uint64_t fm_fit_classes_of(const fm_fit *fit, uint32_t length)
{
	return length == 1 ? UINT64_MAX : UINT64_MAX << fm_fit_class(fit, length - 1) << 1;
}

/** Granules of the free run that begins at `run`. */
static inline uint32_t fm_fit_run_length(const fm_fit *fit, uint32_t run)
{
	uint64_t taken = ~(fit->free[run / 64] >> (run & 63));
	uint32_t here = taken != 0 ? fm_lowest_bit(taken) : 64;

	return (run & 63) + here < 64 ? here : fit->lengths[run / 64];
}

/** The granule behind the run that ends in the pair of a node: at its first granule where the second is not free. */
static inline uint32_t fm_fit_end_of(const fm_fit *fit, uint32_t node)
{
	uint32_t granule = node * 2 + 1;

	return granule + (uint32_t)(fit->free[granule / 64] >> (granule & 63) & 1);
}

/** Granules of the free run that ends before `granule`; 0 iff there is none. */
static inline uint32_t fm_fit_free_before(const fm_fit *fit, uint32_t granule)
{
	uint32_t place = (granule - 1) & 63;
	int64_t line = ((int64_t)granule - 1) >> 6;
	uint64_t taken = ~(fit->free[line] << (63 - place));
	uint32_t here = taken != 0 ? 63 - fm_highest_bit(taken) : 64;

	return here > place ? granule - fit->begins[line] : here;
}

/** Granules from `run` to the next g with g + phase a multiple of `align`. */
static inline uint32_t fm_fit_skip(uint32_t run, uint32_t align, uint32_t phase)
{
	return (0u - run - phase) & (align - 1);
}

#endif
