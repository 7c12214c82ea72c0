/* SPDX-License-Identifier: MIT */
/** @file
 * Addresses as text: each notation at each width, each byte at fault, every style back through the parser, every capacity. */
#include <inttypes.h>

#include <flightmem/address.h>

#include "capacity.h"
#include "random.h"

enum { ROUNDS = 100000, ROOM = 64, WIDTH_MAX = 64 };

#define UNTOUCHED UINT64_C(0xA5A5A5A5A5A5A5A5)
#define NOWHERE ((size_t)0x5A5A)

static uint64_t largest_of(uint32_t width)
{
	return width == WIDTH_MAX ? UINT64_MAX : (UINT64_C(1) << width) - 1;
}

static void expect_address(const char *text, uint32_t width, uint64_t want)
{
	uint64_t out = UNTOUCHED;
	size_t error_at = NOWHERE;

	cr_assert_eq(fm_address_parse(text, FM_TEXT, width, &out, &error_at), FM_OK, "\"%s\" fails at %zu", text, error_at);
	cr_assert_eq(out, want, "\"%s\" is %" PRIx64, text, out);
	cr_assert_eq(error_at, NOWHERE, "success writes no position");
}

static void expect_fault_in(const char *text, size_t length, uint32_t width, fm_status want, size_t at)
{
	uint64_t out = UNTOUCHED;
	size_t error_at = NOWHERE;

	cr_assert_eq(fm_address_parse(text, length, width, &out, &error_at), want, "\"%s\"", text);
	cr_assert_eq(error_at, at, "\"%s\" fails at %zu", text, error_at);
	cr_assert_eq(fm_address_parse(text, length, width, &out, NULL), want, "\"%s\"", text);
	cr_assert_eq(out, UNTOUCHED);
}

static void expect_fault(const char *text, uint32_t width, fm_status want, size_t at)
{
	expect_fault_in(text, FM_TEXT, width, want, at);
	expect_fault_in(text, strlen(text), width, want, at);
}

Test(address, a_missing_or_wrong_argument_is_said)
{
	static const uint32_t wrong[] = { 0, 65, 128, UINT32_MAX };
	uint64_t out = UNTOUCHED;
	size_t error_at = NOWHERE;

	cr_assert_eq(fm_address_parse(NULL, 0, 32, &out, &error_at), FM_E_ARGUMENT);
	cr_assert_eq(fm_address_parse("1", FM_TEXT, 32, NULL, &error_at), FM_E_ARGUMENT);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		cr_assert_eq(fm_address_parse("1", FM_TEXT, wrong[i], &out, &error_at), FM_E_ARGUMENT);
	cr_assert(out == UNTOUCHED && error_at == NOWHERE);
}

Test(address, every_notation_is_read_whatever_the_platform)
{
	expect_address("0x06000000", 32, 0x06000000);
	expect_address("0X6", 3, 6);
	expect_address("$2000", 16, 0x2000);
	expect_address("7E:0000", 24, 0x7E0000);
	expect_address("7e:ffff", 24, 0x7EFFFF);
	expect_address("7E:1", 24, 0x7E0001);
	expect_address("0:FF", 8, 0xFF);
	expect_address("2000h", 16, 0x2000);
	expect_address("0FFH", 8, 0xFF);
	expect_address("49152", 16, 49152);
	expect_address("FFFFFFFFFFFF:FFFF", 64, UINT64_MAX);
	expect_address("18446744073709551615", 64, UINT64_MAX);
	expect_address("0000000000000000000000000001", 1, 1);
}

Test(address, what_is_no_address_is_said_where_it_stands)
{
	expect_fault("", 32, FM_E_SYNTAX, 0);
	expect_fault(" 1", 32, FM_E_SYNTAX, 0);
	expect_fault("1 ", 32, FM_E_SYNTAX, 1);
	expect_fault("0x", 32, FM_E_SYNTAX, 2);
	expect_fault("$", 32, FM_E_SYNTAX, 1);
	expect_fault("h", 32, FM_E_SYNTAX, 0);
	expect_fault(":0000", 32, FM_E_SYNTAX, 0);
	expect_fault("7E:", 32, FM_E_SYNTAX, 3);
	expect_fault("7E:00000", 32, FM_E_SYNTAX, 7);
	expect_fault("7E:0000h", 32, FM_E_SYNTAX, 7);
	expect_fault("7E:00:00", 32, FM_E_SYNTAX, 5);
	expect_fault("0x7E:0000", 32, FM_E_SYNTAX, 4);
	expect_fault("12AB", 32, FM_E_SYNTAX, 2);
	expect_fault("AB", 32, FM_E_SYNTAX, 0);
	expect_fault("2000hh", 32, FM_E_SYNTAX, 5);
	expect_fault("$20h", 32, FM_E_SYNTAX, 3);
	expect_fault("-1", 32, FM_E_SYNTAX, 0);
	expect_fault("1.5", 32, FM_E_SYNTAX, 1);
}

Test(address, the_first_digit_that_needs_more_bits_is_at_fault)
{
	expect_fault("0x10000", 16, FM_E_RANGE, 6);
	expect_fault("$10000", 16, FM_E_RANGE, 5);
	expect_fault("65536", 16, FM_E_RANGE, 4);
	expect_fault("10000h", 16, FM_E_RANGE, 4);
	expect_fault("100:0000", 24, FM_E_RANGE, 2);
	expect_fault("1:0000", 16, FM_E_RANGE, 0);
	expect_fault("0:100", 8, FM_E_RANGE, 4);
	expect_fault("1:100", 8, FM_E_RANGE, 0);
	expect_fault("2", 1, FM_E_RANGE, 0);
	expect_fault("0x10000000000000000", 64, FM_E_RANGE, 18);
	expect_fault("18446744073709551616", 64, FM_E_RANGE, 19);
	expect_fault("1000000000000:0000", 64, FM_E_RANGE, 12);
	expect_fault("0x100g", 8, FM_E_SYNTAX, 5);
}

Test(address, hostile_bytes_are_said_where_they_stand)
{
	static char run[100001];

	expect_fault_in("12\0" "34", 5, 32, FM_E_SYNTAX, 2);
	expect_fault_in("\0", 1, 32, FM_E_SYNTAX, 0);
	for (int byte = 0x80; byte < 0x100; byte++) {
		char text[] = { '$', '1', (char)byte, '\0' };

		expect_fault(text, 32, FM_E_SYNTAX, 2);
		expect_fault(text + 2, 32, FM_E_SYNTAX, 0);
	}
	memset(run, '9', sizeof run - 1);
	expect_fault(run, 64, FM_E_RANGE, 19);
	run[sizeof run - 2] = ':';
	expect_fault(run, 64, FM_E_SYNTAX, sizeof run - 1);
	memset(run, '0', sizeof run - 2);
	run[sizeof run - 2] = 'h';
	expect_address(run, 1, 0);
}

Test(address, a_byte_past_the_length_is_not_read)
{
	uint64_t out = UNTOUCHED;

	cr_assert(fm_address_parse("123h", 3, 32, &out, NULL) == FM_OK && out == 123);
	cr_assert(fm_address_parse("12:34", 2, 32, &out, NULL) == FM_OK && out == 12);
	cr_assert_eq(fm_address_parse("0x1", 2, 32, &out, NULL), FM_E_SYNTAX);
	cr_assert(fm_address_parse("0x1", 1, 32, &out, NULL) == FM_OK && out == 0);
}

struct request {
	uint64_t value;
	uint32_t width;
	fm_address_style style;
};

static size_t format_request(const void *what, char *buffer, size_t capacity)
{
	const struct request *request = what;

	return fm_address_format(request->value, request->width, request->style, buffer, capacity);
}

static void expect_text(uint64_t value, uint32_t width, fm_address_style style, const char *want)
{
	expect_at_every_capacity(format_request, &(struct request){ value, width, style }, want);
}

Test(address, has_as_many_digits_as_the_width_needs)
{
	expect_text(0x06000000, 32, FM_ADDRESS_HEX, "0x06000000");
	expect_text(0x2000, 16, FM_ADDRESS_DOLLAR, "$2000");
	expect_text(0x7E0000, 24, FM_ADDRESS_BANKED, "7E:0000");
	expect_text(1, 1, FM_ADDRESS_HEX, "0x1");
	expect_text(0, 1, FM_ADDRESS_BANKED, "0:0000");
	expect_text(0xFFFF, 16, FM_ADDRESS_BANKED, "0:FFFF");
	expect_text(0x1FFFF, 17, FM_ADDRESS_BANKED, "1:FFFF");
	expect_text(0, 13, FM_ADDRESS_DOLLAR, "$0000");
	expect_text(UINT64_MAX, 64, FM_ADDRESS_HEX, "0xFFFFFFFFFFFFFFFF");
	expect_text(UINT64_MAX, 64, FM_ADDRESS_BANKED, "FFFFFFFFFFFF:FFFF");
}

Test(address, what_can_not_be_written_is_an_empty_text)
{
	expect_text(0, 0, FM_ADDRESS_HEX, "");
	expect_text(0, 65, FM_ADDRESS_HEX, "");
	expect_text(0, UINT32_MAX, FM_ADDRESS_HEX, "");
	expect_text(0, 32, 3, "");
	expect_text(0, 32, UINT32_MAX, "");
	for (uint32_t width = 1; width < WIDTH_MAX; width++)
		expect_text(largest_of(width) + 1, width, FM_ADDRESS_HEX, "");
}

Test(address, every_style_reads_back_at_every_width)
{
	uint64_t seed = 11;

	for (int i = 0; i < ROUNDS; i++) {
		uint32_t width = 1 + (uint32_t)i % WIDTH_MAX;
		uint64_t value = random_edge(&seed) & largest_of(width);

		for (fm_address_style style = FM_ADDRESS_HEX; style <= FM_ADDRESS_BANKED; style++) {
			char text[ROOM];
			uint64_t back = ~value;

			cr_assert_eq(fm_address_format(value, width, style, text, sizeof text), strlen(text));
			cr_assert_eq(fm_address_parse(text, FM_TEXT, width, &back, NULL), FM_OK, "%s at %u bits", text, width);
			cr_assert_eq(back, value, "%s at %u bits", text, width);
		}
	}
}

Test(address, one_bit_less_is_out_of_range)
{
	for (uint32_t width = 2; width <= WIDTH_MAX; width++) {
		for (fm_address_style style = FM_ADDRESS_HEX; style <= FM_ADDRESS_BANKED; style++) {
			char text[ROOM];
			uint64_t out = UNTOUCHED;

			fm_address_format(largest_of(width), width, style, text, sizeof text);
			cr_assert_eq(fm_address_parse(text, FM_TEXT, width - 1, &out, NULL), FM_E_RANGE, "%s at %u bits", text, width - 1);
			cr_assert_eq(out, UNTOUCHED);
		}
	}
}

Test(address, any_bytes_get_a_status_and_a_position_inside)
{
	static const char likely[] = "0123456789abcdefABCDEF0000::$$xXhH \0\xFF";
	uint64_t seed = 12;

	for (int i = 0; i < ROUNDS; i++) {
		char text[20];
		size_t length = random_word(&seed) % sizeof text;
		uint32_t width = 1 + (uint32_t)i % WIDTH_MAX;
		uint64_t out = UNTOUCHED;
		size_t error_at = NOWHERE;

		for (size_t at = 0; at < length; at++)
			text[at] = likely[random_word(&seed) % (sizeof likely - 1)];
		fm_status status = fm_address_parse(text, length, width, &out, &error_at);
		cr_assert(status == FM_OK || status == FM_E_SYNTAX || status == FM_E_RANGE);
		if (status == FM_OK)
			cr_assert(out <= largest_of(width) && error_at == NOWHERE);
		else
			cr_assert(out == UNTOUCHED && error_at <= length - (status == FM_E_RANGE));
	}
}
