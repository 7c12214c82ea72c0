/* SPDX-License-Identifier: MIT */
/** @file
 * A platform in short: the facts as its data states them, unknown where no source speaks. */
#include "facts.h"

static fm_profile_info info_of(const char *id)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	cr_assert_eq(fm_profile_get_info(profile_of(id), &info), FM_OK);
	return info;
}

Test(info, the_game_boy_advance)
{
	fm_profile_info info = info_of("gba");

	cr_assert_str_eq(info.id, "gba");
	cr_assert_str_eq(info.name, "Game Boy Advance");
	cr_assert(info.tier == FM_TIER_RETRO && info.endian == FM_ENDIAN_LITTLE);
	cr_assert(info.word_bits == 32 && info.pointer_bits == 32 && info.bus_bits == 28);
	cr_assert_eq(info.cache_line_bytes, FM_NONE, "it has no data cache");
	cr_assert_eq(info.page_bytes, FM_NONE);
	cr_assert(info.space_count == 1 && info.region_count == 9 && info.engine_count == 1);
	cr_assert(info.misaligned == FM_MISALIGNED_ROTATE && info.natural_bytes == 4);
}

Test(info, the_playstation_has_memory_behind_ports)
{
	fm_profile_info info = info_of("psx");

	cr_assert(info.word_bits == 32 && info.pointer_bits == 32 && info.bus_bits == 32);
	cr_assert_eq(info.cache_line_bytes, FM_NONE, "code is cached, data is not");
	cr_assert(info.space_count == 4 && info.region_count == 12);
}

Test(info, what_no_source_says_is_unknown)
{
	cr_assert_eq(info_of("wasm32").cache_line_bytes, 0, "a module can't see the host's line");
	cr_assert_eq(info_of("wasm32").bus_bits, 0);
	cr_assert_eq(info_of("linux-x86_64").bus_bits, 0);
	cr_assert_eq(info_of("linux-riscv64").misaligned, FM_MISALIGNED_UNKNOWN);
}

Test(info, pages_and_lines_of_hosts)
{
	cr_assert_eq(info_of("wasm32").page_bytes, 65536);
	cr_assert_eq(info_of("wasm32").tier, FM_TIER_WEB);
	cr_assert_eq(info_of("linux-x86_64").page_bytes, 4096);
	cr_assert_eq(info_of("linux-x86_64").cache_line_bytes, 64);
	cr_assert_eq(info_of("linux-x86_64").pointer_bits, 64);
}

#define GET_INFO(out) fm_profile_get_info(profile_of("gba"), out)

Test(info, a_newer_caller_keeps_its_tail)
{
	KEEPS_TAIL(fm_profile_info, GET_INFO);
}

Test(info, a_failure_leaves_the_struct)
{
	fm_profile_info info;

	JUDGES_STRUCT_SIZE(fm_profile_info, GET_INFO);
	PLANT(&info, sizeof info);
	REFUSED(fm_profile_get_info(NULL, &info), &info, FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_get_info(profile_of("gba"), NULL), FM_E_ARGUMENT);
}

Test(info, a_longer_struct_gets_what_the_library_knows)
{
	struct {
		fm_profile_info info;
		unsigned char more[8];
	} out;

	PLANT(&out, sizeof out);
	cr_assert_eq(fm_profile_get_info(profile_of("gba"), &out.info), FM_OK);
	cr_assert_eq(out.info.struct_size, sizeof(fm_profile_info));
	cr_assert_eq(out.more[0], 0xA5, "nothing is written past it");
}
