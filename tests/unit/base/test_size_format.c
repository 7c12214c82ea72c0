/* SPDX-License-Identifier: MIT */
/** @file
 * Sizes as text: known ones, every style back through the parser, every capacity. */
#include <inttypes.h>
#include <stdlib.h>

#include <flightmem/size.h>

#include "capacity.h"
#include "random.h"

enum { ROUNDS = 100000, ROOM = 64 };

struct request {
	uint64_t bytes;
	fm_size_style style;
};

static size_t format_request(const void *what, char *buffer, size_t capacity)
{
	const struct request *request = what;

	return fm_size_format(request->bytes, request->style, buffer, capacity);
}

static void expect_text(uint64_t bytes, fm_size_style style, const char *want)
{
	expect_at_every_capacity(format_request, &(struct request){ bytes, style }, want);
}

Test(size_format, human_is_the_largest_unit_rounded_half_up)
{
	expect_text(0, FM_SIZE_HUMAN, "0 B");
	expect_text(1, FM_SIZE_HUMAN, "1 B");
	expect_text(1023, FM_SIZE_HUMAN, "1023 B");
	expect_text(1024, FM_SIZE_HUMAN, "1 KiB");
	expect_text(1029, FM_SIZE_HUMAN, "1 KiB");
	expect_text(1030, FM_SIZE_HUMAN, "1.01 KiB");
	expect_text(1536, FM_SIZE_HUMAN, "1.5 KiB");
	expect_text(1228800, FM_SIZE_HUMAN, "1.17 MiB");
	expect_text(1152, FM_SIZE_HUMAN, "1.13 KiB");
	expect_text(1043334, FM_SIZE_HUMAN, "1018.88 KiB");
	expect_text(UINT64_C(1) << 60, FM_SIZE_HUMAN, "1 EiB");
	expect_text((UINT64_C(1) << 63) + (UINT64_C(1) << 59), FM_SIZE_HUMAN, "8.5 EiB");
	expect_text(UINT64_MAX, FM_SIZE_HUMAN, "16 EiB");
}

Test(size_format, the_unit_is_chosen_after_rounding)
{
	expect_text(1048570, FM_SIZE_HUMAN, "1023.99 KiB");
	expect_text(1048571, FM_SIZE_HUMAN, "1 MiB");
	expect_text(1048575, FM_SIZE_HUMAN, "1 MiB");
	expect_text((UINT64_C(1) << 60) - 1, FM_SIZE_HUMAN, "1 EiB");
}

Test(size_format, exact_is_grouped_by_three)
{
	expect_text(0, FM_SIZE_EXACT, "0 B");
	expect_text(999, FM_SIZE_EXACT, "999 B");
	expect_text(1000, FM_SIZE_EXACT, "1 000 B");
	expect_text(1228800, FM_SIZE_EXACT, "1 228 800 B");
	expect_text(UINT64_MAX, FM_SIZE_EXACT, "18 446 744 073 709 551 615 B");
}

Test(size_format, round_trip_is_the_largest_unit_that_divides)
{
	expect_text(0, FM_SIZE_ROUND_TRIP, "0 B");
	expect_text(1023, FM_SIZE_ROUND_TRIP, "1023 B");
	expect_text(1228800, FM_SIZE_ROUND_TRIP, "1200 KiB");
	expect_text(1228801, FM_SIZE_ROUND_TRIP, "1228801 B");
	expect_text(UINT64_C(15) << 60, FM_SIZE_ROUND_TRIP, "15 EiB");
	expect_text(UINT64_C(1) << 63, FM_SIZE_ROUND_TRIP, "8 EiB");
	expect_text(UINT64_MAX, FM_SIZE_ROUND_TRIP, "18446744073709551615 B");
}

Test(size_format, an_unknown_style_is_an_empty_text)
{
	expect_text(1024, 3, "");
	expect_text(1024, UINT32_MAX, "");
}

/** The bytes of one hundredth of the unit that a human text ends with, rounded up: how far off it may be. */
static uint64_t human_error(const char *text)
{
	static const char letters[] = "BKMGTPE";
	const char *unit = strchr(text, ' ') + 1;
	unsigned power = (unsigned)(strchr(letters, *unit) - letters);

	return power == 0 ? 0 : ((UINT64_C(1) << (10 * power)) + 199) / 200;
}

Test(size_format, every_style_reads_back)
{
	uint64_t seed = 7;

	for (int i = 0; i < ROUNDS; i++) {
		uint64_t bytes = random_edge(&seed);

		for (fm_size_style style = FM_SIZE_EXACT; style <= FM_SIZE_ROUND_TRIP; style++) {
			char text[ROOM];
			uint64_t back = ~bytes;

			cr_assert_eq(fm_size_format(bytes, style, text, sizeof text), strlen(text));
			cr_assert_eq(fm_size_parse(text, FM_TEXT, &back, NULL), FM_OK, "%s", text);
			cr_assert_eq(back, bytes, "%s is %" PRIu64, text, bytes);
		}
	}
}

#if FM_HAS_INT128
/** The bytes that a human text stands for, with 2 decimals at most, times 100. */
static fm_uint128 hundredfold(const char *text)
{
	static const char letters[] = "BKMGTPE";
	char *at;
	uint64_t hundredths = strtoull(text, &at, 10) * 100;

	if (*at == '.') {
		hundredths += (uint64_t)(at[1] - '0') * 10;
		hundredths += at[2] == ' ' ? 0 : (uint64_t)(at[2] - '0');
	}
	return (fm_uint128)hundredths << (10 * (strchr(letters, *(strchr(text, ' ') + 1)) - letters));
}

Test(size_format, human_is_never_off_by_more_than_half_a_hundredth)
{
	uint64_t seed = 8;

	for (int i = 0; i < ROUNDS; i++) {
		uint64_t bytes = random_edge(&seed);
		char text[ROOM];

		cr_assert_leq(fm_size_format(bytes, FM_SIZE_HUMAN, text, sizeof text), strlen("1023.99 KiB"));
		fm_uint128 is = (fm_uint128)bytes * 100;
		fm_uint128 said = hundredfold(text);
		fm_uint128 error = is > said ? is - said : said - is;

		cr_assert(error <= (fm_uint128)human_error(text) * 100, "%s is %" PRIu64, text, bytes);
		cr_assert(strtoull(text, NULL, 10) < 1024, "%s", text);
	}
}
#endif
