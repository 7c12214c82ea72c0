/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem diff: two saved reports of check, and what grew. */
#include <stdlib.h>
#include <string.h>

#include "compare.h"

const struct option_row diff_options[] = {
	{ "fail-on", "growth", "exit with 1 when a region uses more than before", COMPLETES_NOTHING },
	{ NULL, NULL, NULL, COMPLETES_NOTHING },
};

/** Reads one of the two. NULL after a message. */
static json_t *read_side(const char *name)
{
	struct input input;
	json_t *report = NULL;

	if (read_input(name, &input) != EXIT_YES)
		return NULL;
	if (input.size > 3 && memcmp(input.bytes, "\177ELF", 4) == 0)
		complain(EXIT_INPUT, "%s is a program; diff takes what check said of it: flightmem check %s --profile ID --json > FILE", name, name);
	else
		report = read_report(&input);
	free(input.bytes);
	return report;
}

static enum exit_code deliver(const struct invocation *call, const struct comparison *comparison)
{
	enum exit_code code = EXIT_YES;
	int grown = has_grown(comparison);

	if (call->json)
		code = print_json(json_pack("{s:O, s:O, s:O, s:b, s:o}", "profile", json_object_get(comparison->after, "profile"), "old",
					    json_object_get(comparison->before, "input"), "new", json_object_get(comparison->after, "input"), "grown", grown,
					    "changes", changes_json(comparison)));
	else
		print_changes(comparison);
	if (code != EXIT_YES || option_value(call, "fail-on") == NULL)
		return code;
	for (size_t i = 0; i < comparison->count && comparison->changes[i].level == LEVEL_REGION; i++)
		if (comparison->changes[i].after > comparison->changes[i].before) {
			char *reasons = NULL;
			size_t length;
			FILE *to = open_memstream(&reasons, &length);

			if (to == NULL)
				break;
			write_growth(to, comparison, &comparison->changes[i]);
			fclose(to);
			complain(EXIT_NO, "%s grew: %s", comparison->changes[i].name, reasons);
			free(reasons);
		}
	return grown ? EXIT_NO : EXIT_YES;
}

enum exit_code run_diff(const struct invocation *invocation)
{
	const char *fail = option_value(invocation, "fail-on");
	struct comparison comparison;
	json_t *before, *after;
	enum exit_code code;

	if (fail != NULL && strcmp(fail, "growth") != 0)
		return complain(EXIT_USAGE, "--fail-on takes growth, not '%s'", fail);
	before = read_side(invocation->argv[0]);
	after = before == NULL ? NULL : read_side(invocation->argv[1]);
	if (after == NULL) {
		json_decref(before);
		return EXIT_INPUT;
	}
	code = compare_reports(before, after, &comparison);
	if (code == EXIT_YES)
		code = deliver(invocation, &comparison);
	free_comparison(&comparison);
	return code;
}
