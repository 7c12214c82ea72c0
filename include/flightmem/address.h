/* SPDX-License-Identifier: MIT */
/** @file
 * Addresses: a 64-bit value in an address space, read and printed as the platform's people write it. */
#ifndef FLIGHTMEM_ADDRESS_H
#define FLIGHTMEM_ADDRESS_H

#include <flightmem/compiler.h>
#include <flightmem/size.h>
#include <flightmem/status.h>

/** An address. Frozen. */
typedef struct fm_address {
	uint64_t value;    /**< the number, as wide as its space */
	uint32_t space;    /**< index of the address space in the profile; 0 is what the main CPU sees */
	uint32_t reserved; /**< 0 */
} fm_address;

/** How a platform writes addresses. */
typedef uint32_t fm_address_style;

#define FM_ADDRESS_HEX 0u    /**< 0x06000000 */
#define FM_ADDRESS_DOLLAR 1u /**< $2000 */
#define FM_ADDRESS_BANKED 2u /**< 7E:0000, the low 16 bits after the colon */

FM_BEGIN_DECLS

/**
 * Reads the number of an address, without a space name. Every style is accepted whatever the platform's own: `0x06000000`,
 * `$2000`, `7E:0000`, `2000h`, or decimal digits alone. No spaces, no sign.
 *
 * @param text        any bytes
 * @param length      how many, or FM_TEXT: up to the NUL
 * @param width_bits  width of the space, 1 to 64
 * @param out         receives the number
 * @param error_at    may be NULL; receives on FM_E_SYNTAX and FM_E_RANGE the index of the byte at fault (`length` when the text ends
 *                    too early)
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `text` or `out` is NULL or `width_bits` is 0 or above 64; FM_E_SYNTAX iff the text is no address;
 * FM_E_RANGE iff it needs more than `width_bits` bits. A failed call leaves `*out`. O(length), any thread.
 */
FM_API fm_status fm_address_parse(const char *text, size_t length, uint32_t width_bits, uint64_t *out, size_t *error_at);

/**
 * Writes `value` with as many digits as `width_bits` needs.
 *
 * @param buffer  receives at most `capacity` bytes, the end mark included; may be NULL iff `capacity` is 0
 * @return the length of the whole text without the end mark; 0 iff `style` or `width_bits` is none of the above, or `value` is wider.
 */
FM_API size_t fm_address_format(uint64_t value, uint32_t width_bits, fm_address_style style, char *buffer, size_t capacity);

FM_END_DECLS

#endif
