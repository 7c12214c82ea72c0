/* SPDX-License-Identifier: MIT */
/** @file
 * Pictures as SVG, written piece by piece through a function of the caller's, so that every language has them. */
#ifndef FLIGHTMEM_PICTURE_H
#define FLIGHTMEM_PICTURE_H

#include <flightmem/profile.h>

/**
 * Takes the next `length` bytes of a text. They are gone when it returns. Anything but FM_OK stops the picture and is what the call
 * that draws it returns. Called on the caller's thread, with no lock held.
 */
typedef fm_status (*fm_write)(void *context, const char *bytes, size_t length);

/** Light or dark. */
typedef uint32_t fm_theme;
#define FM_THEME_VIEWER ((fm_theme)0) /**< what the viewer prefers, where it has a preference; else light */
#define FM_THEME_LIGHT ((fm_theme)1)  /**< dark on light */
#define FM_THEME_DARK ((fm_theme)2)   /**< light on dark */

/** How a picture shall look. Zero is the default of each member. */
typedef struct fm_picture_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	fm_theme theme;     /**< FM_THEME_... */
	uint32_t reserved;  /**< 0 */
} fm_picture_options;

FM_BEGIN_DECLS

/**
 * Draws the memory map of a profile, 800 pixels wide: each address space from low to high addresses, regions and their mirrors
 * (hatched) to scale, what is too large for that broken, gaps closed and named, and beside each its size, permissions and attributes.
 *
 * @param options  NULL: all defaults
 * @param write    receives the SVG, UTF-8, in pieces of at most 1 KiB
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `profile` or `write` is NULL; FM_E_UNSUPPORTED iff there is no such theme; FM_E_ABI_SIZE, FM_E_ABI_FIELD
 * as abi.h says; else what `write` returned. Asks no one for memory. O((regions + mirrors)^2), any thread.
 */
FM_API fm_status fm_profile_draw_map(const fm_profile *profile, const fm_picture_options *options, fm_write write, void *context);

FM_END_DECLS

#endif
