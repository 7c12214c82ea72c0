/* SPDX-License-Identifier: MIT */
/** @file
 * Bitmap modes of display hardware: where in video RAM a picture lies, and as what.
 *
 *     fm_screen_find(profile, 4, &mode);
 *     fm_screen_plane(&mode, page, video, size, &plane);     video: the address of mode.region, or what fm_space_to_host() says it is here
 *
 * The modes are facts, as profiles' are. GBA: GBATEK, "LCD VRAM Bitmap BG Modes". */
#ifndef FLIGHTMEM_SCREEN_H
#define FLIGHTMEM_SCREEN_H

#include <flightmem/plane.h>
#include <flightmem/profile.h>

/** A bitmap mode. An output struct: set struct_size first. */
typedef struct fm_screen_mode {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *region;     /**< id of the region of the profile that the pages lie in; static */
	uint32_t number;        /**< as the platform numbers it */
	uint32_t width;         /**< pixels */
	uint32_t height;        /**< rows */
	fm_pixel_format format; /**< FM_PIXEL_... */
	uint32_t stride;        /**< bytes from a row to the next; rows touch */
	uint32_t pages;         /**< pictures that the display can be told to show */
	uint32_t page_step;     /**< bytes from the region's first to the second page, and so on; the first lies at the region's base */
	uint32_t access_bytes;  /**< the least that can be written at once: a lone byte would be written twice where this is 2 */
} fm_screen_mode;

FM_BEGIN_DECLS

/**
 * Mode `number` of a profile's display.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `profile` or `out` is NULL; FM_E_NOT_FOUND iff the library knows of no such bitmap mode; FM_E_ABI_SIZE as
 * abi.h says. A failure leaves `*out`. Any thread.
 */
FM_API fm_status fm_screen_find(const fm_profile *profile, uint32_t number, fm_screen_mode *out);

/**
 * A page of a mode as a plane: a view, whose token is 0.
 *
 * @param mode   as fm_screen_find() gave it, or the caller's own; region and number are not looked at
 * @param video  where the first byte of the region is
 * @param size   bytes at `video`
 *
 * Returns FM_OK; FM_E_ARGUMENT iff a pointer is NULL, or the mode's width or height is 0 or above FM_PLANE_SIDE_MAX, or its rows exceed its
 * stride; FM_E_UNSUPPORTED iff the mode has no format of one plane; FM_E_RANGE iff there is no such page, or it passes the end of what is
 * at `video`; FM_E_ALIGNMENT iff `access_bytes` is no power of two, or `video` is not aligned to it, or the stride no multiple of it; FM_E_ABI_SIZE,
 * FM_E_ABI_FIELD as abi.h says. A failure leaves `*out`. O(1), any thread.
 */
FM_API fm_status fm_screen_plane(const fm_screen_mode *mode, uint32_t page, void *video, size_t size, fm_plane *out);

FM_END_DECLS

#endif
