/* SPDX-License-Identifier: MIT */
/** @file
 * Files of a system as text: bounded, and never believed before they are read to the end of what was asked. */
#ifndef FLIGHTMEM_HOST_TEXT_H
#define FLIGHTMEM_HOST_TEXT_H

#include "host/host.h"

/** State of a file or a number beside FM_CAPABILITY_...: there is no such file, or no such line in it. */
#define FM_HOST_MISSING 4u

/**
 * Reads the begin of the file at `path`, relative to the root, into host->text. Returns FM_CAPABILITY_YES; FM_HOST_MISSING; FM_CAPABILITY_DENIED;
 * FM_CAPABILITY_UNKNOWN iff it can't be read for another reason. Unless it is YES the text is empty.
 */
uint32_t fm_host_text_read(fm_host *host, const char *path);

/** What follows `key` and then colons, spaces and tabs, where a line of the text begins with these; NULL iff none does. */
const char *fm_host_text_find(const fm_host *host, const char *key);

/** What follows `prefix`, where the text at `at` begins with it; else NULL. */
const char *fm_host_text_after(const char *at, const char *prefix);

/** True iff `at` has the bytes of `word` and then none that belongs to a word. */
int fm_host_text_is(const char *at, const char *word);

/**
 * What follows `word` where a word of the line at `at` is, or with `prefix` begins with, these bytes; NULL iff none does, or `at` is NULL. Words are
 * parted by spaces, tabs, commas, underscores and brackets.
 */
const char *fm_host_text_word(const char *at, const char *word, int prefix);

/** Reads digits into `*value`. Returns what follows; NULL iff `at` is NULL, there are none, or they pass 64 bits: then `*value` stays. */
const char *fm_host_text_digits(const char *at, uint64_t *value);

/**
 * Reads the number at `at`: digits, then "kB" or "K" for 1024. Returns FM_CAPABILITY_YES; FM_CAPABILITY_NO iff it says "max" or "unlimited" instead;
 * FM_CAPABILITY_UNKNOWN iff it is anything else, has more than 64 bits, or the text was cut off there; FM_HOST_MISSING iff `at` is NULL. `*value` is 0
 * unless it is YES.
 */
uint32_t fm_host_text_number(const char *at, uint64_t *value);

/** Reads the number of the line that begins with `key`. Returns 1 iff there is one; else `*value` is 0. */
int fm_host_text_value(const fm_host *host, const char *key, uint64_t *value);

/** Reads the number in the file at `path`. Returns as fm_host_text_read() and fm_host_text_number(). */
uint32_t fm_host_number(fm_host *host, const char *path, uint64_t *value);

/** How many numbers a list such as "0-3,8" names; 0 iff it is none, or `at` is NULL. */
uint32_t fm_host_text_count(const char *at);

#endif
