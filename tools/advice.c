/* SPDX-License-Identifier: MIT */
/** @file
 * What a platform is advised, as lines and as JSON. */
#include "profile.h"

void print_advice(const fm_profile *profile)
{
	fm_advice advice = FM_STRUCT(fm_advice);

	for (uint32_t i = 0; fm_profile_advice(profile, i, &advice) == FM_OK; i++)
		printf("  for %s: %s (%s)\n", advice.use, advice.strategy, advice.reason);
}

json_t *advice_json(const fm_profile *profile)
{
	fm_advice advice = FM_STRUCT(fm_advice);
	json_t *list = json_array();

	for (uint32_t i = 0; fm_profile_advice(profile, i, &advice) == FM_OK; i++)
		json_array_append_new(list, json_pack("{s:s, s:s, s:s}", "use", advice.use, "strategy", advice.strategy, "reason", advice.reason));
	return list;
}
