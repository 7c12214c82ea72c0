/* SPDX-License-Identifier: MIT */
/** @file
 * A platform's file as a tree: each value with its place. Made by read.c, judged by form.c and rules.c, compiled by rows.c. */
#ifndef FLIGHTMEM_TOOLS_COMPILER_TREE_H
#define FLIGHTMEM_TOOLS_COMPILER_TREE_H

#include <stddef.h>
#include <stdint.h>

/** Limits of a file; scripts/platforms/load.py has the same. What a person writes stays far below. */
enum { FILE_BYTES_MAX = 262144, DEPTH_MAX = 32, ENTRIES_MAX = 4096 };

/** What a value is. */
enum node_kind { NODE_TEXT, NODE_NUMBER, NODE_TRUTH, NODE_LIST, NODE_MAP };

/** A value. */
struct node {
	enum node_kind kind;
	unsigned line, column; /**< from 1 on; of an entry whose value is no scalar those of its key */
	const char *key;       /**< in a map; NULL: not in one */
	unsigned key_line, key_column; /**< from 1 on */
	const char *text;      /**< a scalar as it is written */
	uint64_t number;       /**< of a number its size; of a truth 0 or 1 */
	int negative;          /**< a number below 0 */
	int too_large;         /**< a number that 64 bits do not hold */
	unsigned index;        /**< among its brothers */
	unsigned count;        /**< of a list or map */
	struct node *parent, *first, *next;
};

/** What is wrong with a file, in the order of its lines. */
struct problem {
	unsigned line, column;
	char *message;
	struct problem *next;
};

/** A file that was read: its memory and its problems. */
struct source {
	const char *file; /**< as the user named it */
	struct node *root; /**< NULL: it can't be read */
	struct problem *problems;
	unsigned problem_count;
	void *memory; /**< what end_source() frees */
};

/** Reads a file. Returns 0 with a root, -1 with a problem; or -2 iff the file itself can't be read, and errno says why. */
int read_source(struct source *source, const char *file);

/** Frees everything, the nodes too. */
void end_source(struct source *source);

/** `bytes` zeroed bytes that live as long as the source; there is always memory, or the program ends with a message. */
void *source_memory(struct source *source, size_t bytes);

/** Notes a problem at a place. */
void add_problem(struct source *source, unsigned line, unsigned column, const char *format, ...) __attribute__((format(printf, 4, 5)));

/** Notes a problem of a value: its place, its path ("regions.2.size"), what is wrong. */
void add_problem_at(struct source *source, const struct node *node, const char *format, ...) __attribute__((format(printf, 3, 4)));

/** Sets the value of a scalar that stands there without quotes. Returns NULL, or what is wrong with it. */
const char *resolve_scalar(struct node *node);

/** The entry `key` of a map; NULL iff there is none, or `map` is NULL. */
const struct node *entry(const struct node *map, const char *key);

/** The text of the entry `key`; NULL iff there is none. */
const char *text_of(const struct node *map, const char *key);

/** True iff the entry is there and is a number. */
int has_number(const struct node *map, const char *key);

/** The number of the entry `key`; `otherwise` iff there is none, or it is unknown. */
uint64_t number_of(const struct node *map, const char *key, uint64_t otherwise);

/** True iff the two texts are the same; a NULL is no text. */
int is_same(const char *a, const char *b);

/** True iff the value is the text `text`. */
int is_text_node(const struct node *node, const char *text);

/** True iff `list`, which may be NULL, has the text. */
int holds_text(const struct node *list, const char *text);

/** The entry of a list of maps whose `id` is `id`; NULL iff there is none. */
const struct node *find_id(const struct node *list, const char *id);

#endif
