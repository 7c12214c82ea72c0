/* SPDX-License-Identifier: MIT */
/** @file
 * Frames: planes of a format in one buffer, apart, aligned, whole. */
#include <flightmem/frame.h>

#include "../base/random.h"
#include "pools.h"

Test(frame, planes_of_video_formats_are_what_they_are)
{
	fm_frame frame;

	cr_assert_eq(fm_frame_describe(FM_OPTIONS(fm_plane_options, .width = 641, .height = 481, .format = FM_PIXEL_I420, .row_align = 1), &frame), FM_OK);
	cr_assert_eq(frame.count, 3);
	cr_assert(frame.plane[0].width == 641 && frame.plane[0].height == 481 && frame.plane[0].format == FM_PIXEL_GREY8 && frame.plane[0].stride == 641);
	for (int i = 1; i < 3; i++)
		cr_assert(frame.plane[i].width == 321 && frame.plane[i].height == 241 && frame.plane[i].format == FM_PIXEL_GREY8 && frame.plane[i].stride == 321);
	cr_assert_eq(frame.buffer.len, 641 * 481 + 2 * 321 * 241);
}

Test(frame, planes_of_interleaved_formats_are_what_they_are)
{
	fm_frame frame;

	cr_assert_eq(fm_frame_describe(FM_OPTIONS(fm_plane_options, .width = 641, .height = 481, .format = FM_PIXEL_NV12, .row_align = 1), &frame), FM_OK);
	cr_assert_eq(frame.count, 2);
	cr_assert(frame.plane[1].width == 321 && frame.plane[1].height == 241 && frame.plane[1].format == FM_PIXEL_UV88 && frame.plane[1].stride == 642);
	cr_assert_eq(frame.buffer.len, 641 * 481 + 642 * 241);
}

Test(frame, a_format_of_one_plane_makes_a_frame_of_one)
{
	fm_frame frame;

	cr_assert_eq(fm_frame_describe(FM_OPTIONS(fm_plane_options, .width = 1, .height = 1, .format = FM_PIXEL_RGB555), &frame), FM_OK);
	cr_assert(frame.count == 1 && frame.buffer.len == 64 && frame.plane[0].buffer.len == 64 && frame.plane[1].width == 0);
	cr_assert(frame.buffer.data == NULL && frame.plane[0].buffer.data == NULL && frame.number == 0 && frame.content == 0 && frame.index == 0);
}

Test(frame, what_is_no_frame_is_said)
{
	fm_frame untouched, out;

	memset(&untouched, 0xA5, sizeof untouched);
	out = untouched;
	cr_assert_eq(fm_frame_describe(NULL, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_frame_describe(FM_OPTIONS(fm_plane_options, .width = 1, .height = 1, .format = FM_PIXEL_I420), NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_frame_describe(FM_OPTIONS(fm_plane_options, .width = 0, .height = 1, .format = FM_PIXEL_I420), &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_frame_describe(FM_OPTIONS(fm_plane_options, .width = 1, .height = 1, .format = 16), &out), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_frame_describe(FM_OPTIONS(fm_plane_options, .width = 1, .height = 1, .format = FM_PIXEL_I420, .flags = 4), &out), FM_E_UNSUPPORTED);
	cr_assert_eq(fm_frame_describe(FM_OPTIONS(fm_plane_options, .width = 1, .height = 1, .format = FM_PIXEL_I420, .row_align = 5), &out), FM_E_ALIGNMENT);
	cr_assert_eq(fm_frame_describe(&(fm_plane_options){ .struct_size = 8 }, &out), FM_E_ABI_SIZE);
	cr_assert_eq(memcmp(&out, &untouched, sizeof out), 0);
}

Test(frame, planes_lie_apart_and_aligned_inside_the_buffer)
{
	static const fm_pixel_format formats[] = { FM_PIXEL_I420, FM_PIXEL_NV12, FM_PIXEL_RGBA8888, FM_PIXEL_INDEX1 };
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = FM_MIB(2), .alignment = 4096));
	uint64_t seed = 5;

	for (int i = 0; i < 5000; i++) {
		fm_plane_options options = FM_STRUCT(fm_plane_options);
		fm_frame frame;
		unsigned char *end;

		options.width = 1 + (uint32_t)(random_word(&seed) % 700);
		options.height = 1 + (uint32_t)(random_word(&seed) % 300);
		options.format = formats[i & 3];
		options.row_align = 1u << random_word(&seed) % 10;
		options.flags = (uint32_t)(random_word(&seed) & FM_PLANE_SPREAD);
		options.over_read = (uint32_t)(random_word(&seed) % 100);
		cr_assert_eq(fm_frame_acquire(pool, &options, &frame, NULL), FM_OK);
		end = frame.buffer.data;
		for (uint32_t p = 0; p < frame.count; p++) {
			unsigned char *at = frame.plane[p].buffer.data;

			cr_assert(at >= end && (uintptr_t)at % options.row_align == 0);
			cr_assert_eq(frame.plane[p].buffer.token, 0);
			cr_assert_eq(fm_plane_release(pool, &frame.plane[p]), FM_E_FOREIGN);
			if (options.flags == FM_PLANE_SPREAD)
				cr_assert_eq((size_t)(at - (unsigned char *)frame.buffer.data) % FM_PLANE_ALIAS, p * (FM_PLANE_ALIAS / 4));
			end = at + frame.plane[p].buffer.len;
		}
		cr_assert_eq((size_t)(end - (unsigned char *)frame.buffer.data), frame.buffer.len);
		cr_assert_eq(fm_frame_release(pool, &frame), FM_OK);
		cr_assert_eq(fm_frame_release(pool, &frame), FM_E_STALE);
	}
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}

Test(frame, a_refusal_says_why_and_leaves_the_frame)
{
	fm_pool *pool = opened(FM_OPTIONS(fm_pool_options, .capacity = 4096, .alignment = 64));
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_frame untouched, out;

	memset(&untouched, 0xA5, sizeof untouched);
	out = untouched;
	cr_assert_eq(fm_frame_acquire(pool, FM_OPTIONS(fm_plane_options, .width = 64, .height = 64, .format = FM_PIXEL_NV12), &out, &why), FM_E_TOO_LARGE);
	cr_assert_eq(why.asked, 64 * 64 + 64 * 32);
	cr_assert_eq(fm_frame_acquire(pool, FM_OPTIONS(fm_plane_options, .width = 64), &out, &why), FM_E_ARGUMENT);
	cr_assert_eq(why.status, FM_E_ARGUMENT);
	cr_assert_eq(fm_frame_acquire(NULL, FM_OPTIONS(fm_plane_options, .width = 1, .height = 1, .format = FM_PIXEL_NV12), &out, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_frame_acquire(pool, FM_OPTIONS(fm_plane_options, .width = 1, .height = 1, .format = FM_PIXEL_NV12), NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(memcmp(&out, &untouched, sizeof out), 0);
	cr_assert_eq(fm_frame_release(pool, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_frame_release(NULL, &out), FM_E_ARGUMENT);
	cr_assert_eq(fm_pool_close(pool), FM_OK);
}
