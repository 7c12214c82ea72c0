/* SPDX-License-Identifier: MIT */
/** @file
 * The places of bits in a word. */
#ifndef FLIGHTMEM_BASE_BITS_H
#define FLIGHTMEM_BASE_BITS_H

#include <stdint.h>

/** The place of the lowest bit that is set; `word` is not 0. */
static inline uint32_t fm_lowest_bit(uint64_t word)
{
	return (uint32_t)__builtin_ctzll(word);
}

/** The place of the highest bit that is set; `word` is not 0. */
static inline uint32_t fm_highest_bit(uint64_t word)
{
	return 63 - (uint32_t)__builtin_clzll(word);
}

#endif
