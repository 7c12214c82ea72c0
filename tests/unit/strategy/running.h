/* SPDX-License-Identifier: MIT */
/** @file
 * A strategy without a pool: state, records and blocks as a test wants them. */
#ifndef FLIGHTMEM_TEST_RUNNING_H
#define FLIGHTMEM_TEST_RUNNING_H

#include <criterion/criterion.h>
#include <stdalign.h>
#include <string.h>

#include "strategy/strategy.h"

static alignas(64) unsigned char running_state[FM_STRATEGY_STATE_BYTES];
static alignas(16) unsigned char running_records[1 << 16];
static alignas(4096) unsigned char running_blocks[1 << 16];
static fm_strategy_state *running;
static fm_status refusal; /**< what the last refused call was told */

static fm_status running_refuse(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why)
{
	fm_refusal what = { .struct_size = sizeof what };

	(void)why;
	state->strategy->explain(state, kind, size, align, &what);
	refusal = what.status;
	return what.status;
}

static const fm_strategy_host running_host = { .refuse = running_refuse };

/** Starts the strategy with `count` blocks. Records are full of noise, as they may be. */
static inline void start(const char *name, fm_strategy_wish wish, size_t count)
{
	const fm_strategy *strategy = fm_strategy_find(name);
	fm_strategy_bytes bytes;
	const char *at_fault;

	cr_assert_not_null(strategy);
	cr_assert_leq(strategy->state_bytes, sizeof running_state);
	cr_assert_eq(strategy->judge(&wish, &at_fault), FM_OK);
	cr_assert_eq(strategy->measure(&wish, count, &bytes), FM_OK);
	cr_assert(bytes.records <= sizeof running_records && bytes.blocks <= sizeof running_blocks);
	memset(running_state, 0, sizeof running_state);
	memset(running_records, 0xB7, sizeof running_records);
	running = (fm_strategy_state *)(void *)running_state;
	running->calls = strategy->calls;
	running->strategy = strategy;
	running->host = &running_host;
	running->alignment = wish.alignment;
	strategy->start(running, &wish, count, running_records, running_blocks);
}

static inline fm_strategy_figures figures(void)
{
	fm_strategy_figures now;

	running->strategy->measure_use(running, &now);
	return now;
}

#endif
