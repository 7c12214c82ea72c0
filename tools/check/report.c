/* SPDX-License-Identifier: MIT */
/** @file
 * A report from beginning to end: regions, spans, reserves, numbers, rules, verdict. */
#include "report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const char *count_text(uint64_t value, char text[COUNT_BYTES])
{
	size_t length = fm_size_format(value, FM_SIZE_EXACT, text, COUNT_BYTES);

	text[length - strlen(" B")] = '\0';
	return text;
}

const char *place_text(const struct report *report, uint64_t number, char text[PLACE_BYTES])
{
	if (fm_profile_address_format(report->profile, program_address(report, number), text, PLACE_BYTES) == 0)
		snprintf(text, PLACE_BYTES, "0x%" PRIX64, number);
	return text;
}

/** The address space that the program's addresses are of: the first that the main CPU sees. */
static void find_cpu_space(struct report *report)
{
	fm_space_info space = FM_STRUCT(fm_space_info);

	report->cpu_space = FM_NONE;
	for (uint32_t i = 0; report->cpu_space == FM_NONE && fm_profile_space(report->profile, i, &space) == FM_OK; i++)
		if (space.cpu_visible) {
			report->cpu_space = i;
			report->cpu_space_bits = space.width_bits;
		}
}

/** What the platform keeps for itself, as far as a source says how much. */
static void place_platform(struct report *report)
{
	for (uint32_t i = 0; i < report->info.region_count; i++) {
		const fm_region *region = &report->tallies[i].region;
		fm_reserved_area area = FM_STRUCT(fm_reserved_area);

		if (region->has_base != FM_FACT_YES)
			continue;
		for (uint32_t at = 0; fm_profile_reserved(report->profile, i, at, &area) == FM_OK; at++) {
			uint64_t offset = area.area.base - region->base;

			if (area.area.size == 0 || area.area.base < region->base || offset >= region->size || area.area.size > region->size - offset)
				continue;
			report->spans = grow(report->spans, report->span_count, sizeof *report->spans);
			report->spans[report->span_count++] = (struct span){ offset, area.area.size, area.area.base, i, PIECE_NONE, USE_PLATFORM };
		}
	}
}

/** Regions without anything in them yet. */
static enum exit_code begin(struct report *report)
{
	if (fm_profile_get_info(report->profile, &report->info) != FM_OK)
		return complain(EXIT_INPUT, "the profile can't be read");
	find_cpu_space(report);
	if (report->info.region_count == 0 || report->cpu_space == FM_NONE)
		return complain(EXIT_USAGE, "%s has no regions that a program is linked for: nothing to check", report->info.id);
	report->tallies = calloc(report->info.region_count, sizeof *report->tallies);
	if (report->tallies == NULL)
		return complain(EXIT_INPUT, "no memory for the regions");
	for (uint32_t i = 0; i < report->info.region_count; i++) {
		report->tallies[i].region.struct_size = sizeof report->tallies[i].region;
		if (fm_profile_region(report->profile, i, &report->tallies[i].region) != FM_OK)
			return complain(EXIT_INPUT, "the profile can't be read");
	}
	return EXIT_YES;
}

enum exit_code make_report(struct report *report, const struct invocation *call, const fm_profile *profile, struct image *image)
{
	enum exit_code code;

	*report = (struct report){ .call = call, .profile = profile, .info = FM_STRUCT(fm_profile_info), .image = image };
	code = begin(report);
	if (code == EXIT_YES)
		code = read_budgets(report);
	if (code != EXIT_YES)
		return code;
	judge_processor(report);
	place_platform(report);
	place_pieces(report, 0);
	tally_spans(report);
	code = add_reserves(report);
	if (code == EXIT_YES && image->knows_rights)
		code = judge_dma_symbols(report);
	if (code != EXIT_YES)
		return code;
	if (image->knows_rights)
		judge_alignment(report);
	judge_overlaps(report);
	judge_reserved(report);
	if (image->knows_rights)
		judge_rights(report);
	judge_loading(report);
	judge_budgets(report);
	return EXIT_YES;
}

void free_report(struct report *report)
{
	for (size_t i = 0; i < report->finding_count; i++) {
		free(report->findings[i].subject);
		free(report->findings[i].why);
		free(report->findings[i].remedy);
	}
	for (size_t i = 0; i < sizeof report->strict / sizeof report->strict[0]; i++) {
		fm_validator_unref(report->strict[i]);
		fm_validator_unref(report->lenient[i]);
	}
	free(report->findings);
	free(report->spans);
	free(report->tallies);
	*report = (struct report){ 0 };
}

enum exit_code verdict(const struct report *report)
{
	return report->weighed[WEIGHT_FAULT] > 0 ? EXIT_NO : report->weighed[WEIGHT_UNDECIDED] > 0 ? EXIT_UNDECIDED : EXIT_YES;
}
