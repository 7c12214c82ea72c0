/* SPDX-License-Identifier: MIT */
/** @file
 * Advice: by use and by index, what is not there, and what a failure leaves. */
#include "facts.h"

#include <flightmem/advice.h>

static fm_advice advice_on(const char *platform, const char *use)
{
	fm_advice advice = FM_STRUCT(fm_advice);

	cr_assert_eq(fm_profile_strategy(profile_of(platform), use, &advice), FM_OK, "%s, %s", platform, use);
	return advice;
}

Test(advice, a_use_has_a_strategy_and_a_reason)
{
	fm_advice advice = advice_on("psx", "scratchpad");

	cr_assert_str_eq(advice.use, "scratchpad");
	cr_assert_str_eq(advice.strategy, "arena");
	cr_assert_str_eq(advice.reason, "1 KiB without a byte to spare for records; every load takes one cycle");
	cr_assert_str_eq(advice_on("linux-x86_64", "main").strategy, "slab");
	cr_assert_str_eq(advice_on("gamecube", "audio").strategy, "offsets");
	cr_assert_str_eq(advice_on("gba", "objects of one kind").strategy, "slots");
}

Test(advice, no_use_is_main)
{
	cr_assert_eq(advice_on("n64", NULL).reason, advice_on("n64", "main").reason);
}

Test(advice, every_platform_but_overlays_is_advised_on_main)
{
	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info);
		fm_advice advice = FM_STRUCT(fm_advice);

		cr_assert_eq(fm_profile_get_info(fm_profile_at(i), &info), FM_OK);
		cr_assert_eq(fm_profile_strategy(fm_profile_at(i), NULL, &advice), info.space_count == 0 ? FM_E_NOT_FOUND : FM_OK, "%s", info.id);
	}
}

Test(advice, each_index_is_a_use_and_the_end_is_said)
{
	fm_advice advice = FM_STRUCT(fm_advice);
	const fm_profile *c64 = profile_of("c64");

	cr_assert_eq(fm_profile_advice(c64, 0, &advice), FM_OK);
	cr_assert_str_eq(advice.use, "main");
	cr_assert_eq(fm_profile_advice(c64, 1, &advice), FM_OK);
	cr_assert_str_eq(advice.use, "objects of one kind");
	REFUSED(fm_profile_advice(c64, 2, &advice), &advice, FM_E_NOT_FOUND);
	REFUSED(fm_profile_advice(c64, FM_NONE, &advice), &advice, FM_E_NOT_FOUND);
}

#define BY_INDEX(out) fm_profile_advice(profile_of("c64"), 0, out)
#define BY_USE(out) fm_profile_strategy(profile_of("c64"), "main", out)

Test(advice, a_failure_leaves_the_struct)
{
	fm_advice advice;

	JUDGES_STRUCT_SIZE(fm_advice, BY_INDEX);
	JUDGES_STRUCT_SIZE(fm_advice, BY_USE);
	KEEPS_TAIL(fm_advice, BY_USE);
	PLANT(&advice, sizeof advice);
	REFUSED(fm_profile_strategy(NULL, "main", &advice), &advice, FM_E_ARGUMENT);
	REFUSED(fm_profile_advice(NULL, 0, &advice), &advice, FM_E_ARGUMENT);
	REFUSED(fm_profile_strategy(profile_of("c64"), "mai", &advice), &advice, FM_E_NOT_FOUND);
	REFUSED(fm_profile_strategy(profile_of("c64"), "main ", &advice), &advice, FM_E_NOT_FOUND);
	REFUSED(fm_profile_strategy(profile_of("c64"), "", &advice), &advice, FM_E_NOT_FOUND);
	REFUSED(fm_profile_strategy(profile_of("cloud-linux-cgroup-v2"), NULL, &advice), &advice, FM_E_NOT_FOUND);
	cr_assert_eq(fm_profile_strategy(profile_of("c64"), NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_advice(profile_of("c64"), 0, NULL), FM_E_ARGUMENT);
}
