/* SPDX-License-Identifier: MIT */
/** @file
 * What is said of a request that a run of bytes does not grant, and what would help. */
#include "strategy/room.h"

#include "base/align.h"

size_t fm_room_largest(uintptr_t from, uintptr_t end, size_t align)
{
	size_t skip = fm_room_padding(from, align);
	size_t left = end - from;

	return skip < left ? left - skip : 0;
}

/** The largest alignment at which the empty room grants `size` bytes; 0 iff at none. */
static size_t largest_alignment(const fm_room *room, size_t size)
{
	size_t align = SIZE_MAX / 2 + 1;

	while (align != 0 && fm_room_largest(room->base, room->end, align) < size)
		align /= 2;
	return align;
}

/**
 * Sets status and help of a request that is too large for the empty room: a smaller alignment where this one leaves nothing at all, else
 * what it takes, wherever the blocks lie.
 */
static void explain_too_large(const fm_room *room, fm_refusal *what, size_t size, size_t align)
{
	size_t padding = align > FM_ROOM_GRANULE ? align - FM_ROOM_GRANULE : 0;
	size_t empty = fm_room_largest(room->base, room->end, align);
	size_t at_most = empty == 0 ? largest_alignment(room, size) : 0;

	what->status = FM_E_TOO_LARGE;
	if (at_most != 0) {
		what->help = FM_HELP_ALIGN;
		what->help_bytes = at_most;
	} else if (size > SIZE_MAX - FM_ROOM_GRANULE || fm_room_whole(size) > SIZE_MAX - padding) {
		what->help = empty != 0 ? FM_HELP_ASK_LESS : FM_HELP_OTHER;
		what->help_bytes = empty;
	} else {
		what->help = FM_HELP_ENLARGE;
		what->help_bytes = padding + fm_room_whole(size);
	}
}

/** Sets status and help of a well-formed request. */
static void explain_state(const fm_room *room, size_t size, size_t align, fm_refusal *what)
{
	what->largest = room->has_record ? room->now : 0;
	if (!room->has_records) {
		what->status = FM_E_UNSUPPORTED;
		what->help = FM_HELP_BUFFERS;
	} else if (size > fm_room_largest(room->base, room->end, align)) {
		explain_too_large(room, what, size, align);
	} else if (!room->has_record) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_BUFFERS;
	} else if (size > room->now) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_RELEASE;
		what->help_bytes = fm_room_whole(size) - room->now;
	}
}

void fm_room_explain(const fm_room *room, const fm_strategy_state *state, size_t size, size_t align, fm_refusal *what)
{
	size_t at = align == 0 ? state->alignment : align;

	what->status = fm_strategy_judge_request(size, align);
	what->asked = size;
	what->align = at;
	what->capacity = room->end - room->base;
	what->available = room->available;
	if (what->status == FM_OK) {
		explain_state(room, size, at, what);
	} else if (what->status == FM_E_ALIGNMENT) {
		size_t at_most = largest_alignment(room, size);

		what->help = FM_HELP_ALIGN;
		what->help_bytes = fm_power_above(align, at_most != 0 ? at_most : SIZE_MAX / 2 + 1);
	}
}
