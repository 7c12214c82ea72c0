/* SPDX-License-Identifier: MIT */
/** @file
 * What the CPU says of itself, and the system of the CPU. */
#ifndef FLIGHTMEM_OS_CPU_H
#define FLIGHTMEM_OS_CPU_H

#include <flightmem/host.h>

/** FM_ARCH_... that this code was compiled for; 0: none of them. */
uint32_t fm_cpu_arch(void);

/** FM_CPU_... that the CPU has and the system lets programs use. Returns 1; 0 iff neither says: then `*features` is 0. */
int fm_cpu_features(uint32_t *features);

/** Bits of the calling thread's vectors, where they have no fixed length; else 0. */
uint32_t fm_cpu_vector_bits(void);

/** The smallest line of any data cache as the CPU itself has it; 0: it does not say. */
uint32_t fm_cpu_cache_line(void);

#endif
