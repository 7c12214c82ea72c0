/* SPDX-License-Identifier: MIT */
/** @file
 * The reader under every parser. */
#include "base/scan.h"

#include <flightmem/size.h>

static int lower_case(int byte)
{
	return byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte;
}

fm_scan fm_scan_begin(const char *text, size_t length)
{
	if (length == FM_TEXT) {
		length = 0;
		while (text[length] != '\0')
			length++;
	}
	return (fm_scan){ .text = text, .length = length };
}

int fm_scan_peek(const fm_scan *scan, size_t ahead)
{
	return ahead < scan->length - scan->at ? (unsigned char)scan->text[scan->at + ahead] : FM_SCAN_END;
}

int fm_scan_accept(fm_scan *scan, char byte)
{
	if (lower_case(fm_scan_peek(scan, 0)) != lower_case((unsigned char)byte))
		return 0;

	scan->at++;
	return 1;
}

int fm_scan_accept_hex_prefix(fm_scan *scan)
{
	if (fm_scan_peek(scan, 0) == '0' && lower_case(fm_scan_peek(scan, 1)) == 'x') {
		scan->at += 2;
		return 1;
	}
	return fm_scan_accept(scan, '$');
}

void fm_scan_skip_spaces(fm_scan *scan)
{
	while (fm_scan_accept(scan, ' '))
		continue;
}

int fm_scan_is_digit(int byte, unsigned base)
{
	int letter = lower_case(byte);

	return (byte >= '0' && byte <= '9') || (base == 16 && letter >= 'a' && letter <= 'f');
}

static unsigned digit_value(int byte)
{
	return (unsigned)(byte <= '9' ? byte - '0' : lower_case(byte) - 'a' + 10);
}

fm_scan_number fm_scan_number_begin(uint64_t max)
{
	return (fm_scan_number){ .max = max, .too_large_at = FM_SCAN_NOWHERE };
}

/** Appends one digit found at index `at`, unless the number is too large already or would be. */
static void append_digit(fm_scan_number *number, unsigned base, unsigned digit, size_t at)
{
	if (number->too_large_at != FM_SCAN_NOWHERE)
		return;
	if (digit > number->max || number->value > (number->max - digit) / base) {
		number->too_large_at = at;
		return;
	}
	number->value = number->value * base + digit;
}

size_t fm_scan_digits(fm_scan *scan, unsigned base, fm_scan_number *number)
{
	size_t begin = scan->at;

	while (fm_scan_is_digit(fm_scan_peek(scan, 0), base)) {
		append_digit(number, base, digit_value(fm_scan_peek(scan, 0)), scan->at);
		scan->at++;
	}
	return scan->at - begin;
}
