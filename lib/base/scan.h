/* SPDX-License-Identifier: MIT */
/** @file
 * The reader under every parser: a position in a text that is never passed, and numbers that never wrap. */
#ifndef FLIGHTMEM_BASE_SCAN_H
#define FLIGHTMEM_BASE_SCAN_H

#include <flightmem/compiler.h>

/** What fm_scan_peek() says at the end; no byte has this value. */
#define FM_SCAN_END (-1)

/** No index: nothing was too large. */
#define FM_SCAN_NOWHERE ((size_t)-1)

/** A text and a position in it. Invariant: at <= length. */
typedef struct fm_scan {
	const char *text;
	size_t length;
	size_t at;
} fm_scan;

/** A number on its way. It keeps its last believed value when a digit would take it past `max`, and remembers where that was. */
typedef struct fm_scan_number {
	uint64_t max;
	uint64_t value;
	size_t too_large_at; /**< index of the first digit that was too much, or FM_SCAN_NOWHERE */
} fm_scan_number;

/** Begins at the first byte. `length` may be FM_TEXT: up to the NUL. */
fm_scan fm_scan_begin(const char *text, size_t length);

/** The byte `ahead` bytes on, 0 to 255, or FM_SCAN_END. */
int fm_scan_peek(const fm_scan *scan, size_t ahead);

/** Passes `byte` if it is next. Returns 1 iff it was; letters match in either case. */
int fm_scan_accept(fm_scan *scan, char byte);

/** Passes "0x", "0X" or "$". Returns 1 iff one was next. */
int fm_scan_accept_hex_prefix(fm_scan *scan);

/** Passes spaces. */
void fm_scan_skip_spaces(fm_scan *scan);

/** 1 iff `byte` (as fm_scan_peek() gives it) is a digit of `base`, 10 or 16. */
int fm_scan_is_digit(int byte, unsigned base);

/** A number of 0 that may grow to `max`. */
fm_scan_number fm_scan_number_begin(uint64_t max);

/** Passes the digits of `base`, 10 or 16, that come next and appends them to `number`. Returns how many there were. */
size_t fm_scan_digits(fm_scan *scan, unsigned base, fm_scan_number *number);

#endif
