/* SPDX-License-Identifier: MIT */
/** @file
 * What a core says and asks through its environment callback, and the host's true answers. */
#ifndef LIBRETRO_HOST_ANNOUNCED_H
#define LIBRETRO_HOST_ANNOUNCED_H

#include "retro_api.h"

/** Descriptors of a memory map that are kept; the consoles known have about a dozen. */
#define MAP_MAX 64

/** Bytes of the name of an address space that are kept, the ending NUL included. */
#define MAP_SPACE_BYTES 16

/** A memory descriptor, copied: the core's own need not outlive the call. */
struct announced_memory {
	struct retro_memory_descriptor descriptor; /**< its address_space points to `space`, or is NULL */
	char space[MAP_SPACE_BYTES];
};

struct announced {
	const char *directory;           /**< for system files and saves; NULL: none is offered */
	int verbose;                     /**< 1: what the core logs goes to stderr */
	int format_is_fixed;             /**< 1: frames may come; the format can't change any more */
	enum retro_pixel_format format;
	struct retro_game_geometry geometry; /**< from the core's av info, kept up to date */
	int geometry_is_known;
	int runs_without_game;
	int asked_to_end;
	unsigned map_count;              /**< descriptors announced; the first MAP_MAX are kept */
	struct announced_memory map[MAP_MAX];
	uint64_t declined;               /**< commands answered with "no" */
};

/** The one that announced_environment() fills: the callbacks of libretro carry no pointer for their user. */
extern struct announced announced;

/** The environment callback. */
bool announced_environment(unsigned command, void *data);

#endif
