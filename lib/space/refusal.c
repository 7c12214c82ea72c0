/* SPDX-License-Identifier: MIT */
/** @file
 * Why a reservation was refused, and the least that would help. */
#include "space/refusal.h"

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

/** Too large for the empty region: fewer bytes help, or a smaller alignment, or only another region. */
static void help_too_large(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	uint64_t largest = fm_space_largest(space, request->index, FM_SPACE_EMPTY, request->align);
	uint64_t align = request->align;
	uint64_t at;

	if (largest != 0) {
		help(what, FM_HELP_ASK_LESS, largest);
		return;
	}
	while (align > 1) {
		align /= 2;
		if (fm_space_find(space, request->index, FM_SPACE_EMPTY, request->size, align, &at)) {
			help(what, FM_HELP_ALIGN, align);
			return;
		}
	}
	help(what, FM_HELP_OTHER, 0);
}

/** The power of two that the caller may have meant: the next one, or the last there is. */
static uint64_t power_above(uint64_t align)
{
	uint64_t power = 1;

	while (power < align && power < UINT64_C(1) << 63)
		power *= 2;
	return power;
}

static void help_with(const fm_space *space, const fm_space_request *request, fm_refusal *what)
{
	if (what->status == FM_E_EXHAUSTED)
		help(what, FM_HELP_RELEASE, least_release(space, request));
	else if (what->status == FM_E_BUSY)
		help(what, FM_HELP_RELEASE, request->reservation->size);
	else if (what->status == FM_E_TOO_LARGE)
		help_too_large(space, request, what);
	else if (what->status == FM_E_ALIGNMENT)
		help(what, FM_HELP_ALIGN, power_above(request->align));
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

	fm_refusal_set_subject(&what, request->id);
	if (request->index != FM_NONE)
		add_figures(space, request, &what);
	help_with(space, request, &what);
	return fm_refuse(why, &what);
}
