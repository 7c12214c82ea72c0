/* SPDX-License-Identifier: MIT */
/** @file
 * Regions carry the facts of the data, each member of them. */
#include "facts.h"

static fm_region find(const char *platform, const char *id)
{
	fm_region region = FM_STRUCT(fm_region);

	cr_assert_eq(fm_profile_region_find(profile_of(platform), id, &region), FM_OK);
	return region;
}

Test(region, work_ram_of_the_game_boy_advance)
{
	fm_region r = find("gba", "iwram");

	cr_assert_str_eq(r.id, "iwram");
	cr_assert_str_eq(r.name, "On-chip work RAM");
	cr_assert_str_eq(r.wait_states, "0 waitstates: 1/1/1 cycles");
	cr_assert_null(r.access_via);
	cr_assert_null(r.note);
	cr_assert(r.mirror_count == 1 && r.reserved_count == 1 && r.alias_of == FM_NONE);
	cr_assert(r.bank_total_bytes == 0 && r.bank_count == 0);
	cr_assert(r.is_volatile == FM_FACT_NO && r.persistent == FM_FACT_NO && r.optional == FM_FACT_NO);
}

Test(region, work_ram_of_the_game_boy_advance_is_plain_memory)
{
	fm_region r = find("gba", "iwram");

	cr_assert(r.base == 0x03000000 && r.size == 32768 && r.kind == FM_REGION_MAIN && r.space == 0 && r.bus_bits == 32);
	cr_assert(r.has_base == FM_FACT_YES && r.cpu_mapped == FM_FACT_YES);
	cr_assert(r.read == FM_FACT_YES && r.write == FM_FACT_YES && r.execute == FM_FACT_YES && r.dma == FM_FACT_YES);
	cr_assert(r.cached_code == FM_FACT_NO && r.cached_data == FM_FACT_NO);
	cr_assert(r.read_widths == 0 && r.write_widths == 0, "no limit is documented");
}

Test(region, video_ram_takes_no_bytes)
{
	fm_region r = find("gba", "vram");

	cr_assert_eq(r.read_widths, 1 | 2 | 4);
	cr_assert_eq(r.write_widths, 2 | 4);
	cr_assert_eq(r.kind, FM_REGION_VIDEO);
}

Test(region, what_waits_for_nothing_is_fast)
{
	cr_assert_eq(find("gba", "iwram").fast, FM_FACT_YES, "no wait states");
	cr_assert_eq(find("psx", "scratchpad").fast, FM_FACT_YES, "its kind says so");
	cr_assert_eq(find("gba", "ewram").fast, FM_FACT_NO, "two wait states");
	cr_assert_eq(find("n64", "rdram").fast, FM_FACT_UNKNOWN, "no source says");
	cr_assert_eq(find("n64", "rsp_dmem").fast, FM_FACT_UNKNOWN, "a scratchpad of another processor's");
}

Test(region, save_memory_is_persistent_and_optional_and_no_dma_reaches_it)
{
	fm_region r = find("gba", "sram");

	cr_assert(r.persistent == FM_FACT_YES && r.optional == FM_FACT_YES && r.dma == FM_FACT_NO);
	cr_assert_eq(r.execute, FM_FACT_UNKNOWN, "no source says");
	cr_assert(r.read_widths == 1 && r.write_widths == 1);
}

Test(region, the_scratchpad_holds_no_code)
{
	fm_region r = find("psx", "scratchpad");

	cr_assert(r.kind == FM_REGION_SCRATCHPAD && r.size == 1024 && r.execute == FM_FACT_NO && r.dma == FM_FACT_NO);
	cr_assert(find("psx", "main_ram").cached_code == FM_FACT_YES && find("psx", "main_ram").cached_data == FM_FACT_NO);
}

Test(region, memory_without_an_address_says_how_it_is_reached)
{
	fm_region vram = find("psx", "vram"), card = find("psx", "memcard");

	cr_assert(vram.cpu_mapped == FM_FACT_NO && vram.size == 1048576);
	cr_assert_not_null(strstr(vram.access_via, "DMA channel 2"));
	cr_assert(card.has_base == FM_FACT_NO && card.base == 0 && card.cpu_mapped == FM_FACT_NO);
	cr_assert_not_null(card.access_via);
	cr_assert(find("psx", "io").is_volatile == FM_FACT_YES);
}

Test(region, a_size_that_no_source_fixes_is_0)
{
	fm_region r = find("wasm32", "linear_memory");

	cr_assert(r.size == 0 && r.base == 0 && r.has_base == FM_FACT_YES && r.execute == FM_FACT_NO);
}

/** A lane is counted from the region's first byte: the chip at an odd address begins with a byte that is there. */
Test(region, of_a_device_on_half_a_bus_some_bytes_are_there)
{
	cr_assert(find("neogeo", "memcard").lane == 1 && find("neogeo", "memcard").lane_stride == 2);
	cr_assert(find("amiga500", "cia_a").lane == 0 && find("amiga500", "cia_a").lane_stride == 256);
	cr_assert(find("amiga500", "cia_b").lane == 0 && find("amiga500", "cia_b").lane_stride == 256);
	cr_assert_eq(find("gba", "iwram").lane_stride, 0);
}

Test(region, by_index_and_by_id_are_the_same)
{
	for (uint32_t p = 0; p < fm_profile_count(); p++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info);
		fm_profile_get_info(fm_profile_at(p), &info);
		for (uint32_t i = 0; i < info.region_count; i++) {
			fm_region by_index = FM_STRUCT(fm_region), by_id = FM_STRUCT(fm_region);

			cr_assert_eq(fm_profile_region(fm_profile_at(p), i, &by_index), FM_OK);
			cr_assert_eq(fm_profile_region_find(fm_profile_at(p), by_index.id, &by_id), FM_OK);
			cr_assert_eq(by_index.index, i);
			cr_assert_eq(memcmp(&by_index, &by_id, sizeof by_id), 0);
		}
	}
}

#define GET_REGION(out) fm_profile_region(profile_of("gba"), 0, out)
#define FIND_REGION(out) fm_profile_region_find(profile_of("gba"), "iwram", out)

Test(region, a_newer_caller_keeps_its_tail)
{
	KEEPS_TAIL(fm_region, GET_REGION);
	KEEPS_TAIL(fm_region, FIND_REGION);
}

Test(region, a_failure_leaves_the_struct)
{
	fm_region r;
	const fm_profile *gba = profile_of("gba");

	JUDGES_STRUCT_SIZE(fm_region, GET_REGION);
	JUDGES_STRUCT_SIZE(fm_region, FIND_REGION);
	PLANT(&r, sizeof r);
	REFUSED(fm_profile_region(NULL, 0, &r), &r, FM_E_ARGUMENT);
	REFUSED(fm_profile_region(gba, 9, &r), &r, FM_E_NOT_FOUND);
	REFUSED(fm_profile_region(gba, FM_NONE, &r), &r, FM_E_NOT_FOUND);
	REFUSED(fm_profile_region_find(NULL, "iwram", &r), &r, FM_E_ARGUMENT);
	REFUSED(fm_profile_region_find(gba, NULL, &r), &r, FM_E_ARGUMENT);
	REFUSED(fm_profile_region_find(gba, "", &r), &r, FM_E_NOT_FOUND);
	REFUSED(fm_profile_region_find(gba, "iwra", &r), &r, FM_E_NOT_FOUND);
	REFUSED(fm_profile_region_find(profile_of("linux-x86_64"), "heap", &r), &r, FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_region(gba, 0, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_region_find(gba, "iwram", NULL), FM_E_ARGUMENT);
}
