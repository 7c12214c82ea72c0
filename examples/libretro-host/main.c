/* SPDX-License-Identifier: MIT */
/** @file
 * libretro-host: libretro cores as plugins, their frames in planes of a sealed pool. */
#include <stdio.h>

#include "heap_owner.h"
#include "output.h"
#include "picture.h"
#include "report.h"
#include "screen.h"

static enum exit_code write_picture(const char *path)
{
	if (screen.shown.buffer.token == 0) {
		fprintf(stderr, "libretro-host: no frame was drawn: no picture\n");
		return EXIT_FILE;
	}
	return picture_write(&screen.shown, path) == 0 ? EXIT_DONE : EXIT_FILE;
}

/** The first that is not done. */
static enum exit_code worse(enum exit_code first, enum exit_code second)
{
	return first != EXIT_DONE ? first : second;
}

int main(int count, char **arguments)
{
	struct options options;
	struct run run = { .frames = 0 };
	enum exit_code code;

	heap_enter(HEAP_HOST);
	code = options_read(&options, count, arguments);
	if (code != EXIT_DONE)
		return (int)code;
	if (output_divert() != 0) {
		perror("libretro-host: standard output");
		return EXIT_FILE;
	}
	code = run_open(&run, &options);
	if (code == EXIT_DONE || code == EXIT_ALLOCATED) {
		output_restore();
		if (options.json)
			report_json(&run, &options);
		else
			report_text(&run, &options);
		(void)output_divert();
		if (options.picture != NULL && options.game != NULL)
			code = worse(code, write_picture(options.picture));
	}
	return (int)worse(code, run_close(&run));
}
