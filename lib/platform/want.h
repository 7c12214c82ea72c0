/* SPDX-License-Identifier: MIT */
/** @file
 * How wants are judged, for profiles and for spaces, which differ in what room is. */
#ifndef FLIGHTMEM_PLATFORM_WANT_H
#define FLIGHTMEM_PLATFORM_WANT_H

#include <flightmem/resolve.h>

/** Of whom is wanted. */
typedef struct fm_want_giver {
	const fm_profile *profile;
	const void *user; /**< of the functions */
	/**
	 * Whether region `index`, which is there, has `bytes` bytes at `align`, a power of two. Returns FM_OK, or the status of the refusal; either
	 * way `*largest` becomes what it has in one piece, 0: unknown.
	 */
	fm_status (*room)(const void *user, uint32_t index, uint64_t bytes, uint64_t align, uint64_t *largest);
	/** Fills `*why`, whose struct_size is set, where room() refused. */
	void (*explain)(const void *user, uint32_t index, uint64_t bytes, uint64_t align, fm_status status, fm_refusal *why);
} fm_want_giver;

/** Judges one want. Returns as fm_profile_resolve() does of the last one, and fills `*why`, of zeros; or `*out`, all but `want` and struct_size. */
fm_status fm_want_judge(const fm_want_giver *giver, const fm_want *want, fm_resolution *out, fm_refusal *why);

/** fm_profile_resolve() of a giver; its profile is NULL where there is none. */
fm_status fm_want_resolve(const fm_want_giver *giver, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why);

#endif
