/* SPDX-License-Identifier: MIT */
/** @file
 * Alignments inside the library. */
#ifndef FLIGHTMEM_BASE_ALIGN_H
#define FLIGHTMEM_BASE_ALIGN_H

#include <flightmem/range.h>

#include "base/word.h"

/** True iff `log2` is below the bits of a word. */
int fm_alignment_is_valid(fm_alignment alignment);

/** The bits below an alignment: bytes - 1. `alignment` is valid. */
fm_word fm_alignment_mask(fm_alignment alignment);

#endif
