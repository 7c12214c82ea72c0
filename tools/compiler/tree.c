/* SPDX-License-Identifier: MIT */
/** @file
 * Trees of values: looking things up, the memory they live in, the problems they have. */
#include "compiler/tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"

/** A piece of a source's memory, in a list. */
struct piece {
	struct piece *next;
	max_align_t bytes[];
};

void *source_memory(struct source *source, size_t bytes)
{
	struct piece *piece = calloc(1, sizeof *piece + bytes);

	if (piece == NULL)
		exit((int)complain(EXIT_INPUT, "no memory for the file"));
	piece->next = source->memory;
	source->memory = piece;
	return piece->bytes;
}

void end_source(struct source *source)
{
	for (struct piece *piece = source->memory, *next; piece != NULL; piece = next) {
		next = piece->next;
		free(piece);
	}
	*source = (struct source){ .file = source->file };
}

/** Puts a problem where it belongs: by line, then by column. */
static void insert(struct source *source, struct problem *problem)
{
	struct problem **link = &source->problems;

	while (*link != NULL && ((*link)->line < problem->line || ((*link)->line == problem->line && (*link)->column <= problem->column)))
		link = &(*link)->next;
	problem->next = *link;
	*link = problem;
	source->problem_count++;
}

static void add(struct source *source, unsigned line, unsigned column, const char *path, const char *format, va_list arguments)
	__attribute__((format(printf, 5, 0)));
static void add(struct source *source, unsigned line, unsigned column, const char *path, const char *format, va_list arguments)
{
	struct problem *problem = source_memory(source, sizeof *problem);
	char message[512];
	size_t length = (size_t)snprintf(message, sizeof message, "%s%s", path, *path ? ": " : "");

	vsnprintf(message + length, sizeof message - length, format, arguments);
	problem->line = line;
	problem->column = column;
	problem->message = strcpy(source_memory(source, strlen(message) + 1), message);
	insert(source, problem);
}

void add_problem(struct source *source, unsigned line, unsigned column, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	add(source, line, column, "", format, arguments);
	va_end(arguments);
}

/** Writes "regions.2.size" to `path` and gives its length; what does not fit is left out. */
static size_t write_path(const struct node *node, char *path, size_t size)
{
	size_t length = node->parent == NULL ? 0 : write_path(node->parent, path, size);
	int more;

	if (node->parent == NULL || length >= size)
		return length;
	if (node->key != NULL)
		more = snprintf(path + length, size - length, "%s%s", length ? "." : "", node->key);
	else
		more = snprintf(path + length, size - length, "%s%u", length ? "." : "", node->index);
	return length + (size_t)more;
}

void add_problem_at(struct source *source, const struct node *node, const char *format, ...)
{
	char path[160] = "the file";
	va_list arguments;

	write_path(node, path, sizeof path);
	va_start(arguments, format);
	add(source, node->line, node->column, path, format, arguments);
	va_end(arguments);
}

const struct node *entry(const struct node *map, const char *key)
{
	for (const struct node *node = map == NULL ? NULL : map->first; node != NULL; node = node->next)
		if (is_same(node->key, key))
			return node;
	return NULL;
}

const char *text_of(const struct node *map, const char *key)
{
	const struct node *node = entry(map, key);

	return node == NULL ? NULL : node->text;
}

int has_number(const struct node *map, const char *key)
{
	const struct node *node = entry(map, key);

	return node != NULL && node->kind == NODE_NUMBER;
}

uint64_t number_of(const struct node *map, const char *key, uint64_t otherwise)
{
	return has_number(map, key) ? entry(map, key)->number : otherwise;
}

int is_same(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

int is_text_node(const struct node *node, const char *text)
{
	return node != NULL && node->kind == NODE_TEXT && is_same(node->text, text);
}

int holds_text(const struct node *list, const char *text)
{
	for (const struct node *node = list == NULL ? NULL : list->first; node != NULL; node = node->next)
		if (is_same(node->text, text))
			return 1;
	return 0;
}

const struct node *find_id(const struct node *list, const char *id)
{
	for (const struct node *node = list == NULL ? NULL : list->first; node != NULL; node = node->next)
		if (is_same(text_of(node, "id"), id))
			return node;
	return NULL;
}
