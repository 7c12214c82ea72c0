/* SPDX-License-Identifier: MIT */
/** @file
 * Regions in one form: rights of three states, whose bytes they are, what is spoken for. */
#include "lists.h"

Test(validate_regions, facts_become_rights_and_what_is_unknown)
{
	static fm_validate_region regions[64];
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	for (uint32_t p = 0; p < fm_profile_count(); p++) {
		const fm_profile *profile = fm_profile_at(p);
		fm_region known = FM_STRUCT(fm_region);

		cr_assert_eq(fm_profile_get_info(profile, &info), FM_OK);
		cr_assert_leq(info.region_count, COUNT(regions));
		fm_validate_read_regions(&(fm_validator_options){ .profile = profile }, regions, info.region_count);
		for (uint32_t i = 0; i < info.region_count; i++) {
			cr_assert_eq(fm_profile_region(profile, i, &known), FM_OK);
			cr_assert_eq((regions[i].access & FM_ACCESS_WRITE) != 0, known.write == FM_FACT_YES);
			cr_assert_eq((regions[i].unknown & FM_ACCESS_WRITE) != 0, known.write == FM_FACT_UNKNOWN);
			cr_assert_eq((regions[i].access & FM_ACCESS_DMA) != 0, known.dma == FM_FACT_YES);
			cr_assert_str_eq(regions[i].name, known.id);
			cr_assert(known.alias_of != FM_NONE || (regions[i].store == i && regions[i].begin == 0));
		}
	}
}

Test(validate_regions, names_of_names_lead_to_the_owner)
{
	fm_validator_region list[] = { { .size = 64 }, { .size = 32, .alias = 1, .alias_offset = 16 }, { .size = 8, .alias = 2, .alias_offset = 24 } };
	fm_validate_region regions[3];

	cr_assert_eq(fm_validate_judge_list(list, 3), FM_OK);
	fm_validate_read_regions(&(fm_validator_options){ .regions = list, .region_count = 3 }, regions, 3);
	cr_assert(regions[2].store == 0 && regions[2].begin == 40 && regions[1].begin == 16 && regions[0].align == 1);
}

Test(validate_regions, areas_count_bytes_of_the_owner)
{
	fm_validator_options gba = { .profile = fm_profile_find("gba") };
	static fm_validate_region regions[64];
	fm_validate_area areas[16];
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	cr_assert_eq(fm_profile_get_info(gba.profile, &info), FM_OK);
	fm_validate_read_regions(&gba, regions, info.region_count);

	uint32_t count = fm_validate_read_areas(&gba, regions, areas);

	cr_assert(count > 0 && count <= fm_validate_read_areas(&gba, NULL, NULL));
	for (uint32_t i = 0; i < count; i++)
		if (strcmp(regions[areas[i].region].name, "iwram") == 0)
			cr_assert(areas[i].byte == 0x7F00 && areas[i].size == 0x100 && areas[i].store == areas[i].region);
	cr_assert_eq(fm_validate_read_areas(&(fm_validator_options){ .regions = &(fm_validator_region){ .size = 1 }, .region_count = 1 }, regions, areas), 0);
}
