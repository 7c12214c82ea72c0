/* SPDX-License-Identifier: MIT */
/** @file
 * Rules about places: begins at what the section asks for, nothing in each other's bytes or in the platform's, bytes that nobody loads,
 * sections in the region of their name. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"

/** The smallest width that loads may have in the region; 1 where any may. */
static uint64_t smallest_width(const fm_region *region)
{
	return region->read_widths == 0 ? 1 : region->read_widths & (~region->read_widths + 1);
}

void judge_alignment(struct report *report)
{
	for (size_t i = 0; i < report->span_count; i++) {
		const struct span *span = &report->spans[i];
		const struct piece *piece = &report->image->pieces[span->piece == PIECE_NONE ? 0 : span->piece];
		uint64_t asked = piece->align, width = smallest_width(&report->tallies[span->region].region);
		char at[PLACE_BYTES];
		struct finding *finding;

		if (span->use != USE_SECTION || span->number != piece->address)
			continue;
		place_text(report, span->number, at);
		if (asked > 1 && span->number % asked != 0) {
			finding = add_finding(report, "misaligned", WEIGHT_FAULT, piece->name, "%s begins at %s, which is no multiple of the %" PRIu64 " bytes it asks for",
					      piece->name, at, asked);
			remedy_finding(finding, "begin it with ALIGN(%" PRIu64 ") in the linker script", asked);
		} else if (width > 1 && span->number % width != 0) {
			finding = add_finding(report, "misaligned", WEIGHT_FAULT, piece->name, "%s begins at %s, and %s is read in units of %" PRIu64 " bytes",
					      piece->name, at, report->tallies[span->region].region.id, width);
			remedy_finding(finding, "begin it with ALIGN(%" PRIu64 ") in the linker script", width);
		} else {
			continue;
		}
		locate_finding(report, finding, span->region, span->number, piece->size, span->piece);
	}
}

static int by_place(const void *left, const void *right)
{
	const struct span *a = *(const struct span *const *)left, *b = *(const struct span *const *)right;

	if (a->region != b->region)
		return a->region < b->region ? -1 : 1;
	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	return a->piece < b->piece ? -1 : a->piece > b->piece;
}

static const char *use_text(const struct report *report, const struct span *span, char text[128])
{
	snprintf(text, 128, "%s%.90s", span->use == USE_LOAD ? "the stored copy of " : "", report->image->pieces[span->piece].name);
	return text;
}

/** 1 iff both are sections of one overlay: they take turns. */
static int take_turns(const struct report *report, const struct span *a, const struct span *b)
{
	const struct piece *first = &report->image->pieces[a->piece], *second = &report->image->pieces[b->piece];

	return a->use == USE_SECTION && b->use == USE_SECTION && first->overlay && second->overlay && first->address == second->address;
}

static void say_overlap(struct report *report, const struct span *before, const struct span *span)
{
	uint64_t end = before->offset + before->size, own = span->offset + span->size, bytes = (end < own ? end : own) - span->offset;
	char first[128], second[128], at[PLACE_BYTES], count[COUNT_BYTES];
	struct finding *finding = add_finding(report, "overlap", WEIGHT_FAULT, report->image->pieces[span->piece].name, "%s and %s share %s bytes of %s from %s on",
					      use_text(report, before, first), use_text(report, span, second), count_text(bytes, count),
					      report->tallies[span->region].region.id, place_text(report, span->number, at));

	locate_finding(report, finding, span->region, span->number, bytes, span->use == USE_SECTION ? span->piece : before->piece);
	if (span->use == USE_STACK || span->use == USE_HEAP || before->use == USE_STACK || before->use == USE_HEAP)
		remedy_finding(finding, "%s bytes less of either, or a smaller reserve", count);
	else
		remedy_finding(finding, "let one follow the other, or make them an OVERLAY if they take turns");
}

void judge_overlaps(struct report *report)
{
	const struct span **sorted = malloc((report->span_count + 1) * sizeof *sorted), *furthest = NULL;
	size_t count = 0;

	if (sorted == NULL)
		exit((int)complain(EXIT_INPUT, "no memory to compare the sections"));
	for (size_t i = 0; i < report->span_count; i++)
		if (report->spans[i].use != USE_PLATFORM)
			sorted[count++] = &report->spans[i];
	qsort(sorted, count, sizeof(const struct span *), by_place);
	for (size_t i = 0; i < count; i++) {
		const struct span *span = sorted[i];

		if (furthest != NULL && furthest->region == span->region && span->offset - furthest->offset < furthest->size &&
		    !take_turns(report, furthest, span))
			say_overlap(report, furthest, span);
		if (furthest == NULL || furthest->region != span->region || span->offset + span->size > furthest->offset + furthest->size)
			furthest = span;
	}
	free(sorted);
}

/** What of a section lies in bytes that the platform keeps for itself. */
static void judge_area(struct report *report, const struct span *span, const fm_reserved_area *area)
{
	const fm_region *region = &report->tallies[span->region].region;
	uint64_t begin, end, from, to;
	char at[PLACE_BYTES], count[COUNT_BYTES];
	struct finding *finding;

	if (region->has_base != FM_FACT_YES || area->area.base < region->base || area->area.size == 0)
		return;
	begin = area->area.base - region->base;
	end = begin + area->area.size;
	from = begin > span->offset ? begin : span->offset;
	to = end < span->offset + span->size ? end : span->offset + span->size;
	if (from >= to)
		return;
	finding = add_finding(report, "reserved", WEIGHT_FAULT, report->image->pieces[span->piece].name, "%s bytes of %s at %s are spoken for: %s",
			      count_text(to - from, count), report->image->pieces[span->piece].name, place_text(report, span->number + (from - span->offset), at),
			      area->what);
	locate_finding(report, finding, span->region, span->number + (from - span->offset), to - from, span->piece);
	remedy_finding(finding, "leave them out of the MEMORY line of %s, or say --allow reserved if the program takes them over", region->id);
}

void judge_reserved(struct report *report)
{
	for (size_t i = 0; i < report->span_count; i++) {
		const struct span *span = &report->spans[i];
		const fm_region *region = &report->tallies[span->region].region;
		fm_reserved_area area = FM_STRUCT(fm_reserved_area);

		/* Headers and vectors of a ROM are the program's to fill. */
		if (span->use != USE_SECTION || region->kind == FM_REGION_ROM)
			continue;
		for (uint32_t at = 0; fm_profile_reserved(report->profile, span->region, at, &area) == FM_OK; at++)
			judge_area(report, span, &area);
	}
}

/** FM_IN_REGION(gba, ewram) makes a section .ewram: it lies in that region, or the linker script forgot it. */
static void judge_name(struct report *report, const struct span *span)
{
	const struct piece *piece = &report->image->pieces[span->piece];
	fm_region named = FM_STRUCT(fm_region);
	struct finding *finding;

	if (piece->name[0] != '.' || fm_profile_region_find(report->profile, piece->name + 1, &named) != FM_OK || named.index == span->region)
		return;
	finding = add_finding(report, "misplaced", WEIGHT_FAULT, piece->name, "%s is named for region %s and lies in %s", piece->name, named.id,
			      report->tallies[span->region].region.id);
	locate_finding(report, finding, span->region, span->number, span->size, span->piece);
	remedy_finding(finding, "place it: %s : { *(%s %s.*) } > %s", piece->name, piece->name, piece->name, named.id);
}

void judge_loading(struct report *report)
{
	for (size_t i = 0; i < report->image->piece_count; i++) {
		const struct piece *piece = &report->image->pieces[i];
		struct finding *finding;

		if (!piece->unloaded)
			continue;
		finding = add_finding(report, "unloaded", WEIGHT_FAULT, piece->name, "%s has bytes, and no segment loads them", piece->name);
		locate_finding(report, finding, FM_NONE, piece->address, piece->size, (uint32_t)i);
		remedy_finding(finding, "name a segment for it in PHDRS, or make it NOLOAD");
	}
	for (size_t i = 0; i < report->span_count; i++)
		if (report->spans[i].use == USE_SECTION)
			judge_name(report, &report->spans[i]);
}
