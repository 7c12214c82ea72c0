/* SPDX-License-Identifier: MIT */
/** @file
 * How chains begin and end: every status, nothing kept after a refusal, references, memory in the pool or in the caller's bytes. */
#include "chains.h"

/** Expects that options are refused with `want` and that the pool holds nothing of it. */
static fm_refusal refused_chain(const fm_frames_options *options, fm_pool *pool, fm_status want)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_frames *const untouched = (fm_frames *)(void *)&why;
	fm_frames *frames = untouched;

	cr_assert_eq(fm_frames_open(options, &frames, &why), want);
	cr_assert_eq(frames, untouched);
	cr_assert_eq(why.status, want);
	cr_assert_neq(why.help, FM_HELP_NONE);
	cr_assert(usage_of(pool).blocks == 0 && usage_of(pool).used == 0);
	return why;
}

Test(frames_open, what_can_not_be_opened_is_said)
{
	fm_pool *pool = chain_pool();
	fm_frames_options good = chain_options(pool, 3), bad;
	static FM_ALIGNED(16) unsigned char control[FM_FRAMES_CONTROL_BYTES];
	fm_refusal why;
	fm_frames *frames;

	cr_assert_eq(fm_frames_open(&good, NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_frames_open(NULL, &frames, NULL), FM_E_ARGUMENT);
	bad = good, bad.pool = NULL;
	refused_chain(&bad, pool, FM_E_ARGUMENT);
	bad = good, bad.width = 0;
	refused_chain(&bad, pool, FM_E_ARGUMENT);
	bad = good, bad.over_read = FM_PLANE_OVER_READ_MAX + 1;
	refused_chain(&bad, pool, FM_E_ARGUMENT);
	bad = good, bad.depth = 1;
	refused_chain(&bad, pool, FM_E_UNSUPPORTED);
	bad = good, bad.depth = 4;
	refused_chain(&bad, pool, FM_E_UNSUPPORTED);
	bad = good, bad.sharing = 2;
	refused_chain(&bad, pool, FM_E_UNSUPPORTED);
	bad = good, bad.clear = 2;
	refused_chain(&bad, pool, FM_E_UNSUPPORTED);
	bad = good, bad.flags = 2;
	refused_chain(&bad, pool, FM_E_UNSUPPORTED);
	bad = good, bad.format = 16;
	refused_chain(&bad, pool, FM_E_UNSUPPORTED);
	bad = good, bad.row_align = 3;
	refused_chain(&bad, pool, FM_E_ALIGNMENT);
	bad = good, bad.reserved = 1;
	refused_chain(&bad, pool, FM_E_ABI_FIELD);
	bad = good, bad.struct_size = 8;
	refused_chain(&bad, pool, FM_E_ABI_SIZE);
	bad = good, bad.control = control + 1, bad.control_size = sizeof control - 1;
	why = refused_chain(&bad, pool, FM_E_ALIGNMENT);
	cr_assert(why.help == FM_HELP_ALIGN && why.help_bytes == FM_POOL_ALIGN);
	bad = good, bad.control = control, bad.control_size = 1;
	why = refused_chain(&bad, pool, FM_E_TOO_LARGE);
	cr_assert(why.help == FM_HELP_ENLARGE && why.help_bytes <= FM_FRAMES_CONTROL_BYTES);
	/* It is exact. */
	bad.control_size = (size_t)why.help_bytes - 1;
	refused_chain(&bad, pool, FM_E_TOO_LARGE);
	bad.control_size++;
	cr_assert_eq(fm_frames_open(&bad, &frames, NULL), FM_OK);
	cr_assert_eq(usage_of(pool).used, 3 * CHAIN_FRAME_BYTES);
	cr_assert_eq(fm_frames_close(frames), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(frames_open, a_pool_that_is_full_at_any_step_gets_everything_back)
{
	size_t held = 0;
	unsigned opened_at = 0;

	for (size_t capacity = 64; capacity <= 4096; capacity += 64) {
		fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = capacity, .alignment = 64));
		fm_frames_options options = chain_options(pool, 3);
		fm_frames *frames = NULL;
		fm_refusal why = FM_STRUCT(fm_refusal);
		fm_status status = fm_frames_open(&options, &frames, &why);

		if (status == FM_OK) {
			opened_at++;
			held = (size_t)usage_of(pool).used;
			cr_assert_leq(held, capacity);
			cr_assert_eq(fm_frames_close(frames), FM_OK);
		} else {
			cr_assert(status == FM_E_EXHAUSTED || status == FM_E_TOO_LARGE);
			cr_assert_eq(opened_at, 0);
			cr_assert_eq(why.status, status);
			cr_assert_null(frames);
		}
		cr_assert(usage_of(pool).blocks == 0 && usage_of(pool).used == 0);
		cr_assert_eq(fm_pool_close(pool), FM_OK);
	}
	cr_assert(opened_at > 0 && held >= 3 * CHAIN_FRAME_BYTES && held <= 3 * CHAIN_FRAME_BYTES + FM_FRAMES_CONTROL_BYTES + 64);
}

Test(frames_open, depth_is_three_unless_two_are_asked_for)
{
	fm_pool *pool = chain_pool();
	static FM_ALIGNED(16) unsigned char control[FM_FRAMES_CONTROL_BYTES];

	for (uint32_t depth = 0; depth <= 3; depth++) {
		fm_frames_options options = chain_options(pool, depth);
		fm_frames *frames;

		options.control = control;
		options.control_size = sizeof control;
		options.sharing = FM_FRAMES_TWO_THREADS;
		if (depth == 1)
			continue;
		cr_assert_eq(fm_frames_open(&options, &frames, NULL), FM_OK);
		cr_assert_eq(usage_of(pool).buffers, depth == 2 ? 2u : 3u);
		cr_assert_eq((unsigned char *)frames, control);
		cr_assert_eq(fm_frames_close(frames), FM_OK);
	}
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(frames_open, a_pool_of_slots_serves_frames_of_its_block)
{
	static FM_ALIGNED(16) unsigned char control[FM_FRAMES_CONTROL_BYTES];
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .block_size = CHAIN_FRAME_BYTES, .capacity = 3 * CHAIN_FRAME_BYTES, .alignment = 64));
	fm_frames_options options = chain_options(pool, 3);
	fm_frames *frames;

	/* The control block would take a slot, and is too large for one. */
	cr_assert_eq(fm_frames_open(&options, &frames, NULL), FM_E_TOO_LARGE);
	options.control = control;
	options.control_size = sizeof control;
	cr_assert_eq(fm_pool_seal(pool), FM_OK);
	cr_assert_eq(fm_frames_open(&options, &frames, NULL), FM_OK);
	cr_assert_eq(fm_frames_close(frames), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(frames_open, references_keep_the_chain_and_the_chain_keeps_the_pool)
{
	fm_pool *pool = chain_pool();
	fm_frames *frames = chain(pool, 3);
	fm_frame frame;

	cr_assert_eq(fm_pool_close(pool), FM_E_BUSY);
	cr_assert_eq(fm_frames_ref(frames), frames);
	cr_assert_eq(fm_frames_close(frames), FM_E_BUSY);
	fm_frames_unref(frames);
	cr_assert_eq(fm_frames_acquire(frames, &frame), FM_OK);
	cr_assert_eq(fm_frames_close(frames), FM_E_BUSY);
	cr_assert_eq(fm_frames_close(NULL), FM_E_ARGUMENT);
	cr_assert_null(fm_frames_ref(NULL));
	fm_frames_unref(NULL);
	/* Lenient: a frame that is out goes with the chain. */
	fm_frames_unref(frames);
	cr_assert_eq(usage_of(pool).blocks, 0);

	/* The pool's last reference is the chain's. */
	frames = chain(pool, 2);
	fm_pool_unref(pool);
	cr_assert_eq(fm_frames_acquire(frames, &frame), FM_OK);
	memset(frame.buffer.data, 1, frame.buffer.len);
	cr_assert_eq(fm_frames_present(frames, &frame), FM_OK);
	cr_assert_eq(fm_frames_close(frames), FM_OK);
}
