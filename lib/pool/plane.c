/* SPDX-License-Identifier: MIT */
/** @file
 * Planes: from pixels to bytes, and a pool's buffer with both. */
#include "pool/plane.h"

#include "base/abi.h"
#include "base/refuse.h"

/** Bytes of fm_plane_options in the first release. */
#define PLANE_OPTIONS_FIRST_SIZE (offsetof(fm_plane_options, over_read) + sizeof(uint32_t))

/** Largest row alignment. */
#define ROW_ALIGN_MAX 4096

static int side_is_valid(uint32_t side)
{
	return side >= 1 && side <= FM_PLANE_SIDE_MAX;
}

static int alignment_is_valid(uint32_t align, uint32_t flags)
{
	return (align & (align - 1)) == 0 && align <= ((flags & FM_PLANE_SPREAD) != 0 ? FM_PLANE_SPREAD_ALIGN_MAX : ROW_ALIGN_MAX);
}

fm_status fm_plane_read_options(const fm_plane_options *options, fm_plane_options *known)
{
	fm_status status = fm_abi_import(known, sizeof *known, PLANE_OPTIONS_FIRST_SIZE, options);

	if (status != FM_OK)
		return status;
	if (!side_is_valid(known->width) || !side_is_valid(known->height) || known->over_read > FM_PLANE_OVER_READ_MAX)
		return FM_E_ARGUMENT;
	if ((known->flags & ~FM_PLANE_SPREAD) != 0)
		return FM_E_UNSUPPORTED;
	if (known->row_align == 0)
		known->row_align = FM_PLANE_ROW_ALIGN;
	return alignment_is_valid(known->row_align, known->flags) ? FM_OK : FM_E_ALIGNMENT;
}

uint64_t fm_plane_lay_out(const fm_plane_options *known, uint32_t width, uint32_t height, fm_pixel_format format, fm_plane *out)
{
	uint32_t pixel = fm_pixel_bits(format), align = known->row_align;

	/* Sides are at most 2^16 and a pixel 16 bytes: a row fits 32 bits, in bits too, a plane 64, though not every size_t. */
	uint32_t row = (width * pixel + 7) / 8;
	uint32_t stride = (row + (align - 1)) & ~(align - 1);

	if ((known->flags & FM_PLANE_SPREAD) != 0 && stride % FM_PLANE_ALIAS == 0)
		stride += align > FM_PLANE_ROW_ALIGN ? align : FM_PLANE_ROW_ALIGN;

	uint32_t padding = stride - row;
	uint64_t bytes = (uint64_t)stride * height + (known->over_read > padding ? known->over_read - padding : 0);

	out->buffer = (fm_buffer){ .len = (size_t)bytes };
	out->width = width;
	out->height = height;
	out->format = format;
	out->pixel_bits = pixel;
	out->stride = stride;
	out->row_align = align;
	return bytes;
}

fm_status fm_plane_describe(const fm_plane_options *options, fm_plane *out)
{
	fm_plane_options known;
	fm_plane plane;
	fm_status status = out == NULL ? FM_E_ARGUMENT : fm_plane_read_options(options, &known);

	if (status != FM_OK)
		return status;
	if (fm_pixel_bits(known.format) == 0)
		return FM_E_UNSUPPORTED;
	if (fm_plane_lay_out(&known, known.width, known.height, known.format, &plane) > SIZE_MAX)
		return FM_E_RANGE;
	*out = plane;
	return FM_OK;
}

fm_status fm_plane_acquire(fm_pool *pool, const fm_plane_options *options, fm_plane *out, fm_refusal *why)
{
	fm_plane plane = { .width = 0 };
	fm_status status = pool == NULL || out == NULL ? FM_E_ARGUMENT : fm_plane_describe(options, &plane);

	if (status != FM_OK)
		return fm_refuse(why, &(fm_refusal){ .status = status, .help = FM_HELP_OTHER });

	status = fm_pool_acquire(pool, plane.buffer.len, plane.row_align, &plane.buffer, why);
	if (status == FM_OK)
		*out = plane;
	return status;
}

fm_status fm_plane_release(fm_pool *pool, const fm_plane *plane)
{
	return plane == NULL ? FM_E_ARGUMENT : fm_pool_release(pool, plane->buffer.token);
}
