/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem check: reads the input, finds out what it is, and lets its kind judge it. */
#include "input.h"

const struct option_row check_options[] = {
	{ "profile", "ID", "the platform", COMPLETES_PROFILE },
	{ "as", "KIND", "what the input is, where its bytes don't tell", COMPLETES_NOTHING },
	{ "base", "ADDRESS", "where a raw image lies", COMPLETES_NOTHING },
	{ "budget", "REGION=SIZE", "most bytes of a region, or a percentage; may be repeated", COMPLETES_NOTHING },
	{ "stack", "SIZE", "of the stack, or a symbol: of its size, or of its top", COMPLETES_NOTHING },
	{ "heap", "SIZE", "of the heap, or the symbol of it", COMPLETES_NOTHING },
	{ "dma", "SYMBOL", "a DMA engine reads or writes it; may be repeated", COMPLETES_NOTHING },
	{ "allow", "RULE", "take what a rule objects to; may be repeated", COMPLETES_NOTHING },
	{ "baseline", "OLD.json", "what an earlier --json said: says what grew", COMPLETES_FILE },
	{ "fail-on", "growth", "a region that uses more than before is a fault", COMPLETES_NOTHING },
	{ "save", "FILE", "write the JSON to FILE too, for a later --baseline", COMPLETES_FILE },
	{ "svg", "FILE", "draw the regions into FILE", COMPLETES_FILE },
	{ "map", "FILE", "of a trace: the process that it ran in, as /proc/PID/maps shows it", COMPLETES_FILE },
	{ "wx", NULL, "of a trace: refuse to execute what can be written", COMPLETES_NOTHING },
	{ "explain", NULL, "say what each number means", COMPLETES_NOTHING },
	{ NULL, NULL, NULL, COMPLETES_NOTHING },
};

enum exit_code run_check(const struct invocation *invocation)
{
	const struct input_kind *kind;
	struct input input;
	enum exit_code code = open_input(invocation->argv[0], &input);

	if (code != EXIT_YES)
		return code;
	kind = streaming_kind_of_input(invocation, &input);
	if (kind == NULL) {
		code = read_rest(&input);
		kind = code == EXIT_YES ? kind_of_input(invocation, &input) : NULL;
	}
	if (kind != NULL)
		code = kind->run(invocation, &input);
	else if (code == EXIT_YES)
		code = option_value(invocation, "as") != NULL ? EXIT_USAGE : EXIT_INPUT;
	close_input(&input);
	return code;
}
