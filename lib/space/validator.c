/* SPDX-License-Identifier: MIT */
/** @file
 * A validator of the host pointers of a space: the profile's rules, for its regions where their host memory is. */
#include "space/space.h"
#include "validate/validate.h"

/** Where a region's bytes are. Only a store has memory, so a name of another's bytes is nowhere. */
static int place(const void *user, uint32_t region, uint64_t *base)
{
	const fm_space *space = user;

	*base = (uintptr_t)space->regions[region].memory;
	return space->regions[region].memory != NULL;
}

fm_status fm_space_open_validator(const fm_space *space, const fm_validator_options *options, fm_validator **out, fm_refusal *why)
{
	/* Without a profile there is nothing to judge, and the options are refused. */
	fm_validate_host host = { .profile = fm_space_profile(space), .user = space };

	if (space != NULL && space->backing != FM_SPACE_REAL)
		host.place = place;
	return fm_validate_open_host(options, &host, out, why);
}
