/* SPDX-License-Identifier: MIT */
/** @file
 * A buffer: memory with a name that goes stale when it is released. */
#ifndef FLIGHTMEM_BUFFER_H
#define FLIGHTMEM_BUFFER_H

#include <flightmem/compiler.h>
#include <flightmem/status.h>

/**
 * A buffer. Frozen. The token names it: generation in the upper 32 bits, index + 1 in the lower. 0 names none, ever. A generation is
 * odd while the buffer is out; it moves with each release, so a token that was released is told from a live one for 2^31 rounds
 * of its index. Then generations begin anew: an older token counts as foreign, or as the live one that has its number.
 *
 * Generations of a pool begin at a value of its own, which follows from where its control block lies: so a token of another pool is
 * FM_E_FOREIGN or FM_E_STALE, but for chance (1 in 2^31). Tokens are not the same from one run to the next where addresses are not.
 */
typedef struct fm_buffer {
	void *data;     /**< first byte */
	size_t len;     /**< bytes asked for */
	uint64_t token; /**< for fm_pool_release() */
} fm_buffer;

/** What fm_pool_acquire_value() returns: one struct by value, for languages where an out-parameter costs an allocation. Frozen. */
typedef struct fm_acquired {
	fm_buffer buffer; /**< all zero unless `status` is FM_OK */
	fm_status status;  /**< what fm_pool_acquire() returns */
	uint32_t reserved; /**< 0 */
} fm_acquired;

#endif
