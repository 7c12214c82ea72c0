/* SPDX-License-Identifier: MIT */
/** @file
 * Addresses with the names of their spaces: read, judged, written, and read back. */
#include "facts.h"

static const fm_address planted = { .value = 77, .space = 88, .reserved = 99 };

/** Reads and expects success. */
static fm_address parse(const char *platform, const char *text)
{
	fm_address address = planted;
	size_t error_at = 1234;

	cr_assert_eq(fm_profile_address_parse(profile_of(platform), text, FM_TEXT, &address, &error_at), FM_OK, "%s", text);
	cr_assert_eq(error_at, 1234);
	cr_assert_eq(address.reserved, 0);
	return address;
}

/** Expects a failure that leaves the address. Returns where the error is. */
static size_t refuse(const char *platform, const char *text, size_t length, fm_status want)
{
	fm_address address = planted;
	size_t error_at = 1234;

	cr_assert_eq(fm_profile_address_parse(profile_of(platform), text, length, &address, &error_at), want, "%s", text);
	cr_assert_eq(memcmp(&address, &planted, sizeof address), 0);
	cr_assert_eq(fm_profile_address_parse(profile_of(platform), text, length, &address, NULL), want);
	return error_at;
}

Test(address_text, without_a_name_it_is_the_main_cpus)
{
	cr_assert(parse("gba", "0x06000000").value == 0x06000000 && parse("gba", "0x06000000").space == 0);
	cr_assert_eq(parse("gba", "$2000").value, 0x2000);
	cr_assert_eq(parse("gba", "7E:0010").value, 0x7E0010);
	cr_assert_eq(parse("gba", "FE:0010").value, 0xFE0010, "a number is no name");
	cr_assert_eq(parse("gba", "cafe:0010").value, 0xCAFE0010);
	cr_assert_eq(parse("gba", "2000h").value, 0x2000);
	cr_assert_eq(parse("linux-x86_64", "0xFFFFFFFFFFFFFFFF").value, UINT64_MAX);
}

Test(address_text, a_name_leads_to_its_space)
{
	fm_address address = parse("psx", "gpu:0xFFFFF");

	cr_assert(address.space == 1 && address.value == 0xFFFFF);
	cr_assert_eq(parse("psx", "spu:$1000").space, 2);
	cr_assert_eq(parse("psx", "cpu:1F80:0000").value, 0x1F800000, "a banked address after the name");
	cr_assert_eq(parse("psx", "private:0").space, 3);
}

Test(address_text, a_name_that_is_none_is_not_found)
{
	cr_assert_eq(refuse("gba", "ppu:$2000", FM_TEXT, FM_E_NOT_FOUND), 1234);
	refuse("gba", "gpu:$2000", FM_TEXT, FM_E_NOT_FOUND);
	refuse("psx", "gpus:$2000", FM_TEXT, FM_E_NOT_FOUND);
	refuse("psx", "gp:$2000", FM_TEXT, FM_E_NOT_FOUND);
	refuse("psx", "GPU:$2000", FM_TEXT, FM_E_NOT_FOUND);
}

Test(address_text, errors_count_from_the_begin_of_the_text)
{
	cr_assert_eq(refuse("psx", "gpu:", FM_TEXT, FM_E_SYNTAX), 4);
	cr_assert_eq(refuse("psx", "gpu:0x1g", FM_TEXT, FM_E_SYNTAX), 7);
	cr_assert_eq(refuse("psx", "gpu:0x100000", FM_TEXT, FM_E_RANGE), 11);
	cr_assert_eq(refuse("psx", "", FM_TEXT, FM_E_SYNTAX), 0);
	cr_assert_eq(refuse("psx", ":1000", FM_TEXT, FM_E_SYNTAX), 0);
	cr_assert_eq(refuse("psx", "g pu:1000", FM_TEXT, FM_E_SYNTAX), 0);
	cr_assert_eq(refuse("gba", "0x100000000", FM_TEXT, FM_E_RANGE), 10);
	cr_assert_eq(refuse("psx", "gpu:10", 4, FM_E_SYNTAX), 4, "no byte past the length is read");
	cr_assert_eq(refuse("psx", "gpu:10", 3, FM_E_SYNTAX), 0);
}

Test(address_text, missing_arguments_are_refused)
{
	fm_address address = planted;

	cr_assert_eq(fm_profile_address_parse(NULL, "0", FM_TEXT, &address, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_address_parse(profile_of("gba"), NULL, 0, &address, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_address_parse(profile_of("gba"), "0", FM_TEXT, NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(memcmp(&address, &planted, sizeof address), 0);
}

Test(address_text, it_is_written_as_the_platforms_people_do)
{
	char text[32];

	cr_assert_eq(fm_profile_address_format(profile_of("gba"), (fm_address){ .value = 0x06000000 }, text, sizeof text), 10);
	cr_assert_str_eq(text, "0x06000000");
	cr_assert_eq(fm_profile_address_format(profile_of("psx"), (fm_address){ .value = 0x1000, .space = 2 }, text, sizeof text), 11);
	cr_assert_str_eq(text, "spu:0x01000");
	cr_assert_eq(fm_profile_address_format(profile_of("linux-x86_64"), (fm_address){ .value = UINT64_MAX }, text, sizeof text), 18);
	cr_assert_str_eq(text, "0xFFFFFFFFFFFFFFFF");
}

/* A 6502 programmer's way and a 65816 programmer's: written so, read so, and each other way to say the same is read too. */

Test(address_text, a_dollar_or_a_bank_where_people_write_them)
{
	static const struct {
		const char *platform, *text;
		uint64_t value;
		uint32_t space;
		const char *other;
	} cases[] = {
		{ "nes", "$0000", 0, 0, "0x0000" },
		{ "nes", "$2000", 0x2000, 0, "2000h" },
		{ "nes", "$FFFF", 0xFFFF, 0, "cpu:$FFFF" },
		{ "nes", "ppu:$2000", 0x2000, 1, "ppu:0x2000" },
		{ "nes", "ppu:$3FFF", 0x3FFF, 1, "ppu:3FFFh" },
		{ "snes", "00:0000", 0, 0, "$000000" },
		{ "snes", "00:2100", 0x2100, 0, "$2100" },
		{ "snes", "7E:0000", 0x7E0000, 0, "0x7E0000" },
		{ "snes", "7F:FFFF", 0x7FFFFF, 0, "cpu:7f:ffff" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char text[32];
		fm_address address = { .value = cases[i].value, .space = cases[i].space };
		fm_address read = parse(cases[i].platform, cases[i].text), other = parse(cases[i].platform, cases[i].other);

		cr_assert_eq(fm_profile_address_format(profile_of(cases[i].platform), address, text, sizeof text), strlen(cases[i].text));
		cr_assert_str_eq(text, cases[i].text);
		cr_assert(read.value == address.value && read.space == address.space, "%s", cases[i].text);
		cr_assert(other.value == address.value && other.space == address.space, "%s", cases[i].other);
	}
	cr_assert_eq(refuse("nes", "ppu:$4000", FM_TEXT, FM_E_RANGE), 8, "14 bits");
	cr_assert_eq(refuse("nes", "7E:0000", FM_TEXT, FM_E_RANGE), 0, "16 bits have no bank");
	refuse("snes", "ppu:$2000", FM_TEXT, FM_E_NOT_FOUND);
}

Test(address_text, what_is_too_small_is_cut_and_counted)
{
	char text[8];

	memset(text, 'x', sizeof text);
	cr_assert_eq(fm_profile_address_format(profile_of("psx"), (fm_address){ .value = 0x1000, .space = 2 }, text, 6), 11);
	cr_assert_eq(memcmp(text, "spu:0\0xx", 8), 0);
	cr_assert_eq(fm_profile_address_format(profile_of("psx"), (fm_address){ .value = 0x1000, .space = 2 }, NULL, 0), 11);
}

Test(address_text, what_is_no_address_has_no_text)
{
	char text[8] = "before";

	cr_assert_eq(fm_profile_address_format(NULL, (fm_address){ .value = 0 }, text, sizeof text), 0);
	cr_assert_str_eq(text, "");
	cr_assert_eq(fm_profile_address_format(profile_of("psx"), (fm_address){ .value = 0x100000, .space = 1 }, text, sizeof text), 0, "wider than its space");
	cr_assert_eq(fm_profile_address_format(profile_of("psx"), (fm_address){ .value = 0, .space = 4 }, text, sizeof text), 0);
	cr_assert_eq(fm_profile_address_format(profile_of("psx"), (fm_address){ .value = 0, .space = FM_NONE }, NULL, 0), 0);
}

Test(address_text, what_was_written_is_read_back)
{
	for (uint32_t p = 0; p < fm_profile_count(); p++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info);
		fm_profile_get_info(fm_profile_at(p), &info);
		for (uint32_t s = 0; s < info.space_count; s++) {
			fm_space_info space = FM_STRUCT(fm_space_info);
			fm_profile_space(fm_profile_at(p), s, &space);
			fm_address address = { .value = UINT64_MAX >> (64 - space.width_bits), .space = s }, read;
			char text[64];

			cr_assert_neq(fm_profile_address_format(fm_profile_at(p), address, text, sizeof text), 0);
			cr_assert_eq(fm_profile_address_parse(fm_profile_at(p), text, FM_TEXT, &read, NULL), FM_OK);
			cr_assert_eq(memcmp(&read, &address, sizeof read), 0);
		}
	}
}
