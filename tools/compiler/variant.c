/* SPDX-License-Identifier: MIT */
/** @file
 * A variant of a platform: what its file says of another model or of one with more memory, put in place of what holds for the usual one. */
#include <stdio.h>
#include <string.h>

#include "compiler/rules.h"

/** The link that leads to the entry `key` of a map, or to the end of its entries. */
static struct node **link_to(struct node *map, const char *key)
{
	struct node **link = &map->first;

	while (*link != NULL && !is_same((*link)->key, key))
		link = &(*link)->next;
	return link;
}

/** The entries of a list or map have indices from 0 on. */
static void number(struct node *list)
{
	list->count = 0;
	for (struct node *one = list->first; one != NULL; one = one->next)
		one->index = list->count++;
}

/** The entry `key` of `map` becomes a copy of `value`, which may be NULL: none. Problems of what lies below are told where the variant says it. */
static void put(struct source *source, struct node *map, const char *key, const struct node *value)
{
	struct node **link = link_to(map, key), *old = *link, *made = old == NULL ? NULL : old->next;

	if (value != NULL) {
		made = source_memory(source, sizeof *made);
		*made = *value;
		made->key = key;
		made->parent = map;
		made->next = old == NULL ? NULL : old->next;
	}
	*link = made;
	number(map);
}

static void put_text(struct source *source, struct node *map, const char *key, const char *text)
{
	struct node value = **link_to(map, key);

	value.text = strcpy(source_memory(source, strlen(text) + 1), text);
	put(source, map, key, &value);
}

/** Takes a region out; whose bytes are its bytes can't stay. */
static void take_out(struct source *source, struct node *regions, const char *id)
{
	struct node **link = &regions->first;

	while (!is_same(text_of(*link, "id"), id))
		link = &(*link)->next;
	*link = (*link)->next;
	number(regions);
	for (const struct node *one = regions->first; one != NULL; one = one->next)
		if (is_same(text_of(one, "alias_of"), id))
			add_problem_at(source, entry(one, "alias_of"), "the variant has no region %s", id);
}

/** What is said to be there is no longer optional. */
static void change_region(struct source *source, struct node *regions, const struct node *change)
{
	struct node *region = regions->first;
	const struct node *present = entry(change, "present");

	while (!is_same(text_of(region, "id"), text_of(change, "region")))
		region = region->next;
	if (present != NULL && present->number == 0) {
		take_out(source, regions, text_of(change, "region"));
		return;
	}
	if (present != NULL) {
		struct node certain = **link_to(region, "optional");

		certain.kind = NODE_TRUTH;
		certain.number = 0;
		certain.text = "no";
		put(source, region, "optional", &certain);
	}
	if (entry(change, "size") != NULL)
		put(source, region, "size", entry(change, "size"));
	if (entry(change, "mirrors") != NULL)
		put(source, region, "mirrors", entry(change, "mirrors")->count == 0 ? NULL : entry(change, "mirrors"));
}

/** A name of its own, so that both can lie in one folder; an alias stays the usual one's. */
static void rename_platform(struct source *source, const struct node *variant)
{
	char text[512];

	snprintf(text, sizeof text, "%s, %s", text_of(source->root, "name"), text_of(variant, "name"));
	put_text(source, source->root, "name", text);
	snprintf(text, sizeof text, "%s-%s", text_of(source->root, "id"), text_of(variant, "id"));
	if (strlen(text) > 31)
		add_problem_at(source, variant, "'%s' is longer than the 31 characters of an id", text);
	put_text(source, source->root, "id", text);
	put(source, source->root, "aliases", NULL);
}

enum exit_code apply_variant(struct source *source, const char *id)
{
	const struct node *variants = entry(source->root, "variants"), *variant = variants == NULL ? NULL : find_id(variants, id);
	const struct node *changes = entry(variant, "changes");

	if (variant == NULL) {
		char known[512] = "";

		for (const struct node *one = variants == NULL ? NULL : variants->first; one != NULL; one = one->next)
			snprintf(known + strlen(known), sizeof known - strlen(known), " %s", text_of(one, "id"));
		return complain(EXIT_USAGE, "%s has no variant '%s'; %s%s", source->file, id, variants == NULL ? "it has none" : "it has", known);
	}
	for (const struct node *change = changes == NULL ? NULL : changes->first; change != NULL; change = change->next)
		change_region(source, *link_to(source->root, "regions"), change);
	rename_platform(source, variant);
	judge_regions(source);
	return source->problem_count == 0 ? EXIT_YES : EXIT_NO;
}
