/* SPDX-License-Identifier: MIT */
/** @file
 * Programs of any kind: read, judged, said. */
#include "program.h"

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

/** Says the report in every form that is asked for. */
static enum exit_code deliver(const struct report *report, const char *name)
{
	enum exit_code code = EXIT_YES;

	if (report->call->json)
		code = print_json(report_json(report, name));
	else
		print_report(report, name);
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
