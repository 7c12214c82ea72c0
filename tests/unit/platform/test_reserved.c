/* SPDX-License-Identifier: MIT */
/** @file
 * Reserved areas lie where the data says, each with its owner. */
#include "facts.h"

static fm_reserved_area area_of(const char *platform, const char *region, uint32_t index)
{
	fm_reserved_area area = FM_STRUCT(fm_reserved_area);

	cr_assert_eq(fm_profile_reserved(profile_of(platform), region_of(profile_of(platform), region), index, &area), FM_OK);
	return area;
}

Test(reserved, the_kernel_has_the_first_64_kib)
{
	fm_reserved_area kernel = area_of("psx", "main_ram", 0), stack = area_of("psx", "main_ram", 1);

	cr_assert(kernel.area.base == 0 && kernel.area.size == 65536);
	cr_assert_not_null(strstr(kernel.what, "kernel"));
	cr_assert(stack.area.base == 0x001FFF00 && stack.area.size == 256);
}

Test(reserved, the_bios_has_the_end_of_work_ram)
{
	fm_reserved_area area = area_of("gba", "iwram", 0);

	cr_assert(area.area.base == 0x03007F00 && area.area.size == 256);
}

#define GET_RESERVED(out) fm_profile_reserved(profile_of("psx"), 0, 0, out)

Test(reserved, a_newer_caller_keeps_its_tail)
{
	KEEPS_TAIL(fm_reserved_area, GET_RESERVED);
}

Test(reserved, a_failure_leaves_the_struct)
{
	fm_reserved_area a;
	const fm_profile *psx = profile_of("psx");

	JUDGES_STRUCT_SIZE(fm_reserved_area, GET_RESERVED);
	PLANT(&a, sizeof a);
	REFUSED(fm_profile_reserved(NULL, 0, 0, &a), &a, FM_E_ARGUMENT);
	REFUSED(fm_profile_reserved(psx, 0, 2, &a), &a, FM_E_NOT_FOUND);
	REFUSED(fm_profile_reserved(psx, 12, 0, &a), &a, FM_E_NOT_FOUND);
	REFUSED(fm_profile_reserved(psx, region_of(psx, "scratchpad"), 0, &a), &a, FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_reserved(psx, 0, 0, NULL), FM_E_ARGUMENT);
}
