/* SPDX-License-Identifier: MIT */
/** @file
 * A little host for the tests of wrapped functions: three buffers, of which one is only read and one only written, and who hears of refusals. */
#ifndef FLIGHTMEM_TEST_FFI_WRAPS_H
#define FLIGHTMEM_TEST_FFI_WRAPS_H

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "ffi/wrap.h"

enum { BYTES = 256 };

static FM_ALIGNED(64) unsigned char both[BYTES], read_only[BYTES], write_only[BYTES];
static fm_validator *host;

/** What was heard last, and how often. */
static fm_wrap_finding heard;
static unsigned heard_count;

static inline void hear(void *user, const fm_wrap_finding *finding)
{
	cr_assert_eq(user, &heard);
	heard = *finding;
	heard_count++;
}

static inline void open_host(void)
{
	fm_validator_region regions[] = {
		{ .base = (uintptr_t)both, .size = BYTES, .access = FM_ACCESS_READ | FM_ACCESS_WRITE },
		{ .base = (uintptr_t)read_only, .size = BYTES, .access = FM_ACCESS_READ },
		{ .base = (uintptr_t)write_only, .size = BYTES, .access = FM_ACCESS_WRITE },
	};

	cr_assert_eq(fm_validator_open(FM_OPTIONS(fm_validator_options, .regions = regions, .region_count = 3), &host, NULL), FM_OK);
}

/** A wrapped function that must open. */
static inline fm_wrap *open_wrap(fm_function function, const char *signature)
{
	fm_wrap *wrap = NULL;
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_status status;

	if (host == NULL)
		open_host();
	status = fm_wrap_open(FM_OPTIONS(fm_wrap_options, .function = function, .signature = signature, .validator = host, .refused = hear, .user = &heard),
			      &wrap, NULL, &why);
	cr_assert_eq(status, FM_OK, "%s: %s %s", signature, fm_status_name(status), why.subject);
	heard_count = 0;
	return wrap;
}

/** Makes it a function of its own type: `AS(int (*)(int), wrap)(1)`. */
#define AS(type, wrap) ((type)fm_wrap_function(wrap))

#endif
