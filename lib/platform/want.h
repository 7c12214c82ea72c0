/* SPDX-License-Identifier: MIT */
/** @file
 * How wants are judged, for profiles and for spaces, which differ in what room is. */
#ifndef FLIGHTMEM_PLATFORM_WANT_H
#define FLIGHTMEM_PLATFORM_WANT_H

#include <flightmem/resolve.h>

/** Of whom is wanted. */
typedef struct fm_want_giver {
	const fm_profile *profile;
	const void *user; /**< of `room` */
	/**
	 * Whether region `index`, which is there, has want->bytes at want->align, which is no 0. Returns FM_OK, or why not; either way `*largest`
	 * becomes what it has in one piece, 0: unknown. A refusal fills `*why`, whose struct_size is set, unless it is NULL.
	 */
	fm_status (*room)(const void *user, uint32_t index, const fm_want *want, uint64_t *largest, fm_refusal *why);
} fm_want_giver;

/** Judges one want. Returns as fm_profile_resolve() does of the last one, and fills `*why`, of zeros; or `*out`, all but `want` and struct_size. */
fm_status fm_want_judge(const fm_want_giver *giver, const fm_want *want, fm_resolution *out, fm_refusal *why);

/** fm_profile_resolve() of a giver; its profile is NULL where there is none. */
fm_status fm_want_resolve(const fm_want_giver *giver, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why);

#endif
