/* SPDX-License-Identifier: MIT */
/** @file
 * Any bytes at all are a trace: on a console and in a process they get an exit status, and the reader of whole blocks reads what the careful
 * one reads, line by line. For libFuzzer; tests/check/hostile.c drives it without. */
#include <stdlib.h>
#include <string.h>

#include "../../tools/check/trace.h"
#include "../../tools/profile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What check needs of the rest of the command. */
const struct command commands[] = { { NULL, NULL, 0, 0, COMPLETES_NOTHING, NULL, NULL, NULL, NULL } };
const struct option_row common_options[COMMON_OPTIONS + 1] = { { "help", NULL, "", COMPLETES_NOTHING } };
const char *const exit_meanings[EXIT_CODES] = { "" };

const fm_profile *named_profile(const char *id)
{
	return fm_profile_find(id);
}

/** What the program says elsewhere is not said here. */
enum exit_code complain(enum exit_code code, const char *format, ...)
{
	(void)format;
	return code;
}

static uint32_t first_space(const void *context, const char *name, size_t length)
{
	return context != NULL && length > 0 && name[0] == 'c' ? 0 : FM_NONE;
}

/** Where the careful reader is in the bytes. */
struct careful {
	const char *at, *end;
	uint64_t line;
};

/** The next line that says something, read with care. */
static void next_said(const struct trace *trace, struct careful *careful, struct trace_said *said)
{
	const char *next;
	size_t length;

	said->what = TRACE_NOTHING;
	while (said->what == TRACE_NOTHING && (next = memchr(careful->at, '\n', (size_t)(careful->end - careful->at))) != NULL) {
		length = (size_t)(next - careful->at);
		careful->line++;
		if (length > TRACE_LINE)
			said->what = TRACE_NONSENSE;
		else
			trace_read_line(trace, careful->at, length - (length > 0 && next[-1] == '\r'), said);
		careful->at = next + 1;
	}
}

/** What follows the batch is what the next line says. */
static void compare_step(const struct trace *trace, enum trace_step step, struct careful *careful)
{
	struct trace_said said;

	next_said(trace, careful, &said);
	if (step == TRACE_EVENT && (said.what != TRACE_CHANGE || memcmp(&said.event, &trace->event, sizeof said.event) != 0))
		abort();
	if (step == TRACE_BROKEN && (said.what == TRACE_ACCESS || said.what == TRACE_CHANGE || trace->why[0] == '\0' || trace->column == 0))
		abort();
}

/** The batch, and what follows it, are what the lines say. */
static void compare(const struct trace *trace, enum trace_step step, struct careful *careful)
{
	struct trace_said said;

	for (uint32_t i = 0; i < trace->count; i++) {
		next_said(trace, careful, &said);
		if (said.what != TRACE_ACCESS || said.space != trace->space || careful->line != trace->lines[i] ||
		    memcmp(&said.access, &trace->accesses[i], sizeof said.access) != 0)
			abort();
	}
	if (step == TRACE_EVENT || step == TRACE_BROKEN)
		compare_step(trace, step, careful);
}

/** Reads all, of which `head` bytes were read before. */
static void read_both_ways(const uint8_t *data, size_t size, size_t head)
{
	struct trace *trace = malloc(sizeof *trace);
	struct careful careful = { (const char *)data, (const char *)data + size, 0 };
	FILE *from = size > head ? fmemopen((void *)(uintptr_t)(data + head), size - head, "rb") : NULL;
	enum trace_step step;

	if (trace == NULL || trace_begin(trace, from, data, head) != 0)
		abort();
	trace->find_space = first_space;
	trace->context = trace;
	do {
		step = trace_next(trace);
		compare(trace, step, &careful);
	} while (step == TRACE_MORE || step == TRACE_EVENT);
	trace_free(trace);
	free(trace);
	if (from != NULL)
		fclose(from);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct command check = { "check", "INPUT", 1, 1, COMPLETES_FILE, "", "", check_options, run_check };
	struct invocation call = { .command = &check };
	struct input input = { .name = "fuzz", .bytes = malloc(size + (size == 0)), .size = size };

	if (input.bytes == NULL)
		return 0;
	if (size > 0)
		memcpy(input.bytes, data, size); /* a copy of its own: a byte too far is seen */
	read_both_ways(input.bytes, size, size % 3 == 0 ? size : size / 3);
	run_trace(&call, &input);
	call.values[COMMON_OPTIONS] = "gba";
	call.json = 1;
	run_trace(&call, &input);
	free(input.bytes);
	return 0;
}
