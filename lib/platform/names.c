/* SPDX-License-Identifier: MIT */
/** @file
 * Names of kinds of region and of tiers, as data and JSON have them. */
#include <flightmem/profile.h>

static const char region_kind_names[][11] = { "other", "main", "video", "audio", "scratchpad", "io", "rom", "save", "reserved", "code", "stack", "heap" };

/* Tiers count from 1. */
static const char tier_names[][9] = { "?", "retro", "modern", "mobile", "web", "embedded", "cloud" };

const char *fm_region_kind_name(fm_region_kind kind)
{
	return kind < sizeof region_kind_names / sizeof region_kind_names[0] ? region_kind_names[kind] : "?";
}

const char *fm_tier_name(fm_tier tier)
{
	return tier < sizeof tier_names / sizeof tier_names[0] ? tier_names[tier] : "?";
}
