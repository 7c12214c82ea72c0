/* SPDX-License-Identifier: MIT */
/** @file
 * The sum of a pool's parts, read both ways, for random strategies, sizes, alignments, places and amounts. */
#include "../base/random.h"
#include "pools.h"

static fm_pool_plan random_plan(uint64_t *seed)
{
	fm_pool_plan plan;
	int slots = (int)(random_word(seed) & 1);
	fm_pool_options options = {
		.struct_size = sizeof options,
		.block_size = slots ? 1 + (size_t)(random_word(seed) % 500) : 0,
		.alignment = (size_t)1 << random_word(seed) % 13,
		.max_buffers = slots ? 0 : (uint32_t)(random_word(seed) % 9) - 1,
	};

	cr_assert_eq(fm_pool_read_options(&options, &plan, &(fm_refusal){ .struct_size = sizeof(fm_refusal) }), FM_OK);
	return plan;
}

Test(layout, parts_are_aligned_and_do_not_touch)
{
	uint64_t seed = 3;

	for (int i = 0; i < 20000; i++) {
		fm_pool_plan plan = random_plan(&seed);
		uintptr_t at = (uintptr_t)(random_word(&seed) % 100000) * FM_POOL_ALIGN;
		size_t count = (size_t)(random_word(&seed) % 1000);
		int within = (int)(random_word(&seed) & 1);
		fm_strategy_bytes bytes;
		fm_pool_layout layout;

		cr_assert_eq(fm_pool_lay_out(&plan, count, at, within, &layout), FM_OK);
		cr_assert_eq(plan.strategy->measure(&plan.wish, count, &bytes), FM_OK);
		cr_assert_geq(layout.control, FM_POOL_HEAD(plan.strategy->state_bytes) + bytes.records);
		cr_assert_eq((at + layout.blocks) % plan.wish.alignment, 0);
		cr_assert_geq(layout.blocks, within ? layout.control : 0);
		cr_assert_eq(layout.end - layout.blocks, bytes.blocks);
	}
}

Test(layout, numbers_that_wrap_are_said)
{
	uint64_t seed = 4;
	int said = 0;

	for (int i = 0; i < 20000; i++) {
		fm_pool_plan plan = random_plan(&seed);
		size_t count = (size_t)random_edge(&seed);
		fm_pool_layout layout = { 1, 2, 3 };
		fm_status status = fm_pool_lay_out(&plan, count, (uintptr_t)random_word(&seed) & ~(uintptr_t)15, 1, &layout);

		if (status == FM_E_RANGE) {
			said++;
			cr_assert(layout.control == 1 && layout.blocks == 2 && layout.end == 3);
		} else {
			cr_assert(status == FM_OK && layout.blocks <= layout.end && layout.control <= layout.blocks);
		}
	}
	cr_assert_gt(said, 1000);
}

Test(layout, fit_is_the_most_that_fits)
{
	uint64_t seed = 5;

	for (int i = 0; i < 20000; i++) {
		fm_pool_plan plan = random_plan(&seed);
		fm_pool_room room = { (uintptr_t)(random_word(&seed) % 4096) * FM_POOL_ALIGN, (size_t)(random_word(&seed) % 100000), (int)(random_word(&seed) & 1),
				      (size_t)(random_word(&seed) % 10000) };
		size_t count = fm_pool_fit(&plan, &room);
		fm_pool_layout layout;

		if (count > 0) {
			cr_assert_eq(fm_pool_lay_out(&plan, count, room.at, room.control_inside, &layout), FM_OK);
			cr_assert(layout.end <= room.bytes && (room.control_inside || layout.control <= room.control));
		}
		cr_assert_eq(fm_pool_lay_out(&plan, count + 1, room.at, room.control_inside, &layout), FM_OK);
		cr_assert(layout.end > room.bytes || (!room.control_inside && layout.control > room.control));
	}
}
