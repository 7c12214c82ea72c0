/* SPDX-License-Identifier: MIT */
/** @file
 * Keywords of a schema that judge one value by itself: its type, its choices, its form, its limits. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "compiler/keywords.h"

void append_text(char *text, size_t size, const char *before, const char *more)
{
	size_t length = strlen(text);

	snprintf(text + length, size - length, "%s%s", length ? before : "", more);
}

void append_value(char *text, size_t size, const char *before, const json_t *value)
{
	char number[32];

	if (json_is_string(value))
		append_text(text, size, before, json_string_value(value));
	else if (json_is_boolean(value))
		append_text(text, size, before, json_is_true(value) ? "yes" : "no");
	else {
		snprintf(number, sizeof number, "%.0f", json_number_value(value));
		append_text(text, size, before, number);
	}
}

const char *shown(const struct node *node, char text[SHOWN_BYTES])
{
	if (node->kind == NODE_LIST || node->kind == NODE_MAP)
		return node->kind == NODE_LIST ? "a list" : "a mapping";
	snprintf(text, SHOWN_BYTES, node->kind == NODE_TEXT ? "'%.48s'" : "%.48s", node->text);
	return text;
}

static int is_value(const json_t *value, const struct node *node)
{
	if (json_is_string(value))
		return is_text_node(node, json_string_value(value));
	if (json_is_boolean(value))
		return node->kind == NODE_TRUTH && node->number == (uint64_t)json_is_true(value);
	return node->kind == NODE_NUMBER && !node->negative && !node->too_large && (double)node->number == json_number_value(value);
}

int judge_type(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	static const struct {
		const char *name, *said;
		enum node_kind kind;
	} types[] = { { "object", "a mapping", NODE_MAP }, { "array", "a list", NODE_LIST }, { "string", "a text", NODE_TEXT },
		{ "integer", "a whole number", NODE_NUMBER }, { "boolean", "yes or no", NODE_TRUTH } };
	char text[SHOWN_BYTES];

	(void)schema;
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
		if (is_same(types[i].name, json_string_value(value)))
			return node->kind == types[i].kind ? 1 : SAY_NO(form, node, "%s is not %s", shown(node, text), types[i].said);
	form->unknown = json_string_value(value);
	return 0;
}

static const json_t *names_of_enum; /* where did_you_mean() looks */

static const char *name_in_enum(size_t index)
{
	const char *name = json_string_value(json_array_get(names_of_enum, index));

	return name == NULL ? "" : name;
}

int judge_enum(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	char choices[400] = "", text[SHOWN_BYTES];
	const char *near;
	const json_t *item;
	size_t i;

	(void)schema;
	json_array_foreach(value, i, item) {
		if (is_value(item, node))
			return 1;
		append_value(choices, sizeof choices, ", ", item);
	}
	names_of_enum = value;
	near = node->kind == NODE_TEXT ? did_you_mean(node->text, name_in_enum, json_array_size(value)) : NULL;
	if (near != NULL && *near != '\0')
		return SAY_NO(form, node, "%s is not one of %s; did you mean %s?", shown(node, text), choices, near);
	return SAY_NO(form, node, "%s is not one of %s", shown(node, text), choices);
}

int judge_const(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	char wanted[64] = "", text[SHOWN_BYTES];

	(void)schema;
	append_value(wanted, sizeof wanted, "", value);
	return is_value(value, node) ? 1 : SAY_NO(form, node, "%s is not %s", shown(node, text), wanted);
}

/** A pattern for regcomp(3): \xHH becomes that byte; \x00 the first one above, for no text has a NUL. */
static void translate_pattern(const char *pattern, char *to)
{
	for (; *pattern != '\0'; pattern++) {
		if (pattern[0] == '\\' && pattern[1] == 'x') {
			char digits[3] = { pattern[2], pattern[3], '\0' };
			char byte = (char)strtol(digits, NULL, 16);

			*to++ = byte == 0 ? 1 : byte;
			pattern += 3;
		} else {
			*to++ = *pattern;
		}
	}
	*to = '\0';
}

/** The pattern of the schema, compiled once; NULL iff it can't be, or there are too many. */
static const regex_t *compiled_pattern(struct form *form, const char *text)
{
	char translated[256];
	size_t i = 0;

	while (i < form->pattern_count && form->patterns[i].text != text)
		i++;
	if (i < form->pattern_count)
		return &form->patterns[i].compiled;
	if (i == PATTERNS_MAX || strlen(text) >= sizeof translated)
		return NULL;
	translate_pattern(text, translated);
	if (regcomp(&form->patterns[i].compiled, translated, REG_EXTENDED | REG_NOSUB) != 0)
		return NULL;
	form->patterns[i].text = text;
	form->pattern_count++;
	return &form->patterns[i].compiled;
}

int judge_pattern(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	const char *pattern = json_string_value(value), *description = json_string_value(json_object_get(schema, "description"));
	const regex_t *compiled;
	char text[SHOWN_BYTES];

	if (node->kind != NODE_TEXT)
		return 1;
	compiled = compiled_pattern(form, pattern);
	if (compiled == NULL) {
		form->unknown = pattern;
		return 0;
	}
	if (regexec(compiled, node->text, 0, NULL, 0) == 0)
		return 1;
	return SAY_NO(form, node, "%s is not of the form %s%s%s", shown(node, text), pattern, description ? ": " : "", description ? description : "");
}

/** Characters of a UTF-8 text. */
static double characters(const char *text)
{
	double count = 0;

	for (; *text != '\0'; text++)
		count += (*text & 0xC0) != 0x80;
	return count;
}

int judge_min_length(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	(void)schema;
	return node->kind != NODE_TEXT || characters(node->text) >= json_number_value(value) ? 1 : SAY_NO(form, node, "the text is empty");
}

int judge_max_length(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	(void)schema;
	return node->kind != NODE_TEXT || characters(node->text) <= json_number_value(value) ?
		       1 :
		       SAY_NO(form, node, "'%.40s' is longer than %.0f characters", node->text, json_number_value(value));
}

int judge_minimum(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	double least = json_number_value(value);

	(void)schema;
	if (node->kind != NODE_NUMBER || (!node->negative && (double)node->number >= least))
		return 1;
	return SAY_NO(form, node, "%.40s is below %.0f", node->text, least);
}

/** Doubles hold the limits of the schema exactly but 2^64 - 1, which every number meets that was read whole. */
int judge_maximum(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	double most = json_number_value(value);

	(void)schema;
	if (node->kind != NODE_NUMBER)
		return 1;
	if (node->too_large)
		return SAY_NO(form, node, "%.40s is above 18446744073709551615, what 64 bits hold", node->text);
	return node->negative || (double)node->number <= most ? 1 : SAY_NO(form, node, "%.40s is above %.0f", node->text, most);
}

int judge_min_items(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	(void)schema;
	return node->kind != NODE_LIST || node->count >= json_number_value(value) ? 1 : SAY_NO(form, node, "the list is empty; leave the key out");
}

int judge_max_items(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	(void)schema;
	return node->kind != NODE_LIST || node->count <= json_number_value(value) ?
		       1 :
		       SAY_NO(form, node, "the list has %u values, %.0f are allowed", node->count, json_number_value(value));
}

int judge_min_properties(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	(void)schema;
	return node->kind != NODE_MAP || node->count >= json_number_value(value) ?
		       1 :
		       SAY_NO(form, node, "has %u keys, at least %.0f are needed", node->count, json_number_value(value));
}
