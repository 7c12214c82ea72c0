/* SPDX-License-Identifier: MIT */
/** @file
 * The footprint is exact: that many bytes hold so many blocks, one byte less holds one block less. The macros never promise too little. */
#include "pools.h"

#define UNTOUCHED ((size_t)0xA5A5A5)

static alignas(4096) unsigned char bytes[1 << 17];
static alignas(16) unsigned char control[1 << 14];

/** Blocks that a slots pool in these bytes gives out; 0 if there is none. */
static size_t blocks_in(fm_pool_options options, size_t at, size_t size)
{
	fm_pool *pool = NULL;
	size_t count = 0;

	options.storage = bytes + at;
	options.capacity = size;
	if (fm_pool_open(&options, &pool, NULL) != FM_OK)
		return 0;
	while (fm_pool_alloc(pool, options.block_size) != NULL)
		count++;
	cr_assert_eq(fm_pool_reset(pool), FM_OK);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
	return count;
}

/** The fewest blocks at any place that is aligned as storage must be. */
static size_t fewest_blocks_in(const fm_pool_options *options, size_t size)
{
	size_t fewest = SIZE_MAX;

	for (size_t at = 0; at < options->alignment || at == 0; at += FM_POOL_ALIGN) {
		size_t count = blocks_in(*options, at, size);

		fewest = count < fewest ? count : fewest;
	}
	return fewest;
}

Test(footprint, slots_fit_exactly_in_the_worst_place)
{
	for (size_t alignment = 1; alignment <= 128; alignment *= 2)
		for (size_t block = 1; block <= 200; block += 23)
			for (size_t count = 1; count <= 40; count += 13)
				for (int apart = 0; apart < 2; apart++) {
					fm_pool_options options = { .struct_size = sizeof options, .block_size = block, .alignment = alignment };
					size_t size = 0;

					if (apart) {
						options.control = control;
						options.control_size = sizeof control;
					}
					cr_assert_eq(fm_pool_footprint(&options, count, &size), FM_OK);
					cr_assert_eq(fewest_blocks_in(&options, size), count);
					cr_assert_eq(fewest_blocks_in(&options, size - 1), count - 1);
				}
}

Test(footprint, arenas_fit_exactly)
{
	for (size_t want = 1; want <= 1000; want += 37)
		for (uint32_t buffers = 1; buffers <= 9; buffers += 2) {
			fm_pool_options options = { .struct_size = sizeof options, .storage = bytes, .max_buffers = buffers };

			cr_assert_eq(fm_pool_footprint(&options, want, &options.capacity), FM_OK);
			fm_pool *pool = opened(&options);

			cr_assert_eq(usage_of(pool).capacity, FM_POOL_ROUND(want));
			cr_assert_eq(fm_pool_close(pool), FM_OK);
			cr_assert_leq(options.capacity, FM_POOL_FOOTPRINT_ARENA(want, buffers));
			options.capacity--;
			if (want <= 16) {
				refused(&options, FM_E_TOO_LARGE);
			} else {
				pool = opened(&options);
				cr_assert_eq(usage_of(pool).capacity, FM_POOL_ROUND(want) - 16);
				cr_assert_eq(fm_pool_close(pool), FM_OK);
			}
		}
}

Test(footprint, the_macros_are_enough)
{
	for (size_t block = 1; block < 300; block += 7)
		for (size_t count = 1; count < 50; count += 7) {
			fm_pool_options options = { .struct_size = sizeof options, .block_size = block };
			size_t size;

			cr_assert_eq(fm_pool_footprint(&options, count, &size), FM_OK);
			cr_assert_leq(size, FM_POOL_FOOTPRINT_SLOTS(block, count));
			cr_assert_geq(blocks_in(options, 0, FM_POOL_FOOTPRINT_SLOTS(block, count)), count);
		}
}

Test(footprint, control_is_exact)
{
	for (size_t count = 1; count < 100; count += 9) {
		fm_pool_options options = { .struct_size = sizeof options, .block_size = 16, .control = control };

		cr_assert_eq(fm_pool_control_size(&options, count, &options.control_size), FM_OK);
		cr_assert_eq(blocks_in(options, 0, sizeof bytes), (count + 1) / 2 * 2, "records are rounded up to pairs");
		options.control_size--;
		cr_assert_eq(blocks_in(options, 0, sizeof bytes), (count + 1) / 2 * 2 - 2);
	}
}

/** Expects `want` of both calls, and that a failure leaves the number. */
static void expect(const fm_pool_options *options, size_t count, fm_status want)
{
	size_t size = UNTOUCHED;

	cr_assert_eq(fm_pool_footprint(options, count, &size), want);
	cr_assert_eq(fm_pool_control_size(options, count, &size), want);
	cr_assert_eq(size, UNTOUCHED);
}

Test(footprint, what_is_wrong_is_said)
{
	fm_pool_options options = { .struct_size = 1 };
	size_t size = UNTOUCHED;

	expect(NULL, 1, FM_E_ARGUMENT);
	expect(&options, 1, FM_E_ABI_SIZE);
	expect(FM_OPTIONS(fm_pool_options, .reserved = 1), 1, FM_E_ABI_FIELD);
	expect(FM_OPTIONS(fm_pool_options, .strategy = "slots"), 1, FM_E_ARGUMENT);
	expect(FM_OPTIONS(fm_pool_options, .alignment = 12), 1, FM_E_ALIGNMENT);
	expect(FM_OPTIONS(fm_pool_options, .strategy = "?"), 1, FM_E_NOT_FOUND);
	expect(FM_OPTIONS(fm_pool_options, .mode = 7), 1, FM_E_UNSUPPORTED);
	expect(FM_OPTIONS(fm_pool_options, .block_size = 16), SIZE_MAX, FM_E_RANGE);
	expect(FM_OPTIONS(fm_pool_options, .capacity = 0), SIZE_MAX, FM_E_RANGE);
	cr_assert_eq(fm_pool_footprint(FM_OPTIONS(fm_pool_options, .alignment = (size_t)1 << (sizeof(size_t) * 8 - 1)), SIZE_MAX / 2, &size), FM_E_RANGE);
	cr_assert_eq(fm_pool_footprint(FM_OPTIONS(fm_pool_options, .capacity = 0), 1, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_control_size(FM_OPTIONS(fm_pool_options, .capacity = 0), 1, NULL), FM_E_ARGUMENT);
	cr_assert_eq(size, UNTOUCHED);
}
