/* SPDX-License-Identifier: MIT */
/** @file
 * Addresses as text, in every notation that platforms use.
 *
 *     address = ( "0x" | "$" ) hex+ | hex+ "h" | hex+ ":" hex{1,4} | digit+ */
#include <flightmem/address.h>

#include "base/scan.h"
#include "base/text.h"

#define ADDRESS_BITS_MAX 64U
/** Bits and hexadecimal digits after the colon of a banked address. */
#define BANK_SHIFT 16U
#define BANK_OFFSET_DIGITS 4U

/** The largest value of `width_bits` bits, 1 to 64. */
static uint64_t largest_of(uint32_t width_bits)
{
	return UINT64_MAX >> (ADDRESS_BITS_MAX - width_bits);
}

/** The byte after the hexadecimal digits that come next: it tells the notation. */
static int byte_after_digits(const fm_scan *scan)
{
	size_t ahead = 0;

	while (fm_scan_is_digit(fm_scan_peek(scan, ahead), 16))
		ahead++;
	return ahead == 0 ? FM_SCAN_END : fm_scan_peek(scan, ahead);
}

/** Reads what follows the colon and joins it to the bank in `number`; 0 iff the digits are none or more than four. */
static int scan_bank_offset(fm_scan *scan, fm_scan_number *number, uint64_t max)
{
	uint64_t offset_max = max < 0xFFFF ? max : 0xFFFF;
	fm_scan_number offset = fm_scan_number_begin(offset_max);
	size_t begin = scan->at;
	size_t count = fm_scan_digits(scan, 16, &offset);

	if (count > BANK_OFFSET_DIGITS)
		scan->at = begin + BANK_OFFSET_DIGITS; /* the fifth digit is the one at fault */
	if (count == 0 || count > BANK_OFFSET_DIGITS)
		return 0;

	number->value = number->value << BANK_SHIFT | offset.value;
	if (number->too_large_at == FM_SCAN_NOWHERE)
		number->too_large_at = offset.too_large_at;
	return 1;
}

/** Reads the whole text; 0 iff it is no address, with the scan at the byte at fault. */
static int scan_address(fm_scan *scan, uint64_t max, fm_scan_number *number)
{
	int prefixed = fm_scan_accept_hex_prefix(scan);
	int mark = prefixed ? FM_SCAN_END : byte_after_digits(scan);
	int banked = mark == ':';
	int suffixed = mark == 'h' || mark == 'H';
	unsigned base = prefixed || banked || suffixed ? 16 : 10;

	*number = fm_scan_number_begin(banked ? max >> BANK_SHIFT : max);
	if (fm_scan_digits(scan, base, number) == 0)
		return 0;
	if (banked || suffixed)
		scan->at++; /* the mark itself */
	if (banked && !scan_bank_offset(scan, number, max))
		return 0;
	return scan->at == scan->length;
}

fm_status fm_address_parse(const char *text, size_t length, uint32_t width_bits, uint64_t *out, size_t *error_at)
{
	if (text == NULL || out == NULL || width_bits == 0 || width_bits > ADDRESS_BITS_MAX)
		return FM_E_ARGUMENT;

	fm_scan scan = fm_scan_begin(text, length);
	fm_scan_number number;
	int is_address = scan_address(&scan, largest_of(width_bits), &number);

	if (is_address && number.too_large_at == FM_SCAN_NOWHERE) {
		*out = number.value;
		return FM_OK;
	}
	if (error_at != NULL)
		*error_at = is_address ? number.too_large_at : scan.at;
	return is_address ? FM_E_RANGE : FM_E_SYNTAX;
}

/** Hexadecimal digits of `bits` bits, at least 1. */
static unsigned digits_of(uint32_t bits)
{
	return bits == 0 ? 1 : (bits + 3) / 4;
}

size_t fm_address_format(uint64_t value, uint32_t width_bits, fm_address_style style, char *buffer, size_t capacity)
{
	fm_text text = fm_text_begin(buffer, capacity);

	if (width_bits == 0 || width_bits > ADDRESS_BITS_MAX || value > largest_of(width_bits))
		return fm_text_end(&text);

	if (style == FM_ADDRESS_HEX) {
		fm_text_add(&text, "0x");
		fm_text_add_hex(&text, value, digits_of(width_bits));
	} else if (style == FM_ADDRESS_DOLLAR) {
		fm_text_add_char(&text, '$');
		fm_text_add_hex(&text, value, digits_of(width_bits));
	} else if (style == FM_ADDRESS_BANKED) {
		fm_text_add_hex(&text, value >> BANK_SHIFT, digits_of(width_bits > BANK_SHIFT ? width_bits - BANK_SHIFT : 0));
		fm_text_add_char(&text, ':');
		fm_text_add_hex(&text, value & 0xFFFF, BANK_OFFSET_DIGITS);
	}
	return fm_text_end(&text);
}
