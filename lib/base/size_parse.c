/* SPDX-License-Identifier: MIT */
/** @file
 * Sizes from text, exact: grammar first, so that a text that is no size is never called out of range, then arithmetic.
 *
 *     size    = spaces number spaces [ unit ] spaces
 *     number  = ( "0x" | "$" ) hex+ | ( digit+ | groups ) [ "." digit+ ]
 *     groups  = digit [ digit [ digit ] ] separator digit digit digit { separator digit digit digit }
 *     unit    = "B" | ( "K" | "M" | "G" | "T" | "P" | "E" ) [ "i" ] [ "B" ]
 *
 * The byte at fault of FM_E_RANGE: the first digit that is too much; the "." of a fraction that gives no whole number of bytes; the
 * unit that takes a number past 2^64 - 1. */
#include <flightmem/checked.h>
#include <flightmem/size.h>

#include "base/scan.h"

/**
 * Most digits of a fraction that can give whole bytes, zeros at its end aside. A fraction that ends in a digit other than 0 and times
 * 2^60, the largest unit, is whole must be m / 2^n with n <= 60, and that has n digits. For 10^18 it is 18.
 */
#define FRACTION_DIGITS_MAX 60U

/** Digits behind a separator. */
#define GROUP_DIGITS 3

/** What the grammar found. */
struct size_parts {
	fm_scan_number whole;
	size_t point_at;          /**< index of the ".", FM_SCAN_NOWHERE if there is none */
	size_t fraction_length;   /**< digits after it */
	size_t unit_at;
	unsigned base;            /**< 1000 or 1024 */
	unsigned power;           /**< 0 to 6 */
};

/** Passes one separator if a digit follows it or if it can be nothing else. */
static int accept_separator(fm_scan *scan)
{
	if (fm_scan_peek(scan, 0) == ' ')
		return fm_scan_is_digit(fm_scan_peek(scan, 1), 10) && fm_scan_accept(scan, ' ');
	return fm_scan_accept(scan, '_') || fm_scan_accept(scan, '\'');
}

/** Puts the scan back to where a group at fault begins. */
static int refuse_group(fm_scan *scan, size_t begin)
{
	scan->at = begin;
	return 0;
}

/** Reads digits, grouped or not: "3 4 5" are three numbers, so behind a separator come three digits, and before the first one no more. */
static int scan_groups(fm_scan *scan, struct size_parts *parts)
{
	size_t begin = scan->at;
	size_t digits = fm_scan_digits(scan, 10, &parts->whole);

	if (digits == 0)
		return 0;
	for (int first = 1; accept_separator(scan); first = 0) {
		if (first && digits > GROUP_DIGITS)
			return refuse_group(scan, begin);
		begin = scan->at;
		if (fm_scan_digits(scan, 10, &parts->whole) != GROUP_DIGITS)
			return refuse_group(scan, begin);
	}
	return 1;
}

/** Reads a number; 0 iff there is none, with the scan at the byte at fault. */
static int scan_decimal(fm_scan *scan, struct size_parts *parts)
{
	if (!scan_groups(scan, parts))
		return 0;
	if (fm_scan_peek(scan, 0) != '.')
		return 1;

	fm_scan_number ignored = fm_scan_number_begin(0);

	parts->point_at = scan->at++;
	parts->fraction_length = fm_scan_digits(scan, 10, &ignored);
	return parts->fraction_length > 0;
}

/** Reads a unit, or none. */
static void scan_unit(fm_scan *scan, struct size_parts *parts)
{
	static const char letters[] = "KMGTPE";

	parts->unit_at = scan->at;
	for (unsigned i = 0; i < sizeof letters - 1 && parts->power == 0; i++)
		if (fm_scan_accept(scan, letters[i]))
			parts->power = i + 1;

	int is_iec = parts->power > 0 && fm_scan_accept(scan, 'i');
	int has_b = fm_scan_accept(scan, 'B');

	parts->base = has_b && !is_iec ? 1000 : 1024; /* "kB" is SI; "k", "Ki" and "KiB" are not */
}

/** Reads the whole text; 0 iff it is no size, with the scan at the byte at fault. */
static int scan_size(fm_scan *scan, struct size_parts *parts)
{
	fm_scan_skip_spaces(scan);
	if (fm_scan_accept_hex_prefix(scan)) {
		if (fm_scan_digits(scan, 16, &parts->whole) == 0)
			return 0;
	} else if (!scan_decimal(scan, parts)) {
		return 0;
	}
	fm_scan_skip_spaces(scan);
	scan_unit(scan, parts);
	fm_scan_skip_spaces(scan);
	return scan->at == scan->length;
}

/** Multiplies 0.d1d2..dn by `factor` in place, as on paper; returns the whole part that comes out in front. */
static unsigned multiply_digits(unsigned char *digits, size_t count, unsigned factor)
{
	unsigned carry = 0;

	for (size_t left = count; left > 0; left--) {
		unsigned product = digits[left - 1] * factor + carry;

		digits[left - 1] = (unsigned char)(product % 10);
		carry = product / 10;
	}
	return carry;
}

/** The bytes of the fraction: 0.d1d2..dn times base^power. Returns 0 iff that is no whole number. */
static int fraction_bytes(const char *fraction, const struct size_parts *parts, uint64_t *out)
{
	unsigned char digits[FRACTION_DIGITS_MAX];
	size_t count = parts->fraction_length;
	uint64_t bytes = 0;

	while (count > 0 && fraction[count - 1] == '0')
		count--;
	if (count > FRACTION_DIGITS_MAX)
		return 0;

	for (size_t i = 0; i < count; i++)
		digits[i] = (unsigned char)(fraction[i] - '0');
	for (unsigned i = 0; i < parts->power; i++)
		bytes = bytes * parts->base + multiply_digits(digits, count, parts->base);
	for (size_t i = 0; i < count; i++)
		if (digits[i] != 0)
			return 0;
	*out = bytes;
	return 1;
}

/** The value of what was found. Returns FM_OK, or FM_E_RANGE with the index of the byte at fault in `*fault`. */
static fm_status evaluate_size(const char *text, const struct size_parts *parts, uint64_t *out, size_t *fault)
{
	uint64_t unit = 1;
	uint64_t bytes = 0;
	uint64_t fraction = 0;

	*fault = parts->whole.too_large_at;
	if (parts->whole.too_large_at != FM_SCAN_NOWHERE)
		return FM_E_RANGE;

	*fault = parts->point_at;
	if (parts->fraction_length > 0 && !fraction_bytes(text + parts->point_at + 1, parts, &fraction))
		return FM_E_RANGE;

	*fault = parts->unit_at;
	for (unsigned i = 0; i < parts->power; i++)
		unit *= parts->base;
	if (fm_multiply_checked(parts->whole.value, unit, &bytes) != FM_OK)
		return FM_E_RANGE;
	return fm_add_checked(bytes, fraction, out);
}

fm_status fm_size_parse(const char *text, size_t length, uint64_t *out, size_t *error_at)
{
	if (text == NULL || out == NULL)
		return FM_E_ARGUMENT;

	fm_scan scan = fm_scan_begin(text, length);
	struct size_parts parts = { .whole = fm_scan_number_begin(UINT64_MAX), .point_at = FM_SCAN_NOWHERE };
	fm_status status = FM_E_SYNTAX;
	size_t fault = 0;

	if (scan_size(&scan, &parts))
		status = evaluate_size(text, &parts, out, &fault);
	else
		fault = scan.at;

	if (status != FM_OK && error_at != NULL)
		*error_at = fault;
	return status;
}
