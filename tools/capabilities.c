/* SPDX-License-Identifier: MIT */
/** @file
 * What a platform can do, as lines and as JSON. */
#include <inttypes.h>

#include "profile.h"

/** One line: what, whether, how much, who says so. */
static void print_capability(const fm_capability *capability)
{
	char value[32] = "";

	if (capability->unit == FM_UNIT_BYTES)
		fm_size_format(capability->value, FM_SIZE_HUMAN, value, sizeof value);
	else if (capability->unit == FM_UNIT_BITS)
		snprintf(value, sizeof value, "%" PRIu64 " bits", capability->value);
	else if (capability->unit != FM_UNIT_NONE)
		snprintf(value, sizeof value, "%" PRIu64, capability->value);
	printf("  %-18s %-8s %-11s [%s]%s%s\n", fm_capability_name(capability->id), fm_capability_state_name(capability->state), value, capability->source,
	       capability->note == NULL ? "" : " ", capability->note == NULL ? "" : capability->note);
}

void print_capabilities(const fm_profile *profile)
{
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++) {
		fm_capability capability = FM_STRUCT(fm_capability);

		if (fm_profile_capability(profile, id, &capability) == FM_OK && capability.source != NULL)
			print_capability(&capability);
	}
}

json_t *capabilities_json(const fm_profile *profile)
{
	json_t *list = json_array();

	for (fm_capability_id id = 1; id <= fm_capability_count(); id++) {
		fm_capability capability = FM_STRUCT(fm_capability);

		if (fm_profile_capability(profile, id, &capability) != FM_OK)
			continue;
		json_array_append_new(list, json_pack("{s:s, s:s, s:o, s:s, s:s?, s:s?}", "id", fm_capability_name(id), "state",
							fm_capability_state_name(capability.state), "value",
						      capability.unit == FM_UNIT_NONE ? json_null() : json_uint64(capability.value), "unit", fm_unit_name(capability.unit),
						      "source", capability.source, "note", capability.note));
	}
	return list;
}
