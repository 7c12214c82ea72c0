/* SPDX-License-Identifier: MIT */
/** @file
 * The very sources of checked.c, align.c and range.c, compiled with words of 8 bits and local to the test that includes this. */
#ifndef FLIGHTMEM_TEST_WORD8_H
#define FLIGHTMEM_TEST_WORD8_H

#include <stdint.h>

#include <flightmem/status.h>

/* The library that the test links has functions of the same names; these are another set. */
#undef FM_API
#define FM_API static
#define fm_alignment_is_valid fm8_alignment_is_valid
#define fm_alignment_mask fm8_alignment_mask
#define uint64_t uint8_t
#include "base/align.c"
#include "base/checked.c"
#include "base/range.c"
#undef uint64_t

#endif
