/* SPDX-License-Identifier: MIT */
/** @file
 * What grew and what shrank between two reports of check. */
#ifndef FLIGHTMEM_TOOLS_CHECK_COMPARE_H
#define FLIGHTMEM_TOOLS_CHECK_COMPARE_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "input.h"

/** What a change is a change of. */
enum level { LEVEL_REGION, LEVEL_SECTION, LEVEL_SYMBOL, LEVELS };

extern const char *const level_names[LEVELS];

/** Bytes before and after. Texts belong to the reports. */
struct change {
	const char *region;  /**< id; "" for a symbol */
	const char *section; /**< "" for a region */
	const char *name;    /**< of what changed */
	uint64_t before, after;
	enum level level;
	int copy; /**< the stored copy of a section */
};

/** Two reports and what differs, the largest growth of each level first. */
struct comparison {
	json_t *before, *after;
	struct change *changes;
	size_t count;
};

/** Reads a saved report. NULL after a message that names the place of the flaw. */
json_t *read_report(const struct input *input);

/** Compares two reports, whose references it takes. Returns EXIT_YES, or EXIT_INPUT after a message: of different platforms. */
enum exit_code compare_reports(json_t *before, json_t *after, struct comparison *comparison);

/** Drops the reports and the list. */
void free_comparison(struct comparison *comparison);

/** 1 iff a region uses more than before. */
int has_grown(const struct comparison *comparison);

/** Writes what made a region grow: "section .bss +1 024, symbol world +1 000". */
void write_growth(FILE *to, const struct comparison *comparison, const struct change *region);

/** Prints the changes for people, 80 columns wide. */
void print_changes(const struct comparison *comparison);

/** The changes as a JSON list. */
json_t *changes_json(const struct comparison *comparison);

#endif
