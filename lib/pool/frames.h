/* SPDX-License-Identifier: MIT */
/** @file
 * What a chain of frames is made of.
 *
 * Each frame has one owner: the producer (`back`), the consumer (`front`), or `middle`, the one word that both move. Whoever takes what is
 * in `middle` puts his own there in the same step:
 *
 *     three frames:  present: back <-> middle, now FRESH            latest, if middle is FRESH: front <-> middle
 *     two frames:    acquire, if middle is not FRESH: back <- middle, which has NONE      present, latest: as above
 *
 * With NONE in it, or a frame that is not FRESH, only the producer moves `middle`; with a FRESH one of two frames, only the consumer. So
 * no exchange can fail, and none is tried twice. */
#ifndef FLIGHTMEM_POOL_FRAMES_H
#define FLIGHTMEM_POOL_FRAMES_H

#include "pool/frame.h"

/** Frames of a chain, at most. */
#define FM_FRAMES_DEPTH_MAX 3

/** No frame, in `middle` and `back`. */
#define FM_FRAMES_NONE 3u

/** In `middle`: the frame was presented, and not looked at yet. */
#define FM_FRAMES_FRESH 4u

/** One frame of a chain. */
typedef struct fm_frames_slot {
	void *data;
	uint64_t token;
	uint64_t number; /**< of the frame whose pixels are in it, 0: unspecified. Its owner's */
} fm_frames_slot;

struct fm_frames {
	fm_frame_layout layout;
	fm_frames_slot slots[FM_FRAMES_DEPTH_MAX];
	fm_pool *pool;
	uint64_t control_token; /**< of the buffer that this lies in; 0: it lies in the caller's bytes */
	uint64_t given;         /**< the highest number that a frame to draw on has had; the producer's */
	uint64_t presented;     /**< how many frames; the producer's */
	uint32_t back;          /**< the producer's frame, or NONE */
	uint32_t drawing;       /**< 1: `back` is acquired; the producer's */
	uint32_t front;         /**< the consumer's frame */
	uint32_t middle;        /**< the frame that is neither's, or NONE; FRESH may be added */
	uint32_t references;
	uint32_t depth;
	uint32_t clear;
};

FM_STATIC_ASSERT(sizeof(struct fm_frames) <= FM_FRAMES_CONTROL_BYTES, "raise FM_FRAMES_CONTROL_BYTES");

#endif
