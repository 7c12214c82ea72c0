/* SPDX-License-Identifier: MIT */
/** @file
 * Which strategy for which use, from the rows of a profile. */
#include <flightmem/advice.h>

#include "base/abi.h"
#include "platform/rows.h"

#define ADVICE_FIRST_SIZE (offsetof(fm_advice, reason) + sizeof(const char *))

fm_status fm_profile_advice(const fm_profile *profile, uint32_t index, fm_advice *out)
{
	fm_status status = profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, ADVICE_FIRST_SIZE);

	if (status != FM_OK)
		return status;

	const struct fm_table_advice *row = fm_rows_advice(profile, index);

	if (row == NULL)
		return FM_E_NOT_FOUND;

	fm_advice advice = {
		.use = fm_rows_text(profile, row->use),
		.strategy = fm_rows_text(profile, row->strategy),
		.reason = fm_rows_text(profile, row->reason),
	};

	fm_abi_export(out, &advice, sizeof advice);
	return FM_OK;
}

fm_status fm_profile_strategy(const fm_profile *profile, const char *use, fm_advice *out)
{
	const struct fm_table_advice *row = NULL;
	uint32_t index = 0;

	if (use == NULL)
		use = "main";
	while (profile != NULL && (row = fm_rows_advice(profile, index)) != NULL && !fm_rows_same(fm_rows_text(profile, row->use), use))
		index++;
	return fm_profile_advice(profile, index, out);
}
