/* SPDX-License-Identifier: MIT */
/** @file
 * What is wrong with a request before any state is looked at. */
#include "strategy/strategy.h"

fm_status fm_strategy_judge_request(size_t size, size_t align)
{
	if (size == 0)
		return FM_E_ARGUMENT;
	return (align & (align - 1)) == 0 ? FM_OK : FM_E_ALIGNMENT;
}

size_t fm_strategy_power_below(size_t n)
{
	size_t power = 1;

	while (power <= n / 2)
		power *= 2;
	return power;
}
