/* SPDX-License-Identifier: MIT */
/** @file
 * From YAML to a tree, event by event: nothing of the file decides how deep or how much is built. Refused with their place are anchors,
 * aliases and tags, keys that are there twice, control characters, a second document, and what passes the limits of tree.h. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "compiler/tree.h"

/** A reading on its way. */
struct reading {
	struct source *source;
	yaml_parser_t parser;
	yaml_event_t event; /**< the present one */
	const char *bytes;
	size_t size;
};

/** Says what the YAML parser says; of bytes that are no text it knows the place as an offset only. */
static void add_syntax_problem(struct reading *reading)
{
	const yaml_parser_t *parser = &reading->parser;
	unsigned line = 1, column = 1;

	if (parser->error != YAML_READER_ERROR) {
		add_problem(reading->source, (unsigned)parser->problem_mark.line + 1, (unsigned)parser->problem_mark.column + 1, "%s%s%s", parser->problem,
			    parser->context == NULL ? "" : ", ", parser->context == NULL ? "" : parser->context);
		return;
	}
	for (size_t i = 0; i < parser->problem_offset && i < reading->size; i++) {
		column = reading->bytes[i] == '\n' ? 1 : column + 1;
		line += reading->bytes[i] == '\n';
	}
	add_problem(reading->source, line, column, "%s (byte 0x%02X): a file is UTF-8 text", parser->problem, (unsigned)parser->problem_value & 0xFF);
}

/** Goes to the next event. Returns 0, or -1 after a problem. */
static int next_event(struct reading *reading)
{
	yaml_event_delete(&reading->event);
	if (yaml_parser_parse(&reading->parser, &reading->event))
		return 0;
	add_syntax_problem(reading);
	return -1;
}

/** Notes a problem at the present event. Returns -1. */
#define REFUSE(reading, ...) refuse_at((reading)->source, &(reading)->event.start_mark, __VA_ARGS__)

static int refuse_at(struct source *source, const yaml_mark_t *mark, const char *format, ...) __attribute__((format(printf, 3, 4)));

static int refuse_at(struct source *source, const yaml_mark_t *mark, const char *format, ...)
{
	char message[256];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	add_problem(source, (unsigned)mark->line + 1, (unsigned)mark->column + 1, "%s", message);
	return -1;
}

/** The byte of the first control character; NULL iff there is none. `length` bytes of UTF-8. */
static const unsigned char *find_control(const unsigned char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] < 0x20 || text[i] == 0x7F || (text[i] == 0xC2 && i + 1 < length && text[i + 1] < 0xA0))
			return text + i;
	return NULL;
}

/** The scalar of the present event, as a node or a key. Returns 0, or -1 after a problem. */
static int read_scalar(struct reading *reading, struct node *node)
{
	const yaml_event_t *event = &reading->event;
	const unsigned char *text = event->data.scalar.value;
	const char *wrong;
	char *copy;

	if (find_control(text, event->data.scalar.length) != NULL)
		return REFUSE(reading, "a text is one line without control characters");
	copy = source_memory(reading->source, event->data.scalar.length + 1);
	memcpy(copy, text, event->data.scalar.length);
	node->kind = NODE_TEXT;
	node->text = copy;
	if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
		return 0;
	wrong = resolve_scalar(node);
	if (wrong == NULL)
		return 0;
	return REFUSE(reading, "%s%.40s%s%s", *copy ? "'" : "", copy, *copy ? "' " : "", wrong);
}

/** True iff the present event has an anchor or a tag, or is an alias. */
static int is_decorated(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_ALIAS_EVENT:
		return 1;
	case YAML_SCALAR_EVENT:
		return event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL;
	case YAML_SEQUENCE_START_EVENT:
		return event->data.sequence_start.anchor != NULL || event->data.sequence_start.tag != NULL;
	case YAML_MAPPING_START_EVENT:
		return event->data.mapping_start.anchor != NULL || event->data.mapping_start.tag != NULL;
	default:
		return 0;
	}
}

static struct node *read_value(struct reading *reading, unsigned depth);

/** Puts a value at the end of its parent's. */
static void append(struct node *parent, struct node **last, struct node *node)
{
	node->parent = parent;
	node->index = parent->count++;
	if (*last == NULL)
		parent->first = node;
	else
		(*last)->next = node;
	*last = node;
}

static int read_list(struct reading *reading, struct node *list, unsigned depth)
{
	struct node *last = NULL;

	list->kind = NODE_LIST;
	while (next_event(reading) == 0) {
		if (reading->event.type == YAML_SEQUENCE_END_EVENT)
			return 0;
		if (list->count == ENTRIES_MAX)
			return REFUSE(reading, "a list has at most 4096 values");

		struct node *node = read_value(reading, depth);

		if (node == NULL)
			return -1;
		append(list, &last, node);
	}
	return -1;
}

/** The key of the present event: a text that the map does not have yet. NULL after a problem. */
static const char *read_key(struct reading *reading, const struct node *map)
{
	struct node key = { .kind = NODE_TEXT };

	if (is_decorated(&reading->event))
		return REFUSE(reading, "anchors (&x), aliases (*x) and tags (!x) are not used here: write the value out"), NULL;
	if (reading->event.type != YAML_SCALAR_EVENT)
		return REFUSE(reading, "a key is a text"), NULL;
	if (read_scalar(reading, &key) != 0)
		return NULL;
	if (key.kind != NODE_TEXT)
		return REFUSE(reading, "a key is a text"), NULL;
	if (entry(map, key.text) != NULL) {
		REFUSE(reading, "%.40s is given twice; it is in line %u already", key.text, entry(map, key.text)->key_line);
		return NULL;
	}
	return key.text;
}

static int read_map(struct reading *reading, struct node *map, unsigned depth)
{
	struct node *last = NULL;

	map->kind = NODE_MAP;
	while (next_event(reading) == 0) {
		yaml_mark_t mark = reading->event.start_mark;

		if (reading->event.type == YAML_MAPPING_END_EVENT)
			return 0;
		if (map->count == ENTRIES_MAX)
			return REFUSE(reading, "a mapping has at most 4096 keys");

		const char *key = read_key(reading, map);
		struct node *node = key == NULL || next_event(reading) != 0 ? NULL : read_value(reading, depth);

		if (node == NULL)
			return -1;
		node->key = key;
		node->key_line = (unsigned)mark.line + 1;
		node->key_column = (unsigned)mark.column + 1;
		if (node->kind == NODE_LIST || node->kind == NODE_MAP) {
			node->line = node->key_line;
			node->column = node->key_column;
		}
		append(map, &last, node);
	}
	return -1;
}

/** The value that begins with the present event; NULL after a problem. */
static struct node *read_value(struct reading *reading, unsigned depth)
{
	struct node *node = source_memory(reading->source, sizeof *node);
	int answer;

	node->line = (unsigned)reading->event.start_mark.line + 1;
	node->column = (unsigned)reading->event.start_mark.column + 1;
	if (depth == DEPTH_MAX && reading->event.type != YAML_SCALAR_EVENT)
		return REFUSE(reading, "values are nested more than 32 deep"), NULL;
	if (is_decorated(&reading->event))
		return REFUSE(reading, "anchors (&x), aliases (*x) and tags (!x) are not used here: write the value out"), NULL;
	if (reading->event.type == YAML_SCALAR_EVENT)
		answer = read_scalar(reading, node);
	else if (reading->event.type == YAML_SEQUENCE_START_EVENT)
		answer = read_list(reading, node, depth + 1);
	else
		answer = read_map(reading, node, depth + 1);
	return answer == 0 ? node : NULL;
}

/** One document, and nothing after it. Returns its value; NULL after a problem. */
static struct node *read_document(struct reading *reading)
{
	if (next_event(reading) != 0 || next_event(reading) != 0) /* the stream, the document */
		return NULL;
	if (reading->event.type == YAML_STREAM_END_EVENT)
		return REFUSE(reading, "the file is empty; a platform is a mapping: docs/profiles.md shows one"), NULL;
	if (next_event(reading) != 0)
		return NULL;
	if (reading->event.type != YAML_MAPPING_START_EVENT)
		return REFUSE(reading, "a platform is a mapping: docs/profiles.md shows one"), NULL;

	struct node *root = read_value(reading, 0);

	if (root == NULL || next_event(reading) != 0 || next_event(reading) != 0) /* the end of the document, that of the stream */
		return NULL;
	return reading->event.type == YAML_STREAM_END_EVENT ? root : (REFUSE(reading, "a second document begins; a file has one platform"), NULL);
}

/** Reads all bytes of a file. Returns them, for free(), or NULL: then errno says why. */
static char *read_bytes(const char *file, size_t *size)
{
	char *bytes = malloc(FILE_BYTES_MAX + 1);
	FILE *from = bytes == NULL ? NULL : fopen(file, "rb");
	int failed;

	if (from == NULL) {
		free(bytes);
		return NULL;
	}
	*size = fread(bytes, 1, FILE_BYTES_MAX + 1, from);
	failed = ferror(from) ? errno : 0;
	fclose(from);
	if (failed != 0) {
		free(bytes);
		errno = failed;
		return NULL;
	}
	return bytes;
}

int read_source(struct source *source, const char *file)
{
	struct reading reading = { .source = source };
	char *bytes = read_bytes(file, &reading.size);

	*source = (struct source){ .file = file };
	if (bytes == NULL)
		return -2;
	if (reading.size > FILE_BYTES_MAX) {
		add_problem(source, 1, 1, "the file has more than 256 KiB; a platform is a few");
	} else if (!yaml_parser_initialize(&reading.parser)) {
		add_problem(source, 1, 1, "no memory");
	} else {
		reading.bytes = bytes;
		yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
		yaml_parser_set_input_string(&reading.parser, (const unsigned char *)bytes, reading.size);
		source->root = read_document(&reading);
		yaml_event_delete(&reading.event);
		yaml_parser_delete(&reading.parser);
	}
	free(bytes);
	return source->root == NULL ? -1 : 0;
}
