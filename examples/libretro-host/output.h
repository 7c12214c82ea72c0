/* SPDX-License-Identifier: MIT */
/** @file
 * Standard output is the report's alone: what a core prints there goes to standard error. */
#ifndef LIBRETRO_HOST_OUTPUT_H
#define LIBRETRO_HOST_OUTPUT_H

/** From now on what is printed goes to standard error. Returns 0; -1 iff the system has no file descriptor left. */
int output_divert(void);

/** The report's turn: standard output is itself again, until output_divert(). */
void output_restore(void);

#endif
