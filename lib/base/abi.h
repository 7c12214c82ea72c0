/* SPDX-License-Identifier: MIT */
/** @file
 * Size-first structs from the library's side: copy a caller's options in, hand an output struct out (rules: flightmem/abi.h).
 *
 * In every function `first_size` is the size of the struct in the first release that had it, at least sizeof(size_t), written as
 * offsetof of its last member then plus that member's size: it must not grow when the struct does. */
#ifndef FLIGHTMEM_BASE_ABI_H
#define FLIGHTMEM_BASE_ABI_H

#include <flightmem/abi.h>
#include <flightmem/status.h>

/**
 * Copies a caller's struct to one of this library's size: members that an older caller lacks are zero, and the struct_size of `known`
 * becomes `known_size`.
 *
 * @param known       receives `known_size` bytes; does not overlap `given`
 * @param known_size  sizeof the struct in this library, at least `first_size`
 * @param given       the caller's struct, of any age
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `given` is NULL; FM_E_ABI_SIZE iff its struct_size is below `first_size` or above
 * FM_STRUCT_SIZE_MAX; FM_E_ABI_FIELD iff a byte past `known_size` is not zero. A failed call leaves `*known`. O(struct_size).
 */
fm_status fm_abi_import(void *known, size_t known_size, size_t first_size, const void *given);

/**
 * Judges an output struct before work begins, so that a refusal changes nothing.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `out` is NULL; FM_E_ABI_SIZE iff its struct_size is below `first_size` or above FM_STRUCT_SIZE_MAX.
 */
fm_status fm_abi_check(const void *out, size_t first_size);

/**
 * Hands `known` out: the smaller of `known_size` and the struct_size of `out` bytes are written, and the struct_size of `out`
 * becomes that number. A caller that reuses the struct loses nothing: the library can't write more the next time either.
 *
 * `out` has passed fm_abi_check(); `known` has `known_size` bytes, of which the first member is not read, and does not overlap `out`.
 */
void fm_abi_export(void *out, const void *known, size_t known_size);

#endif
