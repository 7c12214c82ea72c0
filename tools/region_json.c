/* SPDX-License-Identifier: MIT */
/** @file
 * A region as JSON: every fact that the library has of it, null where no source says. */
#include <flightmem.h>

#include "profile.h"

/** The letter of a permission: the letter itself, - for no, ? for unknown. */
static char permission(fm_fact fact, char letter)
{
	return fact == FM_FACT_YES ? letter : fact == FM_FACT_NO ? '-' : '?';
}

void permissions(const fm_region *region, char text[4])
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
		json_array_append_new(list, json_pack("{s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:i, s:o}", "base", json_address(mirror.base, other.width_bits), "size",
						      json_uint64(mirror.size), "address_space", other.id, "period", mirror.period ? json_uint64(mirror.period) : json_null(),
						      "stride", mirror.stride ? json_uint64(mirror.stride) : json_null(), "count", json_integer(mirror.count > 1 ? mirror.count : 1),
						      "region_offset", json_uint64(mirror.region_offset), "region_advance", json_uint64(mirror.region_advance),
						      "inverted", (int)mirror.inverted, "cacheable", fact(mirror.cached_data)));
	}
	return list;
}

static json_t *reserved_areas(const fm_profile *profile, const fm_region *region, const fm_space_info *space)
{
	json_t *list = json_array();

	for (uint32_t i = 0; i < region->reserved_count; i++) {
		fm_reserved_area area = FM_STRUCT(fm_reserved_area);

		if (fm_profile_reserved(profile, region->index, i, &area) == FM_OK)
			json_array_append_new(list, json_pack("{s:o, s:o, s:s}", "base", json_address(area.area.base, space->width_bits), "size",
							      json_uint64(area.area.size), "what", area.what));
	}
	return list;
}

/** The id of the region whose bytes these are; null: its own. */
static json_t *alias(const fm_profile *profile, const fm_region *region)
{
	fm_region other = FM_STRUCT(fm_region);

	return fm_profile_region(profile, region->alias_of, &other) == FM_OK ? json_string(other.id) : json_null();
}

static json_t *attributes(const fm_region *region)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "cacheable_code", fact(region->cached_code), "cacheable_data", fact(region->cached_data),
			 "dma_accessible", fact(region->dma), "volatile", fact(region->is_volatile), "persistent", fact(region->persistent), "optional",
			 fact(region->optional), "fast", fact(region->fast));
}

/** Which byte of each stride is there; null: all are. */
static json_t *byte_lane(const fm_region *region)
{
	return region->lane_stride == 0 ? json_null() : json_pack("{s:i, s:i}", "byte", (int)region->lane, "stride", (int)region->lane_stride);
}

json_t *region_json(const fm_profile *profile, const fm_region *region)
{
	fm_space_info space = FM_STRUCT(fm_space_info);
	char perms[4];

	if (fm_profile_space(profile, region->space, &space) != FM_OK)
		return NULL;
	permissions(region, perms);
	return json_pack("{s:s, s:s, s:s, s:s, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:i, s:i, s:o, s:o, s:o, s:o, s:o, s:o}",
			 "id", region->id, "name", region->name, "type",
			 fm_region_kind_name(region->kind), "address_space", space.id, "base",
			 region->has_base == FM_FACT_YES ? json_address(region->base, space.width_bits) : json_null(), "size",
			 region->size ? json_uint64(region->size) : json_null(), "cpu_mapped", fact(region->cpu_mapped), "perms", perms, "attributes", attributes(region),
			 "read_widths_bits", widths(region->read_widths), "write_widths_bits", widths(region->write_widths), "mirrors", mirrors(profile, region, &space),
			 "bank_total_bytes", region->bank_total_bytes ? json_uint64(region->bank_total_bytes) : json_null(), "bank_count",
			 (int)region->bank_count, "bus_bits", (int)region->bus_bits, "byte_lane", byte_lane(region), "alias_of",
			 alias(profile, region), "reserved", reserved_areas(profile, region, &space), "access_via",
			 text_or_null(region->access_via), "wait_states", text_or_null(region->wait_states), "note", text_or_null(region->note));
}
