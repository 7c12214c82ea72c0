/* SPDX-License-Identifier: MIT */
/** @file
 * One function of two pointers, bare, behind a check written by hand, and wrapped: what a check costs, and what the wrapper adds to it. */
#ifndef FLIGHTMEM_BENCH_WRAPPED_H
#define FLIGHTMEM_BENCH_WRAPPED_H

#include <flightmem.h>
#include <flightmem/wrap.h>

#include "paths.h"

typedef uint32_t (*wrapped_function)(unsigned char *to, const unsigned char *from, size_t size);

enum { WRAPPED_BYTES = 64, WRAPPED_REGIONS = 64 };

static unsigned char wrapped_to[WRAPPED_BYTES], wrapped_from[WRAPPED_BYTES];

/** As little as can be: so the rest is what is measured. */
FM_NOINLINE static uint32_t wrapped_target(unsigned char *to, const unsigned char *from, size_t size)
{
	KEEP(to);
	KEEP(from);
	return (uint32_t)size;
}

/** The same checks by hand. */
FM_NOINLINE static uint32_t wrapped_by_hand(const fm_validator *validator, wrapped_function function, unsigned char *to, const unsigned char *from, size_t size)
{
	if (fm_validator_check(validator, (uintptr_t)to, size, FM_ACCESS_WRITE | FM_ACCESS_8) != FM_OK)
		return 0;
	if (fm_validator_check(validator, (uintptr_t)from, size, FM_ACCESS_READ | FM_ACCESS_8) != FM_OK)
		return 0;
	return function(to, from, size);
}

/** A validator of both buffers and of more regions below; NULL iff there is no memory. */
static inline fm_validator *wrapped_host(void)
{
	fm_validator_region regions[WRAPPED_REGIONS] = {
		{ (uintptr_t)wrapped_to, WRAPPED_BYTES, 0, 0, FM_ACCESS_WRITE, 0, 0, 0, 0, 0, 0, 0, 0 },
		{ (uintptr_t)wrapped_from, WRAPPED_BYTES, 0, 0, FM_ACCESS_READ, 0, 0, 0, 0, 0, 0, 0, 0 },
	};
	fm_validator_options options;
	fm_validator *validator = NULL;

	for (uint32_t i = 2; i < WRAPPED_REGIONS; i++) {
		regions[i].base = UINT64_C(4096) * i;
		regions[i].size = 2048;
		regions[i].access = FM_ACCESS_READ;
	}
	fm_struct_init(&options, sizeof options);
	options.regions = regions;
	options.region_count = WRAPPED_REGIONS;
	return fm_validator_open(&options, &validator, NULL) == FM_OK ? validator : NULL;
}

static inline fm_wrap *wrapped_open(fm_validator *validator)
{
	return fm_wrap_new((fm_function)wrapped_target, "u32(out u8[size] to, in u8[size] from, size size)", validator);
}

#endif
