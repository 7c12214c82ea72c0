/* SPDX-License-Identifier: MIT */
/** @file
 * Planes: from pixels to bytes, and a pool's buffer with both. */
#include <flightmem/plane.h>

#include "base/abi.h"
#include "base/refuse.h"

/** Bytes of fm_plane_options in the first release. */
#define PLANE_OPTIONS_FIRST_SIZE (offsetof(fm_plane_options, row_align) + sizeof(uint32_t))

/** Largest row alignment. */
#define ROW_ALIGN_MAX 4096

uint32_t fm_pixel_bits(fm_pixel_format format)
{
	switch (format) {
	case FM_PIXEL_RGBA8888:
		return 32;
	case FM_PIXEL_RGB565:
	case FM_PIXEL_RGB555:
		return 16;
	case FM_PIXEL_INDEX8:
		return 8;
	default:
		return 0;
	}
}

static int side_is_valid(uint32_t side)
{
	return side >= 1 && side <= FM_PLANE_SIDE_MAX;
}

fm_status fm_plane_describe(const fm_plane_options *options, fm_plane *out)
{
	fm_plane_options known;

	if (options == NULL || out == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_abi_import(&known, sizeof known, PLANE_OPTIONS_FIRST_SIZE, options);

	if (status != FM_OK)
		return status;

	uint32_t pixel = fm_pixel_bits(known.format);
	uint32_t align = known.row_align == 0 ? FM_PLANE_ROW_ALIGN : known.row_align;

	if (!side_is_valid(known.width) || !side_is_valid(known.height))
		return FM_E_ARGUMENT;
	if (pixel == 0)
		return FM_E_UNSUPPORTED;
	if ((align & (align - 1)) != 0 || align > ROW_ALIGN_MAX)
		return FM_E_ALIGNMENT;

	/* Sides are at most 2^16 and a pixel 4 bytes: a row fits 32 bits, a plane 64, though not every size_t. */
	uint32_t stride = (known.width * (pixel / 8) + (align - 1)) & ~(align - 1);
	uint64_t bytes = (uint64_t)stride * known.height;

	if (bytes > SIZE_MAX)
		return FM_E_RANGE;

	out->buffer = (fm_buffer){ .len = (size_t)bytes };
	out->width = known.width;
	out->height = known.height;
	out->format = known.format;
	out->pixel_bits = pixel;
	out->stride = stride;
	out->row_align = align;
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
