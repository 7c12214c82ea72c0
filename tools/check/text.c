/* SPDX-License-Identifier: MIT */
/** @file
 * A report for people: a table of regions, a sentence below each, then findings and the verdict. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"
#include "processors.h"
#include "rules.h"

enum { CELL = 11, SHARES_SAID = 5 };

/** A number as wide as a cell: in groups, else in one, else as a size for people. */
static const char *cell(uint64_t value, char text[COUNT_BYTES])
{
	count_text(value, text);
	if (strlen(text) > CELL)
		snprintf(text, COUNT_BYTES, "%" PRIu64, value);
	if (strlen(text) > CELL)
		fm_size_format(value, FM_SIZE_HUMAN, text, COUNT_BYTES);
	return text;
}

static uint64_t percent(const struct tally *tally)
{
	uint64_t hundredth = tally->region.size / 100;

	if (tally->region.size == 0)
		return 0;
	return hundredth > 0 && tally->used > UINT64_MAX / 100 ? tally->used / hundredth : tally->used * 100 / tally->region.size;
}

static void print_row(const struct tally *tally)
{
	char size[COUNT_BYTES], used[COUNT_BYTES], rest[COUNT_BYTES], slack[COUNT_BYTES], budget[COUNT_BYTES] = "";

	if (tally->has_budget)
		cell(tally->budget, budget);
	printf("%s%-16s%s %11s %11s %3" PRIu64 "%% %11s %10s%*s\n", begin_look(stdout, LOOK_STRONG), tally->region.id, begin_look(stdout, LOOK_PLAIN),
	       cell(tally->region.size, size), cell(tally->used, used), percent(tally), cell(tally->free, rest), cell(tally->slack, slack),
	       tally->has_budget ? CELL + 1 : 0, budget);
}

/** "12 236 of sections (.iwram 8 000, .bss 4 236)" for the pieces of one use. */
static void say_use(FILE *to, const struct report *report, const struct tally *tally, enum use use, const char *said)
{
	size_t count, named = 0, left = 0;
	struct share *shares;
	char text[COUNT_BYTES];

	if (tally->bytes[use] == 0)
		return;
	fprintf(to, " %s %s", count_text(tally->bytes[use], text), said);
	if (use > USE_LOAD) {
		fputc(';', to);
		return;
	}
	shares = list_shares(report, tally->region.index, &count);
	for (size_t i = 0; i < count; i++) {
		if (shares[i].use != use)
			continue;
		if (named < SHARES_SAID)
			fprintf(to, "%s%.40s %s", named == 0 ? " (" : ", ", shares[i].piece->name, count_text(shares[i].bytes, text));
		else
			left++;
		named++;
	}
	if (left > 0)
		fprintf(to, ", and %zu more", left);
	fputs(");", to);
	free(shares);
}

/** One sentence that says what the numbers of a region are made of. */
static void print_sentence(const struct report *report, const struct tally *tally)
{
	char *text = NULL, count[COUNT_BYTES], largest[COUNT_BYTES];
	size_t length;
	FILE *to = open_memstream(&text, &length);

	if (to == NULL)
		return;
	fprintf(to, "%s:", tally->region.id);
	say_use(to, report, tally, USE_SECTION, "of sections");
	say_use(to, report, tally, USE_LOAD, "of stored copies of what runs elsewhere");
	say_use(to, report, tally, USE_STACK, "for the stack");
	say_use(to, report, tally, USE_HEAP, "for the heap");
	say_use(to, report, tally, USE_PLATFORM, "kept by the platform");
	if (tally->slack > 0)
		fprintf(to, " %s free, %s of them in one piece.", count_text(tally->free, count), count_text(tally->largest, largest));
	else
		fprintf(to, " %s free%s.", count_text(tally->free, count), tally->free > 0 ? " in one piece" : "");
	fclose(to);
	print_wrapped(stdout, text);
	free(text);
}

static void print_table(const struct report *report)
{
	int budgets = 0, rows = 0;

	for (uint32_t i = 0; i < report->info.region_count; i++)
		budgets |= report->tallies[i].has_budget;
	printf("%-16s %11s %11s %4s %11s %10s%s\n", "region", "size", "used", "%", "free", "slack", budgets ? "      budget" : "");
	for (uint32_t i = 0; i < report->info.region_count; i++)
		if (report->tallies[i].holds || report->tallies[i].has_budget) {
			print_row(&report->tallies[i]);
			rows++;
		}
	if (rows > 0)
		putchar('\n');
	for (uint32_t i = 0; i < report->info.region_count; i++)
		if (report->tallies[i].holds || report->tallies[i].has_budget)
			print_sentence(report, &report->tallies[i]);
}

static void print_finding(const struct finding *finding)
{
	char *text = NULL, count[COUNT_BYTES];
	size_t length;
	FILE *to = open_memstream(&text, &length);

	if (to == NULL)
		return;
	fprintf(to, "%s (%s): %s.", weight_names[finding->weight], finding->rule, finding->why);
	for (uint32_t i = 0; i < finding->named_count; i++)
		fprintf(to, "%s%.80s %s", i == 0 ? " Largest there: " : ", ", finding->named[i]->name, count_text(finding->named[i]->size, count));
	if (finding->named_count > 0)
		fputc('.', to);
	if (finding->remedy != NULL)
		fprintf(to, " What helps: %s.", finding->remedy);
	fclose(to);
	print_wrapped(stdout, text);
	free(text);
}

/** What this kind of input says nothing about. */
static void print_unjudged(const struct report *report)
{
	if (!report->image->knows_rights)
		print_wrapped(stdout, "Not judged, since the input does not say it: what is written, executed and moved by DMA, and alignment.");
}

static void print_explanation(void)
{
	putchar('\n');
	for (const struct said *number = check_numbers; number->name != NULL; number++) {
		char line[320];

		snprintf(line, sizeof line, "%s: %s", number->name, number->sentence);
		print_wrapped(stdout, line);
	}
}

static void print_verdict(const struct report *report, const char *name)
{
	size_t faults = report->weighed[WEIGHT_FAULT], open = report->weighed[WEIGHT_UNDECIDED];

	fputs(begin_look(stdout, faults > 0 ? LOOK_ERROR : LOOK_STRONG), stdout);
	if (faults > 0)
		printf("%s does not fit %s: %zu fault%s", name, report->info.id, faults, faults == 1 ? "" : "s");
	else if (open > 0)
		printf("%s on %s is undecided", name, report->info.id);
	else
		printf("%s fits %s", name, report->info.id);
	if (open > 0)
		printf("%s%zu thing%s that no source decides", faults > 0 ? ", " : ": ", open, open == 1 ? "" : "s");
	printf(".%s\n", begin_look(stdout, LOOK_PLAIN));
}

void print_report(const struct report *report, const char *name)
{
	const char *processor = processor_name(report->image->machine);

	printf("%s (%s%s%s) on %s, %s\n\n", name, report->image->kind, processor == NULL ? "" : ", ", processor == NULL ? "" : processor, report->info.id,
	       report->info.name);
	print_table(report);
	if (option_value(report->call, "explain") != NULL)
		print_explanation();
	putchar('\n');
	for (int weight = 0; weight < WEIGHTS; weight++)
		for (size_t i = 0; i < report->finding_count; i++)
			if ((int)report->findings[i].weight == weight)
				print_finding(&report->findings[i]);
	if (report->finding_more > 0)
		printf("%zu more findings are not listed\n", report->finding_more);
	if (report->image->fill > 0) {
		char count[COUNT_BYTES];

		printf("the last %s bytes of the image are padding of one value\n", count_text(report->image->fill, count));
	}
	print_unjudged(report);
	print_verdict(report, name);
}
