/* SPDX-License-Identifier: MIT */
/** @file
 * The frames after the warm-up, and the proof that drawing them asks nobody for memory. */
#ifndef RETRO_GRAPH_FRAMES_H
#define RETRO_GRAPH_FRAMES_H

#include <flightmem/quiet.h>

#include "stage.h"

/** What was seen while the frames were drawn. */
struct proof {
	fm_status quiet;         /**< FM_OK iff no call asked for memory or gave any back */
	fm_quiet_report heard;   /**< the calls */
	uint64_t frames;         /**< drawn */
	uint64_t planes;         /**< acquired meanwhile, each in bytes that were used before */
	uint64_t growth;         /**< bytes by which the peaks of all pools rose meanwhile */
	uint64_t nanoseconds;    /**< it took */
};

/** Draws a few frames, seals every pool, then draws `options->frames` more in a quiet scope. The picture fades in; the last is whole. */
enum exit_code frames_run(struct stage *stage, const struct options *options, struct proof *proof);

/** True iff nothing was asked for, and all would have been heard. */
int proof_holds(const struct proof *proof);

#endif
