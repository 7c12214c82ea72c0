/* SPDX-License-Identifier: MIT */
/** @file
 * Sizes from text: each rule of the grammar, each byte at fault, hostile texts, and exact fractions against 128 bits. */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <flightmem/size.h>

#include "random.h"

enum { ROUNDS = 100000, ROOM = 512 };

#define UNTOUCHED UINT64_C(0xA5A5A5A5A5A5A5A5)
#define NOWHERE ((size_t)0x5A5A)

static void expect_size(const char *text, uint64_t want)
{
	uint64_t out = UNTOUCHED;
	size_t error_at = NOWHERE;

	cr_assert_eq(fm_size_parse(text, FM_TEXT, &out, &error_at), FM_OK, "\"%s\" fails at %zu", text, error_at);
	cr_assert_eq(out, want, "\"%s\" is %" PRIu64, text, out);
	cr_assert_eq(error_at, NOWHERE, "success writes no position");
}

static void expect_fault_in(const char *text, size_t length, fm_status want, size_t at)
{
	uint64_t out = UNTOUCHED;
	size_t error_at = NOWHERE;

	cr_assert_eq(fm_size_parse(text, length, &out, &error_at), want, "\"%s\"", text);
	cr_assert_eq(error_at, at, "\"%s\" fails at %zu", text, error_at);
	cr_assert_eq(fm_size_parse(text, length, &out, NULL), want, "\"%s\"", text);
	cr_assert_eq(out, UNTOUCHED);
}

static void expect_fault(const char *text, fm_status want, size_t at)
{
	expect_fault_in(text, FM_TEXT, want, at);
	expect_fault_in(text, strlen(text), want, at);
}

Test(size_parse, a_missing_argument_is_said)
{
	uint64_t out = UNTOUCHED;
	size_t error_at = NOWHERE;

	cr_assert_eq(fm_size_parse(NULL, 0, &out, &error_at), FM_E_ARGUMENT);
	cr_assert_eq(fm_size_parse("1", FM_TEXT, NULL, &error_at), FM_E_ARGUMENT);
	cr_assert(out == UNTOUCHED && error_at == NOWHERE);
}

Test(size_parse, numbers_are_decimal_or_hexadecimal)
{
	expect_size("0", 0);
	expect_size("007", 7);
	expect_size("1228800", 1228800);
	expect_size("18446744073709551615", UINT64_MAX);
	expect_size("0x1000", 4096);
	expect_size("0XfF", 255);
	expect_size("$2000", 8192);
	expect_size("0xFFFFFFFFFFFFFFFF", UINT64_MAX);
	expect_size("$10k", 16384);
	expect_size("0x1B", 27);
	expect_size("0x1 B", 1);
	expect_size("0x1 E", UINT64_C(1) << 60);
}

Test(size_parse, groups_are_parted_by_one_separator)
{
	expect_size("1 228 800", 1228800);
	expect_size("1_228_800 B", 1228800);
	expect_size("1'228'800", 1228800);
	expect_size("1 228 800.5 KiB", UINT64_C(1228800) * 1024 + 512);
	expect_fault("1  228", FM_E_SYNTAX, 3);
	expect_fault("1__228", FM_E_SYNTAX, 2);
	expect_fault("1_", FM_E_SYNTAX, 2);
	expect_fault("1_ 2", FM_E_SYNTAX, 2);
	expect_fault("_1", FM_E_SYNTAX, 0);
	expect_fault("1,228", FM_E_SYNTAX, 1);
}

Test(size_parse, a_group_has_three_digits_and_the_first_one_to_three)
{
	expect_size("12 228 800", 12228800);
	expect_size("123'228_800", 123228800);
	expect_size("1 000 MiB", UINT64_C(1000) << 20);
	expect_fault("3 4 5", FM_E_SYNTAX, 2);
	expect_fault("1 5 MiB", FM_E_SYNTAX, 2);
	expect_fault("1 22", FM_E_SYNTAX, 2);
	expect_fault("1 2288", FM_E_SYNTAX, 2);
	expect_fault("1 228 80", FM_E_SYNTAX, 6);
	expect_fault("1_228_8000", FM_E_SYNTAX, 6);
	expect_fault("1228 800", FM_E_SYNTAX, 0);
	expect_fault("  1228'800 k", FM_E_SYNTAX, 2);
	expect_fault("1 5.5", FM_E_SYNTAX, 2);
	expect_fault("99999999999999999999 1", FM_E_SYNTAX, 0);
}

Test(size_parse, every_unit_in_either_case)
{
	static const char letters[] = "kmgtpe";
	uint64_t iec = 1;
	uint64_t si = 1;

	expect_size("7B", 7);
	expect_size("7 b", 7);
	for (int i = 0; letters[i] != '\0'; i++) {
		static const char *const tails[] = { "", "i", "I", "iB", "ib", "IB", "B", "b" };
		iec *= 1024;
		si *= 1000;
		for (size_t tail = 0; tail < sizeof tails / sizeof tails[0]; tail++) {
			char text[ROOM];
			uint64_t unit = tail < 6 ? iec : si;

			snprintf(text, sizeof text, "7%c%s", letters[i], tails[tail]);
			expect_size(text, 7 * unit);
			snprintf(text, sizeof text, "7 %c%s", letters[i] - 'a' + 'A', tails[tail]);
			expect_size(text, 7 * unit);
		}
	}
}

Test(size_parse, what_is_no_unit_is_said_where_it_stands)
{
	expect_fault("1x", FM_E_SYNTAX, 1);
	expect_fault("1 kx", FM_E_SYNTAX, 3);
	expect_fault("1kBB", FM_E_SYNTAX, 3);
	expect_fault("1Kib ib", FM_E_SYNTAX, 5);
	expect_fault("1 k B", FM_E_SYNTAX, 4);
	expect_fault("1iB", FM_E_SYNTAX, 1);
	expect_fault("1e6", FM_E_SYNTAX, 2);
	expect_fault("1 KM", FM_E_SYNTAX, 3);
}

Test(size_parse, spaces_around_are_skipped_and_other_blanks_are_not)
{
	expect_size("   12 k   ", 12288);
	expect_size(" 0x10 ", 16);
	expect_fault("", FM_E_SYNTAX, 0);
	expect_fault("   ", FM_E_SYNTAX, 3);
	expect_fault("\t1", FM_E_SYNTAX, 0);
	expect_fault("1\n", FM_E_SYNTAX, 1);
}

Test(size_parse, what_is_no_number_is_said_where_it_stands)
{
	expect_fault("k", FM_E_SYNTAX, 0);
	expect_fault("-1", FM_E_SYNTAX, 0);
	expect_fault("+1", FM_E_SYNTAX, 0);
	expect_fault("0x", FM_E_SYNTAX, 2);
	expect_fault("$", FM_E_SYNTAX, 1);
	expect_fault("0xg", FM_E_SYNTAX, 2);
	expect_fault("0x1.5", FM_E_SYNTAX, 3);
	expect_fault("1.", FM_E_SYNTAX, 2);
	expect_fault(".5", FM_E_SYNTAX, 0);
	expect_fault("1.k", FM_E_SYNTAX, 2);
	expect_fault("1.5.5", FM_E_SYNTAX, 3);
	expect_fault("1 .5", FM_E_SYNTAX, 2);
	expect_fault("1.5_0", FM_E_SYNTAX, 3);
}

Test(size_parse, a_fraction_is_exact_or_refused)
{
	expect_size("1.5 KiB", 1536);
	expect_size("1.0", 1);
	expect_size("1.000000000000000000000000000000000000000000000000000000000000000000000000", 1);
	expect_size("0.1 kB", 100);
	expect_size("0.5k", 512);
	expect_size("1.17 MB", 1170000);
	expect_size("0.000000000000000001 EB", 1);
	expect_size("0.0009765625 KiB", 1);
	expect_size("15.5 EiB", (UINT64_C(15) << 60) + (UINT64_C(1) << 59));
	expect_size("0.000000000000000000867361737988403547205962240695953369140625 EiB", 1);
	expect_fault("1.5", FM_E_RANGE, 1);
	expect_fault("0.1 KiB", FM_E_RANGE, 1);
	expect_fault("12.0001 kB", FM_E_RANGE, 2);
	expect_fault("0.0000000000000000004336808689942017736029811203479766845703125 EiB", FM_E_RANGE, 1);
}

Test(size_parse, the_edge_is_16_eib)
{
	expect_size("15 EiB", UINT64_C(15) << 60);
	expect_size("16383 P", UINT64_C(16383) << 50);
	expect_size("18.446744073709551615 EB", UINT64_MAX);
	expect_fault("16 EiB", FM_E_RANGE, 3);
	expect_fault("16384 P", FM_E_RANGE, 6);
	expect_fault("0x10 E", FM_E_RANGE, 5);
	expect_fault("18.446744073709551616 EB", FM_E_RANGE, 22);
	expect_fault("19EB", FM_E_RANGE, 2);
	expect_fault("18446744073709551616", FM_E_RANGE, 19);
	expect_fault("18 446 744 073 709 551 616", FM_E_RANGE, 25);
	expect_fault("0x10000000000000000", FM_E_RANGE, 18);
	expect_fault("18446744073709551615 k", FM_E_RANGE, 21);
}

Test(size_parse, no_size_by_the_grammar_is_never_called_too_large)
{
	expect_fault("99999999999999999999x", FM_E_SYNTAX, 20);
	expect_fault("99999999999999999999.", FM_E_SYNTAX, 21);
	expect_fault("1.3 kx", FM_E_SYNTAX, 5);
}

Test(size_parse, a_nul_inside_is_a_byte_at_fault)
{
	expect_fault_in("12\0" "k", 4, FM_E_SYNTAX, 2);
	expect_fault_in("\0", 1, FM_E_SYNTAX, 0);
	expect_fault_in("", 0, FM_E_SYNTAX, 0);
}

Test(size_parse, a_byte_past_the_length_is_not_read)
{
	uint64_t out = UNTOUCHED;

	cr_assert(fm_size_parse("123", 2, &out, NULL) == FM_OK && out == 12);
	cr_assert(fm_size_parse("12k", 2, &out, NULL) == FM_OK && out == 12);
	cr_assert(fm_size_parse("1KiB", 2, &out, NULL) == FM_OK && out == 1024);
}

Test(size_parse, bytes_that_are_no_ascii_are_said_where_they_stand)
{
	for (int byte = 0x80; byte < 0x100; byte++) {
		char text[] = { '1', (char)byte, '\0' };

		expect_fault(text, FM_E_SYNTAX, 1);
		expect_fault(text + 1, FM_E_SYNTAX, 0);
	}
	expect_fault("1\xC2\xA0k", FM_E_SYNTAX, 1);
}

Test(size_parse, very_long_runs_of_digits)
{
	static char run[100001];
	uint64_t out = UNTOUCHED;

	memset(run, '0', sizeof run - 1);
	run[sizeof run - 2] = '9';
	expect_size(run, 9);
	memset(run, '9', sizeof run - 1);
	expect_fault(run, FM_E_RANGE, 19);
	run[1] = '.';
	expect_fault(run, FM_E_RANGE, 1);
	memset(run + 2, '0', sizeof run - 3);
	cr_assert(fm_size_parse(run, FM_TEXT, &out, NULL) == FM_OK && out == 9);
}

Test(size_parse, any_bytes_get_a_status_and_a_position_inside)
{
	static const char likely[] = "0123456789  ..__''xX$kKmMiIbBeE\0\xFF";
	uint64_t seed = 9;

	for (int i = 0; i < ROUNDS; i++) {
		char text[24];
		size_t length = random_word(&seed) % sizeof text;
		uint64_t out = UNTOUCHED;
		size_t error_at = NOWHERE;

		for (size_t at = 0; at < length; at++)
			text[at] = likely[random_word(&seed) % (sizeof likely - 1)];
		fm_status status = fm_size_parse(text, length, &out, &error_at);
		cr_assert(status == FM_OK || status == FM_E_SYNTAX || status == FM_E_RANGE);
		if (status == FM_OK)
			cr_assert_eq(error_at, NOWHERE);
		else
			cr_assert(out == UNTOUCHED && error_at <= length - (status == FM_E_RANGE));
	}
}

#if FM_HAS_INT128
Test(size_parse, fractions_agree_with_128_bits)
{
	static const char *const units[] = { "B", "KiB", "MiB", "GiB", "TiB", "kB", "MB", "GB", "TB", "PB", "EB" };
	uint64_t seed = 10;
	int exact = 0;

	for (int i = 0; i < ROUNDS; i++) {
		unsigned choice = (unsigned)(random_word(&seed) % (sizeof units / sizeof units[0]));
		unsigned digits = 1 + (unsigned)(random_word(&seed) % 6);
		uint64_t whole = random_word(&seed) % 20;
		uint64_t scale = 1;
		uint64_t unit = 1;
		char text[ROOM];
		uint64_t out = UNTOUCHED;

		for (unsigned n = 0; n < digits; n++)
			scale *= 10;
		for (unsigned n = 0; n < (choice < 5 ? choice : choice - 4); n++)
			unit *= choice < 5 ? 1024 : 1000;
		uint64_t part = random_word(&seed) % 3 == 0 ? scale / 8 * (random_word(&seed) % 8) : random_word(&seed) % scale;
		fm_uint128 product = ((fm_uint128)whole * scale + part) * unit;
		int fits = product % scale == 0 && product / scale <= UINT64_MAX;

		snprintf(text, sizeof text, "%" PRIu64 ".%0*" PRIu64 " %s", whole, (int)digits, part, units[choice]);
		cr_assert_eq(fm_size_parse(text, FM_TEXT, &out, NULL), fits ? FM_OK : FM_E_RANGE, "%s", text);
		cr_assert_eq(out, fits ? (uint64_t)(product / scale) : UNTOUCHED, "%s", text);
		exact += fits;
	}
	cr_assert(exact > ROUNDS / 10 && exact < ROUNDS - ROUNDS / 10);
}
#endif
