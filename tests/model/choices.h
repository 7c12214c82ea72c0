/* SPDX-License-Identifier: MIT */
/** @file
 * What a word of a generator, or of a fuzzer, comes to as a request. */
#ifndef FLIGHTMEM_TEST_CHOICES_H
#define FLIGHTMEM_TEST_CHOICES_H

#include <stddef.h>
#include <stdint.h>

/** A size: mostly from 0 to one more than `most`, now and then larger, or anything. */
static inline size_t any_size(uint64_t choice, size_t most)
{
	if ((choice & 63) == 0)
		return (size_t)(choice >> 6);
	return (choice & 31) == 1 ? (size_t)(choice >> 6) % 3000 : (size_t)(choice >> 6) % (most + 2);
}

/** An alignment: mostly the pool's own (0), else a power of two or any small number. */
static inline size_t any_align(uint64_t choice)
{
	if ((choice & 7) > 2)
		return 0;
	return (choice & 7) == 0 ? (size_t)(choice >> 3) % 70 : (size_t)1 << (choice >> 3) % 9;
}

#endif
