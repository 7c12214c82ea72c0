/* SPDX-License-Identifier: MIT */
/** @file
 * A reservation in two steps, for whoever needs more than the place and must leave no trace where that fails. */
#ifndef FLIGHTMEM_SPACE_RESERVE_H
#define FLIGHTMEM_SPACE_RESERVE_H

#include "space/space.h"

/** fm_space_reserve() that finds the place and takes nothing: `*reservation` becomes the record that fm_space_take() takes. */
fm_status fm_space_propose(fm_space *space, const char *region, uint64_t size, uint64_t align, fm_reservation *reservation, fm_refusal *why);

/** Takes what was proposed, where nothing was taken since. The record may be a copy; from now on it must not move. Can't fail. */
void fm_space_take(fm_space *space, fm_reservation *reservation);

#endif
