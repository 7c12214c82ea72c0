/* SPDX-License-Identifier: MIT */
/** @file
 * Tiles of 8 times 8 pixels, as display hardware of the GBA and its kin keeps them, from and to planes.
 *
 * Tiles lie one after the other, row of tiles by row of tiles; in a tile, row by row. GBATEK, "LCD VRAM Character Data": 32 bytes at 4 bits,
 * 4 for each row from the topmost, the lower 4 bits of a byte for the left pixel; 64 bytes at 8 bits, 8 for each row. That is the order of
 * FM_PIXEL_INDEX4 and FM_PIXEL_INDEX8, so a row of a tile is some bytes of a row of a plane.
 *
 * Memory is read and written in aligned words of 32 bits: video RAM of the GBA writes a lone byte twice. A rectangle of a plane whose x is a
 * multiple of 8 is a plane for these calls, so a part of a picture becomes tiles, or tiles a part of a picture. */
#ifndef FLIGHTMEM_TILE_H
#define FLIGHTMEM_TILE_H

#include <flightmem/plane.h>

/** Sides of a tile. Pixels. */
#define FM_TILE_SIDE 8

/** What tiles and rows of planes that become tiles are aligned to. Bytes. */
#define FM_TILE_ALIGN 4

FM_BEGIN_DECLS

/**
 * Bytes of the tiles that hold `width` times `height` pixels.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `bytes` is NULL, or width or height is 0 or above FM_PLANE_SIDE_MAX; FM_E_UNSUPPORTED iff the format is
 * neither INDEX4 nor INDEX8; FM_E_ALIGNMENT iff width or height is no multiple of FM_TILE_SIDE; FM_E_RANGE iff the bytes exceed SIZE_MAX.
 * A failure leaves `*bytes`. O(1), any thread.
 */
FM_API fm_status fm_tiles_size(fm_pixel_format format, uint32_t width, uint32_t height, size_t *bytes);

/**
 * Writes a plane as tiles.
 *
 * @param plane  with memory, its rows at multiples of FM_TILE_ALIGN; does not overlap the tiles
 * @param tiles  at a multiple of FM_TILE_ALIGN
 * @param size   bytes at `tiles`; what fm_tiles_size() says is written, no more
 *
 * Returns FM_OK; FM_E_ARGUMENT iff a pointer is NULL or the plane has no memory; what else fm_tiles_size() returns for the plane;
 * FM_E_RANGE also iff `size` is too small, or the plane's rows pass the end of its buffer; FM_E_ALIGNMENT also iff tiles or rows are not
 * aligned. A failure writes nothing. O(pixels), any thread.
 */
FM_API fm_status fm_tiles_from_plane(const fm_plane *plane, void *tiles, size_t size);

/** Writes tiles into a plane: what is read and written change places, all else is as fm_tiles_from_plane(). */
FM_API fm_status fm_tiles_to_plane(const void *tiles, size_t size, const fm_plane *plane);

FM_END_DECLS

#endif
