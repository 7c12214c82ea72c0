/* SPDX-License-Identifier: MIT */
/** @file
 * Banks: each begins where the one before ends; what is not known, or not there, is said. */
#include "facts.h"
#include "platform/tables.h"

/** Expects a failure that leaves the offset. */
static void refuses(const fm_profile *profile, uint32_t region, uint32_t bank, fm_status status)
{
	uint64_t offset = 7;

	cr_assert_eq(fm_profile_bank(profile, region, bank, &offset), status);
	cr_assert_eq(offset, 7);
}

Test(bank, each_begins_where_the_one_before_ends_on_every_platform)
{
	unsigned banked = 0;

	for (uint32_t p = 0; fm_profile_at(p) != NULL; p++) {
		fm_region region = FM_STRUCT(fm_region);

		for (uint32_t i = 0; fm_profile_region(fm_profile_at(p), i, &region) == FM_OK; i++) {
			int uneven = region.size == 0 || (region.bank_total_bytes != 0 && region.bank_total_bytes / region.size != region.bank_count);
			uint64_t offset = 0;

			refuses(fm_profile_at(p), i, region.bank_count, FM_E_NOT_FOUND);
			for (uint32_t bank = 0; bank < region.bank_count && !uneven; bank++) {
				cr_assert_eq(fm_profile_bank(fm_profile_at(p), i, bank, &offset), FM_OK);
				cr_assert_eq(offset, bank * region.size);
				banked++;
			}
			if (region.bank_count != 0 && uneven)
				refuses(fm_profile_at(p), i, 0, FM_E_FACT_UNKNOWN);
		}
	}
	cr_assert_gt(banked, 20);
}

Test(bank, the_work_ram_of_the_game_boy_color_has_eight)
{
	const fm_profile *gbc = profile_of("gbc");
	fm_region region = FM_STRUCT(fm_region);
	uint64_t offset = 0;
	uint32_t index = 0;

	while (fm_profile_region(gbc, index, &region) == FM_OK && !(region.kind == FM_REGION_MAIN && region.bank_count > 1))
		index++;
	cr_assert_eq(fm_profile_bank(gbc, index, 1, &offset), FM_OK);
	cr_assert_eq(offset, 4096);
}

Test(bank, what_is_missing_is_said)
{
	uint64_t offset = 7;

	cr_assert_eq(fm_profile_bank(NULL, 0, 0, &offset), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_bank(profile_of("gbc"), 0, 0, NULL), FM_E_ARGUMENT);
	cr_assert_eq(offset, 7);
	refuses(profile_of("gbc"), UINT32_MAX, 0, FM_E_NOT_FOUND);
	refuses(profile_of("gbc"), 0, UINT32_MAX, FM_E_NOT_FOUND);
}
