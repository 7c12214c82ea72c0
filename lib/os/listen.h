/* SPDX-License-Identifier: MIT */
/** @file
 * The contract between the library and libflightmem-quiet. They find each other by name at run time, so that neither is linked to the
 * other: a program may have flightmem inside, or as a file, or in a plugin. */
#ifndef FLIGHTMEM_OS_LISTEN_H
#define FLIGHTMEM_OS_LISTEN_H

#include <flightmem/quiet.h>

/** One call that asks for memory, or gives it back. */
typedef struct fm_quiet_call {
	const char *name;       /**< "malloc"; static */
	fm_quiet_source source; /**< who was asked */
	int returns;            /**< 1 iff memory is given back */
	uint64_t size;          /**< bytes asked for */
	const void *from;       /**< where the call returns to */
} fm_quiet_call;

/** Hears a call of the calling thread before it is made. */
typedef void (*fm_quiet_listener)(const fm_quiet_call *call);

/** From now on each call of the calling thread is handed to `listener`; NULL: to nobody. */
typedef void (*fm_quiet_listen)(fm_quiet_listener listener);

/** What libflightmem-quiet exports of type fm_quiet_listen. A contract that changes gets another name. */
#define FM_QUIET_LISTEN "flightmem_quiet_listen"

#endif
