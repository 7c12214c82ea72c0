/* SPDX-License-Identifier: MIT */
/** @file
 * Wants from text, by the grammar of resolve.h. Names are matched by word: "dma" is not the begin of "dmax". A word ends where a space or a
 * separator is, so a byte that no word has makes a word that nobody knows. */
#include <flightmem/resolve.h>

#include "base/memory.h"
#include "base/scan.h"
#include "platform/tables.h"

/** Stands for FM_WANT_OPTIONAL among the facts. */
#define OPTIONAL (1u << FM_TABLE_OPTIONAL / 2)

/** Words that begin a term of their own, then facts that must be and that must not. "?" ends the list. */
static const struct want_word {
	char text[12];
	uint16_t must;
	uint16_t must_not;
} want_words[] = {
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

/** What is left of a text. `at` is also the byte at fault. */
struct reading {
	const char *at;
	const char *end;
};

static const char *word_name(uint32_t index)
{
	return want_words[index].text;
}

/** The first byte from `at` on that is of no word. */
static const char *end_of_word(const struct reading *reading, const char *at)
{
	while (at < reading->end && (unsigned char)*at > ' ' && *at != ',' && *at != ';')
		at++;
	return at;
}

static const char *end_of_spaces(const struct reading *reading, const char *at)
{
	while (at < reading->end && *at == ' ')
		at++;
	return at;
}

/** Passes a name of our own if it is next as a whole word, and the spaces behind it. "_" of the name is "_", "-" or a space. */
static int accept_name(struct reading *reading, const char *name)
{
	const char *at = reading->at;

	for (; *name != '\0' && at < reading->end; name++, at++)
		if ((*at | 0x20) != *name && (*name != '_' || (*at != '_' && *at != '-' && *at != ' ')))
			return 0;
	if (*name != '\0' || end_of_word(reading, at) != at)
		return 0;
	reading->at = end_of_spaces(reading, at);
	return 1;
}

/** Passes one of the names from `index` on, which "?" ends. Returns its index; FM_NONE: none is next. */
static uint32_t accept_one(struct reading *reading, const char *(*name)(uint32_t), uint32_t index)
{
	for (; name(index)[0] != '?'; index++)
		if (accept_name(reading, name(index)))
			return index;
	return FM_NONE;
}

/** Reads a size: a word, with the next one where that is its unit. What is larger stays: `*largest` grows. */
static fm_status read_size(struct reading *reading, uint64_t *largest)
{
	const char *word = end_of_word(reading, reading->at), *unit = end_of_word(reading, end_of_spaces(reading, word));
	uint64_t size = 0;
	size_t fault = 0;
	fm_status status = fm_size_parse(reading->at, (size_t)(unit - reading->at), &size, &fault);

	if (status == FM_E_SYNTAX) {
		unit = word;
		status = fm_size_parse(reading->at, (size_t)(word - reading->at), &size, &fault);
	}
	if (size > *largest)
		*largest = size;
	reading->at = status == FM_OK ? end_of_spaces(reading, unit) : reading->at + fault;
	return status;
}

/** Reads the id of a region. */
static fm_status read_id(struct reading *reading, fm_want *want)
{
	const char *end = end_of_word(reading, reading->at);
	size_t length = (size_t)(end - reading->at);

	if (length == 0 || length >= FM_WANT_ID_BYTES)
		return length == 0 ? FM_E_SYNTAX : FM_E_RANGE;
	memset(want->region, 0, FM_WANT_ID_BYTES);
	memcpy(want->region, reading->at, length);
	reading->at = end_of_spaces(reading, end);
	return FM_OK;
}

static int begins_number(const struct reading *reading)
{
	return reading->at < reading->end && (fm_scan_is_digit((unsigned char)*reading->at, 10) || *reading->at == '$');
}

/** Reads a capability, and its least value if there is one. */
static fm_status read_capability(struct reading *reading, fm_want *want)
{
	fm_want_capability *next = want->capabilities;
	fm_status status = FM_OK;

	while (next->id != 0)
		if (++next == want->capabilities + FM_WANT_CAPABILITIES)
			return FM_E_RANGE;
	next->id = accept_one(reading, fm_capability_name, 1);
	if (next->id == FM_NONE)
		return FM_E_SYNTAX;
	if (accept_name(reading, "at_least") || begins_number(reading)) {
		status = read_size(reading, &next->least);
		if (status == FM_OK && !accept_name(reading, "bits"))
			(void)accept_name(reading, "bytes");
	}
	return status;
}

/** Adds the facts of a word; `not`: the other way round. */
static fm_status add_facts(const struct want_word *word, int not, fm_want *want)
{
	if (word->must == OPTIONAL) {
		want->flags = FM_WANT_OPTIONAL;
		return not ? FM_E_SYNTAX : FM_OK;
	}
	want->must |= not ? word->must_not : word->must;
	want->must_not |= not ? word->must : word->must_not;
	return FM_OK;
}

/** Reads a kind, where names are allowed. */
static fm_status read_kind(struct reading *reading, int names, fm_want *want)
{
	uint32_t kind = names ? accept_one(reading, fm_region_kind_name, 0) : FM_NONE;

	if (kind == FM_NONE)
		return FM_E_SYNTAX;
	want->kinds |= FM_WANT_KIND(kind);
	return FM_OK;
}

/** Reads one term. `names`: it may be a region or a kind. */
static fm_status read_term(struct reading *reading, int names, fm_want *want)
{
	int not = accept_name(reading, "not");
	uint32_t word = accept_one(reading, word_name, not ? WORD_FACTS : names ? WORD_REGION : WORD_HAS);

	if (word == WORD_REGION)
		return read_id(reading, want);
	if (word == WORD_HAS)
		return read_capability(reading, want);
	if (word < WORD_FACTS || (word == FM_NONE && !not && begins_number(reading)))
		return read_size(reading, word == WORD_ALIGNED_TO ? &want->align : &want->bytes);
	return word == FM_NONE ? read_kind(reading, names && !not, want) : add_facts(&want_words[word], not, want);
}

/** Passes one separator, and the spaces behind it. Returns 1 iff there was one. */
static int pass_separator(struct reading *reading)
{
	if (*reading->at != ',' && *reading->at != ';')
		return 0;
	reading->at = end_of_spaces(reading, reading->at + 1);
	return 1;
}

/** Reads the whole text; `*want` becomes the one that is looked for. Returns as fm_want_parse(), with reading->at the byte at fault. */
static fm_status read_wants(struct reading *reading, uint32_t index, fm_want *want)
{
	fm_want other = { .bytes = 0 }, *next = index == 0 ? want : &other;
	uint32_t wants = 1;
	int names = 1;
	fm_status status;

	reading->at = end_of_spaces(reading, reading->at);
	while ((status = read_term(reading, names, next)) == FM_OK && reading->at < reading->end) {
		int separated = pass_separator(reading);

		if (names && accept_name(reading, "else")) {
			if (wants == FM_WANTS_MAX)
				return FM_E_RANGE;
			memset(&other, 0, sizeof other);
			next = wants++ == index ? want : &other;
		} else if (separated) {
			names = 0;
			next = want;
		}
	}
	return status == FM_OK && index >= wants ? FM_E_NOT_FOUND : status;
}

fm_status fm_want_parse(const char *text, size_t length, uint32_t index, fm_want *out, size_t *error_at)
{
	if (text == NULL || out == NULL)
		return FM_E_ARGUMENT;

	fm_scan scan = fm_scan_begin(text, length);
	struct reading reading = { text, text + scan.length };
	fm_want want = { .bytes = 0 };
	fm_status status = read_wants(&reading, index, &want);

	if (status == FM_OK)
		*out = want;
	else if (status != FM_E_NOT_FOUND && error_at != NULL)
		*error_at = (size_t)(reading.at - text);
	return status;
}
