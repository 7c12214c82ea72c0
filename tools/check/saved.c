/* SPDX-License-Identifier: MIT */
/** @file
 * A saved report, read with suspicion: anybody may have written it. */
#include <string.h>

#include "compare.h"

/** What a member must be. */
enum form { FORM_TEXT, FORM_TEXT_OR_NULL, FORM_BYTES };

/** A member that is read later. */
struct member {
	const char *list; /**< NULL: of the report itself */
	const char *name;
	enum form form;
};

static const struct member members[] = {
	{ NULL, "profile", FORM_TEXT },
	{ NULL, "input", FORM_TEXT },
	{ "regions", "id", FORM_TEXT },
	{ "regions", "used", FORM_BYTES },
	{ "sections", "name", FORM_TEXT },
	{ "sections", "size", FORM_BYTES },
	{ "sections", "stored", FORM_BYTES },
	{ "sections", "region", FORM_TEXT_OR_NULL },
	{ "sections", "copy_in", FORM_TEXT_OR_NULL },
	{ "symbols", "name", FORM_TEXT },
	{ "symbols", "section", FORM_TEXT },
	{ "symbols", "size", FORM_BYTES },
};

/** 1 iff the value is a number of bytes: an integer that is not negative, or "0x...". */
static int is_bytes(const json_t *value)
{
	const char *text = json_string_value(value);

	if (json_is_integer(value))
		return json_integer_value(value) >= 0;
	return text != NULL && strncmp(text, "0x", 2) == 0 && text[2] != '\0' && strlen(text) <= 18 && text[2 + strspn(text + 2, "0123456789ABCDEF")] == '\0';
}

/** 1 iff the value is a text of printable ASCII, as check writes them: it goes to terminals. */
static int is_text(const json_t *value)
{
	const char *text = json_string_value(value);

	for (; text != NULL && *text != '\0'; text++)
		if (*text < 0x20 || *text >= 0x7F)
			return 0;
	return text != NULL;
}

static int has_form(const json_t *value, enum form form)
{
	switch (form) {
	case FORM_TEXT:
		return is_text(value);
	case FORM_TEXT_OR_NULL:
		return is_text(value) || json_is_null(value);
	default:
		return is_bytes(value);
	}
}

static const char *form_text(enum form form)
{
	return form == FORM_TEXT ? "a plain text" : form == FORM_TEXT_OR_NULL ? "a plain text or null" : "a number of bytes";
}

static int judge_member(const char *name, const json_t *whole, const struct member *member)
{
	const json_t *list = member->list == NULL ? NULL : json_object_get(whole, member->list);

	if (member->list == NULL) {
		if (has_form(json_object_get(whole, member->name), member->form))
			return 0;
		complain(EXIT_INPUT, "%s: %s is not %s", name, member->name, form_text(member->form));
		return -1;
	}
	if (!json_is_array(list)) {
		complain(EXIT_INPUT, "%s: %s is not a list", name, member->list);
		return -1;
	}
	for (size_t i = 0; i < json_array_size(list); i++)
		if (!has_form(json_object_get(json_array_get(list, i), member->name), member->form)) {
			complain(EXIT_INPUT, "%s: %s[%zu].%s is not %s", name, member->list, i, member->name, form_text(member->form));
			return -1;
		}
	return 0;
}

json_t *read_report(const struct input *input)
{
	json_error_t error;
	json_t *whole = json_loadb((const char *)input->bytes, input->size, JSON_REJECT_DUPLICATES, &error);

	if (whole == NULL) {
		complain(EXIT_INPUT, "%s:%d:%d: %s", input->name, error.line, error.column, error.text);
		return NULL;
	}
	if (!json_is_object(whole) || !json_is_integer(json_object_get(whole, "schema")) || json_integer_value(json_object_get(whole, "schema")) != 1) {
		complain(EXIT_INPUT, "%s: not a report of flightmem check --json in the form that this version writes", input->name);
		json_decref(whole);
		return NULL;
	}
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
		if (judge_member(input->name, whole, &members[i]) != 0) {
			json_decref(whole);
			return NULL;
		}
	return whole;
}
