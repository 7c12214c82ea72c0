/* SPDX-License-Identifier: MIT */
/** @file
 * Every inline of the headers as an exported function too, for languages that can't include them. The keyword is defined away. */
#include <stddef.h>

#define FM_INLINE FM_API
#pragma GCC diagnostic ignored "-Wmissing-prototypes" /* the definitions are the prototypes */

#include <flightmem.h>
