/* SPDX-License-Identifier: MIT */
/** @file
 * A report as JSON: what --baseline and flightmem diff read again. */
#include <stdlib.h>
#include <string.h>

#include "output.h"
#include "processors.h"

static json_t *optional(const char *text)
{
	return text == NULL ? json_null() : json_string(text);
}

static json_t *region_json_of(const struct tally *tally)
{
	json_t *region = json_pack("{s:s, s:s}", "id", tally->region.id, "name", tally->region.name);

	json_object_set_new(region, "size", json_uint64(tally->region.size));
	json_object_set_new(region, "used", json_uint64(tally->used));
	json_object_set_new(region, "free", json_uint64(tally->free));
	json_object_set_new(region, "largest_free", json_uint64(tally->largest));
	json_object_set_new(region, "slack", json_uint64(tally->slack));
	json_object_set_new(region, "sections", json_uint64(tally->bytes[USE_SECTION]));
	json_object_set_new(region, "copies", json_uint64(tally->bytes[USE_LOAD]));
	json_object_set_new(region, "stack", json_uint64(tally->bytes[USE_STACK]));
	json_object_set_new(region, "heap", json_uint64(tally->bytes[USE_HEAP]));
	json_object_set_new(region, "platform", json_uint64(tally->bytes[USE_PLATFORM]));
	json_object_set_new(region, "extent", json_uint64(tally->extent));
	json_object_set_new(region, "budget", tally->has_budget ? json_uint64(tally->budget) : json_null());
	return region;
}

static json_t *id_of(const struct report *report, uint32_t region)
{
	return region == FM_NONE ? json_null() : json_string(report->tallies[region].region.id);
}

static json_t *sections_json(const struct report *report)
{
	json_t *list = json_array();

	for (size_t i = 0; i < report->image->piece_count; i++) {
		const struct piece *piece = &report->image->pieces[i];
		json_t *one = json_pack("{s:s, s:s}", "name", piece->name, "kind", piece_kind_names[piece->kind]);

		json_object_set_new(one, "address", json_address(piece->address, report->image->bits == 64 ? 64 : 32));
		json_object_set_new(one, "size", json_uint64(piece->size));
		json_object_set_new(one, "region", id_of(report, piece->region));
		json_object_set_new(one, "stored", json_uint64(piece->stored));
		json_object_set_new(one, "copy_in", id_of(report, piece->copy_region));
		json_object_set_new(one, "overlay", json_boolean(piece->overlay));
		json_array_append_new(list, one);
	}
	return list;
}

static json_t *symbols_json(const struct report *report)
{
	json_t *list = json_array();

	for (size_t i = 0; i < report->image->symbol_count; i++) {
		const struct symbol *symbol = &report->image->symbols[i];
		json_t *one;

		if (symbol->size == 0 || symbol->piece == PIECE_NONE || symbol->alias)
			continue;
		one = json_pack("{s:s, s:s}", "name", symbol->name, "section", report->image->pieces[symbol->piece].name);
		json_object_set_new(one, "size", json_uint64(symbol->size));
		json_array_append_new(list, one);
	}
	return list;
}

static json_t *findings_json(const struct report *report)
{
	json_t *list = json_array();

	for (size_t i = 0; i < report->finding_count; i++) {
		const struct finding *finding = &report->findings[i];
		json_t *one = json_pack("{s:s, s:s, s:s, s:s}", "rule", finding->rule, "weight", weight_names[finding->weight], "subject", finding->subject, "why",
					finding->why);
		json_t *named = json_array();

		for (uint32_t at = 0; at < finding->named_count; at++) {
			json_t *symbol = json_pack("{s:s}", "name", finding->named[at]->name);

			json_object_set_new(symbol, "size", json_uint64(finding->named[at]->size));
			json_array_append_new(named, symbol);
		}
		json_object_set_new(one, "region", id_of(report, finding->region));
		json_object_set_new(one, "address", json_address(finding->address, report->image->bits == 64 ? 64 : 32));
		json_object_set_new(one, "bytes", json_uint64(finding->bytes));
		json_object_set_new(one, "symbols", named);
		json_object_set_new(one, "remedy", optional(finding->remedy));
		json_array_append_new(list, one);
	}
	return list;
}

json_t *report_json(const struct report *report, const char *name, const struct comparison *comparison)
{
	static const char *const verdicts[EXIT_CODES] = { [EXIT_YES] = "fits", [EXIT_NO] = "does not fit", [EXIT_UNDECIDED] = "undecided" };
	json_t *whole = json_object(), *regions = json_array();
	struct image scratch = { 0 };

	for (uint32_t i = 0; i < report->info.region_count; i++)
		if (report->tallies[i].region.size != 0)
			json_array_append_new(regions, region_json_of(&report->tallies[i]));
	json_object_set_new(whole, "input", json_string(image_text(&scratch, name, strlen(name))));
	json_object_set_new(whole, "kind", json_string(report->image->kind));
	json_object_set_new(whole, "processor", optional(processor_name(report->image->machine)));
	json_object_set_new(whole, "profile", json_string(report->info.id));
	json_object_set_new(whole, "verdict", json_string(verdicts[verdict(report)]));
	json_object_set_new(whole, "regions", regions);
	json_object_set_new(whole, "sections", sections_json(report));
	json_object_set_new(whole, "symbols", symbols_json(report));
	json_object_set_new(whole, "findings", findings_json(report));
	json_object_set_new(whole, "findings_unlisted", json_integer((json_int_t)report->finding_more));
	json_object_set_new(whole, "rights_judged", json_boolean(report->image->knows_rights));
	json_object_set_new(whole, "baseline", comparison == NULL ? json_null() : json_incref(json_object_get(comparison->before, "input")));
	json_object_set_new(whole, "changes", comparison == NULL ? json_null() : changes_json(comparison));
	image_free(&scratch);
	return whole;
}
