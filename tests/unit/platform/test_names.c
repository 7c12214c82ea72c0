/* SPDX-License-Identifier: MIT */
/** @file
 * Kinds and tiers have the names of the data, and numbers that are none have a mark. */
#include "facts.h"

Test(names, every_kind_has_its_name)
{
	static const struct {
		fm_region_kind kind;
		const char *name;
	} want[] = { { FM_REGION_OTHER, "other" }, { FM_REGION_MAIN, "main" }, { FM_REGION_VIDEO, "video" }, { FM_REGION_AUDIO, "audio" },
		{ FM_REGION_SCRATCHPAD, "scratchpad" }, { FM_REGION_IO, "io" }, { FM_REGION_ROM, "rom" }, { FM_REGION_SAVE, "save" },
		{ FM_REGION_RESERVED, "reserved" }, { FM_REGION_CODE, "code" }, { FM_REGION_STACK, "stack" }, { FM_REGION_HEAP, "heap" } };

	for (size_t i = 0; i < sizeof want / sizeof want[0]; i++)
		cr_assert_str_eq(fm_region_kind_name(want[i].kind), want[i].name);
	cr_assert_str_eq(fm_region_kind_name(FM_REGION_HEAP + 1), "?");
	cr_assert_str_eq(fm_region_kind_name(UINT32_MAX), "?");
}

Test(names, every_tier_has_its_name)
{
	cr_assert_str_eq(fm_tier_name(FM_TIER_RETRO), "retro");
	cr_assert_str_eq(fm_tier_name(FM_TIER_MODERN), "modern");
	cr_assert_str_eq(fm_tier_name(FM_TIER_MOBILE), "mobile");
	cr_assert_str_eq(fm_tier_name(FM_TIER_WEB), "web");
	cr_assert_str_eq(fm_tier_name(FM_TIER_EMBEDDED), "embedded");
	cr_assert_str_eq(fm_tier_name(FM_TIER_CLOUD), "cloud");
	cr_assert_str_eq(fm_tier_name(0), "?");
	cr_assert_str_eq(fm_tier_name(FM_TIER_CLOUD + 1), "?");
	cr_assert_str_eq(fm_tier_name(UINT32_MAX), "?");
}
