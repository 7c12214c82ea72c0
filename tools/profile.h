/* SPDX-License-Identifier: MIT */
/** @file
 * What the commands that take a platform share. */
#ifndef FLIGHTMEM_TOOLS_PROFILE_H
#define FLIGHTMEM_TOOLS_PROFILE_H

#include <flightmem.h>

#include "command.h"

/** The platform that the user named; NULL after a message that says which was meant. */
const fm_profile *named_profile(const char *id);

/** "rw-", with ? for what is not known. */
void permissions(const fm_region *region, char text[4]);

/** The platform in short, as JSON. */
json_t *info_json(const fm_profile_info *info);

/** A region of it, as JSON. */
json_t *region_json(const fm_profile *profile, const fm_region *region);

#endif
