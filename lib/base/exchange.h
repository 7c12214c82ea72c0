/* SPDX-License-Identifier: MIT */
/** @file
 * One exchange of a word, between threads where the platform can, in one thread where it can't. */
#ifndef FLIGHTMEM_BASE_EXCHANGE_H
#define FLIGHTMEM_BASE_EXCHANGE_H

#include <flightmem/compiler.h>

/** Puts `value` into `*at` and gives what was there; what was written before is seen by who reads it next. */
static inline uint32_t fm_exchange(uint32_t *at, uint32_t value)
{
#if FM_HAS_ATOMICS
	return FM_ATOMIC_EXCHANGE(at, value);
#else
	uint32_t before = *at;

	*at = value;
	return before;
#endif
}

#endif
