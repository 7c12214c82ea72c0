/* SPDX-License-Identifier: MIT */
/** @file
 * Tokens: a generation over an index. One place says how they are made and what a wrong one is. */
#ifndef FLIGHTMEM_STRATEGY_TOKEN_H
#define FLIGHTMEM_STRATEGY_TOKEN_H

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

/** What a token that is not live is, its record being at `generation`: generations only rise, so a lower odd one has been out. */
static inline fm_status fm_token_judge(uint64_t token, uint32_t generation)
{
	uint32_t claimed = fm_token_generation(token);

	return (claimed & 1) != 0 && claimed < generation ? FM_E_STALE : FM_E_FOREIGN;
}

#endif
