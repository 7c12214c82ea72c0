/* SPDX-License-Identifier: MIT */
/** @file
 * References of profiles. Every profile is a constant of the library, so counting has nothing to do. */
#include <flightmem/profile.h>

const fm_profile *fm_profile_ref(const fm_profile *profile)
{
	return profile;
}

void fm_profile_unref(const fm_profile *profile)
{
	(void)profile;
}
