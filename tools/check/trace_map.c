/* SPDX-License-Identifier: MIT */
/** @file
 * Mappings by base: a change cuts what lies at its two ends, and then only whole ones are concerned. */
#include "trace_map.h"

#include <stdlib.h>
#include <string.h>

/** Index of the first mapping that ends behind `address`. */
static size_t first_behind(const struct trace_map *map, uint64_t address)
{
	size_t low = 0, high = map->count;

	while (low < high) {
		size_t half = low + (high - low) / 2;

		if (map->rows[half].end > address)
			high = half;
		else
			low = half + 1;
	}
	return low;
}

const struct trace_mapping *trace_map_find(const struct trace_map *map, uint64_t address)
{
	size_t at = first_behind(map, address);

	return at < map->count && map->rows[at].base <= address ? &map->rows[at] : NULL;
}

/** Makes room for one more at `at`. Returns 0, or -1. */
static int open_gap(struct trace_map *map, size_t at)
{
	if (map->count == TRACE_MAPPINGS)
		return -1;
	if (map->count == map->capacity) {
		size_t capacity = map->capacity * 2 + 64;
		struct trace_mapping *more = realloc(map->rows, capacity * sizeof *more);

		if (more == NULL)
			return -1;
		map->rows = more;
		map->capacity = capacity;
	}
	memmove(map->rows + at + 1, map->rows + at, (map->count - at) * sizeof *map->rows);
	map->count++;
	return 0;
}

/** Cuts the mapping that holds `address` inside, so that one begins there. Returns 0, or -1. */
static int cut(struct trace_map *map, uint64_t address)
{
	size_t at = first_behind(map, address);

	if (at == map->count || map->rows[at].base >= address)
		return 0;
	if (open_gap(map, at) != 0)
		return -1;
	map->rows[at + 1] = map->rows[at];
	map->rows[at].end = map->rows[at + 1].base = address;
	return 0;
}

/** Puts a mapping at index `at`, or makes the one before it longer: a heap that grows stays one. Returns 0, or -1. */
static int insert(struct trace_map *map, size_t at, const struct trace_mapping *made)
{
	struct trace_mapping *before = at == 0 ? NULL : &map->rows[at - 1];

	if (before != NULL && before->end == made->base && before->access == made->access && before->label == made->label) {
		before->end = made->end;
		return 0;
	}
	if (open_gap(map, at) != 0)
		return -1;
	map->rows[at] = *made;
	return 0;
}

int trace_map_change(struct trace_map *map, const struct trace_event *event, uint32_t label)
{
	struct trace_mapping made = { event->base, event->base + event->size, event->access, label };
	size_t first, last;

	if (cut(map, made.base) != 0 || cut(map, made.end) != 0)
		return -1;
	first = first_behind(map, made.base);
	for (last = first; last < map->count && map->rows[last].base < made.end; last++)
		map->rows[last].access = event->access; /* all that protecting does */
	if (event->kind == TRACE_PROTECT)
		return 0;
	if (last > first)
		memmove(map->rows + first, map->rows + last, (map->count - last) * sizeof *map->rows);
	map->count -= last - first;
	return event->kind == TRACE_UNMAP ? 0 : insert(map, first, &made);
}

fm_validator_region *trace_map_regions(const struct trace_map *map, uint32_t *count)
{
	fm_validator_region *regions = calloc(map->count + 1, sizeof *regions);

	*count = 0;
	for (size_t i = 0; regions != NULL && i < map->count; i++) {
		const struct trace_mapping *row = &map->rows[i];
		fm_validator_region *before = *count == 0 ? NULL : &regions[*count - 1];

		if (before != NULL && before->base + before->size == row->base && before->access == row->access)
			before->size += row->end - row->base;
		else
			regions[(*count)++] = (fm_validator_region){ .base = row->base, .size = row->end - row->base, .access = row->access };
	}
	return regions;
}
