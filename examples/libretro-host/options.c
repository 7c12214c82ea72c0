/* SPDX-License-Identifier: MIT */
/** @file
 * Reads the command line of libretro-host. */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

static const char usage[] =
	"usage: libretro-host [--frames N] [--picture FILE] [--directory DIR] [--json] [--verbose] CORE [GAME]\n"
	"Runs GAME on a libretro core, every frame in a plane of a sealed pool; without GAME the core says what it is.\n"
	"  --frames N       frames to run (600)\n"
	"  --picture FILE   the last frame, as PNG\n"
	"  --directory DIR  offered to the core for system files and saves; otherwise none is\n"
	"  --json           the report as JSON\n"
	"  --verbose        what the core logs, on stderr\n"
	"ends with: 0 done, 1 the host allocated while frames ran, 2 usage, 3 the core, 4 the game, 5 memory, 6 the picture\n";

static const struct option names[] = {
	{ "frames", required_argument, NULL, 'f' },
	{ "picture", required_argument, NULL, 'p' },
	{ "directory", required_argument, NULL, 'd' },
	{ "json", no_argument, NULL, 'j' },
	{ "verbose", no_argument, NULL, 'v' },
	{ "help", no_argument, NULL, 'h' },
	{ NULL, 0, NULL, 0 },
};

/** Reads a count that is not 0. Returns 0 iff `text` is one. */
static int read_count(const char *text, uint64_t *out)
{
	char *end;

	errno = 0;
	*out = strtoull(text, &end, 10);
	return text[0] < '1' || text[0] > '9' || *end != '\0' || errno != 0;
}

static enum exit_code complain(const char *why)
{
	fprintf(stderr, "libretro-host: %s\n%s", why, usage);
	return EXIT_USAGE;
}

enum exit_code options_read(struct options *options, int count, char **arguments)
{
	int letter;

	*options = (struct options){ .frames = 600 };
	while ((letter = getopt_long(count, arguments, "", names, NULL)) != -1) {
		switch (letter) {
		case 'f':
			if (read_count(optarg, &options->frames))
				return complain("--frames takes a number, at least 1");
			break;
		case 'p': options->picture = optarg; break;
		case 'd': options->directory = optarg; break;
		case 'j': options->json = 1; break;
		case 'v': options->verbose = 1; break;
		case 'h':
			fputs(usage, stdout);
			exit(EXIT_DONE);
		default: return complain("no such option");
		}
	}
	if (count - optind < 1 || count - optind > 2)
		return complain("it takes a core, and perhaps a game");
	options->core = arguments[optind];
	options->game = arguments[optind + 1]; /* argv ends with a NULL */
	return EXIT_DONE;
}
