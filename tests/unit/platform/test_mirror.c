/* SPDX-License-Identifier: MIT */
/** @file
 * Mirrors: periods, slices, offsets, and caching that differs from window to window. */
#include "facts.h"

static fm_mirror mirror_of(const char *platform, const char *region, uint32_t index)
{
	fm_mirror mirror = FM_STRUCT(fm_mirror);

	cr_assert_eq(fm_profile_mirror(profile_of(platform), region_of(profile_of(platform), region), index, &mirror), FM_OK);
	return mirror;
}

Test(mirror, segments_differ_in_caching_only)
{
	fm_mirror kseg0 = mirror_of("psx", "main_ram", 0), kseg1 = mirror_of("psx", "main_ram", 1);

	cr_assert(kseg0.base == 0x80000000 && kseg0.size == 2097152 && kseg0.cached_code == FM_FACT_YES);
	cr_assert(kseg1.base == 0xA0000000 && kseg1.size == 2097152 && kseg1.cached_code == FM_FACT_NO);
	cr_assert(kseg0.cached_data == FM_FACT_NO && kseg1.cached_data == FM_FACT_NO, "there is no data cache");
	cr_assert(kseg0.period == 0 && kseg0.stride == 0 && kseg0.count == 0 && kseg0.region_offset == 0 && kseg0.space == 0);
}

Test(mirror, a_period_repeats_inside_its_window)
{
	fm_mirror m = mirror_of("gba", "ewram", 0);

	cr_assert(m.base == 0x02040000 && m.size == 16515072 && m.period == 262144);
	cr_assert_eq(m.base + m.size, 0x03000000);
}

Test(mirror, slices_reappear_at_their_stride)
{
	fm_mirror m = mirror_of("gba", "vram", 0);

	cr_assert(m.base == 0x06018000 && m.size == 32768 && m.stride == 131072 && m.count == 128 && m.region_offset == 65536);
	cr_assert_eq(m.base + (m.count - 1) * m.stride + m.size, 0x07000000);
}

Test(mirror, slices_may_go_on_in_the_region)
{
	fm_mirror lorom = mirror_of("snes", "rom_lorom", 0), hirom = mirror_of("snes", "rom_hirom", 1);

	cr_assert(lorom.base == 0x8000 && lorom.size == 0x8000 && lorom.stride == 0x10000 && lorom.count == 126 && lorom.region_advance == 0x8000);
	cr_assert_eq(mirror_of("snes", "rom_lorom", 1).count, 128, "work RAM hides no bank above $80");
	cr_assert(hirom.region_offset == 0x8000 && hirom.region_advance == 0x10000);
	cr_assert_eq(mirror_of("gba", "vram", 0).region_advance, 0, "these show the same bytes each");
}

Test(mirror, units_may_lie_in_opposite_order)
{
	fm_mirror m = mirror_of("esp32", "diram", 0);

	cr_assert(m.base == 0x400A0000 && m.size == 131072 && m.inverted == 4 && m.period == 0 && m.stride == 0 && m.count == 0);
	cr_assert_eq(mirror_of("esp32", "rtc_fast", 0).inverted, 0, "this one counts up");
}

Test(mirror, slices_may_touch_where_the_region_leaps)
{
	fm_mirror m = mirror_of("rp2040", "sram", 3);

	cr_assert(m.base == 0x21030000 && m.size == 4 && m.stride == 4 && m.count == 16384 && m.region_offset == 12 && m.region_advance == 16);
}

#define GET_MIRROR(out) fm_profile_mirror(profile_of("psx"), 0, 0, out)

Test(mirror, a_newer_caller_keeps_its_tail)
{
	KEEPS_TAIL(fm_mirror, GET_MIRROR);
}

Test(mirror, a_failure_leaves_the_struct)
{
	fm_mirror m;
	const fm_profile *psx = profile_of("psx");

	JUDGES_STRUCT_SIZE(fm_mirror, GET_MIRROR);
	PLANT(&m, sizeof m);
	REFUSED(fm_profile_mirror(NULL, 0, 0, &m), &m, FM_E_ARGUMENT);
	REFUSED(fm_profile_mirror(psx, 0, 5, &m), &m, FM_E_NOT_FOUND);
	REFUSED(fm_profile_mirror(psx, 0, FM_NONE, &m), &m, FM_E_NOT_FOUND);
	REFUSED(fm_profile_mirror(psx, 12, 0, &m), &m, FM_E_NOT_FOUND);
	REFUSED(fm_profile_mirror(psx, FM_NONE, FM_NONE, &m), &m, FM_E_NOT_FOUND);
	REFUSED(fm_profile_mirror(psx, region_of(psx, "cache_ctrl"), 0, &m), &m, FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_mirror(psx, 0, 0, NULL), FM_E_ARGUMENT);
}
