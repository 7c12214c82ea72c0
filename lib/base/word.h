/* SPDX-License-Identifier: MIT */
/** @file
 * The word that arithmetic on addresses and sizes is written in.
 *
 * Nothing in checked.c, align.c and range.c says how wide it is, and every result is cast back to it. So the tests compile the very
 * same files with words of 8 bits, where all inputs can be tried. */
#ifndef FLIGHTMEM_BASE_WORD_H
#define FLIGHTMEM_BASE_WORD_H

#include <flightmem/compiler.h>

typedef uint64_t fm_word;

#define FM_WORD_BITS ((uint32_t)sizeof(fm_word) * 8)
#define FM_WORD_MAX ((fm_word)((fm_word)0 - 1))

#endif
