/* SPDX-License-Identifier: MIT */
/** @file
 * A file, or standard input, as bytes in memory. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"

/** Bytes that are read before the kind of an input is known. */
#define HEAD 65536

/** Most bytes of a program, map, image or report, so that an input without an end is refused before memory ends. Traces have no limit. */
#define WHOLE_MAX ((size_t)1 << 30)

/** Reads up to `most` bytes more. Returns EXIT_YES, or EXIT_INPUT after a message. */
static enum exit_code read_more(struct input *input, size_t most)
{
	size_t got = 1, capacity = input->size;

	for (size_t wanted = input->size + most; got > 0 && input->size < wanted; input->size += got) {
		if (capacity == input->size) {
			unsigned char *more = realloc(input->bytes, capacity = capacity * 2 + HEAD);

			if (more == NULL)
				return complain(EXIT_INPUT, "%s: %s", input->name, strerror(ENOMEM));
			input->bytes = more;
		}
		got = fread(input->bytes + input->size, 1, (capacity < wanted ? capacity : wanted) - input->size, input->rest);
	}
	return ferror(input->rest) ? complain(EXIT_INPUT, "%s: %s", input->name, strerror(errno)) : EXIT_YES;
}

enum exit_code open_input(const char *name, struct input *input)
{
	FILE *from = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
	enum exit_code code;

	*input = (struct input){ .name = name, .rest = from };
	if (from == NULL)
		return complain(EXIT_INPUT, "%s: %s", name, strerror(errno));
	code = read_more(input, HEAD);
	if (code != EXIT_YES)
		close_input(input);
	return code;
}

static void close_rest(struct input *input)
{
	if (input->rest != NULL && input->rest != stdin)
		fclose(input->rest);
	input->rest = NULL;
}

enum exit_code read_rest(struct input *input)
{
	enum exit_code code = read_more(input, WHOLE_MAX + 1 - input->size);

	close_rest(input);
	if (code == EXIT_YES && input->size > WHOLE_MAX)
		code = complain(EXIT_INPUT, "%s: more than 1 GiB, which only a trace may have; --as trace says that it is one", input->name);
	if (code != EXIT_YES)
		close_input(input);
	return code;
}

enum exit_code read_input(const char *name, struct input *input)
{
	enum exit_code code = open_input(name, input);

	return code == EXIT_YES ? read_rest(input) : code;
}

void close_input(struct input *input)
{
	free(input->bytes);
	input->bytes = NULL;
	input->size = 0;
	close_rest(input);
}
