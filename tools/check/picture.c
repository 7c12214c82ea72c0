/* SPDX-License-Identifier: MIT */
/** @file
 * A report as a picture: a bar for each region, to scale, what lies in it in the colour of its kind, free bytes empty, the budget as a line.
 * Names stand below the bar in a grid, so that labels can't meet however small a section is. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"

/* Pixels. */
enum { WIDTH = 800, MARGIN = 16, BAR = WIDTH - 2 * MARGIN, BAR_HEIGHT = 28, HEADING = 24, ROW = 18, COLUMNS = 3, COLUMN = BAR / COLUMNS, SHARES = 15 };
/* Letters of a monospaced font, 0.602 of their height wide, that fit into a column beside its colour, and into a title. */
enum { LABEL_LETTERS = 34, TITLE_LETTERS = 78, SIZE_LETTERS = 68 };

/* One colour a kind, told apart by people who see no red or no green, on light and on dark. */
static const char style[] = "svg{font-family:ui-monospace,'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace}text{font-size:12px;white-space:pre}"
			    ".h{font-size:16px;font-weight:bold}.s{font-size:13px;font-weight:bold}.d{font-size:11px}.e{text-anchor:end}"
			    ".code{fill:#8a63d2}.constants{fill:#56b4e9}.data{fill:#e69f00}.zeroed{fill:#3b82f6}.thread{fill:#2f9ea8}.image{fill:#6b9e3f}"
			    ".stack{fill:#cc79a7}.heap{fill:#009e73}.platform{fill:#5b616a}.copy{fill-opacity:.55}.over{fill:#d9534f}.o{fill:none}"
			    ".m{stroke-width:2;stroke-dasharray:4 2}"
			    "text{fill:#1b1f24}.d{fill:#57606a}.p{fill:#fff}.o{stroke:#8c959f}.m{stroke:#b3261e}"
			    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.d{fill:#9ba4ae}.p{fill:#0d1117}.o{stroke:#6e7681}.m{stroke:#ff8a80}}";

static void write_text(FILE *to, const char *class, unsigned x, unsigned y, const char *text, size_t letters)
{
	size_t length = strlen(text);

	fprintf(to, "<text class=\"%s\" x=\"%u\" y=\"%u\">", class, x, y);
	for (size_t i = 0; i < length && i < letters; i++) {
		if (length > letters && i == letters - 1)
			fputs("\xE2\x80\xA6", to);
		else if (text[i] == '&' || text[i] == '<')
			fputs(text[i] == '&' ? "&amp;" : "&lt;", to);
		else
			fputc((unsigned char)text[i] < 0x20 || (unsigned char)text[i] >= 0x7F ? '?' : text[i], to);
	}
	fputs("</text>\n", to);
}

/** Pixels of `bytes` in a bar of `whole`: no product that could wrap. */
static unsigned pixels(uint64_t bytes, uint64_t whole)
{
	if (bytes >= whole)
		return BAR;
	return (unsigned)(whole <= UINT64_MAX / BAR ? bytes * BAR / whole : bytes / (whole / BAR));
}

static const char *class_of(const struct report *report, uint32_t piece)
{
	return piece == PIECE_NONE ? "platform" : piece_kind_names[report->image->pieces[piece].kind];
}

static void draw_bar(FILE *to, const struct report *report, const struct tally *tally, unsigned y)
{
	for (int platform = 1; platform >= 0; platform--) /* what the program has stands above what the platform keeps */
		for (size_t i = 0; i < report->span_count; i++) {
			const struct span *span = &report->spans[i];
			unsigned x = pixels(span->offset, tally->region.size), end = pixels(span->offset + span->size, tally->region.size);

			if (span->region != tally->region.index || (span->use == USE_PLATFORM) != platform)
				continue;
			x = x == BAR ? BAR - 1 : x;
			fprintf(to, "<rect class=\"%s%s\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%d\"/>\n", class_of(report, span->piece),
				span->use == USE_LOAD ? " copy" : "", MARGIN + x, y, end > x ? end - x : 1, BAR_HEIGHT);
		}
	fprintf(to, "<rect class=\"o\" x=\"%d\" y=\"%u\" width=\"%d\" height=\"%d\"/>\n", MARGIN, y, BAR, BAR_HEIGHT);
	if (tally->has_budget)
		fprintf(to, "<path class=\"m\" d=\"M%u %uv%d\"/>\n", MARGIN + pixels(tally->budget, tally->region.size), y - 4, BAR_HEIGHT + 8);
}

/** One cell of the grid below a bar; `*cell` counts them. */
static void draw_cell(FILE *to, unsigned y, unsigned *cell, const char *class, const char *label)
{
	unsigned x = MARGIN + *cell % COLUMNS * COLUMN, at = y + *cell / COLUMNS * ROW;

	fprintf(to, "<rect class=\"%s\" x=\"%u\" y=\"%u\" width=\"10\" height=\"10\"/>\n", class, x, at - 9);
	write_text(to, "d", x + 16, at, label, LABEL_LETTERS);
	(*cell)++;
}

/** The names below a bar. Returns how many pixels they take. */
static unsigned draw_names(FILE *to, const struct report *report, const struct tally *tally, unsigned y)
{
	size_t count;
	unsigned cell = 0;
	char label[160], bytes[COUNT_BYTES], class[32];
	struct share *shares = list_shares(report, tally->region.index, &count);

	for (size_t i = 0; i < count && i < SHARES; i++) {
		snprintf(label, sizeof label, "%.80s%s %s", shares[i].piece->name, shares[i].use == USE_LOAD ? " (copy)" : "", count_text(shares[i].bytes, bytes));
		snprintf(class, sizeof class, "%s%s", piece_kind_names[shares[i].piece->kind], shares[i].use == USE_LOAD ? " copy" : "");
		draw_cell(to, y, &cell, class, label);
	}
	free(shares);
	if (count > SHARES) {
		snprintf(label, sizeof label, "and %zu more", count - SHARES);
		draw_cell(to, y, &cell, "o", label);
	}
	if (tally->bytes[USE_PLATFORM] > 0) {
		snprintf(label, sizeof label, "the platform's %s", count_text(tally->bytes[USE_PLATFORM], bytes));
		draw_cell(to, y, &cell, "platform", label);
	}
	snprintf(label, sizeof label, "slack %s", count_text(tally->slack, bytes));
	draw_cell(to, y, &cell, "o", label);
	if (tally->has_budget) {
		snprintf(label, sizeof label, "budget %s", count_text(tally->budget, bytes));
		draw_cell(to, y, &cell, tally->used > tally->budget ? "over" : "o", label);
	}
	return (cell + COLUMNS - 1) / COLUMNS * ROW;
}

static unsigned draw_region(FILE *to, const struct report *report, const struct tally *tally, unsigned y)
{
	char line[160], used[COUNT_BYTES], size[COUNT_BYTES], rest[COUNT_BYTES];

	write_text(to, "s", MARGIN, y + 14, tally->region.id, 24);
	snprintf(line, sizeof line, "%s of %s used, %s free", count_text(tally->used, used), count_text(tally->region.size, size), count_text(tally->free, rest));
	write_text(to, "e", WIDTH - MARGIN, y + 14, line, SIZE_LETTERS);
	y += HEADING;
	draw_bar(to, report, tally, y);
	y += BAR_HEIGHT + ROW;
	return y + draw_names(to, report, tally, y) + ROW / 2;
}

/** Draws all regions of the program. Returns the height. */
static unsigned draw_regions(FILE *to, const struct report *report)
{
	unsigned y = MARGIN + 32;

	for (uint32_t i = 0; i < report->info.region_count; i++)
		if (report->tallies[i].holds || report->tallies[i].has_budget)
			y = draw_region(to, report, &report->tallies[i], y);
	return y + MARGIN;
}

enum exit_code draw_report(const struct report *report, const char *name, const char *file)
{
	char title[256], *body = NULL;
	size_t length;
	FILE *memory = open_memstream(&body, &length), *to;
	unsigned height;
	int failed;

	if (memory == NULL)
		return complain(EXIT_INPUT, "no memory for the picture");
	height = draw_regions(memory, report);
	fclose(memory);
	to = fopen(file, "w");
	if (to == NULL) {
		free(body);
		return complain(EXIT_INPUT, "%s: %s", file, strerror(errno));
	}
	snprintf(title, sizeof title, "%.100s on %s", name, report->info.name);
	fprintf(to, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%d\" height=\"%u\" viewBox=\"0 0 %d %u\">\n<style>%s</style>\n"
		    "<rect class=\"p\" width=\"%d\" height=\"%u\"/>\n",
		WIDTH, height, WIDTH, height, style, WIDTH, height);
	write_text(to, "h", MARGIN, MARGIN + 16, title, TITLE_LETTERS);
	fputs(body, to);
	fputs("</svg>\n", to);
	free(body);
	failed = ferror(to);
	failed |= fclose(to) != 0;
	return failed ? complain(EXIT_INPUT, "%s can't be written", file) : EXIT_YES;
}
