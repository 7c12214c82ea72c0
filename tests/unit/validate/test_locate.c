/* SPDX-License-Identifier: MIT */
/** @file
 * Where an access leads: as fm_profile_locate() says, with the bytes up to the seam. */
#include "lists.h"

/** Asks both about an address. */
static void compare(const fm_validator *validator, fm_address address)
{
	fm_location where = FM_STRUCT(fm_location);
	fm_validate_case what;
	fm_status status = fm_profile_locate(validator->profile, address, &where);

	fm_validate_locate(validator, address.value, 1, 0, &what);
	cr_assert_eq(what.window != NULL, status == FM_OK);
	if (status != FM_OK)
		return;
	cr_assert(what.window->region == where.region && what.window->mirror == where.mirror && what.left == where.left);
	cr_assert_eq(what.byte - what.region->begin, where.offset);
}

Test(validate_locate, is_the_profiles_own)
{
	uint64_t state = 99;
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	for (uint32_t p = 0; p < fm_profile_count(); p++) {
		cr_assert_eq(fm_profile_get_info(fm_profile_at(p), &info), FM_OK);
		for (uint32_t space = 0; space < info.space_count; space++) {
			fm_validator *validator = open_options((fm_validator_options){ .profile = fm_profile_at(p), .space = space });

			for (uint32_t i = 0; i <= validator->row_count; i++)
				for (uint64_t k = 0; k < 4; k++)
					compare(validator, (fm_address){ validator->rows[i].base + (k % 2 ? validator->rows[i].size : 0) - k / 2, space, 0 });
			for (uint32_t i = 0; i < 2000; i++)
				compare(validator, (fm_address){ dice(&state) >> dice(&state) % 64, space, 0 });
			fm_validator_unref(validator);
		}
	}
}
