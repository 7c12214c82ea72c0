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

/** Bytes of the largest file that fm_profile_open() takes. The built-in platforms have about 2 KiB each. */
#define FM_PROFILE_FILE_MAX 1048576

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

/**
 * A profile by name, wherever it is: hosted only.
 *
 * A name with a `/`, or one that ends in `.fmprofile`, is the path of a file. Any other one is a built-in id or alias, as
 * fm_profile_find() knows it; or else the file `name.fmprofile` in the first folder of FLIGHTMEM_PROFILE_PATH that has it. So nobody's file
 * takes the place of a built-in platform. The variable is not read where the program runs with rights that its user has not (setuid).
 * A file is read whole and closed; from then on it may change or go.
 *
 * @param out       receives a reference, for fm_profile_unref(), which is right for built-in ones, too
 * @param error_at  NULL, or receives the byte of the file that is wrong, of FM_E_DAMAGED and FM_E_VERSION
 * @param why       subject: the name, or what is wrong in the file
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff there is no such profile or file; FM_E_PERMISSION iff the file can't be read or is none;
 * FM_E_TOO_LARGE iff it is larger than FM_PROFILE_FILE_MAX; FM_E_DAMAGED, FM_E_VERSION, FM_E_NO_MEMORY as fm_profile_load(); FM_E_ARGUMENT iff
 * `name` or `out` is NULL. A failure leaves `*out`. Any thread, as long as no thread changes the environment.
 */
FM_API fm_status fm_profile_open(const char *name, const fm_profile **out, size_t *error_at, fm_refusal *why);

FM_END_DECLS

#endif
