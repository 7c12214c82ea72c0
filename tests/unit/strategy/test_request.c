/* SPDX-License-Identifier: MIT */
/** @file
 * What no state can make right. */
#include <criterion/criterion.h>

#include "strategy/strategy.h"

Test(request, sizes_and_alignments_are_judged)
{
	cr_assert_eq(fm_strategy_judge_request(0, 0), FM_E_ARGUMENT);
	cr_assert_eq(fm_strategy_judge_request(0, 3), FM_E_ARGUMENT);
	cr_assert_eq(fm_strategy_judge_request(1, 0), FM_OK);
	for (size_t bit = 1; bit != 0; bit *= 2) {
		cr_assert_eq(fm_strategy_judge_request(SIZE_MAX, bit), FM_OK);
		if (bit > 2)
			cr_assert_eq(fm_strategy_judge_request(1, bit - 1), FM_E_ALIGNMENT);
	}
}
