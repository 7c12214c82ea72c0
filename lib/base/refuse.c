/* SPDX-License-Identifier: MIT */
/** @file
 * Refusals: filling a caller's record, and the sentence that says it. */
#include "base/refuse.h"

#include <flightmem/size.h>

#include "base/abi.h"
#include "base/memory.h"
#include "base/text.h"

/** Bytes of fm_refusal in the first release. */
#define REFUSAL_FIRST_SIZE (offsetof(fm_refusal, subject) + FM_SUBJECT_BYTES)

/** Room for any size in FM_SIZE_HUMAN: "1023.99 KiB" and its end mark. */
#define HUMAN_BYTES 16

fm_status fm_refuse(fm_refusal *why, const fm_refusal *what)
{
	if (fm_abi_check(why, REFUSAL_FIRST_SIZE) == FM_OK)
		fm_abi_export(why, what, sizeof *what);
	return what->status;
}

void fm_refusal_set_subject(fm_refusal *what, const char *name)
{
	size_t length = 0;

	memset(what->subject, 0, FM_SUBJECT_BYTES);
	if (name == NULL)
		return;

	while (length < FM_SUBJECT_BYTES - 1 && name[length] != '\0')
		length++;
	/* 10xxxxxx continues a character: a cut in front of it would leave half of one. */
	while (length > 0 && ((unsigned char)name[length] & 0xC0) == 0x80)
		length--;
	memcpy(what->subject, name, length);
}

/** Sets the subject to four texts, one after the other. */
static void set_parts(fm_refusal *what, const char *const parts[4])
{
	char whole[FM_SUBJECT_BYTES + 4]; /* longer than a subject: where it is cut, a character may begin */
	fm_text text = fm_text_begin(whole, sizeof whole);

	for (unsigned i = 0; i < 4; i++)
		fm_text_add(&text, parts[i]);
	fm_text_end(&text);
	fm_refusal_set_subject(what, whole);
}

void fm_refusal_set_joined(fm_refusal *what, const char *first, const char *second, const char *third)
{
	set_parts(what, (const char *const[4]){ first, second, third, "" });
}

void fm_refusal_set_quoted(fm_refusal *what, const char *kind, const char *name)
{
	set_parts(what, (const char *const[4]){ kind, " '", name, "'" });
}

/** "1 228 800 bytes". */
static void add_bytes(fm_text *text, uint64_t bytes)
{
	fm_text_add_grouped(text, bytes);
	fm_text_add(text, bytes == 1 ? " byte" : " bytes");
}

/** "1.17 MiB", or "512 bytes" where no unit is larger. */
static void add_rounded(fm_text *text, uint64_t bytes)
{
	char human[HUMAN_BYTES];

	if (bytes < FM_KIB(1)) {
		add_bytes(text, bytes);
		return;
	}
	fm_size_format(bytes, FM_SIZE_HUMAN, human, sizeof human);
	fm_text_add(text, human);
}

/** "frames: "; control bytes become '?', so that a sentence stays one line. */
static void add_subject(fm_text *text, const fm_refusal *why)
{
	if (why->subject[0] == '\0')
		return;

	for (unsigned i = 0; i < FM_SUBJECT_BYTES && why->subject[i] != '\0'; i++) {
		unsigned char byte = (unsigned char)why->subject[i];

		fm_text_add_char(text, byte < 0x20 || byte == 0x7F ? '?' : why->subject[i]);
	}
	fm_text_add(text, ": ");
}

/** "asked for 1.17 MiB (1 228 800 bytes) aligned to 32 bytes". */
static void add_asked(fm_text *text, const fm_refusal *why)
{
	fm_text_add(text, "asked for ");
	add_rounded(text, why->asked);
	if (why->asked >= FM_KIB(1)) {
		fm_text_add(text, " (");
		add_bytes(text, why->asked);
		fm_text_add_char(text, ')');
	}
	if (why->align > 1) {
		fm_text_add(text, " aligned to ");
		add_bytes(text, why->align);
	}
}

/** ", largest free is 1 MiB (1 048 576 of 1 048 576 bytes free)", where the refuser has any bytes at all. */
static void add_room(fm_text *text, const fm_refusal *why)
{
	if (why->capacity == 0 || why->status == FM_E_ALIGNMENT) /* how much is free is not what is wrong */
		return;

	if (why->available == 0) {
		fm_text_add(text, ", nothing is free of ");
		add_bytes(text, why->capacity);
		return;
	}
	fm_text_add(text, ", largest free is ");
	add_rounded(text, why->largest);
	fm_text_add(text, " (");
	fm_text_add_grouped(text, why->available);
	fm_text_add(text, " of ");
	add_bytes(text, why->capacity);
	fm_text_add(text, " free)");
}

/** `with_bytes` and the help's bytes, or `without` when they are 0. */
static void add_help_bytes(fm_text *text, const char *with_bytes, uint64_t bytes, const char *without)
{
	if (bytes == 0) {
		fm_text_add(text, without);
		return;
	}
	fm_text_add(text, with_bytes);
	add_bytes(text, bytes);
}

static void add_help(fm_text *text, const fm_refusal *why)
{
	if (why->help == FM_HELP_NONE)
		return;

	fm_text_add(text, "; ");
	if (why->help == FM_HELP_RELEASE)
		add_help_bytes(text, "first give back at least ", why->help_bytes, "first give something back");
	else if (why->help == FM_HELP_ENLARGE)
		add_help_bytes(text, "enlarge it to at least ", why->help_bytes, "enlarge it");
	else if (why->help == FM_HELP_ASK_LESS)
		add_help_bytes(text, "ask for at most ", why->help_bytes, "ask for less");
	else if (why->help == FM_HELP_ALIGN)
		add_help_bytes(text, why->align > why->help_bytes ? "align to at most " : "align to ", why->help_bytes, "align to a power of two");
	else if (why->help == FM_HELP_BUFFERS)
		fm_text_add(text, "raise options.max_buffers, or release a buffer");
	else
		fm_text_add(text, fm_status_remedy(why->status));
}

/** The figures say it all where memory ran out; every other status is told in words first. */
static int figures_suffice(const fm_refusal *why)
{
	return why->asked != 0 && why->capacity != 0 && (why->status == FM_E_EXHAUSTED || why->status == FM_E_TOO_LARGE);
}

static int subject_begins(const fm_refusal *why, const char *text)
{
	unsigned i = 0;

	while (i < FM_SUBJECT_BYTES && text[i] != '\0' && why->subject[i] == text[i])
		i++;
	return text[i] == '\0';
}

/** "100 bytes can't hold the records and one block": what the caller brought for a new pool is too little. */
static void add_lack(fm_text *text, const fm_refusal *why)
{
	add_bytes(text, why->capacity);
	fm_text_add(text, " can't hold ");
	if (subject_begins(why, "options.storage"))
		fm_text_add(text, "the records and one block");
	else
		fm_text_add(text, subject_begins(why, "options.control") ? "the records" : "one block");
}

/** What the subject alone does not say: what is wrong, what was asked, what there was. */
static void add_reason(fm_text *text, const fm_refusal *why)
{
	int option = subject_begins(why, FM_SUBJECT_OPTION);

	if (option && why->status == FM_E_TOO_LARGE && why->help == FM_HELP_ENLARGE) {
		add_lack(text, why);
		return;
	}
	if (option || !figures_suffice(why))
		fm_text_add(text, fm_status_text(why->status));
	if (option || why->status == FM_E_NOT_FOUND || why->asked == 0) /* the name is what is wrong, whatever was asked */
		return;
	fm_text_add(text, figures_suffice(why) ? "" : ": ");
	add_asked(text, why);
	add_room(text, why);
}

/** ": asked for at least 256, there is 128": values of a capability, in its own unit. */
static void add_capability(fm_text *text, const fm_refusal *why)
{
	fm_text_add(text, fm_status_text(why->status));
	if (why->asked != 0) {
		fm_text_add(text, ": asked for at least ");
		fm_text_add_grouped(text, why->asked);
	}
	if (why->available != 0) {
		fm_text_add(text, ", there is ");
		fm_text_add_grouped(text, why->available);
	}
}

size_t fm_refusal_format(const fm_refusal *why, char *buffer, size_t capacity)
{
	fm_text text = fm_text_begin(buffer, capacity);

	if (fm_abi_check(why, REFUSAL_FIRST_SIZE) != FM_OK)
		return fm_text_end(&text);

	add_subject(&text, why);
	if (why->status == FM_E_BUSY && subject_begins(why, FM_SUBJECT_RESERVATION)) {
		fm_text_add(&text, "use another struct");
		return fm_text_end(&text);
	}
	if (subject_begins(why, FM_SUBJECT_CAPABILITY)) {
		add_capability(&text, why);
		return fm_text_end(&text);
	}
	add_reason(&text, why);
	add_help(&text, why);
	if (subject_begins(why, "options.storage") && why->help == FM_HELP_ENLARGE)
		fm_text_add(&text, " (an arena takes less with a lower options.max_buffers)");
	return fm_text_end(&text);
}
