/* SPDX-License-Identifier: MIT */
/** @file
 * The writer under every picture: collects small pieces, sends them on, and stops at the first refusal. */
#ifndef FLIGHTMEM_BASE_SVG_H
#define FLIGHTMEM_BASE_SVG_H

#include <flightmem/picture.h>

/** Bytes that are collected before they are sent. */
#define FM_SVG_PIECE 1024

/** A picture on its way to the caller. With `write` NULL nothing is sent: what is drawn is only measured. */
typedef struct fm_svg {
	fm_write write;
	void *context;
	fm_status status; /**< FM_OK, or what `write` refused with */
	size_t length;    /**< bytes collected */
	char piece[FM_SVG_PIECE];
} fm_svg;

/** Begins a picture. */
void fm_svg_begin(fm_svg *svg, fm_write write, void *context);

/** Adds a text as it is. */
void fm_svg_add(fm_svg *svg, const char *text);

/** Adds a number in decimal. */
void fm_svg_add_number(fm_svg *svg, uint64_t value);

/** Adds ` name="value"`. */
void fm_svg_add_attribute(fm_svg *svg, const char *name, uint64_t value);

/** Adds `text` escaped, cut to `columns` characters; a cut one ends with an ellipsis. */
void fm_svg_add_label(fm_svg *svg, const char *text, unsigned columns);

/** Adds a rectangle of CSS class `class`. */
void fm_svg_add_rectangle(fm_svg *svg, const char *class, uint64_t x, uint64_t y, uint64_t width, uint64_t height);

/** Adds a line of text of CSS class `class`, cut to `columns` characters. */
void fm_svg_add_text(fm_svg *svg, const char *class, uint64_t x, uint64_t y, const char *text, unsigned columns);

/** Opens the picture: size, title, colours of `theme` and the hatching, up to where shapes follow. */
void fm_svg_open(fm_svg *svg, const char *title, uint64_t width, uint64_t height, fm_theme theme);

/** Closes the picture and sends what is left. Returns FM_OK, or what `write` refused with. */
fm_status fm_svg_close(fm_svg *svg);

#endif
