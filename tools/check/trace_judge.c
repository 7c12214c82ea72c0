/* SPDX-License-Identifier: MIT */
/** @file
 * Batches are asked of a validator; what it refuses is grouped, so that a billion findings take no more room than a few. */
#include <inttypes.h>
#include <stdlib.h>

#include "trace.h"

/** Opens the two validators of a space: what no source states is refused by the first, allowed by the second. */
static fm_status open_of_space(struct trace_judge *judge, uint32_t space)
{
	fm_validator_options options = { .struct_size = sizeof options, .profile = judge->profile, .space = space };
	fm_status status = fm_validator_open(&options, &judge->strict[space], NULL);

	options.flags = FM_VALIDATOR_ALLOW_UNKNOWN;
	return status == FM_OK ? fm_validator_open(&options, &judge->lenient[space], NULL) : status;
}

/** Opens the validator of the map as it is now. */
static fm_status open_of_map(struct trace_judge *judge)
{
	fm_validator_options options = { .struct_size = sizeof options, .flags = FM_VALIDATOR_ALLOW_UNALIGNED };
	fm_validator_region *regions = trace_map_regions(&judge->map, &options.region_count);
	fm_status status;

	if (regions == NULL)
		return FM_E_NO_MEMORY;
	if (option_value(judge->call, "wx") != NULL)
		options.rules = FM_RULE_BIT(FM_RULE_COUNT) - 1;
	options.regions = regions;
	fm_validator_unref(judge->strict[0]);
	judge->strict[0] = NULL;
	status = fm_validator_open(&options, &judge->strict[0], NULL);
	free(regions);
	judge->map_changed = 0;
	return status;
}

/** Sees to it that there is a validator for the space. */
static enum exit_code prepare(struct trace_judge *judge, uint32_t space, uint64_t line)
{
	fm_status status = FM_OK;

	if (judge->profile == NULL && !judge->map_given)
		return complain(EXIT_USAGE, "%s:%" PRIu64 ": an access, and no map yet: --profile ID or --map FILE says where it happens; or the trace itself, as "
				"record-trace.sh makes it (docs/traces.md)", judge->name, line);
	if (judge->profile == NULL && (judge->map_changed || judge->strict[0] == NULL))
		status = open_of_map(judge);
	else if (judge->profile != NULL && judge->lenient[space] == NULL)
		status = open_of_space(judge, space);
	return status == FM_OK ? EXIT_YES : complain(EXIT_INPUT, "%s:%" PRIu64 ": no validator: %s", judge->name, line, fm_status_text(status));
}

enum exit_code judge_batch(struct trace_judge *judge, const struct trace *trace)
{
	uint32_t space = judge->profile == NULL ? 0 : trace->space == FM_NONE ? judge->cpu_space : trace->space;
	enum exit_code code = trace->count == 0 ? EXIT_YES : prepare(judge, space, trace->lines[0]);
	size_t refused;

	if (trace->count == 0 || code != EXIT_YES)
		return code;
	refused = fm_validator_check_many(judge->strict[space], trace->accesses, trace->count, judge->statuses);
	for (uint32_t i = 0; i < trace->count; i++)
		trace_count(judge, space, &trace->accesses[i]);
	for (uint32_t i = 0; refused > 0 && i < trace->count; i++)
		if (judge->statuses[i] != FM_OK) {
			group_refusal(judge, trace, i, space);
			refused--;
		}
	judge->accesses += trace->count;
	return EXIT_YES;
}

enum exit_code trace_verdict(const struct trace_judge *judge)
{
	return judge->weighed[WEIGHT_FAULT] > 0 ? EXIT_NO : judge->weighed[WEIGHT_UNDECIDED] > 0 ? EXIT_UNDECIDED : EXIT_YES;
}
