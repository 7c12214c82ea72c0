/* SPDX-License-Identifier: MIT */
/** @file
 * The command line. */
#include "options.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "provoke.h"

/** Where Debian's python3-imageio keeps a photograph of a cat; scripts/install-toolchain.sh demo installs it. */
#define DEFAULT_PHOTOGRAPH "/usr/lib/python3/dist-packages/imageio/resources/images/chelsea.png"
#define DEFAULT_FRAMES 10000
#define FRAMES_MAX 100000000

enum exit_code complain(enum exit_code code, const char *format, ...)
{
	va_list arguments;

	fputs("retro-graph: ", stderr);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	return code;
}

void options_usage(void)
{
	printf("usage: retro-graph [--platform gba|psx] [--mode 3|4|5] [--frames N] [INPUT.png] [-o OUT.png] [--scaled PNG] [--json]\n"
	       "\n"
	       "Shows a photograph on a console's screen: scaled (area filter, the middle is cut to the screen's shape), dithered to its\n"
	       "colours, drawn N times in memory that the console really has, and proves that drawing asks nobody for memory.\n"
	       "\n"
	       "  --platform  gba (240 x 160; default) or psx (320 x 240)\n"
	       "  --mode      GBA: video mode; default: the largest picture that can be double-buffered\n"
	       "  --frames    frames after the warm-up; default %d\n"
	       "  -o          what the screen shows at the end; default retro-graph-PLATFORM.png\n"
	       "  --scaled    also writes the scaled picture as it is before it is dithered\n"
	       "  --json      the report as JSON\n"
	       "  --provoke   malloc, calloc, realloc, aligned, free or mmap: calls it between two frames; the proof must then fail\n"
	       "\n"
	       "INPUT.png defaults to %s\n"
	       "exit: 0 done, 1 memory was asked for after the warm-up, 2 usage, 3 a file, 4 the console has no room\n",
	       DEFAULT_FRAMES, DEFAULT_PHOTOGRAPH);
}

/** Reads 1 to FRAMES_MAX. */
static int read_frames(const char *text, uint32_t *out)
{
	char *end;
	unsigned long value;

	errno = 0;
	value = strtoul(text, &end, 10);
	if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0 || value < 1 || value > FRAMES_MAX)
		return 0;
	*out = (uint32_t)value;
	return 1;
}

/** Judges the value of an option and stores it; 0 iff the option can't have it. */
static int store(struct options *options, const char *name, const char *value)
{
	if (strcmp(name, "--platform") == 0) {
		options->platform = value;
		return strcmp(value, "gba") == 0 || strcmp(value, "psx") == 0;
	}
	if (strcmp(name, "--mode") == 0) {
		options->mode = (uint32_t)(value[0] - '0');
		return value[0] >= '3' && value[0] <= '5' && value[1] == '\0';
	}
	if (strcmp(name, "--frames") == 0)
		return read_frames(value, &options->frames);
	if (strcmp(name, "--provoke") == 0) {
		options->provoke = value;
		return provoke_can(value);
	}
	if (strcmp(name, "--scaled") == 0)
		options->scaled = value;
	else
		options->output = value;
	return value[0] != '\0';
}

static int takes_value(const char *word)
{
	static const char *const names[] = { "--platform", "--mode", "--frames", "--provoke", "--scaled", "-o" };

	for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(word, names[i]) == 0)
			return 1;
	return 0;
}

/** Fills in what the user left open and judges what does not go together. */
static enum exit_code complete(struct options *options)
{
	int psx = strcmp(options->platform, "psx") == 0;

	if (psx && options->mode != 0)
		return complain(EXIT_USAGE, "--mode is the GBA's; --platform psx has one");
	if (options->output == NULL)
		options->output = psx ? "retro-graph-psx.png" : "retro-graph-gba.png";
	return EXIT_DONE;
}

enum exit_code options_read(struct options *options, int count, char **words)
{
	int inputs = 0;

	*options = (struct options){ .platform = "gba", .input = DEFAULT_PHOTOGRAPH, .frames = DEFAULT_FRAMES };
	for (int i = 1; i < count; i++) {
		if (takes_value(words[i])) {
			if (i + 1 == count)
				return complain(EXIT_USAGE, "%s needs a value; see --help", words[i]);
			if (!store(options, words[i], words[i + 1]))
				return complain(EXIT_USAGE, "%s can't be \"%s\"; see --help", words[i], words[i + 1]);
			i++;
		} else if (strcmp(words[i], "--json") == 0) {
			options->json = 1;
		} else if (strcmp(words[i], "--help") == 0) {
			options->help = 1;
		} else if (words[i][0] == '-') {
			return complain(EXIT_USAGE, "there is no option %s; see --help", words[i]);
		} else if (inputs++ > 0) {
			return complain(EXIT_USAGE, "one picture at a time: %s is the second", words[i]);
		} else {
			options->input = words[i];
		}
	}
	return complete(options);
}
