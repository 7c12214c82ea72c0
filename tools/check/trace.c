/* SPDX-License-Identifier: MIT */
/** @file
 * Traces as a kind of input: recognised, read to the end, judged on the way. */
#include "trace.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../profile.h"

/** Lines of the head that are looked at: what valgrind says first is skipped. */
enum { LINES_LOOKED_AT = 64 };

/** Batches that are judged before the clock is looked at. */
enum { BATCHES_BETWEEN_LOOKS = 16 };

/** Any name may be a space's, as long as nobody has said of which platform. */
static uint32_t any_space(const void *context, const char *name, size_t length)
{
	(void)context;
	(void)name;
	(void)length;
	return 0;
}

int recognises_trace(const struct invocation *call, const struct input *input)
{
	const char *at = (const char *)input->bytes, *end = at + input->size, *next;
	struct trace none = { .find_space = any_space };
	struct trace_said said;

	(void)call;
	for (int line = 0; line < LINES_LOOKED_AT && at < end && (next = memchr(at, '\n', (size_t)(end - at))) != NULL; at = next + 1, line++) {
		if (next - at > TRACE_LINE)
			return 0;
		trace_read_line(&none, at, (size_t)(next - at) - (next > at && next[-1] == '\r'), &said);
		if (said.what == TRACE_ACCESS || said.what == TRACE_CHANGE)
			return 1;
		if (said.what == TRACE_NONSENSE)
			return 0;
	}
	return 0;
}

/** The space of a name in the judge's platform. */
static uint32_t find_space(const void *context, const char *name, size_t length)
{
	const struct trace_judge *judge = context;
	fm_space_info space = FM_STRUCT(fm_space_info);

	for (uint32_t i = 0; i < TRACE_SPACES && fm_profile_space(judge->profile, i, &space) == FM_OK; i++)
		if (strlen(space.id) == length && memcmp(space.id, name, length) == 0)
			return i;
	return FM_NONE;
}

/** --allow: rules by name. */
static enum exit_code read_allowed(struct trace_judge *judge)
{
	size_t at = 0;

	for (const char *name; (name = next_option_value(judge->call, "allow", &at)) != NULL;) {
		uint32_t rule = 0;

		while (rule < FM_RULE_COUNT && strcmp(fm_rule_name(rule), name) != 0)
			rule++;
		if (rule == FM_RULE_COUNT) {
			complain(EXIT_USAGE, "a trace is judged by no rule '%s', but by:", name);
			for (rule = 0; rule < FM_RULE_COUNT; rule++)
				fprintf(stderr, "  %s\n", fm_rule_name(rule));
			return EXIT_USAGE;
		}
		judge->allowed |= FM_RULE_BIT(rule);
	}
	return EXIT_YES;
}

/** The places of a platform: nowhere, then its regions. */
static enum exit_code begin_profile(struct trace_judge *judge)
{
	fm_region region = FM_STRUCT(fm_region);
	fm_space_info space = FM_STRUCT(fm_space_info);
	uint32_t i = 0;

	judge->info.struct_size = sizeof judge->info;
	if (fm_profile_get_info(judge->profile, &judge->info) != FM_OK)
		return complain(EXIT_INPUT, "the profile can't be read");
	while (fm_profile_space(judge->profile, i, &space) == FM_OK && !space.cpu_visible)
		i++;
	judge->cpu_space = i;
	if (i >= TRACE_SPACES || i >= judge->info.space_count || judge->info.region_count >= TRACE_PLACES)
		return complain(EXIT_USAGE, "%s has no address space that a CPU sees: nothing to check", judge->info.id);
	for (i = 0; i < judge->info.region_count && fm_profile_region(judge->profile, i, &region) == FM_OK; i++)
		trace_place_named(judge, region.id);
	return EXIT_YES;
}

static enum exit_code begin_judge(struct trace_judge *judge, const struct invocation *call, const struct input *input)
{
	const char *id = option_value(call, "profile"), *map = option_value(call, "map");
	enum exit_code code;

	judge->call = call;
	judge->name = input->name;
	if (id != NULL && map != NULL)
		return complain(EXIT_USAGE, "a trace happens on a platform (--profile) or in a process (--map), not in both");
	if (id != NULL && (judge->profile = named_profile(id)) == NULL)
		return EXIT_USAGE;
	trace_place_named(judge, "(nowhere)");
	code = judge->profile == NULL ? EXIT_YES : begin_profile(judge);
	if (code == EXIT_YES)
		code = read_allowed(judge);
	return code == EXIT_YES && map != NULL ? trace_read_map(judge, map) : code;
}

/** Says how far it is, once a second, where somebody looks on. */
static void show_progress(const struct trace_judge *judge, const struct trace *trace, int is_last)
{
	static time_t begun, last;
	static unsigned calls;
	static int shown;
	time_t now;

	if (!isatty(STDERR_FILENO) || (!is_last && ++calls % BATCHES_BETWEEN_LOOKS != 0))
		return;
	now = time(NULL);
	begun = begun == 0 ? now : begun;
	if (is_last && shown)
		fputs("\r\033[K", stderr);
	if (is_last || now == last || now - begun < 1)
		return;
	fprintf(stderr, "\r%" PRIu64 " M accesses, %" PRIu64 " MB, %.1f M/s, %" PRIu64 " faults\033[K", judge->accesses / 1000000, trace->bytes / 1000000,
		(double)judge->accesses / 1e6 / (double)(now - begun), judge->weighed[WEIGHT_FAULT]);
	last = now;
	shown = 1;
}

/** Reads and judges to the end. */
static enum exit_code judge_all(struct trace_judge *judge, struct trace *trace)
{
	enum trace_step step;
	enum exit_code code;

	do {
		step = trace_next(trace);
		code = judge_batch(judge, trace);
		if (code == EXIT_YES && step == TRACE_EVENT)
			code = trace_change(judge, &trace->event, trace->line);
		show_progress(judge, trace, code != EXIT_YES || step == TRACE_END || step == TRACE_BROKEN);
	} while (code == EXIT_YES && step != TRACE_END && step != TRACE_BROKEN);
	judge->lines = trace->line;
	if (code == EXIT_YES && step == TRACE_BROKEN)
		return complain(EXIT_INPUT, "%s:%" PRIu64 ":%zu: %s; %" PRIu64 " accesses before it were judged, %" PRIu64 " of them faults", judge->name, trace->line,
				trace->column, trace->why, judge->accesses, judge->weighed[WEIGHT_FAULT]);
	if (code == EXIT_YES && judge->accesses == 0)
		return complain(EXIT_INPUT, "%s: no access in it, so nothing was judged", judge->name);
	return code;
}

static void free_judge(struct trace_judge *judge)
{
	for (uint32_t i = 0; i < TRACE_SPACES; i++) {
		fm_validator_unref(judge->strict[i]);
		fm_validator_unref(judge->lenient[i]);
	}
	for (uint32_t i = 0; i < judge->place_count; i++)
		free(judge->places[i].name);
	for (uint32_t i = 0; i < judge->group_count; i++)
		free(judge->groups[i].remedy);
	free(judge->map.rows);
	free(judge);
}

enum exit_code run_trace(const struct invocation *call, const struct input *input)
{
	struct trace *trace = malloc(sizeof *trace);
	struct trace_judge *judge = calloc(1, sizeof *judge);
	enum exit_code code;

	if (trace == NULL || judge == NULL || trace_begin(trace, input->rest, input->bytes, input->size) != 0)
		exit((int)complain(EXIT_INPUT, "no memory to read a trace"));
	trace->context = judge;
	code = begin_judge(judge, call, input);
	trace->find_space = judge->profile == NULL ? NULL : find_space;
	if (code == EXIT_YES)
		code = judge_all(judge, trace);
	if (code == EXIT_YES && call->json)
		code = print_json(trace_json(judge));
	else if (code == EXIT_YES)
		print_trace(judge);
	if (code == EXIT_YES)
		code = trace_verdict(judge);
	trace_free(trace);
	free(trace);
	free_judge(judge);
	return code;
}
