/* SPDX-License-Identifier: MIT */
/** @file
 * A provider of memory from the library's side: the caller's table, of any age, or the default one. */
#ifndef FLIGHTMEM_BASE_PROVIDER_H
#define FLIGHTMEM_BASE_PROVIDER_H

#include <flightmem/provider.h>

/**
 * Copies `given`, or, where it is NULL, fm_memory_default(). Where there is neither, `*known` becomes all zero: no functions, no memory.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff the table lacks obtain() or give_back(); FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure leaves
 * `*known`.
 */
fm_status fm_provider_read(const fm_memory_provider *given, fm_memory_provider *known);

#endif
