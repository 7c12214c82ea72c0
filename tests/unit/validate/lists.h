/* SPDX-License-Identifier: MIT */
/** @file
 * Validators of small lists and of made-up maps, for the tests of this folder. */
#ifndef FLIGHTMEM_TEST_VALIDATE_LISTS_H
#define FLIGHTMEM_TEST_VALIDATE_LISTS_H

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "validate/rules.h"

#define RW (FM_ACCESS_READ | FM_ACCESS_WRITE)
#define RWX (RW | FM_ACCESS_EXECUTE)
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/** A validator that must open. */
static inline fm_validator *open_options(fm_validator_options options)
{
	fm_validator *validator = NULL;

	options.struct_size = sizeof options;
	cr_assert_eq(fm_validator_open(&options, &validator, NULL), FM_OK);
	return validator;
}

/** A validator of one region that must open. */
static inline fm_validator *open_one(fm_validator_region region, fm_validator_options options)
{
	options.regions = &region;
	options.region_count = 1;
	return open_options(options);
}

/** The verdict on one access, which must be the same by check, by check_many and judged exactly. */
static inline fm_status ask(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access)
{
	fm_access one = { address, size, access, 0 };
	fm_status status = fm_validator_check(validator, address, size, access), many = 1;

	cr_assert_eq(fm_validate_exactly(validator, address, size, access), status);
	cr_assert_eq(fm_validator_check_many(validator, &one, 1, &many), status != FM_OK);
	cr_assert_eq(many, status);
	return status;
}

/** The first finding of an access that is refused. */
static inline fm_finding explain(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access)
{
	fm_finding finding = FM_STRUCT(fm_finding);
	fm_access one = { address, size, access, 0 };

	cr_assert_eq(fm_validator_explain(validator, &one, NULL, 0, &finding), FM_OK);
	cr_assert_eq(finding.status, fm_validator_check(validator, address, size, access));
	return finding;
}

/** Numbers that look random, the same in each run. */
static inline uint64_t dice(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

#endif
