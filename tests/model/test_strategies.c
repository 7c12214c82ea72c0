/* SPDX-License-Identifier: MIT */
/** @file
 * A plain model agrees with every strategy of the registry, step by step: a million random steps each, more in the long run. */
#include <criterion/criterion.h>
#include <stdalign.h>

#include "../unit/base/random.h"
#include "first_fit.h"
#include "model.h"
#include "strategy/strategy.h"

enum { STEPS = 1000000, LONG_STEPS = 100000000 };

static alignas(64) unsigned char storage[4096];

void model_fail(const char *file, int line, const char *what)
{
	cr_assert_fail("%s:%d: %s", file, line, what);
}

static uint64_t any_word(void *context)
{
	return random_word(context);
}

/** Options for a strategy by its name alone: where it wants blocks of one size, they have one. */
static fm_pool_options options_for(const fm_strategy *strategy)
{
	fm_pool_options options = { .struct_size = sizeof options, .strategy = strategy->name, .storage = storage, .capacity = sizeof storage };
	fm_strategy_wish wish = { .alignment = FM_POOL_ALIGN };
	const char *at_fault;

	if (strategy->judge(&wish, &at_fault) != FM_OK)
		options.block_size = 48;
	return options;
}

Test(model, agrees_with_every_strategy)
{
	uint64_t seed = 6;

	for (size_t i = 0; fm_strategy_at(i) != NULL; i++) {
		fm_pool_options options = options_for(fm_strategy_at(i));

		model_run(&options, random_steps(STEPS, LONG_STEPS), (model_source){ any_word, &seed });
		options.alignment = 64;
		model_run(&options, random_steps(STEPS / 10, LONG_STEPS / 10), (model_source){ any_word, &seed });
	}
}

/** A user's strategy has the same model; its functions look at every granule, so it takes fewer steps. */
Test(model, agrees_with_a_strategy_of_ones_own)
{
	fm_pool_options options = { .struct_size = sizeof options, .storage = storage, .capacity = sizeof storage, .ops = &first_fit };
	uint64_t seed = 7;

	model_run(&options, random_steps(STEPS / 10, LONG_STEPS / 100), (model_source){ any_word, &seed });
}
