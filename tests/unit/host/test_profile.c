/* SPDX-License-Identifier: MIT */
/** @file
 * A host as a profile: rows like those of any platform, made in bytes of the caller. */
#include "roots.h"

#include <flightmem/advice.h>
#include <flightmem/resolve.h>

#include "../platform/facts.h"

static FM_ALIGNED(8) unsigned char storage[FM_HOST_PROFILE_BYTES];

static const fm_profile *make(const char *root)
{
	fm_host_facts facts = facts_of(root);
	const fm_profile *profile = NULL;

	cr_assert_eq(fm_host_profile(&facts, storage, sizeof storage, &profile), FM_OK);
	return profile;
}

Test(profile, is_in_short_what_its_figures_say)
{
	const fm_profile *profile = make("arm64-16k");
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	cr_assert_eq(fm_profile_get_info(profile, &info), FM_OK);
	cr_assert_str_eq(info.id, "host");
	cr_assert_str_eq(info.name, "Live host, aarch64");
	cr_assert(info.tier == FM_TIER_MODERN && info.endian == FM_ENDIAN_LITTLE && info.word_bits == 64 && info.pointer_bits == 64);
	cr_assert(info.page_bytes == 16384 && info.cache_line_bytes == 64 && info.space_count == 1 && info.region_count == 1);
	cr_assert_eq(fm_profile_get_info(make("s390x"), &info), FM_OK);
	cr_assert(info.endian == FM_ENDIAN_BIG && info.cache_line_bytes == 0);
	cr_assert_eq(fm_profile_get_info(make("empty"), &info), FM_OK);
	cr_assert_str_eq(info.name, "Live host");
	cr_assert(info.endian == 0 && info.page_bytes == 0 && info.pointer_bits == 0);
}

Test(profile, is_advised_as_such_machines_are)
{
	fm_advice advice = FM_STRUCT(fm_advice);

	cr_assert_eq(fm_profile_strategy(make("arm64-16k"), "main", &advice), FM_OK);
	cr_assert_str_eq(advice.strategy, "slab");
	cr_assert_eq(fm_profile_advice(make("arm64-16k"), 1, &advice), FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_strategy(make("empty"), "main", &advice), FM_E_NOT_FOUND, "no kind of machine is known");
}

Test(profile, grants_wants_as_any_other)
{
	fm_resolution found = FM_STRUCT(fm_resolution);
	fm_want wants[2];

	for (uint32_t i = 0; i < 2; i++)
		cr_assert_eq(fm_want_parse("scratchpad, else main; at least 16 KiB", FM_TEXT, i, &wants[i], NULL), FM_OK);
	cr_assert_eq(fm_profile_resolve(make("cgroup-v2"), wants, 2, &found, NULL), FM_OK);
	cr_assert_eq(found.want, 1);
	cr_assert_str_eq(found.id, "ram");
}

Test(profile, has_memory_without_an_address)
{
	const fm_profile *profile = make("cgroup-v2");
	fm_region region = FM_STRUCT(fm_region);
	fm_space_info space = FM_STRUCT(fm_space_info);
	fm_location location = FM_STRUCT(fm_location);

	cr_assert_eq(fm_profile_region_find(profile, "ram", &region), FM_OK);
	cr_assert(region.size == 512 << 20 && region.kind == FM_REGION_MAIN && region.has_base == FM_FACT_NO && region.cpu_mapped == FM_FACT_YES);
	cr_assert(region.read == FM_FACT_YES && region.write == FM_FACT_YES && region.execute == FM_FACT_UNKNOWN && region.alias_of == FM_NONE);
	cr_assert_not_null(region.access_via);
	cr_assert_eq(fm_profile_region(profile, 1, &region), FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_space(profile, 0, &space), FM_OK);
	cr_assert_str_eq(space.id, "process");
	cr_assert(space.width_bits == 64 && space.cpu_visible == 1);
	cr_assert_eq(fm_profile_locate(profile, (fm_address){ 4096, 0, 0 }, &location), FM_E_UNMAPPED);
	cr_assert_eq(fm_profile_region_find(make("pax"), "ram", &region), FM_OK);
	cr_assert(region.execute == FM_FACT_NO && region.size == 0);
	cr_assert_eq(fm_profile_space(make("no-mount"), 0, &space), FM_OK);
	cr_assert_eq(space.width_bits, 32);
}

Test(profile, the_same_figures_make_the_same_bytes)
{
	static FM_ALIGNED(8) unsigned char other[FM_HOST_PROFILE_BYTES];
	fm_host_facts facts = facts_of("cgroup-v2");
	const fm_profile *profile;

	memset(other, 0xA5, sizeof other);
	memset(storage, 0, sizeof storage);
	make("cgroup-v2");
	cr_assert_eq(fm_host_profile(&facts, other, sizeof other, &profile), FM_OK);
	cr_assert_eq(memcmp(storage, other, 3000), 0);
	cr_assert_eq((const void *)profile, (const void *)other);
}

Test(profile, texts_of_any_figures_fit)
{
	fm_host_facts facts = facts_of("cgroup-v2");
	const fm_profile *profile;
	static char longest[200];

	memset(longest, 'x', sizeof longest - 1);
	for (fm_host_id id = 0; id < FM_HOST_FIGURES; id++)
		facts.figures[id].source = longest;
	facts.figures[FM_HOST_ARCH].value = UINT64_MAX;
	facts.figures[FM_HOST_PAGE].value = UINT64_MAX;
	cr_assert_eq(fm_host_profile(&facts, storage, sizeof storage, &profile), FM_OK);
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++) {
		fm_capability capability = FM_STRUCT(fm_capability);

		cr_assert_eq(fm_profile_capability(profile, id, &capability), FM_OK);
		cr_assert(capability.source == NULL || strlen(capability.source) < sizeof longest);
	}
}

#define MAKE_OF(facts) fm_host_profile(facts, storage, sizeof storage, &profile)

Test(profile, a_failure_hands_nothing_out)
{
	fm_host_facts facts = facts_of("empty");
	const fm_profile *untouched = fm_profile_at(0), *profile = untouched;

	cr_assert_eq(fm_host_profile(NULL, storage, sizeof storage, &profile), FM_E_ARGUMENT);
	cr_assert_eq(fm_host_profile(&facts, NULL, sizeof storage, &profile), FM_E_ARGUMENT);
	cr_assert_eq(fm_host_profile(&facts, storage, sizeof storage, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_host_profile(&facts, storage + 4, sizeof storage - 4, &profile), FM_E_ALIGNMENT);
	cr_assert_eq(fm_host_profile(&facts, storage, 512, &profile), FM_E_TOO_LARGE);
	facts.struct_size = 8;
	cr_assert_eq(MAKE_OF(&facts), FM_E_ABI_SIZE);
	cr_assert_eq(profile, untouched);
}
