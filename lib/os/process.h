/* SPDX-License-Identifier: MIT */
/** @file
 * What the system says of the running process. */
#ifndef FLIGHTMEM_OS_PROCESS_H
#define FLIGHTMEM_OS_PROCESS_H

#include <flightmem/host.h>

/** A limit that is none. */
#define FM_PROCESS_UNLIMITED UINT64_MAX

/** Limits of a process. */
enum fm_process_limit { FM_PROCESS_ADDRESSES, FM_PROCESS_DATA, FM_PROCESS_STACK, FM_PROCESS_LOCKED };

/** An entry of the auxiliary vector by its AT_... number; 0: there is none. */
uint64_t fm_process_aux(uint32_t type);

/** sysconf(_SC_PAGESIZE); 0: the C library does not know. */
uint64_t fm_process_page(void);

/** sysconf(_SC_LEVEL1_DCACHE_LINESIZE), where the C library has it and knows; else 0. */
uint64_t fm_process_cache_line(void);

/** A soft limit. Returns 1; 0 iff the system does not say. */
int fm_process_limit(enum fm_process_limit limit, uint64_t *bytes);

/** May memory that was written be made executable, as prctl(PR_GET_MDWE) has it: FM_FACT_UNKNOWN where the kernel has no such policy. */
fm_fact fm_process_may_execute(void);

/** The same, tried with a page; FM_CAPABILITY_UNKNOWN iff none could be had for the trial. */
fm_capability_state fm_process_try_execute(void);

#endif
