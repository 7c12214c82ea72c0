/* SPDX-License-Identifier: MIT */
/** @file
 * Return addresses of the calling thread, and what they are called. */
#ifndef FLIGHTMEM_OS_FRAMES_H
#define FLIGHTMEM_OS_FRAMES_H

#include "base/text.h"

/** Makes the C library load what it walks the stack with, which may ask for memory; afterwards fm_frames_get() asks for none. */
void fm_frames_prepare(void);

/**
 * The stack from the return address `from` on, innermost first, without the library's own calls (a plane's acquire calls a pool's).
 * `room` is at least 1. Returns how many; `from` alone where the C library can't walk the stack or does not find it there. O(depth).
 */
uint32_t fm_frames_get(const void *from, const void **frames, uint32_t room);

/** Adds "step_world+0x1A (game)": names where the dynamic linker knows them, else "game+0x11A9", else the address. */
void fm_frames_add_name(fm_text *text, const void *frame);

#endif
