/* SPDX-License-Identifier: MIT */
/** @file
 * The kinds of input, one row each. The first that recognises the bytes is taken, so those with a mark of their own stand first. */
#include <string.h>

#include "../profile.h"
#include "input.h"
#include "program.h"
#include "trace.h"

const struct input_kind input_kinds[] = {
	{ "elf", "a linked program (ELF)", recognises_elf, run_elf, 0 },
	{ "map", "the map file of a link by GNU ld (-Wl,-Map=FILE)", recognises_map, run_map, 0 },
	{ "trace", "a trace of accesses (docs/traces.md)", recognises_trace, run_trace, 1 },
	{ "rom", "a raw image of a ROM (--base ADDRESS says where it lies)", recognises_rom, run_rom, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static const char *kind_name(size_t index)
{
	return input_kinds[index].name;
}

/** The first kind that is meant, of those that stream or of all. */
static const struct input_kind *find_kind(const struct invocation *call, const struct input *input, int streams)
{
	const char *as = option_value(call, "as");

	for (const struct input_kind *kind = input_kinds; kind->name != NULL; kind++)
		if (kind->streams >= streams && (as == NULL ? kind->recognises(call, input) : strcmp(as, kind->name) == 0))
			return kind;
	return NULL;
}

const struct input_kind *streaming_kind_of_input(const struct invocation *call, const struct input *input)
{
	return find_kind(call, input, 1);
}

const struct input_kind *kind_of_input(const struct invocation *call, const struct input *input)
{
	const char *as = option_value(call, "as"), *near;
	const struct input_kind *found = find_kind(call, input, 0);
	size_t count = 0;

	if (found != NULL)
		return found;
	while (input_kinds[count].name != NULL)
		count++;
	if (as == NULL) {
		complain(EXIT_INPUT, "%s: not known for a kind of input by its first bytes; --as KIND says which it is:", input->name);
	} else {
		near = did_you_mean(as, kind_name, count);
		complain(EXIT_USAGE, "there is no kind of input '%s'%s%s%s", as, near == NULL ? "; there are:" : "; did you mean '", near == NULL ? "" : near,
			 near == NULL ? "" : "'?");
	}
	for (const struct input_kind *kind = input_kinds; kind->name != NULL; kind++)
		fprintf(stderr, "  --as %-6s %s\n", kind->name, kind->what);
	return NULL;
}

const fm_profile *required_profile(const struct invocation *call)
{
	const char *id = option_value(call, "profile");

	if (id == NULL) {
		complain(EXIT_USAGE, "which platform? --profile ID says it; flightmem profile list has them");
		return NULL;
	}
	return named_profile(id);
}

int input_has(const struct input *input, const char *text, size_t reach)
{
	return memmem(input->bytes, input->size < reach ? input->size : reach, text, strlen(text)) != NULL;
}
