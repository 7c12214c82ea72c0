/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem profile list and show: the platforms that are built in, and the memory of one. */
#include <flightmem.h>
#include <inttypes.h>
#include <string.h>

#include "command.h"

static const char *profile_id(size_t index)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	return fm_profile_get_info(fm_profile_at((uint32_t)index), &info) == FM_OK ? info.id : "";
}

/** The letter of a permission: the letter itself, - for no, ? for unknown. */
static char permission(fm_fact fact, char letter)
{
	return fact == FM_FACT_YES ? letter : fact == FM_FACT_NO ? '-' : '?';
}

static void permissions(const fm_region *region, char text[4])
{
	text[0] = permission(region->read, 'r');
	text[1] = permission(region->write, 'w');
	text[2] = permission(region->execute, 'x');
	text[3] = '\0';
}

static json_t *fact(fm_fact value)
{
	return value == FM_FACT_UNKNOWN ? json_null() : json_boolean(value == FM_FACT_YES);
}

/** Byte widths of a mask as bits: [8, 16]; null where no limit is documented. */
static json_t *widths(uint32_t mask)
{
	json_t *list = json_array();

	if (mask == 0) {
		json_decref(list);
		return json_null();
	}
	for (uint32_t bytes = 1; bytes <= 8; bytes <<= 1)
		if (mask & bytes)
			json_array_append_new(list, json_integer(bytes * 8));
	return list;
}

static json_t *text_or_null(const char *text)
{
	return text == NULL ? json_null() : json_string(text);
}

static json_t *mirrors(const fm_profile *profile, const fm_region *region, const fm_space_info *space)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < region->mirror_count; i++) {
		fm_mirror mirror = FM_STRUCT(fm_mirror);
		fm_space_info other = *space;

		if (fm_profile_mirror(profile, region->index, i, &mirror) != FM_OK || fm_profile_space(profile, mirror.space, &other) != FM_OK)
			continue;
		json_array_append_new(list, json_pack("{s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o}", "base", json_address(mirror.base, other.width_bits), "size",
						      json_uint64(mirror.size), "address_space", other.id, "period", mirror.period ? json_uint64(mirror.period) : json_null(),
						      "stride", mirror.stride ? json_uint64(mirror.stride) : json_null(), "count", json_integer(mirror.count),
						      "region_offset", json_uint64(mirror.region_offset), "cacheable", fact(mirror.cached_data)));
	}
	return list;
}

static json_t *attributes(const fm_region *region)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "cacheable_code", fact(region->cached_code), "cacheable_data", fact(region->cached_data), "dma_accessible",
			 fact(region->dma), "volatile", fact(region->is_volatile), "persistent", fact(region->persistent), "optional", fact(region->optional));
}

static json_t *region_json(const fm_profile *profile, const fm_region *region)
{
	fm_space_info space = FM_STRUCT(fm_space_info);
	char perms[4];

	if (fm_profile_space(profile, region->space, &space) != FM_OK)
		return NULL;
	permissions(region, perms);
	return json_pack("{s:s, s:s, s:s, s:s, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:i, s:o, s:o, s:o}", "id", region->id, "name", region->name, "type",
			 fm_region_kind_name(region->kind), "address_space", space.id, "base",
			 region->has_base == FM_FACT_YES ? json_address(region->base, space.width_bits) : json_null(), "size",
			 region->size ? json_uint64(region->size) : json_null(), "cpu_mapped", fact(region->cpu_mapped), "perms", perms, "attributes", attributes(region),
			 "read_widths_bits", widths(region->read_widths), "write_widths_bits", widths(region->write_widths), "mirrors", mirrors(profile, region, &space),
			 "bank_total_bytes", region->bank_total_bytes ? json_uint64(region->bank_total_bytes) : json_null(), "bank_count", (int)region->bank_count, "access_via",
			 text_or_null(region->access_via), "wait_states", text_or_null(region->wait_states), "note", text_or_null(region->note));
}

static json_t *info_json(const fm_profile_info *info)
{
	return json_pack("{s:s, s:s, s:s, s:i, s:i, s:i, s:s}", "id", info->id, "name", info->name, "tier", fm_tier_name(info->tier), "word_bits", (int)info->word_bits,
			 "pointer_bits", (int)info->pointer_bits, "region_count", (int)info->region_count, "endianness", info->endian == FM_ENDIAN_BIG ? "big" : "little");
}

enum exit_code run_profile_list(const struct invocation *invocation)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info);

		if (fm_profile_get_info(fm_profile_at(i), &info) != FM_OK)
			continue;
		if (invocation->json)
			json_array_append_new(list, info_json(&info));
		else
			printf("%-16s %-9s %2" PRIu32 "-bit  %2" PRIu32 " regions  %s\n", info.id, fm_tier_name(info.tier), info.word_bits, info.region_count, info.name);
	}
	if (invocation->json)
		return print_json(json_pack("{s:o}", "profiles", list));
	json_decref(list);
	return EXIT_YES;
}

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

enum exit_code run_profile_show(const struct invocation *invocation)
{
	const fm_profile *profile = fm_profile_find(invocation->argv[0]);
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	json_t *list = json_array(), *whole;

	if (fm_profile_get_info(profile, &info) != FM_OK) {
		const char *near = did_you_mean(invocation->argv[0], profile_id, fm_profile_count());

		json_decref(list);
		if (near != NULL)
			return complain(EXIT_NO, "there is no platform '%s'; did you mean '%s'?", invocation->argv[0], near);
		return complain(EXIT_NO, "there is no platform '%s'; flightmem profile list shows them", invocation->argv[0]);
	}
	if (!invocation->json)
		printf("%s: %s (%s, %" PRIu32 "-bit, %s-endian)\n", info.id, info.name, fm_tier_name(info.tier), info.word_bits, info.endian == FM_ENDIAN_BIG ? "big" : "little");
	for (uint32_t i = 0; i < info.region_count; i++) {
		fm_region region = FM_STRUCT(fm_region);

		if (fm_profile_region(profile, i, &region) != FM_OK)
			continue;
		if (invocation->json)
			json_array_append_new(list, region_json(profile, &region));
		else
			print_region(profile, &region);
	}
	if (!invocation->json) {
		json_decref(list);
		return EXIT_YES;
	}
	whole = info_json(&info);
	json_object_set_new(whole, "regions", list);
	return print_json(whole);
}
