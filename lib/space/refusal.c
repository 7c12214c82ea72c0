/* SPDX-License-Identifier: MIT */
/** @file
 * Why a reservation was refused, and the least that would help. */
#include "space/refusal.h"

#include "base/align.h"
#include "base/refuse.h"
#include "space/gaps.h"

/**
 * The fewest bytes of reservations that must be given back until the request fits into `gap`, a gap of the empty region; `least` iff
 * no fewer. The best place is the lowest of its kind, so it begins where the gap does or behind a reservation, up to alignment:
 *
 *     |== a ==|  |= head =|      |== tail ==|
 *                         |---- size ----|         the window moves on from end to end; `sum` are the bytes that it touches
 */
static uint64_t release_in_gap(const fm_space *space, const fm_space_request *request, fm_range gap, uint64_t least)
{
	const fm_space_region *region = &space->regions[request->index];
	const fm_reservation *head = space->regions[region->store].first;
	fm_range rest = gap;
	uint64_t sum = 0;
	uint64_t at;

	for (const fm_reservation *tail = head; fm_space_fits(region, rest, request->size, request->align, &at);) {
		for (; tail != NULL && fm_space_byte_of(space, tail) < at + request->size; tail = tail->next)
			sum += tail->size;
		for (; head != tail && fm_space_byte_of(space, head) + head->size <= at; head = head->next)
			sum -= head->size;
		least = sum < least ? sum : least;
		/* The request does not fit now, so a place touches something: there is a head. */
		uint64_t after = fm_space_byte_of(space, head) + head->size;
		uint64_t end = gap.base + gap.size;

		rest = (fm_range){ after, after < end ? end - after : 0 };
	}
	return least;
}

/** Of all places that the request would have in the empty region, the fewest bytes to give back for one. */
static uint64_t least_release(const fm_space *space, const fm_space_request *request)
{
	fm_space_gaps gaps = fm_space_gaps_begin(space, request->index, FM_SPACE_EMPTY);
	fm_range gap;
	uint64_t least = UINT64_MAX;

	while (fm_space_gaps_next(&gaps, &gap))
		least = release_in_gap(space, request, gap, least);
	return least;
}

static void help(fm_refusal *what, fm_help kind, uint64_t bytes)
{
	what->help = kind;
	what->help_bytes = bytes;
}

/** The largest power of two, at most `from`, at which the empty region grants the request; 0 iff at none. */
static uint64_t largest_align(const fm_space *space, const fm_space_request *request, uint64_t from)
{
	uint64_t at;

	while (from != 0 && !fm_space_find(space, request->index, FM_SPACE_EMPTY, request->size, from, &at))
		from /= 2;
	return from;
}

/** Too large for the empty region: fewer bytes help, or a smaller alignment, or only another region. */
static void help_too_large(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	uint64_t largest = fm_space_largest(space, request->index, FM_SPACE_EMPTY, request->align);
	uint64_t align = largest == 0 ? largest_align(space, request, request->align) : 0;

	if (largest != 0)
		help(what, FM_HELP_ASK_LESS, largest);
	else if (align != 0)
		help(what, FM_HELP_ALIGN, align);
	else
		help(what, FM_HELP_OTHER, 0);
}

/** No power of two: the caller may have meant the next one, or the last at which the region grants the request. */
static void help_align(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	const uint64_t top = UINT64_C(1) << 63;
	int known = request->index != FM_NONE && space->regions[request->index].verdict == FM_OK;
	uint64_t align = known ? largest_align(space, request, top) : 0;

	help(what, FM_HELP_ALIGN, fm_power_above(request->align, align != 0 ? align : top));
}

static void help_with(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	if (what->status == FM_E_EXHAUSTED)
		help(what, FM_HELP_RELEASE, least_release(space, request));
	else if (what->status == FM_E_TOO_LARGE)
		help_too_large(space, request, what);
	else if (what->status == FM_E_ALIGNMENT)
		help_align(space, request, what);
	else
		help(what, FM_HELP_OTHER, 0);
}

static void add_figures(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	const fm_space_region *region = &space->regions[request->index];

	what->capacity = region->capacity;
	what->available = region->capacity - region->used;
	if (region->verdict == FM_OK && FM_IS_POWER_OF_TWO(request->align)) /* what is no alignment grants nothing */
		what->largest = fm_space_largest(space, request->index, FM_SPACE_NOW, request->align);
}

fm_status fm_space_refuse(const fm_space *space, const fm_space_request *request, fm_status status, fm_refusal *why)
{
	fm_refusal what = { .status = status, .asked = request->size, .align = request->align };

	if (why == NULL)
		return status;

	if (status == FM_E_BUSY) /* no want of memory, so no figures of it */
		fm_refusal_set_subject(&what, FM_SUBJECT_RESERVATION);
	else if (status == FM_E_NOT_FOUND)
		fm_refusal_set_quoted(&what, "region", request->id);
	else
		fm_refusal_set_subject(&what, request->id);
	if (request->index != FM_NONE && status != FM_E_BUSY)
		add_figures(space, request, &what);
	help_with(space, request, &what);
	return fm_refuse(why, &what);
}
