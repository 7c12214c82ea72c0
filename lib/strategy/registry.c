/* SPDX-License-Identifier: MIT */
/** @file
 * The strategies by name: a strategy is one line here. */
#include "strategy/strategy.h"

/** Every strategy: its file defines fm_strategy_NAME. A build for a small machine may say that there are fewer. */
#ifndef EACH_STRATEGY
#define EACH_STRATEGY(each) \
	each(arena) \
	each(buddy) \
	each(double_stack) \
	each(ring) \
	each(slots) \
	each(stack) \
	each(tlsf)
#endif

#define DECLARE(name) extern const fm_strategy fm_strategy_##name;
#define ENTER(name) &fm_strategy_##name,

EACH_STRATEGY(DECLARE)

static const fm_strategy *const strategies[] = { EACH_STRATEGY(ENTER) };

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
