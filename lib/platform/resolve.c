/* SPDX-License-Identifier: MIT */
/** @file
 * The first of several wants that holds; and what room is in a profile: that of its empty regions. */
#include "base/abi.h"
#include "base/refuse.h"
#include "platform/store.h"
#include "platform/want.h"

/** Bytes of the struct in the first release. */
#define RESOLUTION_FIRST_SIZE (offsetof(fm_resolution, region) + sizeof(uint32_t))

fm_status fm_want_resolve(const fm_want_giver *giver, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why)
{
	fm_status status = giver->profile == NULL || wants == NULL || count == 0 ? FM_E_ARGUMENT : fm_abi_check(out, RESOLUTION_FIRST_SIZE);
	fm_refusal last = { .struct_size = sizeof last, .status = status, .help = FM_HELP_OTHER };
	fm_resolution found;

	for (uint32_t i = 0; status != FM_E_ARGUMENT && status != FM_E_ABI_SIZE && i < count; i++) {
		last = (fm_refusal){ .struct_size = sizeof last };
		if (fm_want_judge(giver, &wants[i], &found, &last) == FM_OK) {
			found.want = i;
			fm_abi_export(out, &found, sizeof found);
			return FM_OK;
		}
	}
	return fm_refuse(why, &last);
}

/** Between reserved areas. */
static fm_status room_of_profile(const void *user, uint32_t index, const fm_want *want, uint64_t *largest, fm_refusal *why)
{
	const fm_profile *profile = user;
	fm_region region = FM_STRUCT(fm_region);

	(void)fm_profile_region(profile, index, &region);
	*largest = fm_store_largest(profile, &region, want->align);
	if (want->bytes <= *largest)
		return FM_OK;
	if (why != NULL) {
		why->available = why->largest = why->help_bytes = *largest;
		why->help = *largest == 0 ? FM_HELP_OTHER : FM_HELP_ASK_LESS;
		fm_refusal_set_subject(why, region.id);
	}
	return region.size == 0 ? FM_E_FACT_UNKNOWN : FM_E_TOO_LARGE;
}

fm_status fm_profile_resolve(const fm_profile *profile, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why)
{
	fm_want_giver giver = { profile, profile, room_of_profile };

	return fm_want_resolve(&giver, wants, count, out, why);
}
