/* SPDX-License-Identifier: MIT */
/** @file
 * A report for people, for programs and as a picture. */
#ifndef FLIGHTMEM_TOOLS_CHECK_OUTPUT_H
#define FLIGHTMEM_TOOLS_CHECK_OUTPUT_H

#include <jansson.h>

#include "compare.h"
#include "report.h"

/** Prints it for people, 80 columns wide. */
void print_report(const struct report *report, const char *name);

/** It as JSON, in the form of data/schemas/output/check.json but for `schema`, which print_json() adds. */
json_t *report_json(const struct report *report, const char *name, const struct comparison *comparison);

/** Draws the regions as SVG into a file. Returns EXIT_YES, or EXIT_INPUT after a message. */
enum exit_code draw_report(const struct report *report, const char *name, const char *file);

/** The piece that holds most of a region, then the next: sorted by bytes there. The caller frees the list. */
struct share {
	const struct piece *piece;
	uint64_t bytes;
	enum use use;
};
struct share *list_shares(const struct report *report, uint32_t region, size_t *count);

#endif
