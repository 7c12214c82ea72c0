/* SPDX-License-Identifier: MIT */
/** @file
 * Where an access lies, and what is counted there. */
#include <stdlib.h>
#include <string.h>

#include "trace.h"

/** Bytes of a piece of the address space that is found at once. */
#define PIECE UINT64_C(4096)

const char *const trace_does_names[DOES] = {
	[DOES_READ] = "reads", [DOES_WRITE] = "writes", [DOES_FETCH] = "fetches", [DOES_DMA_READ] = "dma_reads", [DOES_DMA_WRITE] = "dma_writes",
};
const char *const trace_size_names[TRACE_SIZES] = { "1", "2", "4", "8", "16", "other" };

uint32_t trace_place_named(struct trace_judge *judge, const char *name)
{
	uint32_t at = 0;

	while (at < judge->place_count && strcmp(judge->places[at].name, name) != 0)
		at++;
	if (at < judge->place_count)
		return at;
	if (judge->place_count == TRACE_PLACES)
		return TRACE_PLACES - 1; /* the last one stands for all further ones */
	judge->places[at].name = strdup(at == TRACE_PLACES - 1 ? "(others)" : name);
	if (judge->places[at].name == NULL)
		exit((int)complain(EXIT_INPUT, "no memory for the places"));
	return judge->place_count++;
}

/** Of a platform: the piece of `address`, or what of it follows there. */
static struct trace_run find_in_profile(const struct trace_judge *judge, uint32_t space, uint64_t address)
{
	fm_location here = FM_STRUCT(fm_location), before = FM_STRUCT(fm_location);
	uint64_t begin = address & ~(PIECE - 1);

	if (fm_profile_locate(judge->profile, (fm_address){ address, space, 0 }, &here) != FM_OK)
		return (struct trace_run){ address, 1, space, 0 };
	if (fm_profile_locate(judge->profile, (fm_address){ begin, space, 0 }, &before) == FM_OK && before.region == here.region && before.left > address - begin)
		return (struct trace_run){ begin, before.left, space, here.region + 1 };
	return (struct trace_run){ address, here.left, space, here.region + 1 };
}

static struct trace_run find_in_map(const struct trace_judge *judge, uint64_t address)
{
	const struct trace_mapping *mapping = trace_map_find(&judge->map, address);

	if (mapping == NULL)
		return (struct trace_run){ address, 1, 0, 0 };
	return (struct trace_run){ mapping->base, mapping->end - mapping->base, 0, mapping->label };
}

uint32_t trace_place_of(struct trace_judge *judge, uint32_t space, uint64_t address)
{
	struct trace_run *run = &judge->cached[address / PIECE % TRACE_CACHED];

	if (address - run->base >= run->size || run->space != space)
		*run = judge->profile != NULL ? find_in_profile(judge, space, address) : find_in_map(judge, address);
	return run->place;
}

/** Adds `size` bytes to what was done. */
static void add(struct trace_place *place, enum trace_does does, uint64_t size)
{
	place->count[does]++;
	place->bytes[does] += size;
}

uint32_t trace_count(struct trace_judge *judge, uint32_t space, const fm_access *access)
{
	static const unsigned char size_classes[17] = { 5, 0, 1, 5, 2, 5, 5, 5, 3, 5, 5, 5, 5, 5, 5, 5, 4 };
	uint32_t at = trace_place_of(judge, space, access->address), is_dma = access->access & FM_ACCESS_DMA;
	struct trace_place *place = &judge->places[at];

	if (access->access & FM_ACCESS_EXECUTE)
		add(place, DOES_FETCH, access->size);
	if (access->access & FM_ACCESS_READ)
		add(place, is_dma ? DOES_DMA_READ : DOES_READ, access->size);
	if (access->access & FM_ACCESS_WRITE)
		add(place, is_dma ? DOES_DMA_WRITE : DOES_WRITE, access->size);
	place->sizes[access->size > 16 ? TRACE_SIZES - 1 : size_classes[access->size]]++;
	return at;
}
