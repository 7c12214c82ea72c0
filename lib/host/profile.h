/* SPDX-License-Identifier: MIT */
/** @file
 * What a host can do, from its figures. */
#ifndef FLIGHTMEM_HOST_PROFILE_H
#define FLIGHTMEM_HOST_PROFILE_H

#include <flightmem/host.h>

/** The built-in profile of every machine of this kind ("linux-aarch64"); NULL: there is none. */
const fm_profile *fm_host_kind(const fm_host_facts *facts);

/**
 * What the figures say of a capability; where they say nothing, what is so on every machine of `kind`, which may be NULL. Returns 1 iff the
 * figures answer; then the source is theirs, else one of `kind`, or NULL.
 */
int fm_host_capability(const fm_host_facts *facts, const fm_profile *kind, fm_capability_id id, fm_capability *out);

#endif
