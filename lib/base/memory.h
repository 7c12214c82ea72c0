/* SPDX-License-Identifier: MIT */
/** @file
 * The four byte functions that a freestanding C compiler may call anyway, declared without a libc header. */
#ifndef FLIGHTMEM_BASE_MEMORY_H
#define FLIGHTMEM_BASE_MEMORY_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int byte, size_t length);
int memcmp(const void *a, const void *b, size_t length);

#endif
