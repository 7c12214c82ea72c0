/* SPDX-License-Identifier: MIT */
/** @file
 * The control group that the process is in, as far as its folders can be seen. */
#ifndef FLIGHTMEM_HOST_GROUP_H
#define FLIGHTMEM_HOST_GROUP_H

#include "host/text.h"

/** Bytes of the longest path of a group that is followed; of longer ones nothing is said. */
#define FM_HOST_PATH_BYTES 2048

/** A group. `path` is relative to the root, without a slash at its end. */
typedef struct fm_host_group {
	uint32_t version; /**< 1 or 2; 0: none was found */
	int hidden;       /**< 1: the folder at `top` is not the root of the hierarchy */
	size_t top;       /**< bytes of the path of the folder that the hierarchy is mounted at */
	size_t length;    /**< bytes of `path` */
	char path[FM_HOST_PATH_BYTES];
} fm_host_group;

/**
 * Finds the process' group in the hierarchy that limits memory. Returns FM_CAPABILITY_YES; FM_CAPABILITY_NO iff the process is in none;
 * FM_CAPABILITY_UNKNOWN iff the system does not say, its folder is not mounted, or lies outside of what the process sees: then version is 0.
 */
uint32_t fm_host_group_find(fm_host *host, fm_host_group *group);

/** Reads a file of the group's folder into host->text. Returns as fm_host_text_read(). */
uint32_t fm_host_group_read(fm_host *host, fm_host_group *group, const char *file);

/** Goes one level up. Returns 1; 0 at the top. */
int fm_host_group_up(fm_host_group *group);

#endif
