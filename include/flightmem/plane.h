/* SPDX-License-Identifier: MIT */
/** @file
 * Planes: buffers that hold pixels, with a stride that suits caches and vector units.
 *
 * The rule of the stride. A row has ceil(width * pixel_bits / 8) bytes, the stride is the next multiple of `row_align`, and the first row
 * begins at a multiple of it. The bytes between, and the bits behind the last pixel of a row, are padding: they may be read and written,
 * what is in them is unspecified.
 * - Vectors of up to `row_align` bytes that begin at the row never leave it: its last vector ends in its own padding. No tail is needed.
 * - Reads that begin at any pixel leave it. `over_read` says how far: that many bytes behind the last pixel of every row, the last row
 *   too, belong to the buffer. They may be other rows' pixels, so they may be read but not written.
 * - FM_PLANE_SPREAD: processors that compare a load with the stores before it by their low address bits only take rows whose stride is a
 *   multiple of FM_PLANE_ALIAS for one another, and wait. Such a stride grows by FM_PLANE_ROW_ALIGN bytes, or by `row_align` if that is more. */
#ifndef FLIGHTMEM_PLANE_H
#define FLIGHTMEM_PLANE_H

#include <flightmem/pool.h>

/**
 * Pixel formats. Values are for ever. Pixels of 16 bits are native-endian halfwords, XRGB8888 is a native-endian word, floats are the
 * processor's.
 */
typedef uint32_t fm_pixel_format;

#define FM_PIXEL_RGBA8888 1u  /**< bytes red, green, blue, alpha in memory order */
#define FM_PIXEL_RGB565 2u    /**< red in bits 11-15, green 5-10, blue 0-4 */
#define FM_PIXEL_RGB555 3u    /**< red in bits 0-4, green 5-9, blue 10-14, as GBA and PSX have it; bit 15 is the platform's */
#define FM_PIXEL_INDEX8 4u    /**< one byte: an index into a palette */
#define FM_PIXEL_INDEX4 5u    /**< two indices a byte, the left pixel in the low bits, as the tiles of the GBA and the textures of the PSX have it */
#define FM_PIXEL_INDEX2 6u    /**< four indices a byte, the left pixel in the low bits */
#define FM_PIXEL_INDEX1 7u    /**< eight indices a byte, the left pixel in the low bit */
#define FM_PIXEL_XRGB8888 8u  /**< red in bits 16-23, green 8-15, blue 0-7 of a word; the rest means nothing. As emulator cores give it */
#define FM_PIXEL_XRGB1555 9u  /**< red in bits 10-14, green 5-9, blue 0-4; bit 15 means nothing. As emulator cores give it */
#define FM_PIXEL_GREY8 10u    /**< one byte: one sample, of light or of one colour difference */
#define FM_PIXEL_UV88 11u     /**< bytes U, V in memory order */
#define FM_PIXEL_F32 12u      /**< one 32-bit float */
#define FM_PIXEL_RGBA_F32 13u /**< four 32-bit floats: red, green, blue, alpha */
#define FM_PIXEL_I420 14u     /**< three planes, a frame's (frame.h): Y, then U and V with half the sides rounded up, each GREY8 */
#define FM_PIXEL_NV12 15u     /**< two planes, a frame's (frame.h): Y, GREY8, then UV88 with half the sides rounded up */

/** Largest width and height. Pixels. */
#define FM_PLANE_SIDE_MAX 65536

/** Row alignment where fm_plane_options.row_align is 0: a cache line, and the widest vector of the supported hosts. Bytes. */
#define FM_PLANE_ROW_ALIGN 64

/** Largest fm_plane_options.over_read: a page. Bytes. */
#define FM_PLANE_OVER_READ_MAX 4096

/** Addresses that differ by a multiple of this may be taken for one another by a processor; two of them are the 4 KiB of which it is known. Bytes. */
#define FM_PLANE_ALIAS 2048

/** Largest row_align with FM_PLANE_SPREAD: the four planes of a frame begin at four places between two aliases. Bytes. */
#define FM_PLANE_SPREAD_ALIGN_MAX (FM_PLANE_ALIAS / 4)

/* fm_plane_options.flags */
#define FM_PLANE_SPREAD 1u /**< no stride is a multiple of FM_PLANE_ALIAS, and no two planes of a frame begin a multiple of it apart */

FM_STATIC_ASSERT(FM_PLANE_ROW_ALIGN % FM_VECTOR_ALIGN == 0, "a row begins where every vector of the target may: raise FM_PLANE_ROW_ALIGN");
FM_STATIC_ASSERT(FM_PLANE_ROW_ALIGN % FM_POOL_ALIGN == 0, "a row begins where a pool's block may");

/**
 * What a line of pixels is aligned to, as a type: `static fm_plane_line memory[FM_PLANE_LINES(bytes)];` is storage whose rows are aligned.
 * Frozen.
 */
typedef struct fm_plane_line {
	FM_ALIGNED(FM_PLANE_ROW_ALIGN) unsigned char bytes[FM_PLANE_ROW_ALIGN]; /**< pixels */
} fm_plane_line;

FM_STATIC_ASSERT(sizeof(fm_plane_line) == FM_PLANE_ROW_ALIGN, "lines touch");

/** How many fm_plane_line hold `bytes` bytes. */
#define FM_PLANE_LINES(bytes) (((size_t)(bytes) + (FM_PLANE_ROW_ALIGN - 1)) / FM_PLANE_ROW_ALIGN)

/** What a plane shall be. */
typedef struct fm_plane_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	uint32_t width;         /**< pixels, 1 to FM_PLANE_SIDE_MAX */
	uint32_t height;        /**< rows, 1 to FM_PLANE_SIDE_MAX */
	fm_pixel_format format; /**< FM_PIXEL_... */
	uint32_t row_align;     /**< bytes, a power of two up to 4096 that each row starts at a multiple of; 0: FM_PLANE_ROW_ALIGN; 1: rows touch,
	                             as display hardware wants */
	uint32_t flags;         /**< FM_PLANE_SPREAD, or 0 */
	uint32_t over_read;     /**< bytes that may be read behind the last pixel of any row, 0 to FM_PLANE_OVER_READ_MAX */
} fm_plane_options;

/** A plane. Frozen: grows by planes of a frame, not by members. */
typedef struct fm_plane {
	fm_buffer buffer;       /**< the bytes; `len` is stride * height, and what `over_read` needs behind it. A view's token is 0 */
	uint32_t width;         /**< pixels */
	uint32_t height;        /**< rows */
	fm_pixel_format format; /**< FM_PIXEL_... */
	uint32_t pixel_bits;    /**< bits of a pixel */
	uint32_t stride;        /**< bytes from a row to the next */
	uint32_t row_align;     /**< bytes that every row begins at a multiple of; as asked, the default filled in */
} fm_plane;

FM_BEGIN_DECLS

/** Bits of a pixel; 0 iff there is no such format of one plane. */
FM_API uint32_t fm_pixel_bits(fm_pixel_format format);

/** Planes of a frame of this format, 1 to FM_FRAME_PLANES (frame.h); 0 iff there is no such format. */
FM_API uint32_t fm_pixel_planes(fm_pixel_format format);

/**
 * The plane that the options describe, without memory: `buffer.data` is NULL and `buffer.token` 0, all else is set.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff an argument is NULL, or width or height is 0 or above FM_PLANE_SIDE_MAX, or `over_read` is above its
 * limit; FM_E_UNSUPPORTED iff there is no such format of one plane, or no such flag; FM_E_ALIGNMENT iff `row_align` is no power of two or
 * above 4096, or above FM_PLANE_SPREAD_ALIGN_MAX with FM_PLANE_SPREAD; FM_E_RANGE iff the bytes exceed SIZE_MAX;
 * FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure leaves `*out`. O(1), any thread.
 */
FM_API fm_status fm_plane_describe(const fm_plane_options *options, fm_plane *out);

/** A plane in a buffer of `pool`. Returns as fm_plane_describe() and fm_pool_acquire(). A failure leaves `*out`. The content is unspecified. */
FM_API FM_NODISCARD fm_status fm_plane_acquire(fm_pool *pool, const fm_plane_options *options, fm_plane *out, fm_refusal *why);

/** Releases a plane's buffer. Returns as fm_pool_release(): FM_E_FOREIGN for a view; FM_E_ARGUMENT also iff `plane` is NULL. */
FM_API fm_status fm_plane_release(fm_pool *pool, const fm_plane *plane);

/**
 * A view of the rectangle of `width` times `height` pixels whose left upper pixel is (x, y). It has the plane's rows, so its stride is the
 * plane's; `row_align` is what is left of it, `buffer.len` reaches to its last pixel, and its token is 0: it owns nothing and ends with the plane.
 * The plane is believed as far as its own numbers go: no view reaches past `buffer.len`.
 *
 * Formats below 8 bits: a view begins at a byte, so `x` is a multiple of 8 / pixel_bits. It may end inside one; then the byte of its last
 * pixels has neighbours in it, whose bits a writer keeps.
 *
 * @param plane  with memory; may be a view
 * @param out    may be `plane`
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `plane` or `out` is NULL, or the plane has no memory, or `width` or `height` is 0; FM_E_UNSUPPORTED iff
 * its format is none of one plane; FM_E_RANGE iff the rectangle passes a side of the plane or the end of its buffer; FM_E_ALIGNMENT iff
 * (x, y) does not begin a byte. Judged in this order; a failure leaves `*out`. O(1), any thread.
 */
FM_API fm_status fm_plane_rectangle(const fm_plane *plane, uint32_t x, uint32_t y, uint32_t width, uint32_t height, fm_plane *out);

/** First byte of row `y`; NULL iff `plane` is NULL, has no memory, or has no such row. */
FM_INLINE void *fm_plane_row(const fm_plane *plane, uint32_t y)
{
	if (FM_UNLIKELY(plane == NULL || y >= plane->height || plane->buffer.data == NULL))
		return NULL;
	return (unsigned char *)plane->buffer.data + (size_t)y * plane->stride;
}

FM_END_DECLS

#endif
