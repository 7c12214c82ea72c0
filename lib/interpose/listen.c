/* SPDX-License-Identifier: MIT */
/** @file
 * Who listens in which thread, and the way to the next library. */
#define _GNU_SOURCE 1

#include <dlfcn.h>

#include "interpose/heard.h"

FM_THREAD_LOCAL fm_quiet_listener heard_by;

FM_API void flightmem_quiet_listen(fm_quiet_listener listener);

FM_API void flightmem_quiet_listen(fm_quiet_listener listener)
{
	heard_ask_sanitizer();
	heard_by = listener;
}

void *heard_look_up(const char *name)
{
	fm_quiet_listener listener = heard_by;

	heard_by = NULL;

	void *found = dlsym(RTLD_NEXT, name);

	heard_by = listener;
	return found;
}
