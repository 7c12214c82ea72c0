/* SPDX-License-Identifier: MIT */
/** @file
 * A platform in short. */
#include "base/abi.h"
#include "platform/rows.h"

#define INFO_FIRST_SIZE (offsetof(fm_profile_info, engine_count) + sizeof(uint32_t))

fm_status fm_profile_get_info(const fm_profile *profile, fm_profile_info *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, INFO_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	fm_profile_info info = {
		.id = fm_rows_text(profile, profile->id),
		.name = fm_rows_text(profile, profile->name),
		.tier = profile->tier,
		.endian = profile->endian,
		.word_bits = profile->word_bits,
		.pointer_bits = profile->pointer_bits,
		.bus_bits = profile->bus_bits,
		.cache_line_bytes = profile->cache_line_bytes,
		.page_bytes = profile->page_bytes,
		.space_count = profile->space_count,
		.region_count = profile->region_count,
		.misaligned = profile->misaligned,
		.natural_bytes = profile->natural_bytes,
		.engine_count = profile->engine_count,
	};

	fm_abi_export(out, &info, sizeof info);
	return FM_OK;
}
