/* SPDX-License-Identifier: MIT */
/** @file
 * Wants from text, by the grammar of resolve.h. Names are matched by word: "dma" is not the begin of "dmax". */
#include <flightmem/resolve.h>

#include "base/scan.h"
#include "platform/tables.h"

/** Stands for FM_WANT_OPTIONAL among the facts. */
#define OPTIONAL (1u << FM_TABLE_OPTIONAL / 2)

/** Words, those that begin a term of their own first; then facts that must be and that must not. "?" ends the list. */
static const struct word {
	char text[12];
	uint16_t must;
	uint16_t must_not;
} words[] = {
	{ "region", 0, 0 },
	{ "has", 0, 0 },
	{ "at_least", 0, 0 },
	{ "aligned_to", 0, 0 },
	{ "ram", FM_WANT_READ | FM_WANT_WRITE, 0 },
	{ "read", FM_WANT_READ, 0 },
	{ "readable", FM_WANT_READ, 0 },
	{ "write", FM_WANT_WRITE, 0 },
	{ "writable", FM_WANT_WRITE, 0 },
	{ "execute", FM_WANT_EXECUTE, 0 },
	{ "executable", FM_WANT_EXECUTE, 0 },
	{ "cached_code", FM_WANT_CACHED_CODE, 0 },
	{ "cached", FM_WANT_CACHED, 0 },
	{ "uncached", 0, FM_WANT_CACHED },
	{ "dma_able", FM_WANT_DMA, 0 },
	{ "dma", FM_WANT_DMA, 0 },
	{ "address", FM_WANT_ADDRESS, 0 },
	{ "cpu_mapped", FM_WANT_MAPPED, 0 },
	{ "mapped", FM_WANT_MAPPED, 0 },
	{ "volatile", FM_WANT_VOLATILE, 0 },
	{ "persistent", FM_WANT_PERSISTENT, 0 },
	{ "fast", FM_WANT_FAST, 0 },
	{ "optional", OPTIONAL, 0 },
	{ "?", 0, 0 },
};

enum { WORD_REGION, WORD_HAS, WORD_AT_LEAST, WORD_ALIGNED_TO, WORD_FACTS };

/** More words than any number has, its unit included: "18 446 744 073 709 551 615 B". */
#define NUMBER_WORDS 8

static const char *word_name(uint32_t index)
{
	return words[index].text;
}

/** A byte of a name or a number. */
static int is_of_word(int byte)
{
	return fm_scan_is_digit(byte, 10) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '-' || byte == '.' || byte == '\'' ||
	       byte == '$';
}

/** Passes a name of our own if it is next as a whole word, and the spaces behind it. "_" of the name is "_", "-" or a space. */
static int accept_name(fm_scan *scan, const char *name)
{
	fm_scan ahead = *scan;

	for (; *name != '\0'; name++)
		if (!fm_scan_accept(&ahead, *name) && (*name != '_' || (!fm_scan_accept(&ahead, '-') && !fm_scan_accept(&ahead, ' '))))
			return 0;
	if (is_of_word(fm_scan_peek(&ahead, 0)))
		return 0;
	fm_scan_skip_spaces(&ahead);
	*scan = ahead;
	return 1;
}

/** Passes one of the names from `index` on, which "?" ends. Returns its index; FM_NONE: none is next. */
static uint32_t accept_one(fm_scan *scan, const char *(*name)(uint32_t), uint32_t index)
{
	for (; name(index)[0] != '?'; index++)
		if (accept_name(scan, name(index)))
			return index;
	return FM_NONE;
}

/** Reads a size, as many words as make one, and what is larger stays: `*largest` grows. A failure leaves the scan at the byte at fault. */
static fm_status read_size(fm_scan *scan, uint64_t *largest)
{
	size_t begin = scan->at, after = begin;
	fm_status status = FM_E_SYNTAX;
	uint64_t size = 0;

	for (unsigned i = 0; i < NUMBER_WORDS && is_of_word(fm_scan_peek(scan, 0)); i++) {
		uint64_t value;
		size_t fault = 0;

		while (is_of_word(fm_scan_peek(scan, 0)))
			scan->at++;

		fm_status longer = fm_size_parse(scan->text + begin, scan->at - begin, &value, &fault);

		if (longer == FM_OK)
			size = value;
		if (longer != FM_E_SYNTAX) {
			status = longer;
			after = longer == FM_OK ? scan->at : begin + fault;
		}
		fm_scan_skip_spaces(scan);
	}
	scan->at = after;
	fm_scan_skip_spaces(scan);
	if (size > *largest && status == FM_OK)
		*largest = size;
	return status;
}

/** Reads the id of a region. */
static fm_status read_id(fm_scan *scan, fm_want *want)
{
	size_t length = 0;

	while (is_of_word(fm_scan_peek(scan, length)))
		length++;
	if (length == 0 || length >= FM_WANT_ID_BYTES)
		return length == 0 ? FM_E_SYNTAX : FM_E_RANGE;
	for (size_t i = 0; i < FM_WANT_ID_BYTES; i++)
		want->region[i] = i < length ? scan->text[scan->at + i] : '\0';
	scan->at += length;
	fm_scan_skip_spaces(scan);
	return FM_OK;
}

/** Reads a capability, and its least value if there is one. */
static fm_status read_capability(fm_scan *scan, fm_want *want)
{
	fm_want_capability *last = want->capabilities + FM_WANT_CAPABILITIES - 1, *next = want->capabilities;
	fm_status status = FM_OK;

	while (next < last && next->id != 0)
		next++;
	if (next->id != 0)
		return FM_E_RANGE;

	uint32_t id = accept_one(scan, fm_capability_name, 1);

	if (id == FM_NONE)
		return FM_E_SYNTAX;
	next->id = id;
	if (accept_name(scan, "at_least") || fm_scan_is_digit(fm_scan_peek(scan, 0), 10)) {
		status = read_size(scan, &next->least);
		if (status == FM_OK && !accept_name(scan, "bits"))
			(void)accept_name(scan, "bytes");
	}
	return status;
}

/** Adds facts, or what they must not be. */
static fm_status add_facts(const struct word *word, int not, fm_want *want)
{
	if (word->must == OPTIONAL) {
		want->flags |= FM_WANT_OPTIONAL;
		return not ? FM_E_SYNTAX : FM_OK;
	}
	want->must |= not ? word->must_not : word->must;
	want->must_not |= not ? word->must : word->must_not;
	return FM_OK;
}

/** Reads one term. `names`: it may be a region or a kind. */
static fm_status read_term(fm_scan *scan, int names, fm_want *want)
{
	int byte = fm_scan_peek(scan, 0);
	fm_scan ahead = *scan;
	int not = accept_name(&ahead, "not");
	uint32_t word = accept_one(&ahead, word_name, not ? WORD_FACTS : names ? WORD_REGION : WORD_HAS);

	if (fm_scan_is_digit(byte, 10) || byte == '$')
		return read_size(scan, &want->bytes);
	if (word == FM_NONE) {
		uint32_t kind = names && !not ? accept_one(scan, fm_region_kind_name, 0) : FM_NONE;

		want->kinds |= kind == FM_NONE ? 0 : FM_WANT_KIND(kind);
		return kind == FM_NONE ? FM_E_SYNTAX : FM_OK;
	}
	*scan = ahead;
	if (word == WORD_REGION)
		return read_id(scan, want);
	if (word == WORD_HAS)
		return read_capability(scan, want);
	if (word < WORD_FACTS)
		return read_size(scan, word == WORD_AT_LEAST ? &want->bytes : &want->align);
	return add_facts(&words[word], not, want);
}

/** Reads terms, at least one, up to a separator, "else" or the end. */
static fm_status read_terms(fm_scan *scan, int names, fm_want *want)
{
	fm_status status;
	fm_scan ahead;
	int byte;

	do {
		status = read_term(scan, names, want);
		ahead = *scan;
		byte = fm_scan_peek(scan, 0);
	} while (status == FM_OK && byte != FM_SCAN_END && byte != ',' && byte != ';' && !accept_name(&ahead, "else"));
	return status;
}

/** Passes "else", with a comma before it or not. Returns 1 iff it was next. */
static int accept_else(fm_scan *scan)
{
	fm_scan ahead = *scan;

	(void)fm_scan_accept(&ahead, ',');
	fm_scan_skip_spaces(&ahead);
	if (!accept_name(&ahead, "else"))
		return 0;
	*scan = ahead;
	return 1;
}

/** Reads the whole text; `*want` becomes the one that is looked for. Returns as fm_want_parse(), with the scan at the byte at fault. */
static fm_status read_wants(fm_scan *scan, uint32_t index, fm_want *want)
{
	fm_status status, found = FM_E_NOT_FOUND;
	uint32_t at = 0;

	fm_scan_skip_spaces(scan);
	do {
		fm_want one = { .bytes = 0 };

		if (at == FM_WANTS_MAX)
			return FM_E_RANGE;
		status = read_terms(scan, 1, &one);
		if (status == FM_OK && at++ == index) {
			*want = one;
			found = FM_OK;
		}
	} while (status == FM_OK && accept_else(scan));

	while (status == FM_OK && (fm_scan_accept(scan, ',') || fm_scan_accept(scan, ';'))) {
		fm_scan_skip_spaces(scan);
		status = read_terms(scan, 0, want);
	}
	if (status == FM_OK && scan->at < scan->length)
		status = FM_E_SYNTAX; /* "else" behind what is asked of every want */
	return status == FM_OK ? found : status;
}

fm_status fm_want_parse(const char *text, size_t length, uint32_t index, fm_want *out, size_t *error_at)
{
	if (text == NULL || out == NULL)
		return FM_E_ARGUMENT;

	fm_scan scan = fm_scan_begin(text, length);
	fm_want want = { .bytes = 0 };
	fm_status status = read_wants(&scan, index, &want);

	if (status == FM_OK)
		*out = want;
	else if (status != FM_E_NOT_FOUND && error_at != NULL)
		*error_at = scan.at;
	return status;
}
