/* SPDX-License-Identifier: MIT */
/** @file
 * A judged trace as JSON. */
#include <string.h>

#include "trace.h"

static json_t *place_json(const struct trace_place *place)
{
	json_t *one = json_pack("{s:s}", "id", place->name), *bytes = json_object(), *sizes = json_object();

	for (int does = 0; does < DOES; does++) {
		json_object_set_new(one, trace_does_names[does], json_uint64(place->count[does]));
		json_object_set_new(bytes, trace_does_names[does], json_uint64(place->bytes[does]));
	}
	for (int size = 0; size < TRACE_SIZES; size++)
		json_object_set_new(sizes, trace_size_names[size], json_uint64(place->sizes[size]));
	json_object_set_new(one, "bytes", bytes);
	json_object_set_new(one, "sizes", sizes);
	json_object_set_new(one, "faults", json_uint64(place->refused));
	return one;
}

static json_t *group_json(const struct trace_judge *judge, const struct trace_group *group)
{
	json_t *one = json_pack("{s:s, s:s, s:s, s:s, s:s}", "rule", fm_rule_name(group->rule), "weight", weight_names[group->weight], "region",
				judge->places[group->place].name, "access", trace_does_text(group->rights), "why", fm_status_text(group->status));

	json_object_set_new(one, "count", json_uint64(group->count));
	json_object_set_new(one, "line", json_uint64(group->line));
	json_object_set_new(one, "address", json_address(group->sample.address, 64));
	json_object_set_new(one, "size", json_uint64(group->sample.size));
	json_object_set_new(one, "at", json_address(group->at, 64));
	json_object_set_new(one, "remedy", group->remedy == NULL ? json_null() : json_string(group->remedy));
	json_object_set_new(one, "help", json_uint64(group->help));
	return one;
}

/** A place is told of iff something happened there. */
static int is_used(const struct trace_place *place)
{
	uint64_t count = 0;

	for (int size = 0; size < TRACE_SIZES; size++)
		count += place->sizes[size];
	return count > 0;
}

json_t *trace_json(const struct trace_judge *judge)
{
	static const char *const verdicts[EXIT_CODES] = { [EXIT_YES] = "clean", [EXIT_NO] = "refused", [EXIT_UNDECIDED] = "undecided" };
	struct image scratch = { 0 };
	json_t *whole = json_pack("{s:s, s:s, s:s}", "input", image_text(&scratch, judge->name, strlen(judge->name)), "kind", "trace", "verdict",
				  verdicts[trace_verdict(judge)]);
	json_t *regions = json_array(), *findings = json_array();

	for (uint32_t i = 0; i < judge->place_count; i++)
		if (is_used(&judge->places[i]))
			json_array_append_new(regions, place_json(&judge->places[i]));
	for (uint32_t i = 0; i < judge->group_count; i++)
		json_array_append_new(findings, group_json(judge, &judge->groups[i]));
	json_object_set_new(whole, "profile", judge->profile == NULL ? json_null() : json_string(judge->info.id));
	json_object_set_new(whole, "accesses", json_uint64(judge->accesses));
	json_object_set_new(whole, "lines", json_uint64(judge->lines));
	json_object_set_new(whole, "faults", json_uint64(judge->weighed[WEIGHT_FAULT]));
	json_object_set_new(whole, "undecided", json_uint64(judge->weighed[WEIGHT_UNDECIDED]));
	json_object_set_new(whole, "writable_and_executable", json_uint64(judge->wx_mappings));
	json_object_set_new(whole, "regions", regions);
	json_object_set_new(whole, "findings", findings);
	json_object_set_new(whole, "findings_unlisted", json_uint64(judge->ungrouped));
	image_free(&scratch);
	return whole;
}
