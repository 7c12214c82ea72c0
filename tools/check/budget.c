/* SPDX-License-Identifier: MIT */
/** @file
 * Budgets: --budget iwram=30KiB, --budget rom=80%. One breaks where more of the region is used. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"

static const struct report *searched; /* whose regions did_you_mean() looks through */

static const char *region_id(size_t index)
{
	return searched->tallies[index].region.id;
}

/** Reads "80%" of `whole`. Returns 0, or -1. */
static int read_percent(const char *text, uint64_t whole, uint64_t *out)
{
	char *end;
	unsigned long percent = strtoul(text, &end, 10);

	if (end == text || strcmp(end, "%") != 0 || percent > 100 || text[0] == '-')
		return -1;
	*out = whole / 100 * percent + whole % 100 * percent / 100;
	return 0;
}

static enum exit_code read_budget(struct report *report, const char *text)
{
	const char *equals = strchr(text, '='), *near;
	char id[64];
	fm_region region = FM_STRUCT(fm_region);
	struct tally *tally;
	size_t error_at = 0;

	if (equals == NULL || (size_t)(equals - text) >= sizeof id)
		return complain(EXIT_USAGE, "--budget %s: REGION=SIZE, such as iwram=30KiB or rom=80%%", text);
	snprintf(id, sizeof id, "%.*s", (int)(equals - text), text);
	if (fm_profile_region_find(report->profile, id, &region) != FM_OK) {
		searched = report;
		near = did_you_mean(id, region_id, report->info.region_count);
		if (near != NULL)
			return complain(EXIT_USAGE, "%s has no region '%s'; did you mean '%s'?", report->info.id, id, near);
		return complain(EXIT_USAGE, "%s has no region '%s'; flightmem profile show %s has them", report->info.id, id, report->info.id);
	}
	tally = &report->tallies[region.index];
	if (read_percent(equals + 1, region.size, &tally->budget) != 0 && fm_size_parse(equals + 1, strlen(equals + 1), &tally->budget, &error_at) != FM_OK)
		return complain(EXIT_USAGE, "--budget %s: '%s' is neither a size such as 30KiB nor a percentage up to 100%%", text, equals + 1);
	tally->has_budget = 1;
	return EXIT_YES;
}

enum exit_code read_budgets(struct report *report)
{
	size_t at = 0;
	enum exit_code code = EXIT_YES;

	for (const char *text; code == EXIT_YES && (text = next_option_value(report->call, "budget", &at)) != NULL;)
		code = read_budget(report, text);
	return code;
}

void judge_budgets(struct report *report)
{
	for (uint32_t i = 0; i < report->info.region_count; i++) {
		const struct tally *tally = &report->tallies[i];
		char used[COUNT_BYTES], budget[COUNT_BYTES], over[COUNT_BYTES];
		struct finding *finding;

		if (!tally->has_budget || tally->used <= tally->budget)
			continue;
		count_text(tally->used - tally->budget, over);
		finding = add_finding(report, "budget", WEIGHT_FAULT, tally->region.id, "%s uses %s bytes, %s more than its budget of %s", tally->region.id,
				      count_text(tally->used, used), over, count_text(tally->budget, budget));
		locate_finding(report, finding, i, tally->region.base, tally->used - tally->budget, PIECE_NONE);
		name_region_symbols(report, finding, i);
		remedy_finding(finding, "take %s bytes out of %s, or raise the budget", over, tally->region.id);
	}
}
