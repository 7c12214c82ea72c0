/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem profile map: the memory of one platform as a picture, SVG or (by rsvg-convert) PNG. */
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "profile.h"

extern char **environ;

const struct option_row profile_map_options[] = {
	{ "output", "FILE", "write to FILE instead of standard output; a name that ends in .png makes a PNG", COMPLETES_FILE },
	{ "theme", "NAME", "viewer (what the viewer prefers), light or dark", COMPLETES_THEME },
	{ NULL, NULL, NULL, COMPLETES_NOTHING },
};

static fm_status write_to_file(void *context, const char *bytes, size_t length)
{
	return fwrite(bytes, 1, length, (FILE *)context) == length ? FM_OK : FM_E_NO_MEMORY;
}

const char *const theme_names[] = { "viewer", "light", "dark", NULL };

/** The theme that --theme names, FM_THEME_VIEWER without it; -1 after a message. */
static int named_theme(const char *name)
{
	if (name == NULL)
		return FM_THEME_VIEWER;
	for (int i = 0; theme_names[i] != NULL; i++)
		if (strcmp(name, theme_names[i]) == 0)
			return i;
	complain(EXIT_USAGE, "there is no theme '%s'; there are viewer, light and dark", name);
	return -1;
}

/** The picture as a text that the caller frees; NULL where there is no memory. */
static char *draw(const fm_profile *profile, fm_theme theme)
{
	fm_picture_options options = FM_STRUCT(fm_picture_options);
	char *text = NULL;
	size_t length;
	FILE *memory = open_memstream(&text, &length);
	fm_status status;

	if (memory == NULL)
		return NULL;
	options.theme = theme;
	status = fm_profile_draw_map(profile, &options, write_to_file, memory);
	if (fclose(memory) != 0 || status != FM_OK) {
		free(text);
		return NULL;
	}
	return text;
}

/** Starts rsvg-convert with `ends[0]` as its input. Returns 0 and the child, or what posix_spawnp(3) says. No shell: FILE may have any name. */
static int start_converter(const char *file, const int ends[2], pid_t *child)
{
	char program[] = "rsvg-convert", option[] = "--output", name[PATH_MAX];
	char *arguments[] = { program, option, name, NULL };
	posix_spawn_file_actions_t actions;
	int answer;

	if (snprintf(name, sizeof name, "%s", file) >= (int)sizeof name)
		return ENAMETOOLONG;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
	posix_spawn_file_actions_addclose(&actions, ends[1]);
	answer = posix_spawnp(child, program, &actions, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	return answer;
}

static enum exit_code write_png(const char *svg, const char *file)
{
	size_t length = strlen(svg), written;
	int ends[2], answer, ended = -1;
	FILE *to;
	pid_t child;

	if (pipe(ends) != 0)
		return complain(EXIT_INPUT, "%s: %s", file, strerror(errno));
	answer = start_converter(file, ends, &child);
	close(ends[0]);
	to = fdopen(ends[1], "w");
	if (answer != 0 || to == NULL) {
		close(ends[1]);
		if (answer == ENOENT)
			return complain(EXIT_INPUT, "a PNG needs rsvg-convert, which is not there (apt-get install librsvg2-bin); an SVG does not");
		return complain(EXIT_INPUT, "%s: %s", file, strerror(answer != 0 ? answer : errno));
	}
	signal(SIGPIPE, SIG_IGN); /* a converter that gives up is a message, not the end of this program */
	written = fwrite(svg, 1, length, to);
	written -= fclose(to) != 0;
	waitpid(child, &ended, 0);
	return written == length && ended == 0 ? EXIT_YES : complain(EXIT_INPUT, "%s can't be written", file);
}

static enum exit_code write_svg(const char *svg, const char *file)
{
	FILE *to = fopen(file, "w");
	int failed;

	if (to == NULL)
		return complain(EXIT_INPUT, "%s: %s", file, strerror(errno));
	failed = fputs(svg, to) < 0;
	failed |= fclose(to) != 0;
	return failed ? complain(EXIT_INPUT, "%s can't be written", file) : EXIT_YES;
}

/** Writes to `file`, whose name says what it shall be. */
static enum exit_code write_file(const char *svg, const char *file)
{
	const char *slash = strrchr(file, '/'), *end = strrchr(slash == NULL ? file : slash, '.');

	if (end != NULL && strcmp(end, ".png") == 0)
		return write_png(svg, file);
	if (end != NULL && strcmp(end, ".svg") != 0)
		return complain(EXIT_USAGE, "%s: a picture is an .svg or a .png, not a %s", file, end);
	return write_svg(svg, file);
}

static enum exit_code deliver(const struct invocation *invocation, const char *svg)
{
	const char *file = option_value(invocation, "output"), *id = invocation->argv[0];
	int to_file = file != NULL && strcmp(file, "-") != 0;

	if (to_file && invocation->json)
		return complain(EXIT_USAGE, "--json prints the picture inside JSON; it goes without --output");
	if (to_file)
		return write_file(svg, file);
	if (invocation->json)
		return print_json(json_pack("{s:s, s:s}", "id", id, "svg", svg));
	if (isatty(STDOUT_FILENO))
		return complain(EXIT_USAGE, "a terminal shows no picture: --output %s.png or --output %s.svg makes a file", id, id);
	fputs(svg, stdout);
	return EXIT_YES;
}

enum exit_code run_profile_map(const struct invocation *invocation)
{
	const fm_profile *profile = NULL;
	enum exit_code code = open_profile(invocation->argv[0], &profile);
	int theme = named_theme(option_value(invocation, "theme"));
	char *svg;

	if (code != EXIT_YES || theme < 0)
		return code != EXIT_YES ? code : EXIT_USAGE;
	svg = draw(profile, (fm_theme)theme);
	if (svg == NULL)
		return complain(EXIT_INPUT, "no memory for the picture");
	code = deliver(invocation, svg);
	free(svg);
	return code;
}
