/* SPDX-License-Identifier: MIT */
/** @file
 * Wants of a space: room is what is left of a region, one byte at least. */
#include "platform/want.h"
#include "space/gaps.h"
#include "space/refusal.h"

static fm_status room_of_space(const void *user, uint32_t index, const fm_want *want, uint64_t *largest, fm_refusal *why)
{
	const fm_space *space = user;
	fm_region region = FM_STRUCT(fm_region);
	fm_space_request request = { .index = index, .size = want->bytes == 0 ? 1 : want->bytes, .align = want->align };
	fm_status status = space->regions[index].verdict;
	uint64_t at;

	if (status == FM_OK) {
		*largest = fm_space_largest(space, index, FM_SPACE_NOW, want->align);
		if (request.size <= *largest)
			return FM_OK;
		status = fm_space_find(space, index, FM_SPACE_EMPTY, request.size, want->align, &at) ? FM_E_EXHAUSTED : FM_E_TOO_LARGE;
	}
	if (why != NULL && fm_profile_region(space->profile, index, &region) == FM_OK) {
		request.id = region.id;
		(void)fm_space_refuse(space, &request, status, why);
	}
	return status;
}

fm_status fm_space_resolve(const fm_space *space, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why)
{
	fm_want_giver giver = { fm_space_profile(space), space, room_of_space };

	return fm_want_resolve(&giver, wants, count, out, why);
}
