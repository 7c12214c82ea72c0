/* SPDX-License-Identifier: MIT */
/** @file
 * The component's memory: one heap between the linker's data and the end of the memory, which never grows. */
#ifndef FLIGHTMEM_WASM_HEAP_H
#define FLIGHTMEM_WASM_HEAP_H

#include <flightmem/provider.h>

/** Where the component's pools get their bytes. */
extern const fm_memory_provider heap_provider;

#endif
