/* SPDX-License-Identifier: MIT */
/** @file
 * The bounded writer under every formatter: counts everything, writes what fits, always ends with a NUL. */
#ifndef FLIGHTMEM_BASE_TEXT_H
#define FLIGHTMEM_BASE_TEXT_H

#include <flightmem/compiler.h>

/**
 * A text on its way into a caller's buffer.
 *
 *     fm_text text = fm_text_begin(buffer, capacity);
 *     fm_text_add(&text, "at $");
 *     fm_text_add_hex(&text, address, 4);
 *     return fm_text_end(&text);
 */
typedef struct fm_text {
	char *buffer;
	size_t capacity; /**< bytes at `buffer`, the end mark included */
	size_t length;   /**< bytes added so far, whether they fitted or not */
} fm_text;

/** Begins a text. `buffer` may be NULL: then nothing is written, whatever `capacity` says. */
fm_text fm_text_begin(char *buffer, size_t capacity);

/** Adds one byte. */
void fm_text_add_char(fm_text *text, char byte);

/** Adds the bytes of `string` up to its NUL. */
void fm_text_add(fm_text *text, const char *string);

/** Adds `value` in decimal: 1228800. */
void fm_text_add_number(fm_text *text, uint64_t value);

/** Adds `value` in decimal, grouped by three with spaces: 1 228 800. */
void fm_text_add_grouped(fm_text *text, uint64_t value);

/** Adds `value` in upper-case hexadecimal with at least `digits` digits, 16 at most. */
void fm_text_add_hex(fm_text *text, uint64_t value, unsigned digits);

/** Ends the text with a NUL where there is room for one. Returns the length of the whole text without it, as snprintf() does. */
size_t fm_text_end(fm_text *text);

#endif
