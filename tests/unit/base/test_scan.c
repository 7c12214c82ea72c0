/* SPDX-License-Identifier: MIT */
/** @file
 * The reader under the parsers: no byte past the end, every byte value, numbers that stop at their limit. */
#include <criterion/criterion.h>
#include <string.h>

#include <flightmem/size.h>

#include "base/scan.h"

Test(scan, a_text_ends_at_its_length_or_its_nul)
{
	fm_scan whole = fm_scan_begin("12\0" "45", 5);
	fm_scan ended = fm_scan_begin("12\0" "45", FM_TEXT);

	cr_assert(whole.length == 5 && whole.at == 0);
	cr_assert(ended.length == 2 && ended.at == 0);
	cr_assert_eq(fm_scan_peek(&whole, 2), 0, "a NUL inside is a byte as any other");
	cr_assert_eq(fm_scan_peek(&ended, 2), FM_SCAN_END);
}

Test(scan, nothing_is_seen_past_the_end)
{
	fm_scan scan = fm_scan_begin("123456", 3);

	cr_assert_eq(fm_scan_peek(&scan, 2), '3');
	cr_assert_eq(fm_scan_peek(&scan, 3), FM_SCAN_END);
	cr_assert_eq(fm_scan_peek(&scan, SIZE_MAX), FM_SCAN_END);
	scan.at = 3;
	cr_assert_eq(fm_scan_peek(&scan, 0), FM_SCAN_END);
	cr_assert_eq(fm_scan_peek(&scan, SIZE_MAX), FM_SCAN_END);
	cr_assert_eq(fm_scan_accept(&scan, '4'), 0);
	cr_assert_eq(fm_scan_accept_hex_prefix(&scan), 0);
	fm_scan_skip_spaces(&scan);
	cr_assert_eq(scan.at, 3);
}

Test(scan, an_empty_text_has_only_an_end)
{
	fm_scan scan = fm_scan_begin("", FM_TEXT);
	fm_scan_number number = fm_scan_number_begin(UINT64_MAX);

	cr_assert_eq(fm_scan_peek(&scan, 0), FM_SCAN_END);
	cr_assert_eq(fm_scan_digits(&scan, 10, &number), 0);
	cr_assert(scan.at == 0 && number.value == 0 && number.too_large_at == FM_SCAN_NOWHERE);
}

Test(scan, every_byte_value_is_itself)
{
	char bytes[256];

	for (int i = 0; i < 256; i++)
		bytes[i] = (char)i;
	fm_scan scan = fm_scan_begin(bytes, sizeof bytes);
	for (int i = 0; i < 256; i++)
		cr_assert_eq(fm_scan_peek(&scan, (size_t)i), i);
}

Test(scan, only_digits_are_digits)
{
	for (int byte = FM_SCAN_END; byte < 256; byte++) {
		int decimal = byte > 0 && strchr("0123456789", byte) != NULL;
		int hex = byte > 0 && strchr("0123456789abcdefABCDEF", byte) != NULL;

		cr_assert_eq(fm_scan_is_digit(byte, 10), decimal, "%d", byte);
		cr_assert_eq(fm_scan_is_digit(byte, 16), hex, "%d", byte);
	}
}

Test(scan, letters_match_in_either_case_and_nothing_else_does)
{
	for (int want = 1; want < 256; want++) {
		for (int byte = 0; byte < 256; byte++) {
			char text = (char)byte;
			fm_scan scan = fm_scan_begin(&text, 1);
			int both_letters = ((want | 0x20) >= 'a' && (want | 0x20) <= 'z') && want < 0x80;
			int same = want == byte || (both_letters && (want ^ byte) == 0x20);

			cr_assert_eq(fm_scan_accept(&scan, (char)want), same, "%d %d", want, byte);
			cr_assert_eq(scan.at, (size_t)same);
		}
	}
}

Test(scan, a_hex_prefix_is_passed_whole_or_not_at_all)
{
	static const struct {
		const char *text;
		int is_prefix;
		size_t at;
	} cases[] = { { "0x1", 1, 2 }, { "0X1", 1, 2 }, { "$1", 1, 1 }, { "0", 0, 0 }, { "0h", 0, 0 }, { "x1", 0, 0 }, { "", 0, 0 }, { "00x", 0, 0 } };

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		fm_scan scan = fm_scan_begin(cases[i].text, FM_TEXT);

		cr_assert_eq(fm_scan_accept_hex_prefix(&scan), cases[i].is_prefix, "%s", cases[i].text);
		cr_assert_eq(scan.at, cases[i].at, "%s", cases[i].text);
	}
}

Test(scan, only_the_space_is_a_space)
{
	fm_scan scan = fm_scan_begin("  \t ", FM_TEXT);

	fm_scan_skip_spaces(&scan);
	cr_assert_eq(scan.at, 2);
}

/** Reads `text` up to `max`: it keeps `value` and was too much at `too_large_at`. */
static void expect_number(const char *text, unsigned base, uint64_t max, uint64_t value, size_t too_large_at)
{
	fm_scan scan = fm_scan_begin(text, FM_TEXT);
	fm_scan_number number = fm_scan_number_begin(max);

	cr_assert_eq(fm_scan_digits(&scan, base, &number), strlen(text));
	cr_assert_eq(number.value, value, "%s", text);
	cr_assert_eq(number.too_large_at, too_large_at, "%s", text);
}

Test(scan, a_number_stops_at_its_limit)
{
	expect_number("18446744073709551615", 10, UINT64_MAX, UINT64_MAX, FM_SCAN_NOWHERE);
	expect_number("18446744073709551616", 10, UINT64_MAX, UINT64_C(1844674407370955161), 19);
	expect_number("184467440737095516150", 10, UINT64_MAX, UINT64_MAX, 20);
	expect_number("FFFFFFFFffffffff", 16, UINT64_MAX, UINT64_MAX, FM_SCAN_NOWHERE);
	expect_number("10000000000000000", 16, UINT64_MAX, UINT64_C(1) << 60, 16);
	expect_number("0000000000000000000000000000000000000000000255", 10, 255, 255, FM_SCAN_NOWHERE);
	expect_number("256", 10, 255, 25, 2);
	expect_number("9990", 10, 255, 99, 2);
	expect_number("7", 10, 0, 0, 0);
	expect_number("000", 10, 0, 0, FM_SCAN_NOWHERE);
	expect_number("f", 16, 14, 0, 0);
}

Test(scan, every_number_up_to_every_small_limit)
{
	for (uint64_t max = 0; max < 300; max++) {
		for (unsigned value = 0; value < 1000; value++) {
			char text[3] = { (char)('0' + value / 100), (char)('0' + value / 10 % 10), (char)('0' + value % 10) };
			fm_scan scan = fm_scan_begin(text, sizeof text);
			fm_scan_number number = fm_scan_number_begin(max);

			fm_scan_digits(&scan, 10, &number);
			cr_assert_eq(number.too_large_at == FM_SCAN_NOWHERE, value <= max);
			cr_assert_leq(number.value, max);
			cr_assert(value > max || number.value == value);
		}
	}
}
