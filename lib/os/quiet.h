/* SPDX-License-Identifier: MIT */
/** @file
 * A thread's quiet scope from inside. */
#ifndef FLIGHTMEM_OS_QUIET_H
#define FLIGHTMEM_OS_QUIET_H

#include <flightmem/quiet.h>

#include "os/listen.h"

/** Bytes of fm_quiet_text(). */
#define FM_QUIET_TEXT_BYTES 2048

/** A scope: one a thread. */
typedef struct fm_quiet {
	int open;
	int deaf;                 /**< 1 while the scope itself works: what it asks for is no one's fault */
	fm_quiet_listen listen;   /**< of libflightmem-quiet; NULL: it is not there */
	fm_pool **pools;          /**< watched ones, a reference each */
	size_t pool_count;
	size_t pool_room;         /**< pointers at `pools` */
	fm_quiet_options options; /**< of this library's size */
	fm_quiet_report report;   /**< so far */
	fm_quiet_place places[FM_QUIET_PLACES];
	char text[FM_QUIET_TEXT_BYTES]; /**< of fm_quiet_text() */
} fm_quiet;

/** The calling thread's scope, open or not; NULL: it never began one. */
fm_quiet *fm_quiet_here(void);

/** Counts a call of the calling thread and keeps its place, if the thread's scope is open. An fm_quiet_listener. */
void fm_quiet_hear(const fm_quiet_call *call);

/** Tells the scope that fm_memory_default() takes pages, or gives them back; nothing where it hears mmap itself. */
void fm_quiet_hear_pages(const char *name, size_t size, int returns);

/** Takes the reporting calls out of the scope's pools and drops its references. */
void fm_quiet_forget_pools(fm_quiet *scope);

#endif
