/* SPDX-License-Identifier: MIT */
/** @file
 * Wants of a space: room is what is left of a region, one byte at least. */
#include "platform/want.h"
#include "space/gaps.h"
#include "space/refusal.h"

static fm_status room_of_space(const void *user, uint32_t index, uint64_t bytes, uint64_t align, uint64_t *largest)
{
	const fm_space *space = user;
	uint64_t size = bytes == 0 ? 1 : bytes, at;

	if (space->regions[index].verdict != FM_OK)
		return space->regions[index].verdict;
	*largest = fm_space_largest(space, index, FM_SPACE_NOW, align);
	if (size <= *largest)
		return FM_OK;
	return fm_space_find(space, index, FM_SPACE_EMPTY, size, align, &at) ? FM_E_EXHAUSTED : FM_E_TOO_LARGE;
}

static void explain_room(const void *user, uint32_t index, uint64_t bytes, uint64_t align, fm_status status, fm_refusal *why)
{
	const fm_space *space = user;
	fm_region region = FM_STRUCT(fm_region);

	if (fm_profile_region(space->profile, index, &region) == FM_OK)
		(void)fm_space_refuse(space, &(fm_space_request){ .id = region.id, .index = index, .size = bytes == 0 ? 1 : bytes, .align = align }, status, why);
}

fm_status fm_space_resolve(const fm_space *space, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why)
{
	fm_want_giver giver = { fm_space_profile(space), space, room_of_space, explain_room };

	return fm_want_resolve(&giver, wants, count, out, why);
}
