/* SPDX-License-Identifier: MIT */
/** @file
 * Sizes in bytes as people write them.
 *
 * Text is decimal digits, optionally grouped by single spaces, `_` or `'` ("1 228 800": one to three digits, then three in each group; "3 4"
 * is no size), optionally with a fraction ("1.5"), or hexadecimal ("0x1000", "$2000"), then an optional unit after optional spaces. Units,
 * upper or lower case alike:
 *
 * | unit | bytes | |
 * |---|---|---|
 * | none, `B` | 1 | |
 * | `k` `M` `G` `T` `P` `E` | 1024^1..6 | as consoles count |
 * | `KiB` `MiB` `GiB` `TiB` `PiB` `EiB` (also `Ki`..) | 1024^1..6 | IEC |
 * | `kB` `MB` `GB` `TB` `PB` `EB` | 1000^1..6 | SI |
 *
 * All arithmetic is exact in integers: a fraction that is no whole number of bytes is refused, never rounded. */
#ifndef FLIGHTMEM_SIZE_H
#define FLIGHTMEM_SIZE_H

#include <flightmem/compiler.h>
#include <flightmem/status.h>

/* Sizes as constants: the argument is a compile-time integer, the result an unsigned 64-bit constant. */
#define FM_KIB(n) ((uint64_t)(n) << 10) /**< `n` times 1024 bytes */
#define FM_MIB(n) ((uint64_t)(n) << 20) /**< `n` times 1024^2 bytes */
#define FM_GIB(n) ((uint64_t)(n) << 30) /**< `n` times 1024^3 bytes */

/** Length of a text that ends at its NUL. */
#define FM_TEXT ((size_t)-1)

/** How fm_size_format() writes. */
typedef uint32_t fm_size_style;

#define FM_SIZE_HUMAN 0u /**< largest IEC unit, at most two decimals, rounded half up: "1.17 MiB" */
#define FM_SIZE_EXACT 1u /**< bytes grouped by three: "1 228 800 B" */
#define FM_SIZE_ROUND_TRIP 2u /**< largest IEC unit that divides it: "1200 KiB"; parses to the same value */

FM_BEGIN_DECLS

/**
 * Reads a size.
 *
 * @param text      any bytes
 * @param length    how many, or FM_TEXT: up to the NUL. Leading and trailing spaces are skipped.
 * @param out       receives the bytes
 * @param error_at  may be NULL; receives on FM_E_SYNTAX and FM_E_RANGE the index of the byte at fault (of a group with the wrong number
 *                  of digits its first; `length` when the text ends too early)
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `text` or `out` is NULL; FM_E_SYNTAX iff the text is no size by the rules above; FM_E_RANGE
 * iff it is one but exceeds 2^64 - 1 or is no whole number of bytes. A failed call leaves `*out`. O(length), any thread.
 */
FM_API fm_status fm_size_parse(const char *text, size_t length, uint64_t *out, size_t *error_at);

/**
 * Writes `bytes` in `style`.
 *
 * @param buffer  receives at most `capacity` bytes, the end mark included; may be NULL iff `capacity` is 0
 * @return the length of the whole text without the end mark, as snprintf() does; 0 iff `style` is none of the above. Any thread.
 */
FM_API size_t fm_size_format(uint64_t bytes, fm_size_style style, char *buffer, size_t capacity);

FM_END_DECLS

#endif
