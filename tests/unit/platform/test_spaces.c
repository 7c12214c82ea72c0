/* SPDX-License-Identifier: MIT */
/** @file
 * Address spaces: the first one is the main CPU's. */
#include "facts.h"

static fm_space_info space_of(const char *id, uint32_t index)
{
	fm_space_info space = FM_STRUCT(fm_space_info);

	cr_assert_eq(fm_profile_space(profile_of(id), index, &space), FM_OK);
	return space;
}

Test(spaces, the_first_is_what_the_main_cpu_sees)
{
	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_space_info space = FM_STRUCT(fm_space_info);
		fm_profile_info info = FM_STRUCT(fm_profile_info);

		cr_assert_eq(fm_profile_get_info(fm_profile_at(i), &info), FM_OK);
		if (info.space_count == 0) /* an overlay */
			continue;
		cr_assert_eq(fm_profile_space(fm_profile_at(i), 0, &space), FM_OK);
		cr_assert_eq(space.cpu_visible, 1);
		cr_assert(space.width_bits >= 1 && space.width_bits <= 64);
	}
}

Test(spaces, memory_behind_a_port_has_a_space_of_its_own)
{
	cr_assert_str_eq(space_of("psx", 0).id, "cpu");
	cr_assert_str_eq(space_of("psx", 1).id, "gpu");
	cr_assert_eq(space_of("psx", 1).cpu_visible, 0);
	cr_assert_eq(space_of("psx", 1).width_bits, 20);
	cr_assert_eq(space_of("psx", 1).style, FM_ADDRESS_HEX);
}

#define GET_SPACE(out) fm_profile_space(profile_of("gba"), 0, out)

Test(spaces, a_newer_caller_keeps_its_tail)
{
	KEEPS_TAIL(fm_space_info, GET_SPACE);
}

Test(spaces, a_failure_leaves_the_struct)
{
	fm_space_info space;

	JUDGES_STRUCT_SIZE(fm_space_info, GET_SPACE);
	PLANT(&space, sizeof space);
	REFUSED(fm_profile_space(NULL, 0, &space), &space, FM_E_ARGUMENT);
	REFUSED(fm_profile_space(profile_of("gba"), 1, &space), &space, FM_E_NOT_FOUND);
	REFUSED(fm_profile_space(profile_of("gba"), FM_NONE, &space), &space, FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_space(profile_of("gba"), 0, NULL), FM_E_ARGUMENT);
}
