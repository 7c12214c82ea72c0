/* SPDX-License-Identifier: MIT */
/** @file
 * The places of bits in a word. */
#ifndef FLIGHTMEM_BASE_BITS_H
#define FLIGHTMEM_BASE_BITS_H

#include <flightmem/compiler.h>

/** By halves, for machines without an instruction for it: six steps whatever the word is, which is not 0. */
static inline uint32_t fm_highest_bit_by_halves(uint64_t word)
{
	uint32_t place = 0;

	for (uint32_t half = 32; half != 0; half /= 2) {
		uint32_t step = word >> half != 0 ? half : 0;

		place += step;
		word >>= step;
	}
	return place;
}

/** The place of the highest bit that is set; `word` is not 0. */
static inline uint32_t fm_highest_bit(uint64_t word)
{
	if (FM_HAS_BIT_SCAN)
		return 63 - (uint32_t)__builtin_clzll(word);
	return fm_highest_bit_by_halves(word);
}

/** The place of the lowest bit that is set; `word` is not 0. */
static inline uint32_t fm_lowest_bit(uint64_t word)
{
	if (FM_HAS_BIT_SCAN)
		return (uint32_t)__builtin_ctzll(word);
	return fm_highest_bit_by_halves(word & (0 - word));
}

#endif
