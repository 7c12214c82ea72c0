/* SPDX-License-Identifier: MIT */
/** @file
 * Every address leads where the hardware leads it, and any 64-bit value gets an answer. */
#include "facts.h"
#include "platform/tables.h"

static fm_location locate(const fm_profile *profile, uint32_t space, uint64_t value)
{
	fm_location location = FM_STRUCT(fm_location);

	cr_assert_eq(fm_profile_locate(profile, (fm_address){ .value = value, .space = space }, &location), FM_OK, "0x%llX", (unsigned long long)value);
	return location;
}

/** Expects an address of a built-in platform to lead to a byte of a region, `left` bytes before a seam. */
static void leads(const char *platform, uint64_t value, const char *region, uint32_t mirror, uint64_t offset, uint64_t left)
{
	fm_location l = locate(profile_of(platform), 0, value);

	cr_assert(l.region == region_of(profile_of(platform), region) && l.mirror == mirror, "0x%llX", (unsigned long long)value);
	cr_assert(l.offset == offset && l.left == left, "0x%llX: %llu, %llu", (unsigned long long)value, (unsigned long long)l.offset, (unsigned long long)l.left);
}

static void is_unmapped(const fm_profile *profile, uint32_t space, uint64_t value)
{
	fm_location l;

	PLANT(&l, sizeof l);
	REFUSED(fm_profile_locate(profile, (fm_address){ .value = value, .space = space }, &l), &l, FM_E_UNMAPPED);
}

Test(locate, work_ram_and_its_repeats)
{
	leads("gba", 0x03000000, "iwram", FM_NONE, 0, 32768);
	leads("gba", 0x03007FFF, "iwram", FM_NONE, 32767, 1);
	leads("gba", 0x03008000, "iwram", 0, 0, 32768);
	leads("gba", 0x03FFFFFC, "iwram", 0, 0x7FFC, 4);
	leads("gba", 0x03FFFFFF, "iwram", 0, 0x7FFF, 1);
	leads("gba", 0x02FFFFFF, "ewram", 0, 0x3FFFF, 1);
}

Test(locate, uneven_mirror_of_video_ram)
{
	leads("gba", 0x06017FFF, "vram", FM_NONE, 0x17FFF, 1);
	leads("gba", 0x06018000, "vram", 0, 0x10000, 0x8000);
	leads("gba", 0x0601FFFF, "vram", 0, 0x17FFF, 1);
	leads("gba", 0x06020000, "vram", 1, 0, 0x18000);
	leads("gba", 0x06037FFF, "vram", 1, 0x17FFF, 1);
	leads("gba", 0x06038000, "vram", 0, 0x10000, 0x8000);
	leads("gba", 0x06FE0000, "vram", 1, 0, 0x18000);
	leads("gba", 0x06FFFFFF, "vram", 0, 0x17FFF, 1);
	leads("gba", 0x07000000, "oam", FM_NONE, 0, 1024);
}

Test(locate, the_same_rom_at_three_wait_states)
{
	leads("gba", 0x08000000, "rom", FM_NONE, 0, 33554432);
	leads("gba", 0x0A000000, "rom", 0, 0, 33554432);
	leads("gba", 0x0DFFFFFF, "rom", 1, 33554431, 1);
}

Test(locate, segments_and_repeats_of_the_playstation)
{
	leads("psx", 0, "main_ram", FM_NONE, 0, 0x200000);
	leads("psx", 0x001FFFFF, "main_ram", FM_NONE, 0x1FFFFF, 1);
	leads("psx", 0x00200000, "main_ram", 2, 0, 0x200000);
	leads("psx", 0x007FFFFF, "main_ram", 2, 0x1FFFFF, 1);
	leads("psx", 0x80010000, "main_ram", 0, 0x10000, 0x1F0000);
	leads("psx", 0x807FFFFF, "main_ram", 3, 0x1FFFFF, 1);
	leads("psx", 0xA0000000, "main_ram", 1, 0, 0x200000);
	leads("psx", 0xA0600000, "main_ram", 4, 0, 0x200000);
	leads("psx", 0x9F8003FF, "scratchpad", 0, 1023, 1);
	leads("psx", 0xBFC00000, "bios_rom", 1, 0, 524288);
	is_unmapped(profile_of("psx"), 0, 0x00800000);
	is_unmapped(profile_of("psx"), 0, 0x80800000);
	is_unmapped(profile_of("psx"), 0, 0xA0800000);
	is_unmapped(profile_of("psx"), 0, 0xBF800000); /* there is no KSEG1 view of the scratchpad */
}

Test(locate, memory_behind_ports_has_a_space_of_its_own)
{
	fm_location l = locate(profile_of("psx"), 1, 0xFFFFF);

	cr_assert(l.region == region_of(profile_of("psx"), "vram") && l.offset == 0xFFFFF && l.left == 1 && l.mirror == FM_NONE);
	is_unmapped(profile_of("psx"), 1, 0x100000);
	is_unmapped(profile_of("psx"), 3, 0); /* regions without an address hold none */
}

Test(locate, words_in_opposite_order)
{
	leads("esp32", 0x3FFE0000, "diram", FM_NONE, 0, 131072);
	leads("esp32", 0x400A0000, "diram", 0, 0x1FFFC, 4);
	leads("esp32", 0x400A0003, "diram", 0, 0x1FFFF, 1);
	leads("esp32", 0x400A0004, "diram", 0, 0x1FFF8, 4);
	leads("esp32", 0x400BFFFC, "diram", 0, 0, 4);
	leads("esp32", 0x400BFFFF, "diram", 0, 3, 1);
	leads("esp32", 0x400C0000, "rtc_fast", 0, 0, 8192);
}

Test(locate, banks_whose_words_are_interleaved_elsewhere)
{
	leads("rp2040", 0x20000010, "sram", FM_NONE, 16, 262128);
	leads("rp2040", 0x21000000, "sram", 0, 0, 4);
	leads("rp2040", 0x21000004, "sram", 0, 16, 4);
	leads("rp2040", 0x21000007, "sram", 0, 19, 1);
	leads("rp2040", 0x2101FFFC, "sram", 1, 262132, 4);
	leads("rp2040", 0x2103FFFF, "sram", 3, 262143, 1);
	is_unmapped(profile_of("rp2040"), 0, 0x21040000);
}

Test(locate, no_value_is_out_of_reach)
{
	static const uint64_t values[] = { UINT64_MAX, UINT64_MAX - 1, UINT64_C(1) << 63, UINT64_C(1) << 32, (UINT64_C(1) << 32) + 0x03000000 };

	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
		for (uint32_t p = 0; p < fm_profile_count(); p++) {
			fm_space_info space = FM_STRUCT(fm_space_info);

			if (fm_profile_space(fm_profile_at(p), 0, &space) == FM_OK) /* an overlay has none */
				is_unmapped(fm_profile_at(p), 0, values[i]);
		}
	is_unmapped(profile_of("wasm32"), 0, 0); /* a memory whose size nobody knows */
}

/** A platform that no console is: windows up to 2^64, slices with a period, regions on top of each other. */
static const struct {
	struct fm_profile profile;
	struct fm_table_space spaces[1];
	struct fm_table_region regions[3];
	struct fm_table_mirror mirrors[4];
} made = {
	.profile = { .bytes = sizeof made, .spaces = offsetof(__typeof__(made), spaces), .regions = offsetof(__typeof__(made), regions),
		.mirrors = offsetof(__typeof__(made), mirrors), .space_count = 1, .region_count = 3, .mirror_count = 4 },
	.spaces = { { .width_bits = 64 } },
	.regions = {
		/* the last 4 KiB of the space; mirrored at 2^63, on top of region 1's mirror */
		{ .base = UINT64_MAX - 4095, .size = 4096, .facts = FM_FACT_YES << FM_TABLE_HAS_BASE, .mirror_count = 1 },
		/* 64 KiB around 0x10000; its mirror reaches from 2^63 - 8 KiB to 2^63 + 8 KiB */
		{ .base = 0x10000, .size = 0x10000, .facts = FM_FACT_YES << FM_TABLE_HAS_BASE, .first_mirror = 1, .mirror_count = 2 },
		/* inside of region 1, which wins; three slices of 0x300 bytes that repeat every 0x100, the last one ends at 2^63 + 2^62 */
		{ .base = 0x1F000, .size = 0x2000, .facts = FM_FACT_YES << FM_TABLE_HAS_BASE, .first_mirror = 3, .mirror_count = 1 },
	},
	.mirrors = {
		{ .base = UINT64_C(1) << 63, .size = 4096 },
		{ .base = (UINT64_C(1) << 63) - 0x2000, .size = 0x4000, .offset = 0x100 },
		{ .base = UINT64_MAX - 0x2000, .size = 0x2001, .period = 0x800 },
		{ .base = (UINT64_C(3) << 62) - 0x2300, .size = 0x300, .period = 0x100, .stride = 0x1000, .count = 3, .offset = 0x40 },
	},
};

/** Expects an address of the made platform to lead to a byte of a region. */
static void made_leads(uint64_t value, uint32_t region, uint32_t mirror, uint64_t offset, uint64_t left)
{
	fm_location l = locate(&made.profile, 0, value);

	cr_assert(l.region == region && l.mirror == mirror && l.offset == offset && l.left == left, "0x%llX: region %u mirror %u offset 0x%llX left 0x%llX",
		(unsigned long long)value, l.region, l.mirror, (unsigned long long)l.offset, (unsigned long long)l.left);
}

Test(locate, a_region_may_end_at_the_top_of_the_space)
{
	made_leads(UINT64_MAX, 0, FM_NONE, 4095, 1);
	made_leads(UINT64_MAX - 4095, 0, FM_NONE, 0, 4096);
	made_leads(UINT64_MAX - 4096, 1, 1, 0, 1); /* a mirror that ends with the space, behind the first region's own base */
	made_leads(UINT64_MAX - 0x2000, 1, 1, 0, 0x800);
	is_unmapped(&made.profile, 0, UINT64_MAX - 0x2001);
}

Test(locate, of_regions_that_overlap_the_first_wins)
{
	made_leads(0x1F000, 1, FM_NONE, 0xF000, 0x1000);
	made_leads(0x20000, 2, FM_NONE, 0x1000, 0x1000);
	is_unmapped(&made.profile, 0, 0x21000);
	is_unmapped(&made.profile, 0, 0xFFFF);
}

Test(locate, what_wins_further_on_ends_what_is_left)
{
	uint64_t half = UINT64_C(1) << 63;

	made_leads(half - 0x2000, 1, 0, 0x100, 0x2000); /* not 0x4000: at 2^63 the first region's mirror wins */
	made_leads(half - 1, 1, 0, 0x20FF, 1);
	made_leads(half, 0, 0, 0, 4096);
	made_leads(half + 4096, 1, 0, 0x3100, 0x1000);
	is_unmapped(&made.profile, 0, half + 0x2000);
}

Test(locate, slices_repeat_inside_themselves)
{
	uint64_t end = UINT64_C(3) << 62;

	made_leads(end - 0x2300, 2, 0, 0x40, 0x100);
	made_leads(end - 0x2201, 2, 0, 0x13F, 1);
	made_leads(end - 0x2200, 2, 0, 0x40, 0x100);
	is_unmapped(&made.profile, 0, end - 0x2000); /* between the slices */
	made_leads(end - 0x1300, 2, 0, 0x40, 0x100);
	made_leads(end - 1, 2, 0, 0x13F, 1);
	is_unmapped(&made.profile, 0, end);
	is_unmapped(&made.profile, 0, end + 0xD00); /* where a fourth slice would begin */
}

Test(locate, a_cartridge_in_halves_of_banks)
{
	leads("snes", 0x008000, "rom_lorom", 0, 0, 0x8000);
	leads("snes", 0x01FFFF, "rom_lorom", 0, 0xFFFF, 1);
	leads("snes", 0x7DFFFF, "rom_lorom", 0, 126 * 0x8000 - 1, 1);
	leads("snes", 0x818001, "rom_lorom", 1, 0x8001, 0x7FFF);
	leads("snes", 0x7E8000, "wram", FM_NONE, 0x8000, 0x18000);
}

#define LOCATE(out) fm_profile_locate(profile_of("gba"), (fm_address){ .value = 0x03000000 }, out)

Test(locate, a_newer_caller_keeps_its_tail)
{
	KEEPS_TAIL(fm_location, LOCATE);
}

Test(locate, a_failure_leaves_the_struct)
{
	fm_location l;
	fm_address address = { .value = 0x03000000 };

	JUDGES_STRUCT_SIZE(fm_location, LOCATE);
	PLANT(&l, sizeof l);
	REFUSED(fm_profile_locate(NULL, address, &l), &l, FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_locate(profile_of("gba"), address, NULL), FM_E_ARGUMENT);
	address.space = 1;
	REFUSED(fm_profile_locate(profile_of("gba"), address, &l), &l, FM_E_NOT_FOUND);
	address.space = FM_NONE;
	REFUSED(fm_profile_locate(profile_of("gba"), address, &l), &l, FM_E_NOT_FOUND);
}

/** Expects an address of the Nintendo DS to lead a processor to a region. */
static void leads_processor(uint32_t processor, uint64_t value, const char *region)
{
	fm_location location = FM_STRUCT(fm_location);

	cr_assert_eq(fm_profile_locate_for(profile_of("nds"), (fm_address){ .value = value }, processor, &location), FM_OK);
	cr_assert_eq(location.region, region_of(profile_of("nds"), region), "0x%llX", (unsigned long long)value);
}

Test(locate, a_processor_is_led_to_what_it_sees)
{
	fm_region region = FM_STRUCT(fm_region);
	fm_location l;

	leads_processor(0, 0, "arm9_itcm");
	leads_processor(1, 0, "arm7_bios");
	leads_processor(0, 0x02000000, "main_ram");
	leads_processor(1, 0x02000000, "main_ram");
	leads_processor(0, 0x05000000, "palette");
	leads_processor(1, 0x03800000, "arm7_wram");
	PLANT(&l, sizeof l);
	REFUSED(fm_profile_locate_for(profile_of("nds"), (fm_address){ .value = 0x05000000 }, 1, &l), &l, FM_E_UNMAPPED);
	REFUSED(fm_profile_locate_for(profile_of("nds"), (fm_address){ .value = 0 }, 8, &l), &l, FM_E_NOT_FOUND);
	REFUSED(fm_profile_locate_for(profile_of("nds"), (fm_address){ .value = 0 }, UINT32_MAX, &l), &l, FM_E_NOT_FOUND);
	REFUSED(fm_profile_locate_for(NULL, (fm_address){ .value = 0 }, 0, &l), &l, FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_region_find(profile_of("nds"), "arm7_bios", &region), FM_OK);
	cr_assert_eq(region.hidden_from, 1, "from the ARM9");
	cr_assert_eq(fm_profile_region_find(profile_of("nds"), "main_ram", &region), FM_OK);
	cr_assert_eq(region.hidden_from, 0);
}
