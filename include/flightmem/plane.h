/* SPDX-License-Identifier: MIT */
/** @file
 * Planes: buffers that hold pixels, with a stride that suits caches and vector units. */
#ifndef FLIGHTMEM_PLANE_H
#define FLIGHTMEM_PLANE_H

#include <flightmem/pool.h>

/** Pixel formats. Values are for ever. 16-bit pixels are native-endian halfwords. */
typedef uint32_t fm_pixel_format;

#define FM_PIXEL_RGBA8888 1u /**< bytes red, green, blue, alpha in memory order */
#define FM_PIXEL_RGB565 2u   /**< red in bits 11-15, green 5-10, blue 0-4 */
#define FM_PIXEL_RGB555 3u   /**< red in bits 0-4, green 5-9, blue 10-14, as GBA and PSX have it; bit 15 is the platform's */
#define FM_PIXEL_INDEX8 4u   /**< one byte: an index into a palette */

/** Largest width and height. Pixels. */
#define FM_PLANE_SIDE_MAX 65536

/** Row alignment where fm_plane_options.row_align is 0: a cache line, and the widest vector of the supported hosts. Bytes. */
#define FM_PLANE_ROW_ALIGN 64

/** What a plane shall be. */
typedef struct fm_plane_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint32_t width;         /**< pixels, 1 to FM_PLANE_SIDE_MAX */
	uint32_t height;        /**< rows, 1 to FM_PLANE_SIDE_MAX */
	fm_pixel_format format; /**< FM_PIXEL_... */
	uint32_t row_align;     /**< bytes, a power of two up to 4096 that each row starts at a multiple of; 0: FM_PLANE_ROW_ALIGN; 1: rows touch, as display hardware wants */
} fm_plane_options;

/** A plane. Frozen: grows by planes of a frame, not by members. */
typedef struct fm_plane {
	fm_buffer buffer;       /**< the bytes; `len` is stride * height */
	uint32_t width;         /**< pixels */
	uint32_t height;        /**< rows */
	fm_pixel_format format; /**< FM_PIXEL_... */
	uint32_t pixel_bits;    /**< bits of a pixel */
	uint32_t stride;        /**< bytes from a row to the next */
	uint32_t row_align;     /**< bytes; as asked, the default filled in */
} fm_plane;

FM_BEGIN_DECLS

/** Bits of a pixel; 0 iff there is no such format. */
FM_API uint32_t fm_pixel_bits(fm_pixel_format format);

/**
 * The plane that the options describe, without memory: `buffer.data` is NULL and `buffer.token` 0, all else is set.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL, or width or height is 0 or above FM_PLANE_SIDE_MAX; FM_E_UNSUPPORTED iff there
 * is no such format; FM_E_ALIGNMENT iff `row_align` is no power of two or above 4096; FM_E_RANGE iff the bytes exceed SIZE_MAX;
 * FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure leaves `*out`. O(1), any thread.
 */
FM_API fm_status fm_plane_describe(const fm_plane_options *options, fm_plane *out);

/** A plane in a buffer of `pool`. Returns as fm_plane_describe() and fm_pool_acquire(). A failure leaves `*out`. The content is unspecified. */
FM_API FM_NODISCARD fm_status fm_plane_acquire(fm_pool *pool, const fm_plane_options *options, fm_plane *out, fm_refusal *why);

/** Releases a plane's buffer. Returns as fm_pool_release(); FM_E_ARGUMENT also iff `plane` is NULL. */
FM_API fm_status fm_plane_release(fm_pool *pool, const fm_plane *plane);

/** First byte of row `y`; NULL iff `plane` is NULL, has no memory, or has no such row. */
FM_INLINE void *fm_plane_row(const fm_plane *plane, uint32_t y)
{
	if (FM_UNLIKELY(plane == NULL || y >= plane->height || plane->buffer.data == NULL))
		return NULL;
	return (unsigned char *)plane->buffer.data + (size_t)y * plane->stride;
}

FM_END_DECLS

#endif
