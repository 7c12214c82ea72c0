/* SPDX-License-Identifier: MIT */
/** @file
 * What a quiet scope heard, as text. */
#include "base/text.h"
#include "os/frames.h"
#include "os/quiet.h"

/** "heap: 2 asked for (48 bytes), 1 given back". */
static void add_source(fm_text *text, const char *who, uint64_t calls, uint64_t bytes, uint64_t returns)
{
	fm_text_add(text, who);
	fm_text_add_grouped(text, calls);
	fm_text_add(text, " asked for (");
	fm_text_add_grouped(text, bytes);
	fm_text_add(text, bytes == 1 ? " byte), " : " bytes), ");
	fm_text_add_grouped(text, returns);
	fm_text_add(text, " given back");
}

static void add_report(fm_text *text, const fm_quiet_report *report)
{
	add_source(text, "watched pools: ", report->pool_calls, report->pool_bytes, report->pool_returns);
	if (report->heap_heard == FM_QUIET_HEARS)
		add_source(text, "; heap: ", report->heap_calls, report->heap_bytes, report->heap_returns);
	else
		fm_text_add(text, "; heap: not heard");
	add_source(text, report->pages_heard == FM_QUIET_HEARS ? "; pages: " : "; pages of the library: ", report->page_calls, report->page_bytes,
		    report->page_returns);
}

/** "malloc(32) by step_world+0x1A (game) < main+0x40 (game)". */
static void add_place(fm_text *text, const fm_quiet_place *place)
{
	fm_text_add(text, "\n  ");
	fm_text_add(text, place->call);
	fm_text_add_char(text, '(');
	if (place->size != 0)
		fm_text_add_number(text, place->size);
	fm_text_add(text, ") by ");
	for (uint32_t i = 0; i < place->depth; i++) {
		if (i != 0)
			fm_text_add(text, " < ");
		fm_frames_add_name(text, place->frames[i]);
	}
}

size_t fm_quiet_format(char *buffer, size_t capacity)
{
	fm_quiet *scope = fm_quiet_here();
	fm_text text = fm_text_begin(buffer, capacity);

	if (scope == NULL) {
		fm_text_add(&text, "the thread has begun no quiet scope");
		return fm_text_end(&text);
	}

	int deaf = scope->deaf;

	scope->deaf = 1; /* the dynamic linker may ask for memory to find a name */
	add_report(&text, &scope->report);
	for (uint32_t i = 0; i < scope->report.places; i++)
		add_place(&text, &scope->places[i]);
	scope->deaf = deaf;
	return fm_text_end(&text);
}

const char *fm_quiet_text(void)
{
	fm_quiet *scope = fm_quiet_here();

	if (scope == NULL)
		return "the thread has begun no quiet scope";
	fm_quiet_format(scope->text, sizeof scope->text);
	return scope->text;
}
