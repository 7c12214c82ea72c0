/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem profile show: the memory of one platform. */
#include <inttypes.h>

#include "profile.h"

/** One line of text: where, how large, what for, and what a programmer must know. */
static void print_region(const fm_profile *profile, const fm_region *region)
{
	char address[48] = "-", size[32] = "?", perms[4];
	fm_address base = { region->base, region->space, 0 };

	if (region->has_base == FM_FACT_YES)
		fm_profile_address_format(profile, base, address, sizeof address);
	if (region->size != 0)
		fm_size_format(region->size, FM_SIZE_HUMAN, size, sizeof size);
	permissions(region, perms);
	printf("  %-14s %-18s %11s  %s  %-10s %s\n", region->id, address, size, perms, fm_region_kind_name(region->kind), region->name);
	for (uint32_t i = 0; i < region->mirror_count; i++) {
		fm_mirror mirror = FM_STRUCT(fm_mirror);

		if (fm_profile_mirror(profile, region->index, i, &mirror) != FM_OK)
			continue;
		fm_profile_address_format(profile, (fm_address){ mirror.base, mirror.space, 0 }, address, sizeof address);
		fm_size_format(mirror.size, FM_SIZE_HUMAN, size, sizeof size);
		printf("  %-14s %-18s %11s       mirror%s\n", "", address, size, mirror.cached_data == FM_FACT_NO && region->cached_data == FM_FACT_YES ? ", uncached" : "");
	}
	if (region->access_via != NULL)
		printf("  %-14s reached by: %s\n", "", region->access_via);
	if (region->note != NULL)
		printf("  %-14s note: %s\n", "", region->note);
}

/** Prints all of it for people. */
static void print_profile(const fm_profile *profile, const fm_profile_info *info)
{
	printf("%s%s%s: %s (%s, %" PRIu32 "-bit, %s-endian)\n", begin_look(stdout, LOOK_STRONG), info->id, begin_look(stdout, LOOK_PLAIN), info->name,
	       fm_tier_name(info->tier), info->word_bits, info->endian == FM_ENDIAN_BIG ? "big" : "little");
	for (uint32_t i = 0; i < info->region_count; i++) {
		fm_region region = FM_STRUCT(fm_region);

		if (fm_profile_region(profile, i, &region) == FM_OK)
			print_region(profile, &region);
	}
}

static json_t *spaces_json(const fm_profile *profile, uint32_t count)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < count; i++) {
		fm_space_info space = FM_STRUCT(fm_space_info);

		if (fm_profile_space(profile, i, &space) == FM_OK)
			json_array_append_new(list, json_pack("{s:s, s:i, s:b}", "id", space.id, "width_bits", (int)space.width_bits, "cpu_visible", (int)space.cpu_visible));
	}
	return list;
}

static json_t *profile_json(const fm_profile *profile, const fm_profile_info *info)
{
	json_t *whole = info_json(info), *list = json_array();

	for (uint32_t i = 0; i < info->region_count; i++) {
		fm_region region = FM_STRUCT(fm_region);

		if (fm_profile_region(profile, i, &region) == FM_OK)
			json_array_append_new(list, region_json(profile, &region));
	}
	json_object_set_new(whole, "address_spaces", spaces_json(profile, info->space_count));
	json_object_set_new(whole, "regions", list);
	return whole;
}

enum exit_code run_profile_show(const struct invocation *invocation)
{
	const fm_profile *profile = named_profile(invocation->argv[0]);
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	if (profile == NULL || fm_profile_get_info(profile, &info) != FM_OK)
		return EXIT_USAGE;
	if (invocation->json)
		return print_json(profile_json(profile, &info));
	print_profile(profile, &info);
	return EXIT_YES;
}
