/* SPDX-License-Identifier: MIT */
/** @file
 * Frames: up to four planes in one buffer, and chains of two or three of them between who draws and who shows.
 *
 * A chain takes all its memory when it is opened. From then on it moves numbers, never pixels: no call waits, none asks the pool, and
 * nothing is cleared unless the options say so.
 *
 *     producer:  fm_frames_acquire() -> draw -> fm_frames_present()          consumer:  fm_frames_latest() -> show
 *
 * - Three frames: the producer always has one to draw on. A frame that was presented and not looked at gives way to a newer one.
 * - Two frames: the producer has one to draw on only after the consumer has looked at the last one that was presented; no frame is lost. */
#ifndef FLIGHTMEM_FRAME_H
#define FLIGHTMEM_FRAME_H

#include <flightmem/plane.h>

/** Planes of a frame, at most. */
#define FM_FRAME_PLANES 4

/** A frame. Its planes are views of its buffer: their tokens are 0. Frozen. */
typedef struct fm_frame {
	fm_buffer buffer;                /**< the bytes of all planes. Of a chain: the token is 0, the chain owns them */
	fm_plane plane[FM_FRAME_PLANES]; /**< the first `count` of them, in the order of the format */
	uint32_t count;                  /**< planes */
	uint32_t index;                  /**< of a chain: which of its frames, from 0; else 0 */
	uint64_t number;                 /**< of a chain: 1 for the first frame presented, and so on; else 0 */
	uint64_t content;                /**< of a chain: the number of the frame whose pixels are in it; 0: unspecified, or cleared */
} fm_frame;

/** A chain of frames; opaque, reference counted. */
typedef struct fm_frames fm_frames;

/** Who may use a chain at the same time. */
typedef uint32_t fm_frames_sharing;
#define FM_FRAMES_ONE_THREAD 0u  /**< one thread at a time */
#define FM_FRAMES_TWO_THREADS 1u /**< one producer and one consumer, without a lock; where FM_HAS_ATOMICS */

/** Bytes of a chain's control block, at most, for the whole major version. */
#define FM_FRAMES_CONTROL_BYTES (96 * sizeof(void *))

/** Options of a chain. Zero is the default of each member but pool, width, height and format. */
typedef struct fm_frames_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	fm_pool *pool;             /**< the frames' memory; the chain keeps a reference */
	void *control;             /**< NULL: a buffer of the pool; or the caller's bytes, aligned to FM_POOL_ALIGN, which outlive the chain */
	size_t control_size;       /**< bytes at `control`, at least FM_FRAMES_CONTROL_BYTES */
	uint32_t width;            /**< as fm_plane_options */
	uint32_t height;           /**< as fm_plane_options */
	fm_pixel_format format;    /**< as fm_plane_options, formats of more planes too */
	uint32_t row_align;        /**< as fm_plane_options */
	uint32_t flags;            /**< as fm_plane_options */
	uint32_t over_read;        /**< as fm_plane_options */
	uint32_t depth;            /**< frames: 2 or 3; 0: 3 */
	fm_frames_sharing sharing; /**< FM_FRAMES_... */
	uint32_t clear;            /**< 1: fm_frames_acquire() sets every byte of the frame to 0, in O(bytes); 0: nothing is cleared */
	uint32_t reserved;         /**< 0 */
} fm_frames_options;

FM_BEGIN_DECLS

/**
 * The frame that the options describe, without memory: `data` is NULL everywhere, `buffer.len` is what it takes. Each plane begins at a
 * multiple of `row_align`; with FM_PLANE_SPREAD, plane n at n quarters of FM_PLANE_ALIAS beyond a multiple of it.
 *
 * Returns as fm_plane_describe(), for formats of one plane and of more. A failure leaves `*out`. O(1), any thread.
 */
FM_API fm_status fm_frame_describe(const fm_plane_options *options, fm_frame *out);

/** A frame in one buffer of `pool`. Returns as fm_frame_describe() and fm_pool_acquire(). A failure leaves `*out`. The content is unspecified. */
FM_API FM_NODISCARD fm_status fm_frame_acquire(fm_pool *pool, const fm_plane_options *options, fm_frame *out, fm_refusal *why);

/** Releases a frame's buffer. Returns as fm_pool_release(): FM_E_FOREIGN for a chain's frame; FM_E_ARGUMENT also iff `frame` is NULL. */
FM_API fm_status fm_frame_release(fm_pool *pool, const fm_frame *frame);

/**
 * Opens a chain. Its frames, and its control block if the options give no place for it, are buffers of the pool: the control block is the
 * one acquired first. In a `slots` pool it takes a slot, and in a region's pool it lies in the region: there `control` is better.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `options` or `out` or the pool is NULL; FM_E_UNSUPPORTED iff depth is not one of the above, or `clear`
 * is above 1, or there is no such sharing, on this platform; FM_E_ALIGNMENT iff `control` is not aligned to FM_POOL_ALIGN; FM_E_TOO_LARGE iff
 * `control_size` is too small: `why->help_bytes` is what it takes; what else fm_frame_describe() and fm_pool_acquire() return;
 * FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says.
 * A failed call leaves `*out` and gives back what it took; the pool has counted it. O(1) beside the pool's work.
 * Open, the last unref and close are calls on the pool and need its exclusion; no other call touches it.
 */
FM_API FM_NODISCARD fm_status fm_frames_open(const fm_frames_options *options, fm_frames **out, fm_refusal *why);

/**
 * Producer: a frame to draw on.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL; FM_E_BUSY iff one is out already; FM_E_EXHAUSTED iff there is none to draw on: of two
 * frames, one is shown and the other was not looked at yet. A failure changes nothing and leaves `*out`. O(1) unless options.clear.
 */
FM_API FM_NODISCARD fm_status fm_frames_acquire(fm_frames *frames, fm_frame *out);

/**
 * Producer: the frame is drawn; it is the latest now.
 *
 * @param frame  as acquired; `index`, `number` and `buffer.data` are judged, the rest is not looked at
 *
 * Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL; FM_E_FOREIGN iff `index` and `buffer.data` are none of this chain's, or `number` was
 * never given to a frame to draw on; FM_E_STALE iff it was, and that frame was presented or cancelled. A failure changes nothing. O(1).
 */
FM_API fm_status fm_frames_present(fm_frames *frames, const fm_frame *frame);

/** Producer: the frame is not drawn after all; its number goes to the next one, its content is unspecified. Returns as fm_frames_present(). */
FM_API fm_status fm_frames_cancel(fm_frames *frames, const fm_frame *frame);

/**
 * Consumer: the latest frame presented; the same as before, by its number, iff there is no newer one. It stays as it is until the consumer's
 * next call.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL; FM_E_NOT_FOUND iff none was presented yet. A failure leaves `*out`. O(1).
 */
FM_API fm_status fm_frames_latest(fm_frames *frames, fm_frame *out);

/** One more reference. Returns `frames`; NULL stays NULL. */
FM_API fm_frames *fm_frames_ref(fm_frames *frames);

/** Drops a reference; the last one gives the frames back to the pool, whatever is out. NULL is fine. */
FM_API void fm_frames_unref(fm_frames *frames);

/**
 * Closes the chain: the strict end, for the one owner. Returns FM_OK; FM_E_BUSY iff a frame is acquired and neither presented nor cancelled, or
 * another reference is held, and then nothing changes; FM_E_ARGUMENT iff `frames` is NULL. What the consumer looked at last ends with it.
 */
FM_API fm_status fm_frames_close(fm_frames *frames);

FM_END_DECLS

#endif
