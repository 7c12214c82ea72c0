/* SPDX-License-Identifier: MIT */
/** @file
 * What a platform can do: names, and the rows of a profile. */
#include <flightmem/capability.h>

#include "base/abi.h"
#include "platform/rows.h"

#define CAPABILITY_FIRST_SIZE (offsetof(fm_capability, reserved) + sizeof(uint32_t))

#define COUNT(names) (sizeof(names) / sizeof(names)[0])

/* Ids count from 1. */
static const char capability_names[][18] = { "?", "mmu", "mpu", "huge_pages", "executable_memory", "dma", "cache_control", "unaligned_access",
	"atomics_width", "simd_width", "threads", "shared_memory", "memory_growth", "protection", "bank_switching",
	"scratchpad", "persistent_ram", "pressure_signals" };

static const char state_names[][8] = { "unknown", "no", "yes", "denied" };

static const char unit_names[][13] = { "none", "bytes", "bits", "count", "mask", "number", "basis_points", "microseconds" };

uint32_t fm_capability_count(void)
{
	return COUNT(capability_names) - 1;
}

const char *fm_capability_name(fm_capability_id id)
{
	return id < COUNT(capability_names) ? capability_names[id] : "?";
}

fm_capability_id fm_capability_find(const char *name)
{
	for (fm_capability_id id = 1; name != NULL && id < COUNT(capability_names); id++)
		if (fm_rows_same(capability_names[id], name))
			return id;
	return 0;
}

const char *fm_capability_state_name(fm_capability_state state)
{
	return state < COUNT(state_names) ? state_names[state] : "?";
}

const char *fm_unit_name(fm_unit unit)
{
	return unit < COUNT(unit_names) ? unit_names[unit] : "?";
}

fm_status fm_profile_capability(const fm_profile *profile, fm_capability_id id, fm_capability *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, CAPABILITY_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (id == 0 || id > fm_capability_count())
		return FM_E_NOT_FOUND;

	fm_capability capability = { .id = id };
	const struct fm_table_capability *row = fm_rows_capability(profile, id);

	if (row != NULL) {
		capability.source = fm_rows_text(profile, row->source);
		capability.note = fm_rows_text(profile, row->note);
		capability.value = row->value;
		capability.state = row->state;
		capability.unit = row->unit;
	}
	fm_abi_export(out, &capability, sizeof capability);
	return FM_OK;
}
