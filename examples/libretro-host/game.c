/* SPDX-License-Identifier: MIT */
/** @file
 * Reads a game into a pool of its own. */
#include "game.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static int complain(const char *path, const char *why)
{
	fprintf(stderr, "libretro-host: %s: %s\n", path, why);
	return -1;
}

/** Judges the open `file` and sets `*size` to its bytes. Returns 0, or -1 with the reason on stderr. */
static int judge(FILE *file, const char *path, size_t *size)
{
	struct stat about;

	if (fstat(fileno(file), &about) != 0)
		return complain(path, strerror(errno));
	if (!S_ISREG(about.st_mode))
		return complain(path, "is no file");
	if (about.st_size == 0)
		return complain(path, "is empty");
	*size = (size_t)about.st_size;
	return 0;
}

static int read_bytes(struct game *game, FILE *file, const char *path)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	char sentence[256];

	if (game->info.size > GAME_BYTES_MAX)
		return complain(path, "is larger than 256 MiB");
	if (fm_pool_open(FM_OPTIONS(fm_pool_options, .name = "game", .capacity = game->info.size), &game->pool, &why) != FM_OK) {
		fm_refusal_format(&why, sentence, sizeof sentence);
		return complain(path, sentence);
	}
	game->bytes = fm_pool_alloc(game->pool, game->info.size);
	game->info.data = game->bytes;
	if (game->bytes == NULL || fread(game->bytes, 1, game->info.size, file) != game->info.size) {
		game_close(game);
		return complain(path, "can't be read to its end");
	}
	return 0;
}

int game_open(struct game *game, const char *path, bool core_opens_it)
{
	FILE *file = fopen(path, "rb");
	int result;

	*game = (struct game){ .info = { .path = path } };
	if (file == NULL)
		return complain(path, strerror(errno));
	result = judge(file, path, &game->info.size);
	if (core_opens_it)
		game->info.size = 0;
	else if (result == 0)
		result = read_bytes(game, file, path);
	fclose(file);
	return result;
}

void game_close(struct game *game)
{
	fm_pool_unref(game->pool);
	*game = (struct game){ .pool = NULL };
}
