/* SPDX-License-Identifier: MIT */
/** @file
 * A game: the file's name for cores that open it themselves, its bytes for those that do not. */
#ifndef LIBRETRO_HOST_GAME_H
#define LIBRETRO_HOST_GAME_H

#include <flightmem/pool.h>

#include "retro_api.h"

/** The largest game that is read here; a core that opens its file itself sets its own limit. Bytes. */
#define GAME_BYTES_MAX 0x10000000

struct game {
	fm_pool *pool; /**< holds the bytes; NULL for a core that opens the file itself */
	void *bytes;
	struct retro_game_info info;
};

/** Readies the game at `path`. Returns 0; -1, with the reason on stderr and nothing held, iff it can't be read, or is empty, too large or no file. */
int game_open(struct game *game, const char *path, bool core_opens_it);

/** Gives the bytes back. After unload_game only. */
void game_close(struct game *game);

#endif
