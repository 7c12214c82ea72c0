/* SPDX-License-Identifier: MIT */
/** @file
 * The text of a map: regions, merged neighbours, and what hostile text comes to. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "host/process_map.h"

#define RX (FM_ACCESS_READ | FM_ACCESS_EXECUTE)
#define RW (FM_ACCESS_READ | FM_ACCESS_WRITE)

static const char map[] = "00400000-00401000 r-xp 00000000 fe:00 12    /bin/two words\n"
			  "00401000-00403000 r-xp 00001000 fe:00 12    /bin/two words\n"
			  "00403000-00404000 r--p 00003000 fe:00 12\n"
			  "00500000-00501000 ---p 00000000 00:00 0 \n"
			  "7ffc00000000-7ffc00021000 rwxs 00000000 00:00 0                          [stack]\n"
			  "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]\n";

static fm_status parse(const char *text, size_t length, uint64_t *line)
{
	fm_validator_region regions[8];
	uint32_t count = 77;
	fm_status counted = fm_process_map_parse(text, length, NULL, 0, &count, line);
	uint64_t again = *line;

	cr_assert_eq(fm_process_map_parse(text, length, regions, 8, &count, &again), counted);
	cr_assert_eq(again, *line);
	cr_assert(counted == FM_OK || count == 77, "a failure leaves the count");
	return counted;
}

Test(process_map, neighbours_with_equal_rights_are_one_region)
{
	fm_validator_region regions[5];
	uint32_t count = 0;

	cr_assert_eq(fm_process_map_parse(map, sizeof map - 1, regions, 5, &count, NULL), FM_OK);
	cr_assert_eq(count, 5);
	cr_assert(regions[0].base == 0x400000 && regions[0].size == 0x3000 && regions[0].access == RX);
	cr_assert(regions[1].base == 0x403000 && regions[1].size == 0x1000 && regions[1].access == FM_ACCESS_READ);
	cr_assert(regions[2].base == 0x500000 && regions[2].access == 0, "a guard grants nothing, and is there");
	cr_assert(regions[3].size == 0x21000 && regions[3].access == (RX | FM_ACCESS_WRITE));
	cr_assert(regions[4].base == 0xFFFFFFFFFF600000 && regions[4].access == FM_ACCESS_EXECUTE);
}

Test(process_map, the_list_opens_a_validator_that_shows_what_is_written_and_executed)
{
	fm_validator_region regions[5];
	fm_validator *validator = NULL;
	uint32_t count = 0;

	cr_assert_eq(fm_process_map_parse(map, sizeof map - 1, regions, 5, &count, NULL), FM_OK);
	cr_assert_eq(fm_validator_open(FM_OPTIONS(fm_validator_options, .regions = regions, .region_count = count, .rules = 0x3FF), &validator, NULL), FM_OK);
	cr_assert_eq(fm_validator_check(validator, 0x400FFC, 8, FM_ACCESS_READ), FM_OK, "over the seam of two mappings with equal rights");
	cr_assert_eq(fm_validator_check(validator, 0x400000, 4, FM_ACCESS_WRITE), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(fm_validator_check(validator, 0x402FFC, 8, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS, "where rights change there is an end");
	cr_assert_eq(fm_validator_check(validator, 0x500000, 4, FM_ACCESS_READ), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(fm_validator_check(validator, 0x501000, 4, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(fm_validator_check(validator, 0x7FFC00000000, 4, FM_ACCESS_EXECUTE), FM_E_ACCESS_WX);
	cr_assert_eq(fm_validator_check(validator, 0x7FFC00000000, 4, FM_ACCESS_READ | FM_ACCESS_DMA), FM_E_ACCESS_DMA);
	cr_assert_eq(fm_validator_check(validator, 0xFFFFFFFFFF600000, 4, FM_ACCESS_EXECUTE), FM_OK);
	cr_assert_eq(fm_validator_check(validator, 0xFFFFFFFFFF600000, 4, FM_ACCESS_READ), FM_E_ACCESS_PERMISSION);
	fm_validator_unref(validator);
}

Test(process_map, a_text_that_is_cut_anywhere_inside_a_line_is_refused)
{
	uint64_t line;
	uint32_t whole = 0;

	for (size_t length = 0; length < sizeof map; length++) {
		int at_end = length == 0 || map[length - 1] == '\n';

		line = 0;
		cr_assert_eq(parse(map, length, &line), at_end ? FM_OK : FM_E_SYNTAX, "cut to %zu bytes", length);
		cr_assert_eq(line, at_end ? 0 : whole + 1);
		whole += map[length] == '\n';
	}
}

Test(process_map, hostile_text_gives_the_line)
{
	static const struct {
		const char *text;
		fm_status status;
		uint64_t line;
	} cases[] = {
		{ "\n", FM_E_SYNTAX, 1 },
		{ "1-2 r--p\n\n", FM_E_SYNTAX, 2 },
		{ "-2 r--p\n", FM_E_SYNTAX, 1 },
		{ "1- r--p\n", FM_E_SYNTAX, 1 },
		{ "0x1-2 r--p\n", FM_E_SYNTAX, 1 },
		{ "1 -2 r--p\n", FM_E_SYNTAX, 1 },
		{ "1--2 r--p\n", FM_E_SYNTAX, 1 },
		{ "1-2 wr-p\n", FM_E_SYNTAX, 1 },
		{ "1-2 rwx\n", FM_E_SYNTAX, 1 },
		{ "1-2 rwx-\n", FM_E_SYNTAX, 1 },
		{ "1-2 rwxps\n", FM_E_SYNTAX, 1 },
		{ "1-2\n", FM_E_SYNTAX, 1 },
		{ "\x7F" "ELF", FM_E_SYNTAX, 1 },
		{ "\xFF-\xFF", FM_E_SYNTAX, 1 },
		{ "2-2 r--p\n", FM_E_RANGE, 1 },
		{ "3-2 r--p\n", FM_E_RANGE, 1 },
		{ "11112222333344445-2 r--p\n", FM_E_RANGE, 1 },
		{ "00000000000000000-2 r--p\n", FM_E_RANGE, 1 },
		{ "1-2 r--p\n3-5 r--p\n4-6 r--p\n", FM_E_RANGE, 3 },
		{ "1-2 r--p\n3-5 r--p\n3-5 r--p\n", FM_E_RANGE, 3 },
		{ "8-9 r--p\n1-2 r--p\n", FM_E_RANGE, 2 },
		{ "1-2 r--p\n0-ffffffffffffffff r--p\n", FM_E_RANGE, 2 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		uint64_t line = 0;

		cr_assert_eq(parse(cases[i].text, strlen(cases[i].text), &line), cases[i].status, "%s", cases[i].text);
		cr_assert_eq(line, cases[i].line, "%s", cases[i].text);
	}
}

Test(process_map, a_nul_in_a_name_is_refused_and_other_bytes_are_not)
{
	static const char nul[] = "1-2 r--p 0 0 0 a\0b\n", odd[] = "1-2 r--p 0 0 0 \xFF\t\x01\n0002-FFFFFFFFFFFFFFFF ---s\n";
	uint64_t line = 0;

	cr_assert_eq(parse(nul, sizeof nul - 1, &line), FM_E_SYNTAX);
	cr_assert_eq(line, 1);
	cr_assert_eq(parse(odd, sizeof odd - 1, &line), FM_OK);
}

Test(process_map, a_name_may_be_of_any_length)
{
	size_t length = 1 << 20;
	char *text = malloc(length);
	uint64_t line = 0;

	cr_assert_not_null(text);
	memset(text, 'n', length);
	memcpy(text, "1-2 r--p ", 9);
	text[length - 1] = '\n';
	cr_assert_eq(parse(text, length, &line), FM_OK);
	free(text);
}

Test(process_map, more_regions_than_there_is_room_for_are_refused_at_their_line)
{
	fm_validator_region regions[2];
	uint32_t count = 9;
	uint64_t line = 0;

	cr_assert_eq(fm_process_map_parse(map, sizeof map - 1, regions, 2, &count, &line), FM_E_TOO_LARGE);
	cr_assert(count == 9 && line == 4);
	cr_assert_eq(fm_process_map_parse(map, sizeof map - 1, regions, 0, &count, &line), FM_E_TOO_LARGE);
	cr_assert(count == 9 && line == 1);
	cr_assert_eq(fm_process_map_parse("", 0, regions, 0, &count, &line), FM_OK);
	cr_assert_eq(count, 0);
}

Test(process_map, what_is_missing_is_an_argument)
{
	uint32_t count;

	cr_assert_eq(fm_process_map_parse(NULL, 0, NULL, 0, &count, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_process_map_parse("", 0, NULL, 0, NULL, NULL), FM_E_ARGUMENT);
}
