/* SPDX-License-Identifier: MIT */
/** @file
 * What the replaced calls of libflightmem-quiet share. The library has no other state: outside a scope a call costs one look and one jump. */
#ifndef FLIGHTMEM_INTERPOSE_HEARD_H
#define FLIGHTMEM_INTERPOSE_HEARD_H

#include "os/listen.h"

/** The calling thread's listener; NULL: no scope is open. */
extern FM_THREAD_LOCAL fm_quiet_listener heard_by;

/** 1 once a sanitizer tells of its own malloc, which is then the only one. */
extern int heard_sanitizer;

/** Makes a sanitizer that has replaced malloc tell of each call. Nothing where there is none. Any number of times. */
void heard_ask_sanitizer(void);

/** What the next library calls by this name. The look-up itself is not heard: the linker may ask for memory, or give some back. */
void *heard_look_up(const char *name);

/** The next library's function, looked up once. POSIX lets a pointer to data hold one to a function. */
#define NEXT(type, name) \
	static __typeof__(type) next; \
	if (next == NULL) \
		*(void **)(void *)&next = heard_look_up(name)

/** Tells of the call that this stands in. */
#define HEAR(call_name, asked_of, gives_back, bytes) \
	do { \
		if (FM_UNLIKELY(heard_by != NULL)) \
			heard_by(&(fm_quiet_call){ call_name, asked_of, gives_back, bytes, FM_RETURN_ADDRESS }); \
	} while (0)

#endif
