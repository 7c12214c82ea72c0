/* SPDX-License-Identifier: MIT */
/** @file
 * The address spaces of a platform. */
#include "base/abi.h"
#include "platform/rows.h"

#define SPACE_FIRST_SIZE (offsetof(fm_space_info, reserved) + sizeof(uint32_t))

fm_status fm_profile_space(const fm_profile *profile, uint32_t index, fm_space_info *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, SPACE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_space *space = fm_rows_space(profile, index);

	if (space == NULL)
		return FM_E_NOT_FOUND;

	fm_space_info info = {
		.id = fm_rows_text(profile, space->id),
		.width_bits = space->width_bits,
		.style = space->style,
		.cpu_visible = space->cpu_visible,
	};

	fm_abi_export(out, &info, sizeof info);
	return FM_OK;
}
