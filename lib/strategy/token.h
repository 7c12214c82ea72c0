/* SPDX-License-Identifier: MIT */
/** @file
 * Tokens: a generation over an index. One place says how they are made and what a wrong one is. */
#ifndef FLIGHTMEM_STRATEGY_TOKEN_H
#define FLIGHTMEM_STRATEGY_TOKEN_H

#include <flightmem/compiler.h>
#include <flightmem/status.h>

/** End of a list of free records; no index reaches it. */
#define FM_TOKEN_END UINT32_MAX

/** The token of record `index` at an odd `generation`. */
static inline uint64_t fm_token_make(uint32_t generation, uint32_t index)
{
	return (uint64_t)generation << 32 | (index + 1);
}

/** Its index; FM_TOKEN_END for one whose lower half is 0. */
static inline uint32_t fm_token_index(uint64_t token)
{
	return (uint32_t)token - 1;
}

static inline uint32_t fm_token_generation(uint64_t token)
{
	return (uint32_t)(token >> 32);
}

/** True iff the token names a buffer that is out, its record being at `generation`. */
static inline int fm_token_is_live(uint64_t token, uint32_t generation)
{
	return (generation & 1) != 0 && fm_token_generation(token) == generation;
}

/**
 * The even generation that the records of the table at `home` begin with: its own, so that a token of another table names none here. It
 * follows from the address alone: the same wherever addresses are, and no two live tables share one. Multiplied by 2^64 over the golden
 * ratio, addresses near each other go far apart.
 */
static inline uint32_t fm_token_first(const void *home)
{
	return (uint32_t)((uint64_t)(uintptr_t)home * UINT64_C(0x9E3779B97F4A7C15) >> 32) & ~(uint32_t)1;
}

/** What a token that is not live is, its record having begun at `first` and being at `generation`: the odd ones between have been out. */
static inline fm_status fm_token_judge(uint64_t token, uint32_t first, uint32_t generation)
{
	uint32_t claimed = fm_token_generation(token);

	return (claimed & 1) != 0 && claimed - first < generation - first ? FM_E_STALE : FM_E_FOREIGN;
}

#endif
