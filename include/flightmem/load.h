/* SPDX-License-Identifier: MIT */
/** @file
 * Profiles of your own: a file that `flightmem profile compile` made becomes a profile like any other, once every byte of it was judged.
 *
 *     const fm_profile *profile = NULL;
 *     if (fm_profile_open("/usr/share/mine/handheld.fmprofile", &profile, NULL, &why) == FM_OK) ...
 *     fm_profile_unref(profile);
 *
 * What is loaded is copied: the caller's bytes may change or go as soon as the call returns. The profile is immutable and counted; texts
 * that it hands out live until its last reference is dropped, and what is opened with it (spaces, validators) holds a reference. */
#ifndef FLIGHTMEM_LOAD_H
#define FLIGHTMEM_LOAD_H

#include <flightmem/profile.h>
#include <flightmem/provider.h>
#include <flightmem/refusal.h>

/** The environment variable that fm_profile_open() reads: folders of compiled profiles, separated by colons. */
#define FM_PROFILE_PATH "FLIGHTMEM_PROFILE_PATH"

/** How a file of a compiled profile ends: `handheld.fmprofile`. */
#define FM_PROFILE_SUFFIX ".fmprofile"

FM_BEGIN_DECLS

/**
 * Makes a profile of the `size` bytes at `blob`, which need no alignment. Total in the bytes: whatever they are, they are refused or become
 * a profile that every reader can take.
 *
 * @param provider  where its memory comes from; NULL: fm_memory_default()
 * @param out       receives a reference, for fm_profile_unref()
 * @param error_at  NULL, or receives the byte of the blob that is wrong, of FM_E_DAMAGED and FM_E_VERSION
 * @param why       subject: what is wrong there, "regions[3].size"; of FM_E_NO_MEMORY what was asked
 *
 * Returns FM_OK; FM_E_DAMAGED iff the bytes are not what the compiler writes; FM_E_VERSION iff their version or byte order is another;
 * FM_E_NO_MEMORY iff there is no provider; FM_E_ARGUMENT iff `blob` or `out` is NULL or the provider lacks a function; FM_E_ABI_SIZE,
 * FM_E_ABI_FIELD as abi.h says of the provider; else what obtain() says. A failure leaves `*out`. O(size), any thread.
 */
FM_API fm_status fm_profile_load(const void *blob, size_t size, const fm_memory_provider *provider, const fm_profile **out, size_t *error_at, fm_refusal *why);

FM_END_DECLS

#endif
