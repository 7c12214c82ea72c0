/* SPDX-License-Identifier: MIT */
/** @file
 * How frames are laid out, for frames of a pool and for chains. */
#ifndef FLIGHTMEM_POOL_FRAME_H
#define FLIGHTMEM_POOL_FRAME_H

#include <flightmem/frame.h>

/** A frame without memory, and where its planes begin. */
typedef struct fm_frame_layout {
	fm_frame frame;
	size_t offset[FM_FRAME_PLANES]; /**< bytes from the first of the frame */
} fm_frame_layout;

/** fm_frame_describe() with the offsets. */
fm_status fm_frame_lay_out(const fm_plane_options *options, fm_frame_layout *out);

/** The frame of a layout whose first byte is at `memory`. */
void fm_frame_put(const fm_frame_layout *layout, void *memory, fm_frame *out);

#endif
