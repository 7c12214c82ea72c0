/* SPDX-License-Identifier: MIT */
/** @file
 * flightmem profile lint: files of platforms, judged, each problem with line and column. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "compiler/rules.h"

/** Notes the names of a file that an earlier file has, too: an id or an alias leads to one platform. */
static void judge_together(struct source *sources, int count, struct source *one)
{
	const struct node *aliases = entry(one->root, "aliases");

	for (int i = 0; i < count; i++) {
		const struct node *others = entry(sources[i].root, "aliases");
		const char *other = text_of(sources[i].root, "id"), *id = text_of(one->root, "id");

		if (is_same_name(other, id) || holds_name(others, id))
			add_problem_at(one, entry(one->root, "id"), "%s is a name of %s already", id, other);
		for (const struct node *alias = aliases == NULL ? NULL : aliases->first; alias != NULL; alias = alias->next)
			if (is_same_name(other, alias->text) || holds_name(others, alias->text))
				add_problem_at(one, alias, "%s is a name of %s already", alias->text, other);
	}
}

/** The problems as JSON. */
static json_t *problems_json(const struct source *source)
{
	json_t *list = json_array();

	for (const struct problem *problem = source->problems; problem != NULL; problem = problem->next)
		json_array_append_new(list, json_pack("{s:i, s:i, s:s}", "line", (int)problem->line, "column", (int)problem->column, "message", problem->message));
	return json_pack("{s:s, s:o}", "file", source->file, "problems", list);
}

void print_problems(const struct source *source)
{
	for (const struct problem *problem = source->problems; problem != NULL; problem = problem->next)
		fprintf(stderr, "%s%s:%u:%u:%s %s\n", begin_look(stderr, LOOK_STRONG), source->file, problem->line, problem->column, begin_look(stderr, LOOK_PLAIN),
			problem->message);
}

enum exit_code judge_file(struct source *source, const char *file)
{
	int answer = read_source(source, file);

	if (answer == -2)
		return complain(EXIT_INPUT, "%s: %s", file, strerror(errno));
	if (answer == 0 && judge_source(source) != 0)
		return EXIT_INPUT;
	return source->problem_count == 0 ? EXIT_YES : EXIT_NO;
}

/** Judges all files. Returns the worst that was found; `*judged` becomes how many could be read. */
static enum exit_code judge_files(const struct invocation *invocation, struct source *sources, int *judged)
{
	enum exit_code worst = EXIT_YES;

	for (*judged = 0; *judged < invocation->argc && worst != EXIT_INPUT; (*judged)++) {
		struct source *one = &sources[*judged];
		enum exit_code code = judge_file(one, invocation->argv[*judged]);

		if (code == EXIT_YES)
			judge_together(sources, *judged, one);
		worst = code == EXIT_INPUT ? code : code == EXIT_NO || one->problem_count != 0 ? EXIT_NO : worst;
	}
	return worst;
}

enum exit_code run_profile_lint(const struct invocation *invocation)
{
	struct source *sources = calloc((size_t)invocation->argc, sizeof *sources);
	json_t *list = json_array();
	enum exit_code code;
	int judged;

	if (sources == NULL)
		return complain(EXIT_INPUT, "no memory");
	code = judge_files(invocation, sources, &judged);
	for (int i = 0; i < judged; i++) {
		if (invocation->json)
			json_array_append_new(list, problems_json(&sources[i]));
		else
			print_problems(&sources[i]);
		end_source(&sources[i]);
	}
	free(sources);
	if (invocation->json && code != EXIT_INPUT)
		return print_json(json_pack("{s:o}", "files", list)) == EXIT_YES ? code : EXIT_INPUT;
	json_decref(list);
	if (code == EXIT_YES)
		printf("%d %s fine\n", judged, judged == 1 ? "file is" : "files are");
	return code;
}
