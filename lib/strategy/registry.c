/* SPDX-License-Identifier: MIT */
/** @file
 * The strategies by name: a strategy is one line here. */
#include "strategy/registry.h"

static const fm_strategy *const strategies[] = {
	&fm_strategy_arena,
	&fm_strategy_slots,
};

#define STRATEGIES (sizeof strategies / sizeof strategies[0])

static int same_name(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

const fm_strategy *fm_strategy_at(size_t index)
{
	return index < STRATEGIES ? strategies[index] : NULL;
}

const fm_strategy *fm_strategy_find(const char *name)
{
	for (size_t i = 0; i < STRATEGIES; i++)
		if (same_name(strategies[i]->name, name))
			return strategies[i];
	return NULL;
}
