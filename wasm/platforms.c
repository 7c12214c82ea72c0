/* SPDX-License-Identifier: MIT */
/** @file
 * The interface platforms. Two platforms are built in, those of tables.c here. The handle of a profile is the profile; its texts are
 * constants and are handed out as they are. */
#include "error.h"

#include "stdlib.h"

#define PROFILE(self) ((const fm_profile *)(self))

typedef exports_flight_types_platforms_borrow_profile_t borrowed;
typedef exports_flight_types_platforms_region_t region;

static bool give_profile(const fm_profile *profile, exports_flight_types_platforms_own_profile_t *ret)
{
	if (profile == NULL)
		return false;
	*ret = exports_flight_types_platforms_profile_new((exports_flight_types_platforms_profile_t *)fm_profile_ref(profile));
	return true;
}

bool exports_flight_types_platforms_static_profile_find(flightmem_core_string_t *id, exports_flight_types_platforms_own_profile_t *ret)
{
	char copy[ID_BYTES];

	return give_profile(fm_profile_find(take_id(id, copy)), ret);
}

bool exports_flight_types_platforms_static_profile_at(uint32_t index, exports_flight_types_platforms_own_profile_t *ret)
{
	return give_profile(fm_profile_at(index), ret);
}

uint32_t exports_flight_types_platforms_static_profile_count(void)
{
	return fm_profile_count();
}

void exports_flight_types_platforms_profile_destructor(exports_flight_types_platforms_profile_t *rep)
{
	fm_profile_unref(PROFILE(rep));
}

/** In the library 0 is unknown and FM_NONE is none; here none is unknown and 0 is none. */
static flightmem_core_option_u32_t bytes_if_known(uint32_t bytes)
{
	return (flightmem_core_option_u32_t){ .is_some = bytes != 0, .val = bytes == FM_NONE ? 0 : bytes };
}

static exports_flight_types_platforms_tier_t tier_of(fm_tier tier)
{
	return tier <= FM_TIER_CLOUD ? (exports_flight_types_platforms_tier_t)tier : EXPORTS_FLIGHT_TYPES_PLATFORMS_TIER_OTHER;
}

void exports_flight_types_platforms_method_profile_info(borrowed self, exports_flight_types_platforms_profile_info_t *ret)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	(void)fm_profile_get_info(PROFILE(self), &info); /* the arguments are right, so it can't fail */
	give_text(info.id, &ret->id);
	give_text(info.name, &ret->name);
	ret->tier = tier_of(info.tier);
	ret->cpu = (exports_flight_types_capabilities_cpu_t){
		.endian = info.endian == FM_ENDIAN_BIG ? EXPORTS_FLIGHT_TYPES_CAPABILITIES_ENDIANNESS_BIG : EXPORTS_FLIGHT_TYPES_CAPABILITIES_ENDIANNESS_LITTLE,
		.word_bits = unless(info.word_bits, 0),
		.pointer_bits = unless(info.pointer_bits, 0),
		.bus_bits = unless(info.bus_bits, 0),
		.cache_line_bytes = bytes_if_known(info.cache_line_bytes),
		.page_bytes = bytes_if_known(info.page_bytes),
	};
	ret->space_count = info.space_count;
	ret->region_count = info.region_count;
}

bool exports_flight_types_platforms_method_profile_space(borrowed self, uint32_t index, exports_flight_types_platforms_address_space_t *ret, error *err)
{
	fm_space_info info = FM_STRUCT(fm_space_info);
	fm_status status = fm_profile_space(PROFILE(self), index, &info);

	give_text(info.id, &ret->id);
	ret->width_bits = info.width_bits;
	ret->cpu_visible = info.cpu_visible != 0;
	return answer(status, err);
}

static exports_flight_types_regions_region_kind_t kind_of(fm_region_kind kind)
{
	return kind <= FM_REGION_HEAP ? (exports_flight_types_regions_region_kind_t)kind : EXPORTS_FLIGHT_TYPES_REGIONS_REGION_KIND_OTHER;
}

static void give_region(const fm_region *from, region *to)
{
	*to = (region){
		.index = from->index,
		.space = from->space,
		.kind = kind_of(from->kind),
		.has_base = (exports_flight_types_regions_fact_t)from->has_base,
		.base = { .is_some = from->has_base == FM_FACT_YES, .val = from->base },
		.size = { .is_some = from->size != 0, .val = from->size },
		.banks = { .is_some = from->bank_count != 0, .val = { .count = from->bank_count, .total_bytes = from->bank_total_bytes } },
		.permissions = { .read = (uint8_t)from->read, .write = (uint8_t)from->write, .execute = (uint8_t)from->execute },
		.attributes = { .cpu_mapped = (uint8_t)from->cpu_mapped,
				.cacheable_code = (uint8_t)from->cached_code,
				.cacheable_data = (uint8_t)from->cached_data,
				.dma_accessible = (uint8_t)from->dma,
				.volatile_ = (uint8_t)from->is_volatile,
				.persistent = (uint8_t)from->persistent,
				.optional = (uint8_t)from->optional },
		.read_widths = (uint8_t)from->read_widths,
		.write_widths = (uint8_t)from->write_widths,
		.bus_bits = unless(from->bus_bits, 0),
		.alias_of = unless(from->alias_of, FM_NONE),
	};
	give_text(from->id, &to->id);
	give_text(from->name, &to->name);
	give_optional(from->access_via, &to->access_via);
	give_optional(from->wait_states, &to->wait_states);
	give_optional(from->note, &to->note);
}

bool exports_flight_types_platforms_method_profile_region(borrowed self, flightmem_core_string_t *id, region *ret, error *err)
{
	char copy[ID_BYTES];
	fm_region found = FM_STRUCT(fm_region);
	fm_status status = fm_profile_region_find(PROFILE(self), take_id(id, copy), &found);

	give_region(&found, ret);
	return answer(status, err);
}

bool exports_flight_types_platforms_method_profile_regions(borrowed self, exports_flight_types_platforms_list_region_t *ret, error *err)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_status status = fm_profile_get_info(PROFILE(self), &info);

	ret->ptr = malloc(info.region_count * sizeof *ret->ptr);
	ret->len = info.region_count;
	if (ret->ptr == NULL && info.region_count != 0)
		return answer(FM_E_NO_MEMORY, err);
	for (uint32_t i = 0; i < info.region_count && status == FM_OK; i++) {
		fm_region found = FM_STRUCT(fm_region);

		status = fm_profile_region(PROFILE(self), i, &found);
		give_region(&found, &ret->ptr[i]);
	}
	return answer(status, err);
}

static fm_address address_of(const exports_flight_types_platforms_memory_address_t *address)
{
	return (fm_address){ .value = address->value, .space = address->space };
}

bool exports_flight_types_platforms_method_profile_locate(borrowed self, exports_flight_types_platforms_memory_address_t *address,
							  exports_flight_types_platforms_location_t *ret, error *err)
{
	fm_location found = FM_STRUCT(fm_location);
	fm_status status = fm_profile_locate(PROFILE(self), address_of(address), &found);

	*ret = (exports_flight_types_platforms_location_t){
		.offset = found.offset, .left = found.left, .region = found.region, .mirror = unless(found.mirror, FM_NONE)
	};
	return answer(status, err);
}

bool exports_flight_types_platforms_method_profile_parse_address(borrowed self, flightmem_core_string_t *text,
	exports_flight_types_platforms_memory_address_t *ret,
								 text_error *err)
{
	size_t position = NOWHERE;
	fm_address address = { 0 };
	fm_status status = fm_profile_address_parse(PROFILE(self), (const char *)text->ptr, text->len, &address, &position);

	flightmem_core_string_free(text);
	ret->value = address.value;
	ret->space = address.space;
	return answer_text(status, position, err);
}

void exports_flight_types_platforms_method_profile_format_address(borrowed self, exports_flight_types_platforms_memory_address_t *address,
	flightmem_core_string_t *ret)
{
	static char text[128];
	size_t length = fm_profile_address_format(PROFILE(self), address_of(address), text, sizeof text);

	give_text(length == 0 ? NULL : text, ret);
}
