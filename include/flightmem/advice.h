/* SPDX-License-Identifier: MIT */
/** @file
 * Advice: which strategy serves a use best on a platform, and why. Immutable, any thread. */
#ifndef FLIGHTMEM_ADVICE_H
#define FLIGHTMEM_ADVICE_H

#include <flightmem/profile.h>

/** Which strategy, and why. An output struct: set struct_size first. Texts live as long as the profile. */
typedef struct fm_advice {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *use;      /**< what for: "main", "objects of one kind" */
	const char *strategy; /**< "tlsf"; the library need not have it */
	const char *reason;   /**< one English phrase */
} fm_advice;

FM_BEGIN_DECLS

/**
 * What a platform is advised, by index, in the order of its file. Uses are an open set of names.
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff there is no such index; FM_E_ARGUMENT iff `profile` or `out` is NULL; FM_E_ABI_SIZE as abi.h says. A
 * failure leaves `*out`, here and below.
 */
FM_API fm_status fm_profile_advice(const fm_profile *profile, uint32_t index, fm_advice *out);

/**
 * The best strategy for a use, and why. Kinds of region are uses ("main", "scratchpad", "audio"), where they have advice of their own.
 *
 * @param use  NULL: "main"
 * Returns as fm_profile_advice(); FM_E_NOT_FOUND iff the platform is not advised on that use. O(uses).
 */
FM_API fm_status fm_profile_strategy(const fm_profile *profile, const char *use, fm_advice *out);

FM_END_DECLS

#endif
