/* SPDX-License-Identifier: MIT */
/** @file
 * Strategies are found by their whole name, and each one's table is whole. */
#include <criterion/criterion.h>

#include "strategy/strategy.h"

Test(registry, strategies_are_found_by_name)
{
	static const char *const none[] = { "", "a", "aren", "arena ", "Arena", "slotss" };

	for (size_t i = 0; fm_strategy_at(i) != NULL; i++)
		cr_assert_eq(fm_strategy_find(fm_strategy_at(i)->name), fm_strategy_at(i));
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
		cr_assert_null(fm_strategy_find(none[i]));
	cr_assert_not_null(fm_strategy_at(1));
	cr_assert_null(fm_strategy_at(SIZE_MAX));
}

Test(registry, every_table_is_whole)
{
	for (size_t i = 0; fm_strategy_at(i) != NULL; i++) {
		const fm_strategy *strategy = fm_strategy_at(i);

		cr_assert(strategy->calls.take && strategy->calls.take_aligned && strategy->calls.give && strategy->calls.lend && strategy->calls.take_back);
		cr_assert(strategy->judge && strategy->measure && strategy->start && strategy->explain);
		cr_assert(strategy->find && strategy->reset && strategy->measure_use);
	}
}

Test(registry, what_a_strategy_can_it_can_whole)
{
	for (size_t i = 0; fm_strategy_at(i) != NULL; i++) {
		const fm_strategy *strategy = fm_strategy_at(i);

		cr_assert(strategy->check && strategy->survey);
		cr_assert_eq(strategy->take_top == NULL, strategy->lend_top == NULL);
		cr_assert_eq(strategy->take_address == NULL, strategy->give_address == NULL);
		cr_assert(strategy->mark != NULL || (strategy->rewind == NULL && strategy->retire == NULL));
	}
}

Test(registry, every_figure_is_one)
{
	for (size_t i = 0; fm_strategy_at(i) != NULL; i++) {
		const fm_strategy *strategy = fm_strategy_at(i);

		cr_assert_geq(strategy->state_bytes, sizeof(fm_strategy_state));
		cr_assert((strategy->granule & (strategy->granule - 1)) == 0 && strategy->granule >= 1);
	}
}
