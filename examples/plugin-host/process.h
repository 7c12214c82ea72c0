/* SPDX-License-Identifier: MIT */
/** @file
 * What this process holds, so that a leak of many rounds shows. */
#ifndef PLUGIN_HOST_PROCESS_H
#define PLUGIN_HOST_PROCESS_H

#include <stddef.h>

struct process {
	size_t heap;     /**< bytes that malloc has out */
	size_t mappings; /**< lines of /proc/self/maps; 0 where there is none */
};

struct process process_now(void);

#endif
