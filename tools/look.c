/* SPDX-License-Identifier: MIT */
/** @file
 * Colours: only on a terminal, and never against the user's word (https://no-color.org). */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"

static int may_colour(FILE *to)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if ((no != NULL && no[0] != '\0') || (term != NULL && strcmp(term, "dumb") == 0))
		return 0;
	return isatty(fileno(to));
}

const char *begin_look(FILE *to, enum look look)
{
	static const char *const sequences[] = {
		[LOOK_PLAIN] = "\033[0m",
		[LOOK_STRONG] = "\033[1m",
		[LOOK_ERROR] = "\033[1;31m",
	};

	return may_colour(to) ? sequences[look] : "";
}
