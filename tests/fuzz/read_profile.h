/* SPDX-License-Identifier: MIT */
/** @file
 * Everything that can be asked of a profile, asked: for profiles that nobody may believe. Answers that contradict each other end the program. */
#ifndef FLIGHTMEM_TESTS_FUZZ_READ_PROFILE_H
#define FLIGHTMEM_TESTS_FUZZ_READ_PROFILE_H

#include <flightmem.h>
#include <flightmem/advice.h>
#include <flightmem/load.h>

#include <stdlib.h>
#include <string.h>

/** Ends the program iff something is not so that must be. */
static inline void must_be(int so)
{
	if (!so)
		abort();
}

/* Memory with walls around it: a sanitizer sees every byte that is read outside. Whole pages have none. */
static inline fm_status obtain_walled(void *user, size_t size, size_t align, void **out)
{
	void *memory = NULL;

	(void)user;
	if (posix_memalign(&memory, align < sizeof(void *) ? sizeof(void *) : align, size) != 0)
		return FM_E_NO_MEMORY;
	*out = memset(memory, 0, size);
	return FM_OK;
}

static inline void give_back_walled(void *user, void *memory, size_t size, size_t align)
{
	(void)user;
	(void)size;
	(void)align;
	free(memory);
}

static const fm_memory_provider walled = { .struct_size = sizeof walled, .obtain = obtain_walled, .give_back = give_back_walled };

/** Reads a text to its end. */
static inline size_t read_text(const char *text)
{
	return text == NULL ? 0 : strlen(text);
}

/** Where an address leads: inside the region, and so do the bytes that are left. */
static inline void read_address(const fm_profile *profile, uint32_t space, uint64_t value)
{
	fm_address address = { .value = value, .space = space }, again;
	fm_location location = FM_STRUCT(fm_location);
	fm_region region = FM_STRUCT(fm_region);
	char text[64];

	if (fm_profile_address_format(profile, address, text, sizeof text) < sizeof text)
		fm_profile_address_parse(profile, text, FM_TEXT, &again, NULL);
	if (fm_profile_locate(profile, address, &location) != FM_OK)
		return;
	must_be(fm_profile_region(profile, location.region, &region) == FM_OK);
	must_be(location.left != 0 && location.offset < region.size && location.left <= region.size - location.offset);
}

/** The edges of a window and around them. */
static inline void read_window(const fm_profile *profile, uint32_t space, uint64_t base, uint64_t size)
{
	const uint64_t places[] = { base - 1, base, base + size / 2, base + size - 1, base + size };

	for (unsigned i = 0; i < sizeof places / sizeof places[0]; i++)
		read_address(profile, space, places[i]);
}

static inline void read_region(const fm_profile *profile, const fm_region *region)
{
	fm_region found = FM_STRUCT(fm_region);
	fm_mirror mirror = FM_STRUCT(fm_mirror);
	fm_reserved_area area = FM_STRUCT(fm_reserved_area);

	read_text(region->name);
	read_text(region->access_via);
	read_text(region->wait_states);
	read_text(region->note);
	read_text(fm_region_kind_name(region->kind));
	must_be(fm_profile_region_find(profile, region->id, &found) == FM_OK);
	must_be(region->alias_of == FM_NONE || fm_profile_region(profile, region->alias_of, &found) == FM_OK);
	read_window(profile, region->space, region->base, region->size);
	for (uint32_t i = 0; fm_profile_mirror(profile, region->index, i, &mirror) == FM_OK; i++)
		read_window(profile, mirror.space, mirror.base, mirror.size);
	for (uint32_t i = 0; fm_profile_reserved(profile, region->index, i, &area) == FM_OK; i++)
		read_text(area.what);
}

static inline void read_lists(const fm_profile *profile)
{
	fm_capability capability = FM_STRUCT(fm_capability);
	fm_engine engine = FM_STRUCT(fm_engine);
	fm_advice advice = FM_STRUCT(fm_advice);

	for (fm_capability_id id = 1; fm_profile_capability(profile, id, &capability) == FM_OK; id++) {
		read_text(capability.source);
		read_text(capability.note);
	}
	for (uint32_t i = 0; fm_profile_engine(profile, i, &engine) == FM_OK; i++) {
		read_text(engine.id);
		read_text(engine.source);
	}
	for (uint32_t i = 0; fm_profile_advice(profile, i, &advice) == FM_OK; i++)
		must_be(read_text(advice.use) != 0 && read_text(advice.strategy) != 0 && read_text(advice.reason) != 0);
	fm_profile_strategy(profile, "main", &advice);
}

/** A validator of each space, asked where the regions are. */
static inline void judge_accesses(const fm_profile *profile, const fm_profile_info *info)
{
	for (uint32_t space = 0; space < info->space_count && space < 4; space++) {
		fm_validator *validator = NULL;
		fm_region region = FM_STRUCT(fm_region);

		if (fm_validator_open(FM_OPTIONS(fm_validator_options, .profile = profile, .space = space, .provider = &walled), &validator, NULL) != FM_OK)
			continue;
		for (uint32_t i = 0; fm_profile_region(profile, i, &region) == FM_OK; i++) {
			fm_validator_check(validator, region.base, 4, FM_ACCESS_READ);
			fm_validator_check(validator, region.base + region.size - 1, 8, FM_ACCESS_WRITE);
			fm_validator_check(validator, UINT64_MAX - region.base, UINT64_MAX, FM_ACCESS_READ);
		}
		fm_validator_unref(validator);
	}
}

static inline fm_status write_nowhere(void *context, const char *bytes, size_t length)
{
	(void)bytes;
	*(size_t *)context += length;
	return FM_OK;
}

/** The profile as a space, and as a picture where it has few enough rows to be drawn in no time. */
static inline void use_profile(const fm_profile *profile, const fm_profile_info *info, uint32_t rows)
{
	fm_space *space = NULL;
	fm_picture_options options = FM_STRUCT(fm_picture_options);
	size_t drawn = 0;

	if (fm_space_open(profile, FM_OPTIONS(fm_space_options, .provider = &walled), &space, NULL) == FM_OK)
		must_be(fm_space_close(space) == FM_OK);
	if (rows <= 48)
		must_be(fm_profile_draw_map(profile, &options, write_nowhere, &drawn) == FM_OK && drawn != 0);
	judge_accesses(profile, info);
}

/** Asks for everything. */
static inline void read_profile(const fm_profile *profile)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	fm_space_info space = FM_STRUCT(fm_space_info);
	fm_region region = FM_STRUCT(fm_region);
	uint32_t rows = 0;

	must_be(fm_profile_get_info(profile, &info) == FM_OK && read_text(info.id) != 0 && read_text(info.name) != 0);
	read_text(fm_tier_name(info.tier));
	for (uint32_t i = 0; i < info.space_count; i++) {
		must_be(fm_profile_space(profile, i, &space) == FM_OK && read_text(space.id) != 0);
		read_address(profile, i, 0);
		read_address(profile, i, UINT64_MAX);
	}
	for (uint32_t i = 0; i < info.region_count; i++) {
		must_be(fm_profile_region(profile, i, &region) == FM_OK && read_text(region.id) != 0);
		read_region(profile, &region);
		rows += 1 + region.mirror_count;
	}
	read_lists(profile);
	use_profile(profile, &info, rows);
}

#endif
