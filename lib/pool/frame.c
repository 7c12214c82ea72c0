/* SPDX-License-Identifier: MIT */
/** @file
 * Frames: the planes of a format, one after the other in one buffer. */
#include "pool/frame.h"

#include "base/memory.h"
#include "base/refuse.h"
#include "pool/plane.h"

/** What a plane of a frame is. */
typedef struct plane_kind {
	fm_pixel_format format;
	uint32_t halved; /**< both sides are half the frame's, rounded up */
} plane_kind;

/** Plane `index` of a format. */
static plane_kind kind_of(fm_pixel_format format, uint32_t index)
{
	switch (format) {
	case FM_PIXEL_I420:
		return (plane_kind){ FM_PIXEL_GREY8, index != 0 };
	case FM_PIXEL_NV12:
		return (plane_kind){ index == 0 ? FM_PIXEL_GREY8 : FM_PIXEL_UV88, index != 0 };
	default:
		return (plane_kind){ format, 0 };
	}
}

/** Where plane `index` begins, at `end` or after it. */
static uint64_t place_plane(const fm_plane_options *known, uint32_t index, uint64_t end)
{
	uint64_t at = (end + (known->row_align - 1)) & ~(uint64_t)(known->row_align - 1);

	/* Quarters are multiples of every alignment that goes with the flag. */
	if ((known->flags & FM_PLANE_SPREAD) != 0)
		at += (index * (FM_PLANE_ALIAS / 4) - at) % FM_PLANE_ALIAS;
	return at;
}

fm_status fm_frame_lay_out(const fm_plane_options *options, fm_frame_layout *out)
{
	fm_plane_options known;
	uint64_t end = 0;
	fm_status status = fm_plane_read_options(options, &known);

	if (status != FM_OK)
		return status;

	uint32_t count = fm_pixel_planes(known.format);

	if (count == 0)
		return FM_E_UNSUPPORTED;

	memset(out, 0, sizeof *out);
	for (uint32_t i = 0; i < count; i++) {
		plane_kind kind = kind_of(known.format, i);
		uint64_t at = place_plane(&known, i, end);
		uint32_t width = (known.width + kind.halved) >> kind.halved, height = (known.height + kind.halved) >> kind.halved;

		end = at + fm_plane_lay_out(&known, width, height, kind.format, &out->frame.plane[i]);
		if (end > SIZE_MAX)
			return FM_E_RANGE;
		out->offset[i] = (size_t)at;
	}
	out->frame.buffer.len = (size_t)end;
	out->frame.count = count;
	return FM_OK;
}

void fm_frame_put(const fm_frame_layout *layout, void *memory, fm_frame *out)
{
	*out = layout->frame;
	out->buffer.data = memory;
	for (uint32_t i = 0; i < layout->frame.count; i++)
		out->plane[i].buffer.data = (unsigned char *)memory + layout->offset[i];
}

fm_status fm_frame_describe(const fm_plane_options *options, fm_frame *out)
{
	fm_frame_layout layout;
	fm_status status = out == NULL ? FM_E_ARGUMENT : fm_frame_lay_out(options, &layout);

	if (status == FM_OK)
		*out = layout.frame;
	return status;
}

fm_status fm_frame_acquire(fm_pool *pool, const fm_plane_options *options, fm_frame *out, fm_refusal *why)
{
	fm_frame_layout layout;
	fm_buffer buffer;
	fm_status status = pool == NULL || out == NULL ? FM_E_ARGUMENT : fm_frame_lay_out(options, &layout);

	if (status != FM_OK)
		return fm_refuse(why, &(fm_refusal){ .status = status, .help = FM_HELP_OTHER });

	status = fm_pool_acquire(pool, layout.frame.buffer.len, layout.frame.plane[0].row_align, &buffer, why);
	if (status == FM_OK) {
		fm_frame_put(&layout, buffer.data, out);
		out->buffer.token = buffer.token;
	}
	return status;
}

fm_status fm_frame_release(fm_pool *pool, const fm_frame *frame)
{
	return frame == NULL ? FM_E_ARGUMENT : fm_pool_release(pool, frame->buffer.token);
}
