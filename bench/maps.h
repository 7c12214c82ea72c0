/* SPDX-License-Identifier: MIT */
/** @file
 * Memory maps for validators, and addresses to ask for: regions all over 4 GiB, half of them registers close together, or pages at the few
 * places of 2^64 where a process has them. */
#ifndef FLIGHTMEM_BENCH_MAPS_H
#define FLIGHTMEM_BENCH_MAPS_H

#include <flightmem.h>

enum { MAP_MOST = 4096, MAP_ADDRESSES = 65536 };

/** Kinds of maps. */
enum { MAP_SPREAD, MAP_CLUSTERED, MAP_PROCESS };

/** A map, ordered by base, and addresses in random order, each in a region. */
struct map {
	fm_validator_region regions[MAP_MOST];
	fm_access accesses[MAP_ADDRESSES];
	uint32_t count;
};

static inline uint64_t map_dice(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/** Region `i` of a process: program and heap, libraries, stacks, and the last page of all. */
static inline void map_pages(struct map *map, uint32_t i, uint64_t *base, uint64_t *state)
{
	static const uint64_t places[] = { UINT64_C(0x55D0C0000000), UINT64_C(0x7F3800000000), UINT64_C(0x7FFC00000000), UINT64_C(0xFFFFFFFFFF600000) };
	uint64_t place = places[i + 1 == map->count ? 3 : i < map->count / 16 ? 0 : i < map->count * 15 / 16 ? 1 : 2];
	fm_validator_region *region = &map->regions[i];

	region->base = (*base > place ? *base : place) + map_dice(state) % 2 * 0x1000;
	region->size = 0x1000 << map_dice(state) % 6;
	region->access = FM_ACCESS_READ | FM_ACCESS_WRITE;
	*base = region->base + region->size;
}

/** Where region `i` of a map ends up: its size in bytes, and the gap behind it. */
static inline void map_region(struct map *map, uint32_t i, int kind, uint64_t *base, uint64_t *state)
{
	fm_validator_region *region = &map->regions[i];
	uint64_t share = UINT64_C(0xF0000000) / map->count;
	int is_register = kind == MAP_CLUSTERED && i >= map->count / 4 && i < map->count * 3 / 4;

	region->base = *base;
	region->size = is_register ? 16 + map_dice(state) % 8 * 16 : (share / 4 + map_dice(state) % (share / 2)) & ~UINT64_C(15);
	region->access = FM_ACCESS_READ | FM_ACCESS_WRITE;
	*base += region->size;
	if (map_dice(state) & 1)
		*base = (*base + (is_register ? 64 : map_dice(state) % (share / 4))) & ~UINT64_C(15);
}

/** Makes a map of `count` regions and the accesses. */
static inline void map_make(struct map *map, uint32_t count, int kind)
{
	uint64_t base = 0x1000, state = 12345 + count;

	map->count = count;
	for (uint32_t i = 0; i < count; i++)
		if (kind == MAP_PROCESS)
			map_pages(map, i, &base, &state);
		else
			map_region(map, i, kind, &base, &state);
	for (uint32_t i = 0; i < MAP_ADDRESSES; i++) {
		const fm_validator_region *region = &map->regions[map_dice(&state) % count];

		map->accesses[i].address = (region->base + map_dice(&state) % region->size) & ~UINT64_C(3);
		map->accesses[i].size = 4;
		map->accesses[i].access = FM_ACCESS_READ | FM_ACCESS_32;
	}
}

/** A validator of the map; NULL iff there is no memory. */
static inline fm_validator *map_validator(const struct map *map)
{
	fm_validator_options options;
	fm_validator *validator = NULL;

	fm_struct_init(&options, sizeof options);
	options.regions = map->regions;
	options.region_count = map->count;
	return fm_validator_open(&options, &validator, NULL) == FM_OK ? validator : NULL;
}

#endif
