/* SPDX-License-Identifier: MIT */
/** @file
 * Which strategy for which use, from the rows of a profile. */
#include <flightmem/advice.h>

#include "base/abi.h"
#include "platform/rows.h"

#define ADVICE_FIRST_SIZE (offsetof(fm_advice, reason) + sizeof(const char *))

static fm_status judge(const fm_profile *profile, const fm_advice *out)
{
	return profile == NULL ? FM_E_ARGUMENT : fm_abi_check(out, ADVICE_FIRST_SIZE);
}

/** Hands out a row; NULL is none. */
static fm_status export_advice(const fm_profile *profile, const struct fm_table_advice *row, fm_advice *out)
{
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

fm_status fm_profile_advice(const fm_profile *profile, uint32_t index, fm_advice *out)
{
	fm_status status = judge(profile, out);

	return status != FM_OK ? status : export_advice(profile, fm_rows_advice(profile, index), out);
}

fm_status fm_profile_strategy(const fm_profile *profile, const char *use, fm_advice *out)
{
	fm_status status = judge(profile, out);
	const struct fm_table_advice *row = NULL;

	if (status != FM_OK)
		return status;

	for (uint32_t i = 0; (row = fm_rows_advice(profile, i)) != NULL; i++)
		if (fm_rows_same(fm_rows_text(profile, row->use), use == NULL ? "main" : use))
			break;
	return export_advice(profile, row, out);
}
