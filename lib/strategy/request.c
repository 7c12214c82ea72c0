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
