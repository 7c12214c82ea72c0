/* SPDX-License-Identifier: MIT */
/** @file
 * References of profiles. Constants of the library are not counted; what was loaded is. */
#include <flightmem/compiler.h>

#include "platform/loaded.h"

/** The block of a profile that is counted; NULL: it is a constant. */
static struct fm_profile_loaded *loaded_of(const fm_profile *profile)
{
	if (profile == NULL || !profile->counted)
		return NULL;
	return (struct fm_profile_loaded *)((uintptr_t)profile - offsetof(struct fm_profile_loaded, profile));
}

const fm_profile *fm_profile_ref(const fm_profile *profile)
{
	struct fm_profile_loaded *loaded = loaded_of(profile);

	if (loaded != NULL)
		FM_ATOMIC_ADD(&loaded->references, 1);
	return profile;
}

void fm_profile_unref(const fm_profile *profile)
{
	struct fm_profile_loaded *loaded = loaded_of(profile);

	if (loaded != NULL && FM_ATOMIC_ADD(&loaded->references, (uint32_t)-1) == 0)
		fm_profile_give_back(loaded);
}
