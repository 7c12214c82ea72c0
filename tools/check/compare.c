/* SPDX-License-Identifier: MIT */
/** @file
 * Two reports side by side: the amounts of both go into one list, which is sorted so that what belongs together meets. */
#include "compare.h"

#include <stdlib.h>
#include <string.h>

#include "image.h"

const char *const level_names[LEVELS] = { [LEVEL_REGION] = "region", [LEVEL_SECTION] = "section", [LEVEL_SYMBOL] = "symbol" };

static uint64_t bytes_of(const json_t *object, const char *name)
{
	const json_t *value = json_object_get(object, name);

	return json_is_string(value) ? strtoull(json_string_value(value), NULL, 16) : (uint64_t)json_integer_value(value);
}

static const char *text_of(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text == NULL ? "" : text;
}

/** One side of a change. */
static void add(struct comparison *comparison, struct change change, uint64_t bytes, int after)
{
	*(after ? &change.after : &change.before) = bytes;
	comparison->changes = grow(comparison->changes, comparison->count, sizeof *comparison->changes);
	comparison->changes[comparison->count++] = change;
}

static void add_report(struct comparison *comparison, const json_t *report, int after)
{
	const json_t *item;
	size_t i;

	json_array_foreach(json_object_get(report, "regions"), i, item)
		add(comparison, (struct change){ .region = text_of(item, "id"), .section = "", .name = text_of(item, "id") }, bytes_of(item, "used"), after);
	json_array_foreach(json_object_get(report, "sections"), i, item) {
		struct change change = { .section = text_of(item, "name"), .name = text_of(item, "name"), .level = LEVEL_SECTION };

		change.region = text_of(item, "region");
		add(comparison, change, bytes_of(item, "size"), after);
		change.region = text_of(item, "copy_in");
		change.copy = 1;
		if (change.region[0] != '\0')
			add(comparison, change, bytes_of(item, "stored"), after);
	}
	json_array_foreach(json_object_get(report, "symbols"), i, item)
		add(comparison,
		    (struct change){ .region = "", .section = text_of(item, "section"), .name = text_of(item, "name"), .level = LEVEL_SYMBOL },
		    bytes_of(item, "size"), after);
}

static int by_key(const void *left, const void *right)
{
	const struct change *a = left, *b = right;
	int order = (int)a->level - (int)b->level;

	if (order == 0)
		order = strcmp(a->region, b->region);
	if (order == 0)
		order = strcmp(a->section, b->section);
	if (order == 0)
		order = strcmp(a->name, b->name);
	return order != 0 ? order : a->copy - b->copy;
}

/** Level by level the largest growth first, the largest loss last. */
static int by_growth(const void *left, const void *right)
{
	const struct change *a = left, *b = right;
	int a_grew = a->after > a->before, b_grew = b->after > b->before;
	uint64_t a_by = a_grew ? a->after - a->before : a->before - a->after, b_by = b_grew ? b->after - b->before : b->before - b->after;

	if (a->level != b->level)
		return a->level < b->level ? -1 : 1;
	if (a_grew != b_grew)
		return b_grew - a_grew;
	if (a_by != b_by)
		return (a_by > b_by) == a_grew ? -1 : 1;
	return by_key(a, b);
}

static uint64_t sum(uint64_t a, uint64_t b)
{
	return a > UINT64_MAX - b ? UINT64_MAX : a + b;
}

/** Joins what has the same key, and keeps what changed. */
static void join(struct comparison *comparison)
{
	size_t kept = 0, i = 0;

	qsort(comparison->changes, comparison->count, sizeof *comparison->changes, by_key);
	while (i < comparison->count) {
		struct change joined = comparison->changes[i++];

		for (; i < comparison->count && by_key(&joined, &comparison->changes[i]) == 0; i++) {
			joined.before = sum(joined.before, comparison->changes[i].before);
			joined.after = sum(joined.after, comparison->changes[i].after);
		}
		if (joined.before != joined.after)
			comparison->changes[kept++] = joined;
	}
	comparison->count = kept;
	qsort(comparison->changes, kept, sizeof *comparison->changes, by_growth);
}

enum exit_code compare_reports(json_t *before, json_t *after, struct comparison *comparison)
{
	const char *old = text_of(before, "profile"), *new = text_of(after, "profile");

	*comparison = (struct comparison){ .before = before, .after = after };
	if (strcmp(old, new) != 0)
		return complain(EXIT_INPUT, "the old report is of %s and the new one of %s: they can't be compared", old, new);
	add_report(comparison, before, 0);
	add_report(comparison, after, 1);
	if (comparison->count > 0)
		join(comparison);
	return EXIT_YES;
}

void free_comparison(struct comparison *comparison)
{
	json_decref(comparison->before);
	json_decref(comparison->after);
	free(comparison->changes);
	*comparison = (struct comparison){ 0 };
}

int has_grown(const struct comparison *comparison)
{
	return comparison->count > 0 && comparison->changes[0].level == LEVEL_REGION && comparison->changes[0].after > comparison->changes[0].before;
}
