/* SPDX-License-Identifier: MIT */
/** @file
 * A line of a trace in any form, read with care: what is wrong is named with its column. */
#include <string.h>

#include "trace_read.h"

/** A line and a place in it, which is never passed. */
struct cursor {
	const char *line;
	size_t length, at;
	struct trace_said *said;
};

static int peek(const struct cursor *cursor)
{
	return cursor->at < cursor->length ? (unsigned char)cursor->line[cursor->at] : -1;
}

static void skip_spaces(struct cursor *cursor)
{
	while (peek(cursor) == ' ' || peek(cursor) == '\t')
		cursor->at++;
}

/** Says what is wrong here. Returns -1. */
static int refuse(struct cursor *cursor, const char *why)
{
	cursor->said->what = TRACE_NONSENSE;
	cursor->said->column = cursor->at + 1;
	snprintf(cursor->said->why, TRACE_WHY, "%s", why);
	return -1;
}

static int begins(const struct cursor *cursor, const char *text)
{
	size_t length = strlen(text);

	return cursor->length - cursor->at >= length && memcmp(cursor->line + cursor->at, text, length) == 0;
}

/** Passes `text` if it is next. */
static int pass(struct cursor *cursor, const char *text)
{
	int is_next = begins(cursor, text);

	cursor->at += is_next ? strlen(text) : 0;
	return is_next;
}

/** The value of a digit; 16: it is none. */
static uint64_t digit_value(int byte)
{
	if (byte >= '0' && byte <= '9')
		return (uint64_t)(byte - '0');
	byte |= 0x20;
	return byte >= 'a' && byte <= 'f' ? (uint64_t)(byte - 'a' + 10) : 16;
}

/** Reads a number of base 10 or 16, which may have "0x" in front of it. Returns 0, or -1. */
static int take_number(struct cursor *cursor, uint64_t base, const char *what, uint64_t *number)
{
	size_t begin;
	uint64_t digit;

	if (pass(cursor, "0x") || pass(cursor, "0X"))
		base = 16;
	*number = 0;
	for (begin = cursor->at; (digit = digit_value(peek(cursor))) < base; cursor->at++) {
		if (*number > (UINT64_MAX - digit) / base)
			return refuse(cursor, "the number is larger than 64 bits");
		*number = *number * base + digit;
	}
	return cursor->at > begin ? 0 : refuse(cursor, what);
}

/** ADDRESS,SIZE. Returns 0, or -1. */
static int take_place(struct cursor *cursor, uint64_t *address, uint64_t *size)
{
	skip_spaces(cursor);
	if (take_number(cursor, 16, "an address in hexadecimal digits belongs here", address) != 0)
		return -1;
	if (peek(cursor) != ',')
		return refuse(cursor, "a comma and the size belong behind the address");
	cursor->at++;
	if (take_number(cursor, 10, "the size in bytes belongs here", size) != 0)
		return -1;
	return *size > 0 ? 0 : refuse(cursor, "a size of 0");
}

/** The name of a space. Returns 0, or -1. */
static int take_space(const struct trace *trace, struct cursor *cursor)
{
	size_t begin = cursor->at;

	while (peek(cursor) > ' ')
		cursor->at++;
	if (trace->find_space != NULL)
		cursor->said->space = trace->find_space(trace->context, cursor->line + begin, cursor->at - begin);
	if (cursor->said->space != FM_NONE)
		return 0;
	cursor->at = begin;
	return refuse(cursor, trace->find_space == NULL ? "a process has no spaces to name" : "the platform has no address space of this name");
}

static int take_bank(struct cursor *cursor)
{
	uint64_t bank = 0;

	if (take_number(cursor, 10, "a number belongs here", &bank) != 0)
		return -1;
	if (bank > 65534)
		return refuse(cursor, "banks are numbered from 0 to 65534");
	cursor->said->access.access = (cursor->said->access.access & 0xFFFFu) | FM_ACCESS_BANK(bank);
	return 0;
}

static int take_width(struct cursor *cursor)
{
	uint64_t width = 0;

	if (take_number(cursor, 10, "a number belongs here", &width) != 0)
		return -1;
	if (width == 0 || width > 8 || (width & (width - 1)) != 0)
		return refuse(cursor, "a width is 1, 2, 4 or 8 bytes");
	cursor->said->access.access = (cursor->said->access.access & ~0xF0u) | (uint32_t)width << 4;
	return 0;
}

/** space=ID, bank=NUMBER, width=BYTES. Returns 0, or -1. */
static int take_option(const struct trace *trace, struct cursor *cursor)
{
	if (pass(cursor, "space="))
		return take_space(trace, cursor);
	if (pass(cursor, "bank="))
		return take_bank(cursor);
	if (pass(cursor, "width="))
		return take_width(cursor);
	return refuse(cursor, "space=, bank= or width= belongs here, or the end of the line");
}

/** An access: its kind is passed. */
static int take_access(const struct trace *trace, struct cursor *cursor, uint32_t rights)
{
	fm_access *access = &cursor->said->access;

	if (take_place(cursor, &access->address, &access->size) != 0)
		return -1;
	access->access = rights | trace_width(rights, access->size);
	for (skip_spaces(cursor); peek(cursor) >= 0 && peek(cursor) != '#'; skip_spaces(cursor))
		if (take_option(trace, cursor) != 0)
			return -1;
	cursor->said->what = TRACE_ACCESS;
	return 0;
}

/** Rights as letters, "rw" or "r-x"; "-": none. Returns 0, or -1. */
static int take_rights(struct cursor *cursor, uint32_t *rights)
{
	static const char letters[] = "rwx";
	const char *letter;
	size_t begin;

	skip_spaces(cursor);
	for (begin = cursor->at; peek(cursor) > ' '; cursor->at++) {
		letter = memchr(letters, peek(cursor), 3);
		if (letter == NULL && peek(cursor) != '-')
			return refuse(cursor, "rights are r, w, x and -");
		*rights |= letter == NULL ? 0 : 1u << (letter - letters);
	}
	return cursor->at > begin ? 0 : refuse(cursor, "the rights belong here: r, w, x or -");
}

/** What follows, as far as it has room; bytes that a terminal would obey become '?'. */
static void take_name(struct cursor *cursor, char name[TRACE_NAME])
{
	size_t length = 0;

	for (skip_spaces(cursor); peek(cursor) >= 0; cursor->at++)
		if (length < TRACE_NAME - 1)
			name[length++] = (char)(peek(cursor) < ' ' || peek(cursor) >= 0x7F ? '?' : peek(cursor));
	name[length] = '\0';
}

/** map, unmap, protect: the word is passed. */
static int take_change(struct cursor *cursor, enum trace_change kind)
{
	struct trace_event *event = &cursor->said->event;

	*event = (struct trace_event){ .kind = kind };
	if (take_place(cursor, &event->base, &event->size) != 0)
		return -1;
	if (event->size > UINT64_MAX - event->base)
		return refuse(cursor, "it would pass the end of all addresses");
	if (kind != TRACE_UNMAP && take_rights(cursor, &event->access) != 0)
		return -1;
	take_name(cursor, event->name);
	cursor->said->what = TRACE_CHANGE;
	return 0;
}

/** Passes a word and the blank behind it. */
static int take_word(struct cursor *cursor, const char *word)
{
	size_t length = strlen(word);

	if (!begins(cursor, word) || cursor->length - cursor->at <= length || (cursor->line[cursor->at + length] != ' ' && cursor->line[cursor->at + length] != '\t'))
		return 0;
	cursor->at += length + 1;
	return 1;
}

/** "r ", " L ", "dw ": the rights, or 0. */
static uint32_t take_kind(struct cursor *cursor)
{
	char word[2] = { 0 };

	if (take_word(cursor, "dr"))
		return FM_ACCESS_DMA | FM_ACCESS_READ;
	if (take_word(cursor, "dw"))
		return FM_ACCESS_DMA | FM_ACCESS_WRITE;
	if (peek(cursor) <= ' ' || trace_kind((unsigned char)peek(cursor)) == 0)
		return 0;
	word[0] = cursor->line[cursor->at];
	return take_word(cursor, word) ? trace_kind((unsigned char)word[0]) : 0;
}

void trace_read_line(const struct trace *trace, const char *line, size_t length, struct trace_said *said)
{
	struct cursor cursor = { line, length, 0, said };
	uint32_t rights;

	*said = (struct trace_said){ .what = TRACE_NOTHING, .space = FM_NONE };
	if (begins(&cursor, "==") || begins(&cursor, "--")) /* what valgrind says itself */
		return;
	skip_spaces(&cursor);
	if (peek(&cursor) < 0 || peek(&cursor) == '#')
		return;
	if ((rights = take_kind(&cursor)) != 0)
		take_access(trace, &cursor, rights);
	else if (take_word(&cursor, "map"))
		take_change(&cursor, TRACE_MAP);
	else if (take_word(&cursor, "unmap"))
		take_change(&cursor, TRACE_UNMAP);
	else if (take_word(&cursor, "protect"))
		take_change(&cursor, TRACE_PROTECT);
	else
		refuse(&cursor, "no kind of line begins so: r, w, x, m, dr, dw, map, unmap, protect, or lackey's I, L, S, M");
}
