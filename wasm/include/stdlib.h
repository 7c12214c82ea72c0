/* SPDX-License-Identifier: MIT */
/** @file
 * What the generated glue takes from a C library's stdlib.h; wasm/heap.c has it. */
#ifndef FLIGHTMEM_WASM_STDLIB_H
#define FLIGHTMEM_WASM_STDLIB_H

#include <stddef.h>

/** `size` bytes aligned to 16; NULL iff `size` is 0 or the heap has no such piece. */
void *malloc(size_t size);

/** As malloc(), with the bytes of `block` copied over as far as they fit; `block` stays iff it returns NULL. */
void *realloc(void *block, size_t size);

/** Takes back what malloc() gave. NULL and anything outside the heap is left alone: constants and scratch texts are handed out as they are. */
void free(void *block);

/** Ends the instance: only where the canonical ABI leaves no other answer. */
_Noreturn void abort(void);

#endif
