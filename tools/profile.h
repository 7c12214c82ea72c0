/* SPDX-License-Identifier: MIT */
/** @file
 * What the commands that take a platform share. */
#ifndef FLIGHTMEM_TOOLS_PROFILE_H
#define FLIGHTMEM_TOOLS_PROFILE_H

#include <flightmem.h>

#include "command.h"

/**
 * The platform that the user named: built in, in a file, or in the folders of FLIGHTMEM_PROFILE_PATH. EXIT_YES; else what the command ends
 * with, after a message that says which was meant. It lives until the program ends: nobody drops the reference.
 */
enum exit_code open_profile(const char *id, const fm_profile **out);

/** The same; NULL after a message. */
const fm_profile *named_profile(const char *id);

/** "rw-", with ? for what is not known. */
void permissions(const fm_region *region, char text[4]);

/** Bytes of bits_text(). */
enum { BITS_BYTES = 16 };

/** "32-bit", or "?-bit" where it is not known. */
const char *bits_text(uint32_t bits, char text[BITS_BYTES]);

/** Prints a region for people. */
void print_region(const fm_profile *profile, const fm_region *region);

/** The platform in short, as JSON. */
json_t *info_json(const fm_profile_info *info);

/** A region of it, as JSON. */
json_t *region_json(const fm_profile *profile, const fm_region *region);

/** What its CPU and its DMA engines want, a line each, as far as a source says it. */
void print_engines(const fm_profile *profile, const fm_profile_info *info);

/** The same as members of a JSON object: misaligned_access, natural_bytes, dma_engines. */
void put_engines(json_t *whole, const fm_profile *profile, const fm_profile_info *info);

/** What it can do, a line each, as far as a source speaks of it. */
void print_capabilities(const fm_profile *profile);

/** What it can do, as JSON. */
json_t *capabilities_json(const fm_profile *profile);

/** Which strategy for which use, a line each. */
void print_advice(const fm_profile *profile);

/** Which strategy for which use, as JSON. */
json_t *advice_json(const fm_profile *profile);

#endif
