/* SPDX-License-Identifier: MIT */
/** @file
 * Programs of any kind: read, judged, said. */
#include "program.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"
#include "rules.h"

static const char *rule_name(size_t index)
{
	return check_rules[index].name;
}

/** --allow names rules that there are. */
static enum exit_code judge_allowed(const struct invocation *call)
{
	size_t at = 0, count = 0;

	while (check_rules[count].name != NULL)
		count++;
	for (const char *rule; (rule = next_option_value(call, "allow", &at)) != NULL;) {
		const char *near;
		size_t i = 0;

		while (i < count && strcmp(check_rules[i].name, rule) != 0)
			i++;
		if (i < count)
			continue;
		near = did_you_mean(rule, rule_name, count);
		complain(EXIT_USAGE, "there is no rule '%s'%s%s%s", rule, near == NULL ? "; there are:" : "; did you mean '", near == NULL ? "" : near,
			 near == NULL ? "" : "'?");
		for (i = 0; near == NULL && i < count; i++)
			fprintf(stderr, "  %-16s %s\n", check_rules[i].name, check_rules[i].sentence);
		return EXIT_USAGE;
	}
	return EXIT_YES;
}

/** --fail-on growth: a finding for each region that uses more than before. */
static void judge_growth(struct report *report, const struct comparison *comparison)
{
	for (size_t i = 0; i < comparison->count && comparison->changes[i].level == LEVEL_REGION; i++) {
		const struct change *change = &comparison->changes[i];
		char by[COUNT_BYTES], *reasons = NULL;
		size_t length;
		fm_region region = FM_STRUCT(fm_region);
		struct finding *finding;
		FILE *to;

		if (change->after <= change->before || (to = open_memstream(&reasons, &length)) == NULL)
			continue;
		write_growth(to, comparison, change);
		fclose(to);
		finding = add_finding(report, "growth", WEIGHT_FAULT, change->name, "%.60s uses %s bytes more than in %.200s: %s", change->name,
				      count_text(change->after - change->before, by), json_string_value(json_object_get(comparison->before, "input")), reasons);
		free(reasons);
		if (fm_profile_region_find(report->profile, change->name, &region) == FM_OK)
			locate_finding(report, finding, region.index, region.base, change->after - change->before, PIECE_NONE);
		remedy_finding(finding, "make it smaller again, or save a new baseline");
	}
}

/** Reads --baseline and compares. Returns EXIT_YES, and nothing in `comparison` where there is no --baseline. */
static enum exit_code read_baseline(struct report *report, const char *name, struct comparison *comparison)
{
	const char *file = option_value(report->call, "baseline"), *fail = option_value(report->call, "fail-on");
	struct input input;
	enum exit_code code;
	json_t *before;

	if (fail != NULL && strcmp(fail, "growth") != 0)
		return complain(EXIT_USAGE, "--fail-on takes growth, not '%s'", fail);
	if (fail != NULL && file == NULL)
		return complain(EXIT_USAGE, "--fail-on growth: than what? --baseline OLD.json says it");
	if (file == NULL)
		return EXIT_YES;
	code = read_input(file, &input);
	if (code != EXIT_YES)
		return code;
	before = read_report(&input);
	free(input.bytes);
	if (before == NULL)
		return EXIT_INPUT;
	code = compare_reports(before, report_json(report, name, NULL), comparison);
	if (code == EXIT_YES && fail != NULL)
		judge_growth(report, comparison);
	return code;
}

/** --save: the JSON in a file of its own. */
static enum exit_code save(const char *file, json_t *value)
{
	FILE *to = fopen(file, "w");
	enum exit_code code;

	if (to == NULL) {
		json_decref(value);
		return complain(EXIT_INPUT, "%s: %s", file, strerror(errno));
	}
	code = write_json(to, value);
	if (fclose(to) != 0 && code == EXIT_YES)
		code = complain(EXIT_INPUT, "%s can't be written", file);
	return code;
}

/** With --json the reasons are for people too: where the JSON goes, nobody may look. */
static void complain_of_faults(const struct report *report)
{
	for (size_t i = 0; i < report->finding_count; i++)
		if (report->findings[i].weight != WEIGHT_NOTE)
			complain(EXIT_NO, "%s (%s): %s", weight_names[report->findings[i].weight], report->findings[i].rule, report->findings[i].why);
}

/** Says the report in every form that is asked for. */
static enum exit_code deliver(struct report *report, const char *name)
{
	struct comparison comparison = { 0 };
	const char *file = option_value(report->call, "save"), *picture = option_value(report->call, "svg");
	enum exit_code code = read_baseline(report, name, &comparison);
	const struct comparison *compared = comparison.before == NULL ? NULL : &comparison;

	if (code == EXIT_YES && picture != NULL)
		code = draw_report(report, name, picture);
	if (code == EXIT_YES && file != NULL)
		code = save(file, report_json(report, name, compared));
	if (code == EXIT_YES && report->call->json) {
		code = print_json(report_json(report, name, compared));
		complain_of_faults(report);
	} else if (code == EXIT_YES) {
		if (compared != NULL) {
			print_changes(compared);
			putchar('\n');
		}
		print_report(report, name);
	}
	free_comparison(&comparison);
	return code == EXIT_YES ? verdict(report) : code;
}

static enum exit_code judge_image(const struct invocation *call, const fm_profile *profile, const struct input *input, read_image *read)
{
	struct image image = { 0 };
	struct report report = { 0 };
	char why[WHY_BYTES] = "";
	enum exit_code code;

	if (read(call, input, &image, why) != 0) {
		code = complain(EXIT_INPUT, "%s: %s", input->name, why);
	} else {
		code = make_report(&report, call, profile, &image);
		if (code == EXIT_YES)
			code = deliver(&report, input->name);
		free_report(&report);
	}
	image_free(&image);
	return code;
}

enum exit_code run_program(const struct invocation *call, const struct input *input, read_image *read)
{
	const fm_profile *profile = required_profile(call);
	enum exit_code code = profile == NULL ? EXIT_USAGE : judge_allowed(call);

	return code == EXIT_YES ? judge_image(call, profile, input, read) : code;
}
