/* SPDX-License-Identifier: MIT */
/** @file
 * A platform that has every case at once, and the space rung compiled against it: the names of the profile's calls are exchanged, so
 * that regions no real platform has (aliases that go round, reserved areas that overlap, the top of a 64-bit space) are tried too. */
#ifndef FLIGHTMEM_TEST_SPACE_FAKE_H
#define FLIGHTMEM_TEST_SPACE_FAKE_H

#define fm_profile_get_info fake_profile_get_info
#define fm_profile_space fake_profile_space
#define fm_profile_region fake_profile_region
#define fm_profile_region_find fake_profile_region_find
#define fm_profile_reserved fake_profile_reserved
#define fm_profile_locate fake_profile_locate
#define fm_profile_ref fake_profile_ref
#define fm_profile_unref fake_profile_unref
#define fm_memory_default fake_memory_default

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include <flightmem/space.h>

#include "../../../lib/base/provider.c" /* asks for the fake default */
#include "../../../lib/platform/store.c"

struct fm_profile {
	fm_profile_info info;
	int references;
};

enum { RAM, SCREEN, TOP, VIDEO, ROM, IO, UNSIZED, VOLATILE, FIRMWARE, FROZEN, INNER, BROKEN,
       ROUND, ROUND_BACK, ELSEWHERE, HUGE, HIDDEN, TAIL, NOWHERE, FAKE_REGIONS };

/** Spaces: what the CPU sees, and what it does not. */
enum { CPU, PRIVATE, FAKE_SPACES };

#define WRITABLE .kind = FM_REGION_MAIN, .has_base = FM_FACT_YES, .cpu_mapped = FM_FACT_YES, .write = FM_FACT_YES
#define PLAIN WRITABLE, .alias_of = FM_NONE

static const fm_region fake_regions[FAKE_REGIONS] = {
	[RAM] = { .id = "ram", .base = 0x1000, .size = 0x1000, PLAIN },
	[SCREEN] = { .id = "screen", .base = 0x1800, .size = 0x400, WRITABLE, .alias_of = RAM },
	[TOP] = { .id = "top", .base = UINT64_MAX - 0xFF, .size = 0x100, PLAIN },
	[VIDEO] = { .id = "video", .size = 0x1000, .space = PRIVATE, .kind = FM_REGION_VIDEO, .has_base = FM_FACT_NO, .alias_of = FM_NONE },
	[ROM] = { .id = "rom", .base = 0x5000, .size = 0x100, .kind = FM_REGION_ROM, .has_base = FM_FACT_YES, .cpu_mapped = FM_FACT_YES, .alias_of = FM_NONE },
	[IO] = { .id = "io", .base = 0x6000, .size = 0x100, .kind = FM_REGION_IO, .has_base = FM_FACT_YES, .cpu_mapped = FM_FACT_YES, .alias_of = FM_NONE },
	[UNSIZED] = { .id = "unsized", .base = 0x9000, PLAIN },
	[VOLATILE] = { .id = "volatile", .base = 0xA000, .size = 0x100, PLAIN, .is_volatile = FM_FACT_YES },
	[FIRMWARE] = { .id = "firmware", .base = 0xB000, .size = 0x100, .kind = FM_REGION_RESERVED, .has_base = FM_FACT_YES, .alias_of = FM_NONE },
	[FROZEN] = { .id = "frozen", .base = 0xC000, .size = 0x100, .kind = FM_REGION_MAIN, .has_base = FM_FACT_YES, .write = FM_FACT_NO, .alias_of = FM_NONE },
	[INNER] = { .id = "inner", .base = 0x1900, .size = 0x80, WRITABLE, .alias_of = SCREEN },
	[BROKEN] = { .id = "broken", .base = 0x20000, .size = 0x800, WRITABLE, .alias_of = SCREEN },
	[ROUND] = { .id = "round", .base = 0x50000, .size = 0x100, WRITABLE, .alias_of = ROUND_BACK },
	[ROUND_BACK] = { .id = "round-back", .base = 0x50000, .size = 0x100, WRITABLE, .alias_of = ROUND },
	[ELSEWHERE] = { .id = "elsewhere", .base = 0x30000, .size = 0x800, WRITABLE, .alias_of = RAM },
	[HUGE] = { .id = "huge", .size = UINT64_MAX, .space = PRIVATE, .kind = FM_REGION_MAIN, .has_base = FM_FACT_NO, .alias_of = FM_NONE },
	[HIDDEN] = { .id = "hidden", .base = 0x40000, .size = 0x100, .kind = FM_REGION_MAIN, .has_base = FM_FACT_YES, .cpu_mapped = FM_FACT_NO, .alias_of = FM_NONE },
	[TAIL] = { .id = "tail", .base = 0x1C00, .size = 0x400, WRITABLE, .alias_of = RAM },
	[NOWHERE] = { .id = "nowhere", .kind = FM_REGION_MAIN, .has_base = FM_FACT_NO, .cpu_mapped = FM_FACT_YES, .alias_of = FM_NONE },
};

/** The bytes 0 to 0x1FF, 0x800 to 0x80F and 0xF00 to 0xFFF of ram, in pieces that overlap, pass its end, or are told of the screen. */
static const struct { uint32_t region; fm_range range; } fake_areas[] = {
	{ RAM, { 0x1080, 0x180 } }, { RAM, { 0x1000, 0x100 } }, { RAM, { 0x1F00, 0x1000 } }, { SCREEN, { 0x1800, 0x10 } },
	{ RAM, { 0x100, 0x100 } }, { VIDEO, { 0, 0x10 } },
};

static fm_profile fake = { .info = { .id = "fake", .endian = FM_ENDIAN_LITTLE, .pointer_bits = sizeof(void *) * 8,
				     .region_count = FAKE_REGIONS, .space_count = FAKE_SPACES } };

fm_status fm_profile_get_info(const fm_profile *profile, fm_profile_info *out)
{
	*out = profile->info;
	return FM_OK;
}

fm_status fm_profile_space(const fm_profile *profile, uint32_t index, fm_space_info *out)
{
	if (index >= profile->info.space_count)
		return FM_E_NOT_FOUND;
	out->width_bits = 64;
	out->cpu_visible = index == CPU;
	return FM_OK;
}

fm_status fm_profile_region(const fm_profile *profile, uint32_t index, fm_region *out)
{
	if (index >= profile->info.region_count)
		return FM_E_NOT_FOUND;
	*out = fake_regions[index];
	out->index = index;
	return FM_OK;
}

fm_status fm_profile_region_find(const fm_profile *profile, const char *id, fm_region *out)
{
	for (uint32_t i = 0; i < profile->info.region_count; i++)
		if (strcmp(fake_regions[i].id, id) == 0)
			return fm_profile_region(profile, i, out);
	return FM_E_NOT_FOUND;
}

fm_status fm_profile_reserved(const fm_profile *profile, uint32_t region, uint32_t index, fm_reserved_area *out)
{
	(void)profile;
	for (size_t i = 0; i < sizeof fake_areas / sizeof fake_areas[0]; i++)
		if (fake_areas[i].region == region && index-- == 0) {
			out->area = fake_areas[i].range;
			return FM_OK;
		}
	return FM_E_NOT_FOUND;
}

fm_status fm_profile_locate(const fm_profile *profile, fm_address address, fm_location *out)
{
	for (uint32_t i = 0; i < profile->info.region_count; i++) {
		const fm_region *region = &fake_regions[i];
		fm_range range = { region->base, region->size };

		if (region->has_base == FM_FACT_YES && region->space == address.space && fm_range_contains(range, address.value)) {
			out->region = i;
			out->mirror = FM_NONE;
			out->offset = address.value - region->base;
			out->left = region->size - out->offset;
			return FM_OK;
		}
	}
	return FM_E_UNMAPPED;
}

const fm_profile *fm_profile_ref(const fm_profile *profile)
{
	(void)profile;
	fake.references++;
	return &fake;
}

void fm_profile_unref(const fm_profile *profile)
{
	(void)profile;
	fake.references--;
}

/** What the provider did, and what it shall do. */
static struct {
	int out;           /**< pieces that were not given back */
	int calls;
	int drops;         /**< how often it was told that nothing follows */
	int out_at_drop;   /**< pieces that were out then */
	size_t size;       /**< of the last piece asked for */
	size_t align;
	fm_status refusal; /**< what obtain() says; FM_OK: it obtains */
	int is_missing;    /**< there is no default provider */
} source;

/** A piece says how it was asked for. */
static struct {
	void *memory;
	size_t size;
	size_t align;
} given[FAKE_REGIONS + 8];

enum { GIVEN = sizeof given / sizeof given[0] };

static fm_status source_obtain(void *user, size_t size, size_t align, void **out)
{
	cr_assert_eq(user, &source);
	source.calls++;
	source.size = size;
	source.align = align;
	if (source.refusal != FM_OK)
		return source.refusal;

	void *memory = NULL;

	cr_assert_eq(posix_memalign(&memory, align < sizeof(void *) ? sizeof(void *) : align, size), 0);
	memset(memory, 0, size);
	for (int i = 0; i < GIVEN; i++)
		if (given[i].memory == NULL) {
			given[i].memory = memory;
			given[i].size = size;
			given[i].align = align;
			break;
		}
	*out = memory;
	source.out++;
	return FM_OK;
}

static void source_give_back(void *user, void *memory, size_t size, size_t align)
{
	int i = 0;

	cr_assert_eq(user, &source);
	while (i < GIVEN && given[i].memory != memory)
		i++;
	cr_assert(i < GIVEN && given[i].size == size && given[i].align == align, "given back as it was asked for");
	given[i].memory = NULL;
	source.out--;
	free(memory);
}

static void source_drop(void *user)
{
	cr_assert_eq(user, &source);
	source.drops++;
	source.out_at_drop = source.out;
}

static const fm_memory_provider source_provider = {
	.struct_size = sizeof source_provider,
	.user = &source,
	.obtain = source_obtain,
	.give_back = source_give_back,
	.drop = source_drop,
};

const fm_memory_provider *fm_memory_default(void)
{
	return source.is_missing ? NULL : &source_provider;
}

#include "../../../lib/space/gaps.c"
#include "../../../lib/space/map.c"
#include "../../../lib/space/memory.c"
#include "../../../lib/space/open.c"
#include "../../../lib/space/refusal.c"
#include "../../../lib/space/reserve.c"
#include "../../../lib/space/translate.c"
#include "../../../lib/space/usage.c"

static fm_space *space;

/** A space of the fake platform, for .init and .fini. */
static inline void open_fake(void)
{
	cr_assert_eq(fm_space_open(&fake, NULL, &space, NULL), FM_OK);
}

static inline void close_fake(void)
{
	fm_space_unref(space);
	cr_assert(source.out == 0 && source.drops != 0 && source.out_at_drop == 0 && fake.references == 0, "everything was given back");
}

/** What is seen of a region. */
static inline fm_region_usage usage_of(const char *id)
{
	fm_region_usage usage = FM_STRUCT(fm_region_usage);

	cr_assert_eq(fm_space_get_usage(space, id, &usage), FM_OK);
	return usage;
}

#endif
