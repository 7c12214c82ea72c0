/* SPDX-License-Identifier: MIT */
/** @file
 * What the programs of this folder share: a validator of buffers, and a check that names its line. */
#ifndef FLIGHTMEM_TEST_WRAPPED_H
#define FLIGHTMEM_TEST_WRAPPED_H

#include <flightmem/wrap.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPECT(condition) \
	do { \
		if (!(condition)) { \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
			exit(1); \
		} \
	} while (0)

/** What was refused last. */
static fm_wrap_finding last;
static unsigned refusals;

static inline void on_refused(void *user, const fm_wrap_finding *finding)
{
	char text[200];

	(void)user;
	last = *finding;
	refusals++;
	fm_wrap_finding_format(finding, text, sizeof text);
	printf("refused: %s\n", text);
}

/** A region of an own list. */
static inline fm_validator_region region_of(const void *at, size_t size, uint32_t access)
{
	return (fm_validator_region){ .base = (uintptr_t)at, .size = size, .access = access };
}

static inline fm_validator *validator_of(const fm_validator_region *regions, uint32_t count)
{
	fm_validator *validator = NULL;

	EXPECT(fm_validator_open(FM_OPTIONS(fm_validator_options, .regions = regions, .region_count = count), &validator, NULL) == FM_OK);
	return validator;
}

/** Wraps what must be wrapped; a refused call returns `result`. */
static inline fm_wrap *wrap_of(fm_function function, const char *signature, fm_validator *validator, const void *result, size_t size)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_wrap *wrap = NULL;
	size_t at = 0;

	if (fm_wrap_open(FM_OPTIONS(fm_wrap_options, .function = function, .signature = signature, .validator = validator, .refused = on_refused,
				    .refused_result = result, .refused_result_size = size),
			 &wrap, &at, &why) != FM_OK) {
		fprintf(stderr, "%s: at %zu: %s: %s\n", signature, at, fm_status_text(why.status), why.subject);
		exit(1);
	}
	return wrap;
}

#endif
