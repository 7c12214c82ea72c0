/* SPDX-License-Identifier: MIT */
/** @file
 * Blocks, and the common line, which is most of any trace: a kind, an address, a size, and nothing else. */
#include "trace_read.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/** Digits of an address and of a size that the common line may have; what has more goes the careful way. */
enum { ADDRESS_DIGITS = 16, SIZE_DIGITS = 6 };

#define TOO_LONG "the line is longer than 4096 bytes"

/** Values of hexadecimal digits; 16 for other bytes. Filled by trace_begin(), like the next one. */
static unsigned char digit_values[256];
/** Rights by letter. */
static unsigned char kinds[256];

uint32_t trace_kind(unsigned char letter)
{
	static const struct {
		char letter;
		uint32_t rights;
	} known[] = {
		{ 'r', FM_ACCESS_READ }, { 'w', FM_ACCESS_WRITE }, { 'x', FM_ACCESS_EXECUTE }, { 'm', FM_ACCESS_READ | FM_ACCESS_WRITE },
		{ 'L', FM_ACCESS_READ }, { 'S', FM_ACCESS_WRITE }, { 'I', FM_ACCESS_EXECUTE }, { 'M', FM_ACCESS_READ | FM_ACCESS_WRITE },
	};

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if ((unsigned char)known[i].letter == letter)
			return known[i].rights;
	return 0;
}

uint32_t trace_width(uint32_t rights, uint64_t size)
{
	if ((rights & (FM_ACCESS_EXECUTE | FM_ACCESS_DMA)) != 0 || size > 8 || (size & (size - 1)) != 0)
		return 0;
	return (uint32_t)size << 4;
}

static void fill_tables(void)
{
	memset(digit_values, 16, sizeof digit_values);
	for (unsigned char i = 0; i < 10; i++)
		digit_values['0' + i] = i;
	for (unsigned char i = 0; i < 6; i++)
		digit_values['a' + i] = digit_values['A' + i] = (unsigned char)(10 + i);
	for (int i = 0; i < 256; i++)
		kinds[i] = (unsigned char)trace_kind((unsigned char)i);
}

/** Where the last whole line of a block ends. */
static size_t end_of_lines(const unsigned char *block, size_t filled)
{
	while (filled > 0 && block[filled - 1] != '\n')
		filled--;
	return filled;
}

int trace_begin(struct trace *trace, FILE *from, const unsigned char *head, size_t size)
{
	fill_tables();
	*trace = (struct trace){ .from = from, .space = FM_NONE, .block = malloc(TRACE_BLOCK + 1) };
	if (trace->block == NULL)
		return -1;
	trace->filled = size < TRACE_BLOCK ? size : TRACE_BLOCK;
	memcpy(trace->block, head, trace->filled);
	trace->end = end_of_lines(trace->block, trace->filled);
	return 0;
}

void trace_free(struct trace *trace)
{
	free(trace->block);
	trace->block = NULL;
}

static enum trace_step break_off(struct trace *trace, uint64_t line, size_t column, const char *why)
{
	trace->line = line;
	trace->column = column;
	snprintf(trace->why, sizeof trace->why, "%s", why);
	return TRACE_BROKEN;
}

/** Nothing came behind the `left` bytes of a line: the trace is over, or broken. */
static enum trace_step end_of_input(struct trace *trace, size_t left)
{
	if (trace->from != NULL && ferror(trace->from))
		return break_off(trace, trace->line + 1, left + 1, strerror(errno));
	if (left > TRACE_LINE)
		return break_off(trace, trace->line + 1, TRACE_LINE + 1, TOO_LONG);
	return left == 0 ? TRACE_END : break_off(trace, trace->line + 1, left + 1, "cut off: the last line has no end");
}

/** What is left of a line goes to the front, and more behind it. Returns TRACE_MORE where there is a whole line then. */
static enum trace_step refill(struct trace *trace)
{
	size_t left = trace->filled - trace->end, got;

	memmove(trace->block, trace->block + trace->end, left);
	trace->bytes += trace->end;
	trace->at = trace->end = 0;
	got = trace->from == NULL ? 0 : fread(trace->block + left, 1, TRACE_BLOCK - left, trace->from);
	trace->filled = left + got;
	if (got == 0)
		return end_of_input(trace, left);
	trace->end = end_of_lines(trace->block, trace->filled);
	if (trace->end == 0 && trace->filled > TRACE_LINE)
		return break_off(trace, trace->line + 1, TRACE_LINE + 1, TOO_LONG);
	return trace->end == 0 ? refill(trace) : TRACE_MORE;
}

/**
 * Reads the common line at `at`, "r 04222cac,4" or " L 04222cac,4". Every line of the block has an end, which is no digit, so none is passed.
 * Returns where the next line begins; NULL: it is another line. */
static FM_ALWAYS_INLINE const unsigned char *take_common(const unsigned char *at, fm_access *access)
{
	const unsigned char *first;
	uint64_t address = 0, size = 0;
	uint32_t rights, digit;

	at += *at == ' ';
	rights = kinds[*at];
	if (rights == 0 || at[1] != ' ')
		return NULL;
	at += 2;
	at += *at == ' ';
	for (first = at; (digit = digit_values[*at]) < 16; at++)
		address = address << 4 | digit;
	if (*at != ',' || at == first || at - first > ADDRESS_DIGITS)
		return NULL;
	for (first = ++at; (digit = (uint32_t)*at - '0') < 10; at++)
		size = size * 10 + digit;
	if (*at != '\n' || size == 0 || at - first > SIZE_DIGITS)
		return NULL;
	*access = (fm_access){ address, size, rights | trace_width(rights, size), 0 };
	return at + 1;
}

/** Reads any line at the front. Returns TRACE_MORE, TRACE_EVENT, TRACE_BROKEN. `*apart` is 1 iff it is of another space than the batch: then it stays. */
static enum trace_step take_any(struct trace *trace, int *apart)
{
	const unsigned char *begin = trace->block + trace->at, *end = memchr(begin, '\n', trace->end - trace->at);
	size_t length = (size_t)(end - begin);
	struct trace_said said;

	if (length > TRACE_LINE)
		return break_off(trace, trace->line + 1, TRACE_LINE + 1, TOO_LONG);
	trace_read_line(trace, (const char *)begin, length - (length > 0 && end[-1] == '\r'), &said);
	if (said.what == TRACE_NONSENSE)
		return break_off(trace, trace->line + 1, said.column, said.why);
	*apart = said.what == TRACE_ACCESS && trace->count > 0 && said.space != trace->space;
	if (*apart)
		return TRACE_MORE;
	trace->at += length + 1;
	trace->line++;
	if (said.what == TRACE_ACCESS) {
		trace->space = said.space;
		trace->lines[trace->count] = trace->line;
		trace->accesses[trace->count++] = said.access;
	}
	if (said.what == TRACE_CHANGE)
		trace->event = said.event;
	return said.what == TRACE_CHANGE ? TRACE_EVENT : TRACE_MORE;
}

/** Takes lines of the block that are common, as far as the batch has room. */
static void take_run(struct trace *trace)
{
	const unsigned char *at = trace->block + trace->at, *end = trace->block + trace->end, *next;
	uint32_t count = trace->count;
	uint64_t line = trace->line;

	while (at < end && count < TRACE_BATCH && (next = take_common(at, &trace->accesses[count])) != NULL) {
		trace->lines[count++] = ++line;
		at = next;
	}
	trace->at = (size_t)(at - trace->block);
	trace->count = count;
	trace->line = line;
}

enum trace_step trace_next(struct trace *trace)
{
	enum trace_step step = TRACE_MORE;
	int apart = 0;

	trace->count = 0;
	trace->space = FM_NONE;
	while (step == TRACE_MORE && trace->count < TRACE_BATCH && !apart) {
		if (trace->space == FM_NONE)
			take_run(trace);
		if (trace->at == trace->end)
			step = refill(trace);
		else if (trace->count < TRACE_BATCH)
			step = take_any(trace, &apart);
	}
	return step;
}
