/* SPDX-License-Identifier: MIT */
/** @file
 * Alignments inside the library. */
#ifndef FLIGHTMEM_BASE_ALIGN_H
#define FLIGHTMEM_BASE_ALIGN_H

#include <flightmem/range.h>

#include "base/word.h"

/** True iff `log2` is below the bits of a word. */
int fm_alignment_is_valid(fm_alignment alignment);

/** The smallest power of two that is at least `n`, at most `top`, which is a power of two: what to use instead of `n`. O(bits). */
uint64_t fm_power_above(uint64_t n, uint64_t top);

/** The bits below an alignment: bytes - 1. `alignment` is valid. */
fm_word fm_alignment_mask(fm_alignment alignment);

#endif
