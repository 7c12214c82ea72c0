/* SPDX-License-Identifier: MIT */
/** @file
 * A JSON Schema interpreter for the keywords that data/schemas/platform.json uses; one that it does not know ends the judgement, so that
 * the schema can't say something that is not heard. Schemas are trusted and do not go round; values are not trusted. */
#include "compiler/form.h"

#include <string.h>

#include "command.h"
#include "compiler/keywords.h"

static int fits_schema(struct form *form, const json_t *schema, const struct node *node);

/** True iff the value fits; nothing is said. */
static int would_fit(struct form *form, const json_t *schema, const struct node *node)
{
	int answer;

	form->silent++;
	answer = fits_schema(form, schema, node);
	form->silent--;
	return answer;
}

static int judge_items(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	int answer = 1;

	(void)schema;
	for (const struct node *item = node->kind == NODE_LIST ? node->first : NULL; item != NULL; item = item->next)
		answer &= fits_schema(form, value, item);
	return answer;
}

static int judge_required(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	int answer = 1;
	const json_t *key;
	size_t i;

	(void)schema;
	json_array_foreach(value, i, key)
		if (node->kind == NODE_MAP && entry(node, json_string_value(key)) == NULL)
			answer = SAY_NO(form, node, "'%s' is missing", json_string_value(key));
	return answer;
}

static int judge_dependent_required(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	int answer = 1;
	const char *key;
	json_t *wanted;

	(void)schema;
	json_object_foreach((json_t *)(uintptr_t)value, key, wanted) {
		const struct node *having = node->kind == NODE_MAP ? entry(node, key) : NULL;
		const json_t *other;
		size_t i;

		json_array_foreach(wanted, i, other)
			if (having != NULL && entry(node, json_string_value(other)) == NULL)
				answer = SAY_NO(form, having, "needs '%s' beside it", json_string_value(other));
	}
	return answer;
}

static int judge_properties(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	int answer = 1;

	(void)schema;
	for (const struct node *one = node->kind == NODE_MAP ? node->first : NULL; one != NULL; one = one->next) {
		const json_t *wanted = json_object_get(value, one->key);

		if (json_is_false(wanted))
			answer = SAY_NO(form, one, "does not go with what else is here");
		else if (wanted != NULL)
			answer &= fits_schema(form, wanted, one);
	}
	return answer;
}

static const json_t *names_of_object; /* where did_you_mean() looks */

static const char *name_in_object(size_t index)
{
	void *at = json_object_iter((json_t *)(uintptr_t)names_of_object);

	while (index-- > 0)
		at = json_object_iter_next((json_t *)(uintptr_t)names_of_object, at);
	return json_object_iter_key(at);
}

static int refuse_key(struct form *form, const json_t *known, const struct node *node)
{
	struct node key = *node;
	const char *near;

	key.line = node->key_line;
	key.column = node->key_column;
	names_of_object = known;
	near = did_you_mean(node->key, name_in_object, json_object_size(known));
	if (near != NULL)
		return SAY_NO(form, &key, "there is no such key; did you mean %s?", near);
	return SAY_NO(form, &key, "there is no such key; data/schemas/platform.json lists them");
}

static int judge_additional(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	const json_t *known = json_object_get(schema, "properties");
	int answer = 1;

	for (const struct node *one = node->kind == NODE_MAP ? node->first : NULL; one != NULL; one = one->next)
		if (json_object_get(known, one->key) == NULL)
			answer &= json_is_false(value) ? refuse_key(form, known, one) : fits_schema(form, value, one);
	return answer;
}

/** What a branch of a choice wants, in words. */
static void append_wish(const struct form *form, char *text, size_t size, const json_t *schema)
{
	const json_t *at = schema, *least;
	char words[160] = "";

	if (json_object_get(schema, "$ref") != NULL)
		at = json_object_get(json_object_get(form->schema, "$defs"), strrchr(json_string_value(json_object_get(schema, "$ref")), '/') + 1);
	least = json_object_get(at, "minimum");
	if (json_object_get(at, "const") != NULL)
		append_value(words, sizeof words, "", json_object_get(at, "const"));
	else if (json_object_get(at, "enum") != NULL)
		for (size_t i = 0; i < json_array_size(json_object_get(at, "enum")); i++)
			append_value(words, sizeof words, ", ", json_array_get(json_object_get(at, "enum"), i));
	else if (json_object_get(at, "required") != NULL)
		snprintf(words, sizeof words, "something with %s", json_string_value(json_array_get(json_object_get(at, "required"), 0)));
	else if (least != NULL)
		snprintf(words, sizeof words, "a whole number from %.0f on", json_number_value(least));
	else
		snprintf(words, sizeof words, "a text");
	append_text(text, size, " or ", words);
}

static int judge_any_of(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	char wishes[400] = "", text[SHOWN_BYTES];
	const json_t *choice;
	size_t i;

	(void)schema;
	json_array_foreach(value, i, choice)
		if (would_fit(form, choice, node))
			return 1;
	if (node->too_large)
		return SAY_NO(form, node, "%.40s is above 18446744073709551615, what 64 bits hold", node->text);
	json_array_foreach(value, i, choice)
		append_wish(form, wishes, sizeof wishes, choice);
	return SAY_NO(form, node, "%s is not %s", shown(node, text), wishes);
}

static int judge_if(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	const json_t *then = json_object_get(schema, would_fit(form, value, node) ? "then" : "else");

	return then == NULL || fits_schema(form, then, node);
}

/** $ref: "#/$defs/NAME" only. */
static int judge_ref(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	static const char prefix[] = "#/$defs/";
	const char *name = json_string_value(value);
	const json_t *meant = strncmp(name, prefix, sizeof prefix - 1) == 0 ? json_object_get(json_object_get(form->schema, "$defs"), name + sizeof prefix - 1) : NULL;

	(void)schema;
	if (meant == NULL)
		form->unknown = name;
	return meant != NULL && fits_schema(form, meant, node);
}

/** What says nothing of a value by itself. */
static int judge_nothing(struct form *form, const json_t *value, const json_t *schema, const struct node *node)
{
	(void)form;
	(void)value;
	(void)schema;
	(void)node;
	return 1;
}

static const struct keyword {
	const char *name;
	keyword_fn *judge;
} keywords[] = {
	{ "$defs", judge_nothing },
	{ "$ref", judge_ref },
	{ "$schema", judge_nothing },
	{ "additionalProperties", judge_additional },
	{ "anyOf", judge_any_of },
	{ "const", judge_const },
	{ "dependentRequired", judge_dependent_required },
	{ "description", judge_nothing },
	{ "else", judge_nothing },
	{ "enum", judge_enum },
	{ "if", judge_if },
	{ "items", judge_items },
	{ "maxItems", judge_max_items },
	{ "maxLength", judge_max_length },
	{ "maximum", judge_maximum },
	{ "minItems", judge_min_items },
	{ "minLength", judge_min_length },
	{ "minProperties", judge_min_properties },
	{ "minimum", judge_minimum },
	{ "pattern", judge_pattern },
	{ "properties", judge_properties },
	{ "required", judge_required },
	{ "then", judge_nothing },
	{ "title", judge_nothing },
	{ "type", judge_type },
};

static const struct keyword *find_keyword(const char *name)
{
	for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
		if (strcmp(keywords[i].name, name) == 0)
			return &keywords[i];
	return NULL;
}

static int fits_schema(struct form *form, const json_t *schema, const struct node *node)
{
	int answer = 1;
	const char *name;
	json_t *value;

	/* A value of the wrong type would be told of again by each rule for the right one. */
	if (json_object_get(schema, "type") != NULL && !judge_type(form, json_object_get(schema, "type"), schema, node))
		return 0;
	json_object_foreach((json_t *)(uintptr_t)schema, name, value) {
		const struct keyword *keyword = find_keyword(name);

		if (keyword == NULL)
			form->unknown = name;
		else if (keyword->judge != judge_type)
			answer &= keyword->judge(form, value, schema, node);
	}
	return answer && form->unknown == NULL;
}

int judge_form(struct source *source)
{
	json_error_t error;
	json_t *schema = platform_schema(&error);
	struct form form = { .source = source, .schema = schema };

	if (schema == NULL) {
		complain(EXIT_INPUT, "data/schemas/platform.json:%d: %s", error.line, error.text);
		return -1;
	}
	fits_schema(&form, schema, source->root);
	if (form.unknown != NULL)
		complain(EXIT_INPUT, "data/schemas/platform.json: nobody here knows '%s'", form.unknown);
	while (form.pattern_count > 0)
		regfree(&form.patterns[--form.pattern_count].compiled);
	json_decref(schema);
	return form.unknown == NULL ? 0 : -1;
}
