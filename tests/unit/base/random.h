/* SPDX-License-Identifier: MIT */
/** @file
 * Words for property tests: the same ones in every run, and more often near 0, powers of two and 2^64 than chance would have it. */
#ifndef FLIGHTMEM_TEST_RANDOM_H
#define FLIGHTMEM_TEST_RANDOM_H

#include <stdint.h>
#include <stdlib.h>

/** How many steps a random test takes: `usual`, or `more` where FM_LONG is set (check.sh --long). */
static inline uint64_t random_steps(uint64_t usual, uint64_t more)
{
	const char *is_long = getenv("FM_LONG");

	return is_long != NULL && *is_long != '\0' ? more : usual;
}

/** xorshift64*; `state` is not 0. */
static inline uint64_t random_word(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(0x2545F4914F6CDD1D);
}

/** A word of a random width, sometimes counted down from the top or one beside a power of two. */
static inline uint64_t random_edge(uint64_t *state)
{
	uint64_t choice = random_word(state);
	uint64_t narrow = random_word(state) >> (choice & 63);

	switch (choice >> 62) {
	case 0:
		return ~narrow;
	case 1:
		return (UINT64_C(1) << (choice & 63)) + (choice >> 8 & 3) - 1;
	default:
		return narrow;
	}
}

#endif
