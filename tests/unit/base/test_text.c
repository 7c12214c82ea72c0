/* SPDX-License-Identifier: MIT */
/** @file
 * The bounded writer: each way to add, at every capacity. */
#include <inttypes.h>
#include <stdio.h>

#include "base/text.h"

#include "capacity.h"
#include "random.h"

enum { ROUNDS = 100000, ROOM = 64 };

/** Everything at once, so that every way to add meets every end of the buffer. */
static size_t format_all(const void *what, char *buffer, size_t capacity)
{
	fm_text text = fm_text_begin(buffer, capacity);

	fm_text_add(&text, what);
	fm_text_add_char(&text, '$');
	fm_text_add_hex(&text, 0xBEEF, 6);
	fm_text_add_char(&text, ' ');
	fm_text_add_number(&text, UINT64_MAX);
	fm_text_add_char(&text, ' ');
	fm_text_add_grouped(&text, 1228800);
	return fm_text_end(&text);
}

static size_t format_nothing(const void *what, char *buffer, size_t capacity)
{
	(void)what;
	fm_text text = fm_text_begin(buffer, capacity);

	return fm_text_end(&text);
}

Test(text, writes_what_fits_and_ends_it)
{
	expect_at_every_capacity(format_all, "at ", "at $00BEEF 18446744073709551615 1 228 800");
	expect_at_every_capacity(format_all, "", "$00BEEF 18446744073709551615 1 228 800");
	expect_at_every_capacity(format_nothing, NULL, "");
}

Test(text, no_buffer_counts_alone)
{
	cr_assert_eq(format_all("", NULL, SIZE_MAX), strlen("$00BEEF 18446744073709551615 1 228 800"));
}

Test(text, adding_an_empty_string_adds_nothing)
{
	char buffer[4] = "...";
	fm_text text = fm_text_begin(buffer, sizeof buffer);

	fm_text_add(&text, "");
	cr_assert_eq(fm_text_end(&text), 0);
	cr_assert_str_eq(buffer, "");
}

Test(text, hex_has_at_least_the_digits_asked_for)
{
	static const struct {
		uint64_t value;
		unsigned digits;
		const char *want;
	} cases[] = {
		{ 0, 0, "0" }, { 0, 1, "0" }, { 0, 4, "0000" }, { 0xA, 0, "A" }, { 0x1234, 2, "1234" }, { 0x1234, 5, "01234" },
		{ UINT64_MAX, 1, "FFFFFFFFFFFFFFFF" }, { 1, 16, "0000000000000001" }, { 1, 17, "0000000000000001" }, { 1, UINT32_MAX, "0000000000000001" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char buffer[ROOM];
		fm_text text = fm_text_begin(buffer, sizeof buffer);

		fm_text_add_hex(&text, cases[i].value, cases[i].digits);
		cr_assert_eq(fm_text_end(&text), strlen(cases[i].want));
		cr_assert_str_eq(buffer, cases[i].want);
	}
}

Test(text, numbers_agree_with_printf)
{
	uint64_t seed = 5;

	for (int i = 0; i < ROUNDS; i++) {
		uint64_t value = random_edge(&seed);
		int digits = (int)(random_word(&seed) % 17);
		char want[ROOM];
		char got[ROOM];
		fm_text text = fm_text_begin(got, sizeof got);

		fm_text_add_number(&text, value);
		fm_text_add_char(&text, ' ');
		fm_text_add_hex(&text, value, (unsigned)digits);
		int length = snprintf(want, sizeof want, "%" PRIu64 " %0*" PRIX64, value, digits, value);
		cr_assert_eq(fm_text_end(&text), (size_t)length);
		cr_assert_str_eq(got, want);
	}
}

Test(text, groups_are_of_three_from_the_right)
{
	uint64_t seed = 6;

	for (int i = 0; i < ROUNDS; i++) {
		uint64_t value = random_edge(&seed);
		char plain[ROOM];
		char got[ROOM];
		size_t at = 0;
		fm_text text = fm_text_begin(got, sizeof got);

		fm_text_add_grouped(&text, value);
		size_t length = fm_text_end(&text);
		size_t digits = (size_t)snprintf(plain, sizeof plain, "%" PRIu64, value);

		cr_assert_eq(length, digits + (digits - 1) / 3);
		for (size_t from_right = length; from_right > 0; from_right--) {
			if (from_right % 4 == 0)
				cr_assert_eq(got[length - from_right], ' ');
			else
				cr_assert_eq(got[length - from_right], plain[at++]);
		}
		cr_assert_eq(at, digits);
	}
}
