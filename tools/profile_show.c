/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem profile show: the memory of one platform. */
#include <inttypes.h>

#include "profile.h"

/** Prints all of it for people. */
static void print_profile(const fm_profile *profile, const fm_profile_info *info)
{
	char bits[BITS_BYTES];

	printf("%s%s%s: %s (%s", begin_look(stdout, LOOK_STRONG), info->id, begin_look(stdout, LOOK_PLAIN), info->name, fm_tier_name(info->tier));
	if (info->space_count == 0)
		printf(", an overlay)\n");
	else
		printf(", %s, %s)\n", bits_text(info->word_bits, bits),
		       info->endian == FM_ENDIAN_BIG ? "big-endian" : info->endian == FM_ENDIAN_LITTLE ? "little-endian" : "?-endian");
	for (uint32_t i = 0; i < info->space_count; i++) {
		fm_space_info space = FM_STRUCT(fm_space_info);

		if (fm_profile_space(profile, i, &space) == FM_OK)
			printf("  address space %s: %" PRIu32 " bits%s\n", space.id, space.width_bits, space.cpu_visible ? "" : ", which the main CPU does not see");
	}
	for (uint32_t i = 0; i < info->region_count; i++) {
		fm_region region = FM_STRUCT(fm_region);

		if (fm_profile_region(profile, i, &region) == FM_OK)
			print_region(profile, &region);
	}
	print_engines(profile, info);
	print_capabilities(profile);
	print_advice(profile);
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
	put_engines(whole, profile, info);
	json_object_set_new(whole, "capabilities", capabilities_json(profile));
	json_object_set_new(whole, "advice", advice_json(profile));
	return whole;
}

enum exit_code run_profile_show(const struct invocation *invocation)
{
	const fm_profile *profile = NULL;
	enum exit_code code = open_profile(invocation->argv[0], &profile);
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	if (code != EXIT_YES || fm_profile_get_info(profile, &info) != FM_OK)
		return code;
	if (invocation->json)
		return print_json(profile_json(profile, &info));
	print_profile(profile, &info);
	return EXIT_YES;
}
