/* SPDX-License-Identifier: MIT */
/** @file
 * Windows: every slice of every mirror, reserved areas apart, in the order in which they win. */
#include "lists.h"

Test(validate_windows, counting_and_writing_agree)
{
	static fm_validate_window windows[FM_VALIDATE_WINDOWS_MAX];
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	for (uint32_t p = 0; p < fm_profile_count(); p++) {
		cr_assert_eq(fm_profile_get_info(fm_profile_at(p), &info), FM_OK);
		for (uint32_t space = 0; space < info.space_count; space++) {
			fm_validator_options options = { .profile = fm_profile_at(p), .space = space };
			uint32_t count = fm_validate_read_windows(&options, NULL, NULL);

			cr_assert_eq(fm_validate_read_windows(&options, NULL, windows), count);
			for (uint32_t i = 0; i < count; i++) {
				fm_location where = FM_STRUCT(fm_location);
				fm_address address = { .value = windows[i].base, .space = space };

				cr_assert_leq(windows[i].base, windows[i].last);
				cr_assert_eq(fm_profile_locate(fm_profile_at(p), address, &where), FM_OK, "somebody shows the first byte of each");
			}
		}
	}
}

Test(validate_windows, slices_are_one_each)
{
	static fm_validate_window windows[1024];
	fm_validator_options options = { .profile = fm_profile_find("gba") };
	uint32_t count = fm_validate_read_windows(&options, NULL, windows), slices = 0, areas = 0;

	for (uint32_t i = 0; i < count; i++) {
		slices += windows[i].base >= 0x06000000 && windows[i].base < 0x07000000;
		areas += windows[i].is_area;
	}
	cr_assert_eq(slices, 1 + 128 + 127);
	cr_assert_gt(areas, 0);
}
