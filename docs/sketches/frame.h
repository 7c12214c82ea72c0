/* SPDX-License-Identifier: MIT */
/** @file
 * Sketch: frames of planes. Acquire, present, reuse; a producer and a consumer in two threads without a lock. */
#ifndef FLIGHTMEM_FRAME_H
#define FLIGHTMEM_FRAME_H

#include <flightmem/plane.h>

typedef struct fm_frames fm_frames;

/** A frame: up to four planes (planar YUV, or one). */
typedef struct fm_frame {
	fm_plane plane[4];
	uint32_t count;
	uint32_t index;
} fm_frame;

typedef struct fm_frames_options {
	size_t struct_size;
	fm_pool *pool;
	uint32_t width, height;
	fm_pixel_format format;
	uint32_t depth;   /**< 2: double, 3: triple buffering */
	uint32_t sharing; /**< one thread, or one producer and one consumer */
	uint32_t reserved;
} fm_frames_options;

FM_BEGIN_DECLS
fm_status fm_frames_open(const fm_frames_options *options, fm_frames **out, fm_refusal *why);
fm_status fm_frames_acquire(fm_frames *frames, fm_frame *out);
fm_status fm_frames_present(fm_frames *frames, const fm_frame *frame);
fm_status fm_frames_latest(fm_frames *frames, fm_frame *out);
fm_frames *fm_frames_ref(fm_frames *frames);
void fm_frames_unref(fm_frames *frames);
fm_status fm_frames_close(fm_frames *frames);
FM_END_DECLS

#endif
