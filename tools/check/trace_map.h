/* SPDX-License-Identifier: MIT */
/** @file
 * The map of a process while a trace runs: mappings that come, change and go. */
#ifndef FLIGHTMEM_TOOLS_CHECK_TRACE_MAP_H
#define FLIGHTMEM_TOOLS_CHECK_TRACE_MAP_H

#include "trace_read.h"

enum { TRACE_MAPPINGS = 32000 };

/** A mapping. */
struct trace_mapping {
	uint64_t base, end;
	uint32_t access; /**< rights */
	uint32_t label;  /**< what it is counted under */
};

/** The map, ordered by base; none overlaps. */
struct trace_map {
	struct trace_mapping *rows;
	size_t count, capacity;
};

/** What takes place: what is there before is cut. Returns 0, or -1 where there are more than TRACE_MAPPINGS, or no memory. */
int trace_map_change(struct trace_map *map, const struct trace_event *event, uint32_t label);

/** The mapping that holds an address; NULL: none. */
const struct trace_mapping *trace_map_find(const struct trace_map *map, uint64_t address);

/** The map as regions for a validator, neighbours with equal rights as one; the caller frees them. NULL where there is no memory. */
fm_validator_region *trace_map_regions(const struct trace_map *map, uint32_t *count);

#endif
