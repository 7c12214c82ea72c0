/* SPDX-License-Identifier: MIT */
/** @file
 * Spans added up: each byte of a region is counted once, for the first use that claims it, or is free. */
#include <stdlib.h>

#include "report.h"

/** A place where a use begins or ends. */
struct edge {
	uint64_t offset;
	uint32_t region;
	enum use use;
	int begins;
};

static int by_place(const void *left, const void *right)
{
	const struct edge *a = left, *b = right;

	if (a->region != b->region)
		return a->region < b->region ? -1 : 1;
	return a->offset < b->offset ? -1 : a->offset > b->offset;
}

/** Counts the bytes from `from` to `to`, of which `active` says who claims them. */
static void count_run(struct tally *tally, const size_t active[USES], uint64_t from, uint64_t to)
{
	if (to <= from)
		return;
	for (int use = 0; use < USES; use++)
		if (active[use] > 0) {
			tally->bytes[use] += to - from;
			return;
		}
	tally->free += to - from;
	if (to - from > tally->largest) {
		tally->largest = to - from;
		tally->largest_at = from;
	}
}

/** Adds up one region, whose edges are `edges[0]` to `edges[count - 1]`. Neighbouring uses leave no gap, so a run of free bytes is one call. */
static void tally_region(struct tally *tally, const struct edge *edges, size_t count)
{
	size_t active[USES] = { 0 };
	uint64_t at = 0;

	for (size_t i = 0; i < count; i++) {
		count_run(tally, active, at, edges[i].offset);
		at = edges[i].offset;
		if (edges[i].begins)
			active[edges[i].use]++;
		else
			active[edges[i].use]--;
	}
	count_run(tally, active, at, tally->region.size);
	tally->used = tally->region.size - tally->free;
	tally->slack = tally->free - tally->largest;
}

static size_t list_edges(const struct report *report, struct edge *edges)
{
	for (size_t i = 0; i < report->span_count; i++) {
		const struct span *span = &report->spans[i];

		edges[2 * i] = (struct edge){ span->offset, span->region, span->use, 1 };
		edges[2 * i + 1] = (struct edge){ span->offset + span->size, span->region, span->use, 0 };
	}
	qsort(edges, report->span_count * 2, sizeof *edges, by_place);
	return report->span_count * 2;
}

static void clear(struct tally *tally)
{
	for (int use = 0; use < USES; use++)
		tally->bytes[use] = 0;
	tally->free = tally->largest = tally->largest_at = tally->extent = 0;
}

void tally_spans(struct report *report)
{
	struct edge *edges = malloc((report->span_count + 1) * 2 * sizeof *edges);
	size_t count, at = 0;

	if (edges == NULL)
		exit((int)complain(EXIT_INPUT, "no memory to add up the regions"));
	count = list_edges(report, edges);
	for (uint32_t region = 0; region < report->info.region_count; region++) {
		size_t first = at;

		while (at < count && edges[at].region == region)
			at++;
		clear(&report->tallies[region]);
		tally_region(&report->tallies[region], edges + first, at - first);
	}
	for (size_t i = 0; i < report->span_count; i++) {
		const struct span *span = &report->spans[i];
		struct tally *tally = &report->tallies[span->region];

		if (span->use <= USE_LOAD && span->offset + span->size > tally->extent)
			tally->extent = span->offset + span->size;
	}
	free(edges);
}
