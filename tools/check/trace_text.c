/* SPDX-License-Identifier: MIT */
/** @file
 * A judged trace for people: a table of places, the findings, the verdict. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "trace.h"

/** From here on numbers are read as addresses. */
#define NUMBERS_READ 0x10000

enum { ROWS_SAID = 24, NAME_COLUMNS = 24, FINDINGS_SAID = 40 };

/** A number as wide as a column: in groups, else rounded. */
static const char *cell(uint64_t value, char text[COUNT_BYTES])
{
	count_text(value, text);
	if (strlen(text) > 11)
		snprintf(text, COUNT_BYTES, "%.3e", (double)value);
	return text;
}

static uint64_t all_of(const struct trace_place *place)
{
	uint64_t sum = 0;

	for (int size = 0; size < TRACE_SIZES; size++)
		sum += place->sizes[size];
	return sum;
}

/** The end of a name says more than its beginning. */
static const char *short_name(const char *name, char text[NAME_COLUMNS + 1])
{
	size_t length = strlen(name), kept = 4;

	if (length <= NAME_COLUMNS) {
		snprintf(text, NAME_COLUMNS + 1, "%s", name);
		return text;
	}
	snprintf(text, NAME_COLUMNS + 1, "%.*s..%s", (int)kept, name, name + length - (NAME_COLUMNS - kept - 2));
	return text;
}

static int by_accesses(const void *left, const void *right)
{
	uint64_t a = all_of(*(const struct trace_place *const *)left), b = all_of(*(const struct trace_place *const *)right);

	return a < b ? 1 : -(a > b);
}

static void print_place(const struct trace_place *place)
{
	char name[NAME_COLUMNS + 1], text[4][COUNT_BYTES];

	printf("%-*s %11s %11s %11s %11s\n", NAME_COLUMNS, short_name(place->name, name), cell(place->count[DOES_READ], text[0]),
	       cell(place->count[DOES_WRITE], text[1]), cell(place->count[DOES_FETCH], text[2]), cell(place->refused, text[3]));
	if (place->count[DOES_DMA_READ] + place->count[DOES_DMA_WRITE] > 0)
		printf("%-*s %11s %11s by DMA\n", NAME_COLUMNS, "", cell(place->count[DOES_DMA_READ], text[0]), cell(place->count[DOES_DMA_WRITE], text[1]));
}

static void print_places(const struct trace_judge *judge)
{
	const struct trace_place **used = calloc(judge->place_count, sizeof *used);
	size_t count = 0;

	if (used == NULL)
		return;
	for (uint32_t i = 0; i < judge->place_count; i++)
		if (all_of(&judge->places[i]) > 0)
			used[count++] = &judge->places[i];
	qsort(used, count, sizeof *used, by_accesses);
	printf("%-*s %11s %11s %11s %11s\n", NAME_COLUMNS, judge->profile == NULL ? "mapping" : "region", "reads", "writes", "fetches", "faults");
	for (size_t i = 0; i < count && i < ROWS_SAID; i++)
		print_place(used[i]);
	if (count > ROWS_SAID)
		printf("and %zu more with fewer accesses; --json has all\n", count - ROWS_SAID);
	free(used);
}

static void print_group(const struct trace_judge *judge, const struct trace_group *group)
{
	char *text = NULL, count[COUNT_BYTES], size[COUNT_BYTES];
	size_t length;
	FILE *to = open_memstream(&text, &length);

	if (to == NULL)
		return;
	fprintf(to, "%s (%s): %s of %s byte%s at 0x%08" PRIX64 " in %s, line %" PRIu64, weight_names[group->weight], fm_rule_name(group->rule),
		trace_does_text(group->rights), count_text(group->sample.size, size), group->sample.size == 1 ? "" : "s", group->sample.address,
		judge->places[group->place].name, group->line);
	if (group->count > 1)
		fprintf(to, ", and %s more like it", count_text(group->count - 1, count));
	fprintf(to, ": %s.", fm_status_text(group->status));
	if (group->remedy != NULL)
		fprintf(to, " What helps: %s", group->remedy);
	if (group->remedy != NULL && group->help != 0)
		fprintf(to, group->help < NUMBERS_READ ? ": %" PRIu64 : ": 0x%" PRIX64, group->help);
	if (group->remedy != NULL)
		fputc('.', to);
	fclose(to);
	print_wrapped(stdout, text);
	free(text);
}

static void print_findings(const struct trace_judge *judge)
{
	uint32_t said = 0;

	for (int weight = 0; weight < WEIGHTS; weight++)
		for (uint32_t i = 0; i < judge->group_count; i++)
			if ((int)judge->groups[i].weight == weight && said++ < FINDINGS_SAID)
				print_group(judge, &judge->groups[i]);
	if (said > FINDINGS_SAID)
		printf("%" PRIu32 " more kinds of findings; --json has them\n", said - FINDINGS_SAID);
	if (judge->ungrouped > 0)
		printf("%" PRIu64 " findings of further kinds are only counted\n", judge->ungrouped);
	if (judge->wx_mappings > 0)
		printf("note: %" PRIu32 " mapping%s can be both written and executed; --wx refuses to execute there\n", judge->wx_mappings,
		       judge->wx_mappings == 1 ? "" : "s");
}

void print_trace(const struct trace_judge *judge)
{
	const char *where = judge->profile == NULL ? "the map of its process" : judge->info.id;
	char count[COUNT_BYTES], faults[COUNT_BYTES];

	printf("%s: %s %s on %s\n\n", judge->name, count_text(judge->accesses, count), judge->accesses == 1 ? "access" : "accesses", where);
	print_places(judge);
	putchar('\n');
	print_findings(judge);
	if (judge->weighed[WEIGHT_FAULT] > 0)
		printf("%s breaks %s: %s fault%s.\n", judge->name, where, count_text(judge->weighed[WEIGHT_FAULT], faults), judge->weighed[WEIGHT_FAULT] == 1 ? "" : "s");
	else if (judge->weighed[WEIGHT_UNDECIDED] > 0)
		printf("%s on %s is undecided: no source decides %s accesses.\n", judge->name, where, count_text(judge->weighed[WEIGHT_UNDECIDED], faults));
	else
		printf("%s keeps to %s.\n", judge->name, where);
}
