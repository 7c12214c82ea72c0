/* SPDX-License-Identifier: MIT */
/** @file
 * Views of rectangles of planes. */
#include <flightmem/plane.h>

/** The largest alignment that both have: the lowest bit of either. `align` is no 0. */
static uint32_t common_alignment(uint64_t offset, uint32_t align)
{
	uint64_t all = offset | align;

	return (uint32_t)(all & (0 - all));
}

/** True iff `count` places from `first` on, at least one, are among the first `all`. */
static int is_inside(uint32_t first, uint32_t count, uint32_t all)
{
	return first < all && count <= all - first;
}

fm_status fm_plane_rectangle(const fm_plane *plane, uint32_t x, uint32_t y, uint32_t width, uint32_t height, fm_plane *out)
{
	if (plane == NULL || out == NULL || plane->buffer.data == NULL || width == 0 || height == 0)
		return FM_E_ARGUMENT;

	uint64_t pixel = fm_pixel_bits(plane->format);

	if (pixel == 0)
		return FM_E_UNSUPPORTED;
	if (!is_inside(x, width, plane->width) || !is_inside(y, height, plane->height))
		return FM_E_RANGE;

	/* Coordinates and strides have 32 bits, pixels 128 bits at most: nothing here reaches 2^64. */
	uint64_t last_row = (uint64_t)(height - 1) * plane->stride + (width * pixel + x * pixel % 8 + 7) / 8;
	uint64_t first = (uint64_t)y * plane->stride + x * pixel / 8;

	if (first > plane->buffer.len || last_row > plane->buffer.len - first)
		return FM_E_RANGE;
	if (x * pixel % 8 != 0)
		return FM_E_ALIGNMENT;

	fm_plane view = *plane;

	view.buffer = (fm_buffer){ .data = (unsigned char *)plane->buffer.data + (size_t)first, .len = (size_t)last_row };
	view.width = width;
	view.height = height;
	view.row_align = common_alignment(first, plane->row_align);
	*out = view;
	return FM_OK;
}
