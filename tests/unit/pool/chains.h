/* SPDX-License-Identifier: MIT */
/** @file
 * What the tests of chains share: a pool and a chain of small frames in it. */
#ifndef FLIGHTMEM_TEST_CHAINS_H
#define FLIGHTMEM_TEST_CHAINS_H

#include <flightmem/frame.h>

#include "pools.h"

/** Bytes of each frame of chain_options(). */
enum { CHAIN_FRAME_BYTES = 4 * 64 };

/** 16 x 4 pixels of RGB565, 64 bytes a row. */
static inline fm_frames_options chain_options(fm_pool *pool, uint32_t depth)
{
	return (fm_frames_options){ .struct_size = sizeof(fm_frames_options), .pool = pool, .width = 16, .height = 4, .format = FM_PIXEL_RGB565, .depth = depth };
}

static inline fm_frames *chain(fm_pool *pool, uint32_t depth)
{
	fm_frames_options options = chain_options(pool, depth);
	fm_frames *frames = NULL;

	cr_assert_eq(fm_frames_open(&options, &frames, NULL), FM_OK);
	cr_assert_not_null(frames);
	return frames;
}

static inline fm_pool *chain_pool(void)
{
	return opened(FM_OPTIONS(fm_pool_options, .capacity = 4096, .alignment = 64));
}

#endif
