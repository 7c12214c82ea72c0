/* SPDX-License-Identifier: MIT */
/** @file
 * What the generated glue takes from a C library's string.h; wasm/bytes.c has it. */
#ifndef FLIGHTMEM_WASM_STRING_H
#define FLIGHTMEM_WASM_STRING_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int byte, size_t length);
int memcmp(const void *a, const void *b, size_t length);
size_t strlen(const char *text);

#endif
