/* SPDX-License-Identifier: MIT */
/** @file
 * What a schema can't say of a platform: names lead somewhere, windows stay where they belong, overlaps are declared. The same rules as
 * scripts/platforms/check.py, which judges the built-in platforms; tests/command/test_lint.sh holds them to one answer. */
#ifndef FLIGHTMEM_TOOLS_COMPILER_RULES_H
#define FLIGHTMEM_TOOLS_COMPILER_RULES_H

#include "command.h"
#include "compiler/tree.h"

/** Most windows of a platform: every region, every slice of a mirror. */
enum { WINDOWS_MAX = 1 << 20 };

/** One run of addresses at which a region's bytes appear. */
struct window {
	const struct node *at, *region;
	const char *space;
	uint64_t base, last;
	int is_mirror;
};

/** Windows in an array that grows. */
struct windows {
	struct window *list;
	unsigned count, room;
};

/** Judges the names of the root, and where they lead. */
void judge_names(struct source *source);

/** Judges the regions of the root: where they are, what they mirror, what is reserved, what overlaps. */
void judge_regions(struct source *source);

/** Notes each pair of regions whose windows share addresses although neither says so. Changes the order of the windows. */
void judge_windows(struct source *source, struct windows *windows);

/** True iff two names are one in C, where - is _. */
int is_same_name(const char *a, const char *b);

/** True iff the list, which may be NULL, holds such a name. */
int holds_name(const struct node *list, const char *name);

/** The file as a whole: form, then rules. Returns 0, or -1 as judge_form(). */
int judge_source(struct source *source);

/** Reads and judges a file. EXIT_YES; EXIT_NO: it has problems; EXIT_INPUT after a message. end_source() ends it, whatever is returned. */
enum exit_code judge_file(struct source *source, const char *file);

/**
 * Puts the changes of the variant `id` in place, of a file that judge_file() found right, and judges the regions anew. The platform becomes
 * ID-VARIANT. EXIT_YES; EXIT_NO: it has problems; EXIT_USAGE after a message: there is no such variant.
 */
enum exit_code apply_variant(struct source *source, const char *id);

/** Prints the problems on standard error, a line each: file:line:column: what is wrong. */
void print_problems(const struct source *source);

#endif
