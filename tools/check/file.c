/* SPDX-License-Identifier: MIT */
/** @file
 * A file, or standard input, as bytes in memory. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"

/** Reads what is left of `from`. Returns 0, or what errno(3) says. */
static int read_all(FILE *from, struct input *input)
{
	size_t capacity = 0, got;

	do {
		if (capacity - input->size < 65536) {
			unsigned char *more = realloc(input->bytes, capacity = capacity * 2 + 131072);

			if (more == NULL)
				return ENOMEM;
			input->bytes = more;
		}
		got = fread(input->bytes + input->size, 1, capacity - input->size, from);
		input->size += got;
	} while (got > 0);
	return ferror(from) ? errno : 0;
}

enum exit_code read_input(const char *name, struct input *input)
{
	FILE *from = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
	int failed;

	*input = (struct input){ .name = name };
	if (from == NULL)
		return complain(EXIT_INPUT, "%s: %s", name, strerror(errno));
	failed = read_all(from, input);
	if (from != stdin)
		fclose(from);
	if (failed == 0)
		return EXIT_YES;
	free(input->bytes);
	input->bytes = NULL;
	return complain(EXIT_INPUT, "%s: %s", name, strerror(failed));
}
