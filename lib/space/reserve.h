/* SPDX-License-Identifier: MIT */
/** @file
 * A reservation's record at another place. */
#ifndef FLIGHTMEM_SPACE_RESERVE_H
#define FLIGHTMEM_SPACE_RESERVE_H

#include "space/space.h"

/** Moves the record of a reservation of `space` to `to`, which is none; `from` becomes all zero. O(reservations of the space). */
void fm_space_move(fm_space *space, fm_reservation *from, fm_reservation *to);

#endif
