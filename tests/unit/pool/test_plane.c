/* SPDX-License-Identifier: MIT */
/** @file
 * Planes: strides, limits, and buffers that hold every row. */
#include <flightmem/plane.h>

#include "../base/random.h"
#include "pools.h"

static fm_status described(uint32_t width, uint32_t height, fm_pixel_format format, uint32_t row_align, fm_plane *out)
{
	fm_plane_options options = { .struct_size = sizeof options, .width = width, .height = height, .format = format, .row_align = row_align };

	return fm_plane_describe(&options, out);
}

Test(plane, formats_have_bits)
{
	cr_assert_eq(fm_pixel_bits(FM_PIXEL_RGBA8888), 32);
	cr_assert_eq(fm_pixel_bits(FM_PIXEL_RGB565), 16);
	cr_assert_eq(fm_pixel_bits(FM_PIXEL_RGB555), 16);
	cr_assert_eq(fm_pixel_bits(FM_PIXEL_INDEX8), 8);
	cr_assert_eq(fm_pixel_bits(0), 0);
	cr_assert_eq(fm_pixel_bits(5), 0);
	cr_assert_eq(fm_pixel_bits(UINT32_MAX), 0);
}

Test(plane, what_is_no_plane_is_said)
{
	fm_plane untouched, out;

	memset(&untouched, 0xA5, sizeof untouched);
	out = untouched;
	cr_assert_eq(fm_plane_describe(NULL, &out), FM_E_ARGUMENT);
	cr_assert_eq(described(1, 1, FM_PIXEL_INDEX8, 0, NULL), FM_E_ARGUMENT);
	cr_assert_eq(described(0, 1, FM_PIXEL_INDEX8, 0, &out), FM_E_ARGUMENT);
	cr_assert_eq(described(1, 0, FM_PIXEL_INDEX8, 0, &out), FM_E_ARGUMENT);
	cr_assert_eq(described(FM_PLANE_SIDE_MAX + 1, 1, FM_PIXEL_INDEX8, 0, &out), FM_E_ARGUMENT);
	cr_assert_eq(described(1, UINT32_MAX, FM_PIXEL_INDEX8, 0, &out), FM_E_ARGUMENT);
	cr_assert_eq(described(1, 1, 0, 0, &out), FM_E_UNSUPPORTED);
	cr_assert_eq(described(1, 1, FM_PIXEL_INDEX8, 3, &out), FM_E_ALIGNMENT);
	cr_assert_eq(described(1, 1, FM_PIXEL_INDEX8, 8192, &out), FM_E_ALIGNMENT);
	cr_assert_eq(described(1, 1, FM_PIXEL_INDEX8, UINT32_MAX, &out), FM_E_ALIGNMENT);
	cr_assert_eq(fm_plane_describe(&(fm_plane_options){ .struct_size = 8 }, &out), FM_E_ABI_SIZE);
	cr_assert_eq(memcmp(&out, &untouched, sizeof out), 0);
}

Test(plane, a_newer_caller_is_served_iff_its_tail_is_zero)
{
	union {
		fm_plane_options options;
		unsigned char bytes[sizeof(fm_plane_options) + 8];
	} newer = { .options = { sizeof newer, 1, 1, FM_PIXEL_INDEX8, 0 } };
	fm_plane out;

	newer.bytes[sizeof newer - 1] = 0;
	cr_assert_eq(fm_plane_describe(&newer.options, &out), FM_OK);
	newer.bytes[sizeof newer - 1] = 1;
	cr_assert_eq(fm_plane_describe(&newer.options, &out), FM_E_ABI_FIELD);
}

#if SIZE_MAX > UINT32_MAX
Test(plane, the_largest_plane_is_exact)
{
	fm_plane out;

	cr_assert_eq(described(FM_PLANE_SIDE_MAX, FM_PLANE_SIDE_MAX, FM_PIXEL_RGBA8888, 4096, &out), FM_OK);
	cr_assert_eq(out.stride, 1u << 18);
	cr_assert_eq(out.buffer.len, (size_t)1 << 34);
}
#endif

Test(plane, strides_are_the_least_that_will_do)
{
	static const fm_pixel_format formats[] = { FM_PIXEL_RGBA8888, FM_PIXEL_RGB565, FM_PIXEL_RGB555, FM_PIXEL_INDEX8 };
	uint64_t seed = 8;

	for (int i = 0; i < 50000; i++) {
		uint32_t width = 1 + (uint32_t)(random_word(&seed) % FM_PLANE_SIDE_MAX);
		uint32_t height = 1 + (uint32_t)(random_word(&seed) % FM_PLANE_SIDE_MAX);
		uint32_t align = (1u << random_word(&seed) % 14) / 2;
		fm_plane out;

		cr_assert_eq(described(width, height, formats[i & 3], align, &out), FM_OK);
		uint32_t row = width * out.pixel_bits / 8;
		uint32_t want = align == 0 ? FM_PLANE_ROW_ALIGN : align;

		cr_assert_eq(out.row_align, want);
		cr_assert(out.stride % want == 0 && out.stride >= row && out.stride - row < want);
		cr_assert_eq(out.buffer.len, (size_t)out.stride * height);
		cr_assert(out.width == width && out.height == height && out.format == formats[i & 3]);
		cr_assert(out.buffer.data == NULL && out.buffer.token == 0);
	}
}

Test(plane, a_plane_lives_in_a_buffer_of_the_pool)
{
	fm_plane_options options = { .struct_size = sizeof options, .width = 100, .height = 10, .format = FM_PIXEL_RGB565 };
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 2560, .alignment = 64));
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_plane plane, untouched;

	memset(&untouched, 0x5A, sizeof untouched);
	cr_assert_eq(fm_plane_acquire(pool, &options, &plane, NULL), FM_OK);
	cr_assert_eq((uintptr_t)plane.buffer.data % 64, 0);
	for (uint32_t y = 0; y < 10; y++)
		memset(fm_plane_row(&plane, y), (int)y, 200);
	cr_assert_null(fm_plane_row(&plane, 10));

	fm_plane second = untouched;

	cr_assert_eq(fm_plane_acquire(pool, &options, &second, &why), FM_E_EXHAUSTED);
	cr_assert_eq(why.asked, 2560);
	options.height = 11;
	cr_assert_eq(fm_plane_acquire(pool, &options, &second, &why), FM_E_TOO_LARGE);
	options.height = 0;
	cr_assert_eq(fm_plane_acquire(pool, &options, &second, &why), FM_E_ARGUMENT);
	cr_assert_eq(why.status, FM_E_ARGUMENT);
	cr_assert_eq(fm_plane_acquire(NULL, &options, &second, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_plane_acquire(pool, NULL, &second, NULL), FM_E_ARGUMENT);
	cr_assert_eq(memcmp(&second, &untouched, sizeof second), 0);
	cr_assert_eq(fm_plane_acquire(pool, &options, NULL, NULL), FM_E_ARGUMENT);

	cr_assert_eq(fm_plane_release(pool, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_plane_release(NULL, &plane), FM_E_ARGUMENT);
	cr_assert_eq(fm_plane_release(pool, &plane), FM_OK);
	cr_assert_eq(fm_plane_release(pool, &plane), FM_E_STALE);
	plane.buffer.token = 0;
	cr_assert_eq(fm_plane_release(pool, &plane), FM_E_FOREIGN);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}
