/* SPDX-License-Identifier: MIT */
/** @file
 * Findings as they are collected: what --allow accepts becomes a note, the largest symbols are named, and a flood is only counted. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"

enum { FINDINGS_KEPT = 512 };

const char *const weight_names[WEIGHTS] = { [WEIGHT_FAULT] = "fault", [WEIGHT_UNDECIDED] = "undecided", [WEIGHT_NOTE] = "note" };

static char *formatted(const char *format, va_list arguments) __attribute__((format(printf, 1, 0)));
static char *formatted(const char *format, va_list arguments)
{
	char *text;

	if (vasprintf(&text, format, arguments) < 0)
		exit((int)complain(EXIT_INPUT, "no memory for what was found"));
	return text;
}

static int is_allowed(const struct report *report, const char *rule)
{
	size_t at = 0;

	for (const char *value; (value = next_option_value(report->call, "allow", &at)) != NULL;)
		if (strcmp(value, rule) == 0)
			return 1;
	return 0;
}

struct finding *add_finding(struct report *report, const char *rule, enum weight weight, const char *subject, const char *why, ...)
{
	struct finding *finding;
	va_list arguments;

	if (weight != WEIGHT_NOTE && is_allowed(report, rule))
		weight = WEIGHT_NOTE;
	report->weighed[weight]++;
	if (report->finding_count == FINDINGS_KEPT) {
		report->finding_more++;
		return NULL;
	}
	report->findings = grow(report->findings, report->finding_count, sizeof *report->findings);
	finding = &report->findings[report->finding_count++];
	*finding = (struct finding){ .rule = rule, .weight = weight, .region = FM_NONE };
	if ((finding->subject = strdup(subject)) == NULL)
		exit((int)complain(EXIT_INPUT, "no memory for what was found"));
	va_start(arguments, why);
	finding->why = formatted(why, arguments);
	va_end(arguments);
	return finding;
}

/** Keeps `symbol` among the named ones iff it is one of the largest. */
static void name_symbol(struct finding *finding, const struct symbol *symbol)
{
	uint32_t at = finding->named_count;

	if (symbol->alias)
		return;
	while (at > 0 && finding->named[at - 1]->size < symbol->size)
		at--;
	if (at == NAMED_SYMBOLS)
		return;
	if (finding->named_count < NAMED_SYMBOLS)
		finding->named_count++;
	memmove(finding->named + at + 1, finding->named + at, (finding->named_count - 1 - at) * sizeof(finding->named[0]));
	finding->named[at] = symbol;
}

void locate_finding(struct report *report, struct finding *finding, uint32_t region, uint64_t address, uint64_t bytes, uint32_t piece)
{
	if (finding == NULL)
		return;
	finding->region = region;
	finding->address = address;
	finding->bytes = bytes;
	for (size_t i = 0; piece != PIECE_NONE && i < report->image->symbol_count; i++) {
		const struct symbol *symbol = &report->image->symbols[i];

		if (symbol->piece != piece || symbol->size == 0)
			continue;
		if (symbol->address < address ? address - symbol->address < symbol->size : symbol->address - address < bytes)
			name_symbol(finding, symbol);
	}
}

void name_region_symbols(const struct report *report, struct finding *finding, uint32_t region)
{
	if (finding == NULL)
		return;
	for (size_t i = 0; i < report->image->symbol_count; i++) {
		const struct symbol *symbol = &report->image->symbols[i];

		if (symbol->size > 0 && symbol->piece != PIECE_NONE && report->image->pieces[symbol->piece].region == region)
			name_symbol(finding, symbol);
	}
}

void remedy_finding(struct finding *finding, const char *remedy, ...)
{
	va_list arguments;

	if (finding == NULL)
		return;
	va_start(arguments, remedy);
	finding->remedy = formatted(remedy, arguments);
	va_end(arguments);
}
