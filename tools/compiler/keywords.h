/* SPDX-License-Identifier: MIT */
/** @file
 * Keywords of JSON Schema, inside: what form.c (those that lead to other values or schemas) and scalars.c (the others) share. */
#ifndef FLIGHTMEM_TOOLS_COMPILER_KEYWORDS_H
#define FLIGHTMEM_TOOLS_COMPILER_KEYWORDS_H

#include <jansson.h>
#include <regex.h>

#include "compiler/tree.h"

enum { PATTERNS_MAX = 16 };

/** A judgement on its way. */
struct form {
	struct source *source;
	const json_t *schema; /**< the whole one, which $ref leads into */
	int silent;           /**< more than 0: only the answer is wanted */
	struct {
		const char *text;
		regex_t compiled;
	} patterns[PATTERNS_MAX];
	size_t pattern_count;
	const char *unknown;  /**< a keyword that nobody knows */
};

/** The answer "no", with a problem unless nobody wants it. */
#define SAY_NO(form, node, ...) ((form)->silent ? 0 : (add_problem_at((form)->source, node, __VA_ARGS__), 0))

/** Judges one keyword: `value` is what the schema says under it. Returns whether the node fits; a keyword of another kind of value always does. */
typedef int keyword_fn(struct form *form, const json_t *value, const json_t *schema, const struct node *node);

keyword_fn judge_const, judge_enum, judge_max_items, judge_max_length, judge_maximum, judge_min_items, judge_min_length, judge_min_properties;
keyword_fn judge_minimum, judge_pattern, judge_type;

/** Bytes of shown(). */
enum { SHOWN_BYTES = 64 };

/** What a value is called in a message: 'text', 12, yes; a list, a mapping. */
const char *shown(const struct node *node, char text[SHOWN_BYTES]);

/** Appends to a text that holds `size` bytes; `before` too, unless it is empty. */
void append_text(char *text, size_t size, const char *before, const char *more);

/** Appends a value of a schema as a file writes it. */
void append_value(char *text, size_t size, const char *before, const json_t *value);

#endif
