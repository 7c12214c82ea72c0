/* SPDX-License-Identifier: MIT */
/** @file
 * Taking addresses of a region, and giving them back: the lowest place that fits, no memory but the caller's records. */
#include "space/reserve.h"

#include "space/gaps.h"
#include "space/refusal.h"
#include "space/space.h"

/** Where the list of `space` holds this very record: the link to it, and its store. NULL iff nowhere. The record itself is not read. */
static fm_reservation **find_link(fm_space *space, const fm_reservation *reservation)
{
	for (uint32_t i = 0; i < space->count; i++)
		for (fm_reservation **link = &space->regions[i].first; *link != NULL; link = &(*link)->next)
			if (*link == reservation)
				return link;
	return NULL;
}

/** The bytes of its store that a region names. */
static fm_range bytes_of(const fm_space_region *region)
{
	return (fm_range){ region->begin, region->size };
}

/** Adds to, or takes from, the bytes taken of every region that names some of `taken`. */
static void account(fm_space *space, uint32_t store, fm_range taken, int give_back)
{
	for (uint32_t i = 0; i < space->count; i++) {
		fm_space_region *region = &space->regions[i];
		fm_range shared;

		if (region->store != store || region->verdict != FM_OK || fm_range_intersect(bytes_of(region), taken, &shared) != FM_OK)
			continue;
		region->used = give_back ? region->used - shared.size : region->used + shared.size;
		if (region->used > region->peak)
			region->peak = region->used;
	}
}

/** Puts a record into the list of its store, which stays in the order of bytes. */
static void insert(fm_space *space, fm_reservation *reservation, uint64_t at)
{
	uint32_t store = space->regions[reservation->region].store;
	fm_reservation **link = &space->regions[store].first;

	while (*link != NULL && fm_space_byte_of(space, *link) < at)
		link = &(*link)->next;
	reservation->next = *link;
	*link = reservation;
	account(space, store, (fm_range){ at, reservation->size }, 0);
}

/** The first reason to refuse, FM_OK if there is none: then `*at` is the place. Of what is to be found, request->index is set. */
static fm_status judge_request(fm_space *space, fm_space_request *request, uint64_t *at)
{
	if (space == NULL || request->id == NULL)
		return FM_E_ARGUMENT;
	request->index = fm_space_region_index(space, request->id);
	if (request->reservation == NULL || request->size == 0)
		return FM_E_ARGUMENT;
	if (!FM_IS_POWER_OF_TWO(request->align))
		return FM_E_ALIGNMENT;
	if (request->index == FM_NONE)
		return FM_E_NOT_FOUND;
	if (space->regions[request->index].verdict != FM_OK)
		return space->regions[request->index].verdict;
	if (find_link(space, request->reservation) != NULL)
		return FM_E_BUSY;
	if (fm_space_find(space, request->index, FM_SPACE_NOW, request->size, request->align, at))
		return FM_OK;
	return fm_space_find(space, request->index, FM_SPACE_EMPTY, request->size, request->align, at) ? FM_E_EXHAUSTED : FM_E_TOO_LARGE;
}

fm_status fm_space_propose(fm_space *space, const char *region, uint64_t size, uint64_t align, fm_reservation *reservation, fm_refusal *why)
{
	fm_space_request request = { .id = region, .index = FM_NONE, .size = size, .align = align == 0 ? 1 : align, .reservation = reservation };
	uint64_t at = 0;
	fm_status status = judge_request(space, &request, &at);

	if (status != FM_OK) {
		if (request.index != FM_NONE)
			space->regions[request.index].refused++;
		return fm_space_refuse(space, &request, status, why);
	}

	const fm_space_region *record = &space->regions[request.index];

	*reservation = (fm_reservation){
		.address = { .value = record->base + (at - record->begin), .space = record->space },
		.size = size,
		.region = request.index,
		.owner = space,
	};
	return FM_OK;
}

void fm_space_take(fm_space *space, fm_reservation *reservation)
{
	insert(space, reservation, fm_space_byte_of(space, reservation));
}

fm_status fm_space_reserve(fm_space *space, const char *region, uint64_t size, uint64_t align, fm_reservation *reservation, fm_refusal *why)
{
	fm_status status = fm_space_propose(space, region, size, align, reservation, why);

	if (status == FM_OK)
		fm_space_take(space, reservation);
	return status;
}

fm_status fm_space_give_back(fm_space *space, fm_reservation *reservation)
{
	if (space == NULL || reservation == NULL)
		return FM_E_ARGUMENT;

	fm_reservation **link = find_link(space, reservation);

	if (link == NULL)
		return FM_E_STALE;

	*link = reservation->next;
	account(space, space->regions[reservation->region].store, (fm_range){ fm_space_byte_of(space, reservation), reservation->size }, 1);
	*reservation = (fm_reservation){ .size = 0 };
	return FM_OK;
}
