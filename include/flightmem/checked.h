/* SPDX-License-Identifier: MIT */
/** @file
 * Sums and products of sizes that never wrap: compare first, then compute. */
#ifndef FLIGHTMEM_CHECKED_H
#define FLIGHTMEM_CHECKED_H

#include <flightmem/compiler.h>
#include <flightmem/status.h>

FM_BEGIN_DECLS

/** `*out` = a + b. Returns FM_OK, or FM_E_RANGE iff the sum exceeds 2^64 - 1; then `*out` stays. FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_add_checked(uint64_t a, uint64_t b, uint64_t *out);

/** `*out` = a - b. Returns FM_OK, or FM_E_RANGE iff b exceeds a; then `*out` stays. FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_subtract_checked(uint64_t a, uint64_t b, uint64_t *out);

/** `*out` = a * b. Returns FM_OK, or FM_E_RANGE iff the product exceeds 2^64 - 1; then `*out` stays. FM_E_ARGUMENT iff `out` is NULL. */
FM_API fm_status fm_multiply_checked(uint64_t a, uint64_t b, uint64_t *out);

FM_END_DECLS

#endif
