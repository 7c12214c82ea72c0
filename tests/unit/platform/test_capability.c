/* SPDX-License-Identifier: MIT */
/** @file
 * Capabilities: names, every state on some platform, what the rules take from other facts, and what a failure leaves. */
#include "facts.h"

#include <flightmem/capability.h>

static fm_capability capability_of(const char *platform, fm_capability_id id)
{
	fm_capability capability = FM_STRUCT(fm_capability);

	cr_assert_eq(fm_profile_capability(profile_of(platform), id, &capability), FM_OK);
	cr_assert_eq(capability.id, id);
	cr_assert_eq(capability.reserved, 0);
	return capability;
}

/** Expects an answer with a source, and its value. */
static void expect(const char *platform, fm_capability_id id, fm_capability_state state, uint64_t value, fm_unit unit)
{
	fm_capability c = capability_of(platform, id);

	cr_assert(c.state == state && c.value == value && c.unit == unit, "%s, %s: %s, %llu %s", platform, fm_capability_name(id), fm_capability_state_name(c.state),
		  (unsigned long long)c.value, fm_unit_name(c.unit));
	cr_assert_not_null(c.source, "%s, %s", platform, fm_capability_name(id));
}

Test(capability, names_lead_to_ids_and_back)
{
	cr_assert_eq(fm_capability_count(), FM_HAS_PRESSURE_SIGNALS);
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++)
		cr_assert_eq(fm_capability_find(fm_capability_name(id)), id);
	cr_assert_str_eq(fm_capability_name(FM_HAS_MMU), "mmu");
	cr_assert_str_eq(fm_capability_name(FM_HAS_HUGE_PAGES), "huge_pages");
	cr_assert_str_eq(fm_capability_name(FM_HAS_EXECUTABLE_MEMORY), "executable_memory");
	cr_assert_str_eq(fm_capability_name(FM_HAS_PRESSURE_SIGNALS), "pressure_signals");
	cr_assert_str_eq(fm_capability_name(0), "?");
	cr_assert_str_eq(fm_capability_name(fm_capability_count() + 1), "?");
	cr_assert_str_eq(fm_capability_name(UINT32_MAX), "?");
}

Test(capability, what_is_no_name_leads_nowhere)
{
	cr_assert_eq(fm_capability_find(NULL), 0);
	cr_assert_eq(fm_capability_find(""), 0);
	cr_assert_eq(fm_capability_find("?"), 0);
	cr_assert_eq(fm_capability_find("MMU"), 0);
	cr_assert_eq(fm_capability_find("mmux"), 0);
}

Test(capability, states_and_units_have_names)
{
	cr_assert_str_eq(fm_capability_state_name(FM_CAPABILITY_UNKNOWN), "unknown");
	cr_assert_str_eq(fm_capability_state_name(FM_CAPABILITY_NO), "no");
	cr_assert_str_eq(fm_capability_state_name(FM_CAPABILITY_YES), "yes");
	cr_assert_str_eq(fm_capability_state_name(FM_CAPABILITY_DENIED), "denied");
	cr_assert_str_eq(fm_capability_state_name(FM_CAPABILITY_DENIED + 1), "?");
	cr_assert_str_eq(fm_unit_name(FM_UNIT_NONE), "none");
	cr_assert_str_eq(fm_unit_name(FM_UNIT_BYTES), "bytes");
	cr_assert_str_eq(fm_unit_name(FM_UNIT_BITS), "bits");
	cr_assert_str_eq(fm_unit_name(FM_UNIT_COUNT), "count");
	cr_assert_str_eq(fm_unit_name(FM_UNIT_MASK), "mask");
	cr_assert_str_eq(fm_unit_name(FM_UNIT_NUMBER), "number");
	cr_assert_str_eq(fm_unit_name(FM_UNIT_BASIS_POINTS), "basis_points");
	cr_assert_str_eq(fm_unit_name(FM_UNIT_MICROSECONDS), "microseconds");
	cr_assert_str_eq(fm_unit_name(FM_UNIT_MICROSECONDS + 1), "?");
	cr_assert_str_eq(fm_unit_name(UINT32_MAX), "?");
}

Test(capability, every_state_is_some_platforms)
{
	expect("linux-s390x", FM_HAS_THREADS, FM_CAPABILITY_YES, 0, FM_UNIT_NONE);
	expect("macos-arm64", FM_HAS_HUGE_PAGES, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("windows-x86_64", FM_HAS_HUGE_PAGES, FM_CAPABILITY_DENIED, 2097152, FM_UNIT_BYTES);
	expect("linux-x86_64", FM_HAS_HUGE_PAGES, FM_CAPABILITY_UNKNOWN, 2097152, FM_UNIT_BYTES);
	expect("ios-arm64", FM_HAS_EXECUTABLE_MEMORY, FM_CAPABILITY_DENIED, 0, FM_UNIT_NONE);
}

Test(capability, of_what_nothing_is_said_the_answer_is_unknown_without_a_source)
{
	fm_capability c = capability_of("ps5", FM_HAS_THREADS);

	cr_assert(c.state == FM_CAPABILITY_UNKNOWN && c.value == 0 && c.unit == FM_UNIT_NONE && c.source == NULL && c.note == NULL);
}

Test(capability, translation_and_protection_follow_from_the_kind_of_unit)
{
	expect("gba", FM_HAS_MMU, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("n64", FM_HAS_MMU, FM_CAPABILITY_YES, 4096, FM_UNIT_BYTES);
	expect("nds", FM_HAS_MMU, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("nds", FM_HAS_MPU, FM_CAPABILITY_YES, 0, FM_UNIT_NONE);
	expect("gba", FM_HAS_MPU, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("nds", FM_HAS_PROTECTION, FM_CAPABILITY_YES, 0, FM_UNIT_NONE);
	expect("gba", FM_HAS_PROTECTION, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("gba", FM_HAS_HUGE_PAGES, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("rp2040", FM_HAS_MPU, FM_CAPABILITY_YES, 8, FM_UNIT_COUNT);
}

Test(capability, regions_answer_for_the_platform)
{
	expect("gba", FM_HAS_DMA, FM_CAPABILITY_YES, 0, FM_UNIT_NONE);
	expect("psx", FM_HAS_EXECUTABLE_MEMORY, FM_CAPABILITY_YES, 0, FM_UNIT_NONE);
	expect("wasm32", FM_HAS_EXECUTABLE_MEMORY, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("psx", FM_HAS_SCRATCHPAD, FM_CAPABILITY_YES, 1024, FM_UNIT_BYTES);
	expect("gba", FM_HAS_SCRATCHPAD, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("gba", FM_HAS_PERSISTENT_RAM, FM_CAPABILITY_YES, 65536, FM_UNIT_BYTES);
	expect("stm32f407", FM_HAS_SCRATCHPAD, FM_CAPABILITY_YES, 65536, FM_UNIT_BYTES);
	cr_assert_str_eq(capability_of("stm32f407", FM_HAS_PERSISTENT_RAM).note, "regions: backup_sram");
}

Test(capability, banks_are_found_at_regions_or_at_the_unit)
{
	expect("zx_spectrum_128", FM_HAS_BANK_SWITCHING, FM_CAPABILITY_YES, capability_of("zx_spectrum_128", FM_HAS_BANK_SWITCHING).value, FM_UNIT_BYTES);
	cr_assert_gt(capability_of("zx_spectrum_128", FM_HAS_BANK_SWITCHING).value, 65536, "more than it can address");
	expect("psx", FM_HAS_BANK_SWITCHING, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	cr_assert_eq(capability_of("pc_engine", FM_HAS_BANK_SWITCHING).state, FM_CAPABILITY_YES, "bank registers");
}

Test(capability, alignment_cache_and_signals_answer_too)
{
	expect("psx", FM_HAS_UNALIGNED_ACCESS, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("gba", FM_HAS_UNALIGNED_ACCESS, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("wasm64", FM_HAS_UNALIGNED_ACCESS, FM_CAPABILITY_YES, 0, FM_UNIT_NONE);
	cr_assert_eq(capability_of("stm32f407", FM_HAS_UNALIGNED_ACCESS).state, FM_CAPABILITY_UNKNOWN, "some instructions fault");
	expect("gba", FM_HAS_CACHE_CONTROL, FM_CAPABILITY_NO, 0, FM_UNIT_NONE);
	expect("linux-x86_64", FM_HAS_PRESSURE_SIGNALS, FM_CAPABILITY_YES, 2, FM_UNIT_COUNT);
}

Test(capability, an_overlay_has_capabilities_and_nothing_else)
{
	const fm_profile *overlay = profile_of("cloud-linux-cgroup-v2");
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_location location = FM_STRUCT(fm_location);
	fm_address address;

	expect("cloud-linux-cgroup-v2", FM_HAS_PRESSURE_SIGNALS, FM_CAPABILITY_YES, 2, FM_UNIT_COUNT);
	cr_assert_eq(fm_profile_get_info(overlay, &info), FM_OK);
	cr_assert(info.tier == FM_TIER_CLOUD && info.space_count == 0 && info.region_count == 0 && info.endian == 0 && info.word_bits == 0 && info.pointer_bits == 0);
	cr_assert_eq(fm_profile_locate(overlay, (fm_address){ 0 }, &location), FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_address_parse(overlay, "0x10", FM_TEXT, &address, NULL), FM_E_NOT_FOUND);
}

#define GET_CAPABILITY(out) fm_profile_capability(profile_of("psx"), FM_HAS_DMA, out)

Test(capability, a_failure_leaves_the_struct)
{
	fm_capability c;
	const fm_profile *psx = profile_of("psx");

	JUDGES_STRUCT_SIZE(fm_capability, GET_CAPABILITY);
	PLANT(&c, sizeof c);
	REFUSED(fm_profile_capability(NULL, FM_HAS_DMA, &c), &c, FM_E_ARGUMENT);
	REFUSED(fm_profile_capability(psx, 0, &c), &c, FM_E_NOT_FOUND);
	REFUSED(fm_profile_capability(psx, fm_capability_count() + 1, &c), &c, FM_E_NOT_FOUND);
	REFUSED(fm_profile_capability(psx, UINT32_MAX, &c), &c, FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_capability(psx, FM_HAS_DMA, NULL), FM_E_ARGUMENT);
}
