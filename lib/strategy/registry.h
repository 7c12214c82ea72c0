/* SPDX-License-Identifier: MIT */
/** @file
 * The built-in strategies, for registry.c alone: everyone else finds them by name. */
#ifndef FLIGHTMEM_STRATEGY_REGISTRY_H
#define FLIGHTMEM_STRATEGY_REGISTRY_H

#include "strategy/strategy.h"

extern const fm_strategy fm_strategy_arena;
extern const fm_strategy fm_strategy_slots;

#endif
