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

/** The arguments of wished(). */
struct wish {
	uint32_t width, height;
	fm_pixel_format format;
	uint32_t row_align, flags, over_read;
	fm_plane *out;
};

static fm_status describe_wish(struct wish wish)
{
	return fm_plane_describe(FM_OPTIONS(fm_plane_options, .width = wish.width, .height = wish.height, .format = wish.format, .row_align = wish.row_align,
					    .flags = wish.flags, .over_read = wish.over_read), wish.out);
}

#define wished(...) describe_wish((struct wish){ __VA_ARGS__ })

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
	cr_assert_eq(described(2, 2, FM_PIXEL_I420, 0, &out), FM_E_UNSUPPORTED);
	cr_assert_eq(described(2, 2, FM_PIXEL_NV12, 0, &out), FM_E_UNSUPPORTED);
	cr_assert_eq(wished(.width = 1, .height = 1, .format = FM_PIXEL_INDEX8, .flags = 2, .out = &out), FM_E_UNSUPPORTED);
	cr_assert_eq(wished(.width = 1, .height = 1, .format = FM_PIXEL_INDEX8, .flags = 0x80000001u, .out = &out), FM_E_UNSUPPORTED);
	cr_assert_eq(wished(.width = 1, .height = 1, .format = FM_PIXEL_INDEX8, .over_read = FM_PLANE_OVER_READ_MAX + 1, .out = &out), FM_E_ARGUMENT);
	cr_assert_eq(wished(.width = 1, .height = 1, .format = FM_PIXEL_INDEX8, .flags = FM_PLANE_SPREAD, .row_align = 1024, .out = &out), FM_E_ALIGNMENT);
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
	} newer = { .options = { .struct_size = sizeof newer, .width = 1, .height = 1, .format = FM_PIXEL_INDEX8 } };
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

	cr_assert_eq(described(FM_PLANE_SIDE_MAX, FM_PLANE_SIDE_MAX, FM_PIXEL_RGBA_F32, 4096, &out), FM_OK);
	cr_assert_eq(out.stride, 1u << 20);
	cr_assert_eq(out.buffer.len, (size_t)1 << 36);
}
#endif

/** What the header promises of a plane, worked out another way: bit by bit, and by division. */
static void expect_rule(const struct wish *wish, const fm_plane *out)
{
	uint64_t row = 0, want = wish->row_align == 0 ? 64 : wish->row_align;
	uint64_t bits = (uint64_t)wish->width * out->pixel_bits;

	row = bits / 8 + (bits % 8 != 0);
	uint64_t stride = (row + want - 1) / want * want;

	if (wish->flags == FM_PLANE_SPREAD && stride % 2048 == 0)
		stride += want < 64 ? 64 : want;
	cr_assert_eq(out->row_align, want);
	cr_assert_eq(out->stride, stride);
	cr_assert_eq(out->stride % want, 0);
	if (wish->flags == FM_PLANE_SPREAD)
		cr_assert_neq(out->stride % 2048, 0);

	/* The last pixel of the last row, and over_read bytes behind it, are the buffer's; the buffer has no byte more than that and the padding need. */
	uint64_t end = stride * (wish->height - 1) + row + wish->over_read, rows = stride * wish->height;

	cr_assert_eq(out->buffer.len, end > rows ? end : rows);
	cr_assert(out->width == wish->width && out->height == wish->height && out->format == wish->format);
	cr_assert(out->buffer.data == NULL && out->buffer.token == 0);
}

Test(plane, the_rule_of_the_stride_holds)
{
	uint64_t seed = 8;

	for (int i = 0; i < 100000; i++) {
		fm_plane out;
		struct wish wish = { .width = 1 + (uint32_t)(random_word(&seed) % FM_PLANE_SIDE_MAX), .height = 1 + (uint32_t)(random_word(&seed) % FM_PLANE_SIDE_MAX),
				     .format = FM_PIXEL_RGBA8888 + (uint32_t)(random_word(&seed) % FM_PIXEL_RGBA_F32), .flags = (uint32_t)(random_word(&seed) & 1),
				     .row_align = (1u << random_word(&seed) % 14) / 2, .out = &out };

		if (random_word(&seed) % 2)
			wish.width = wish.width < 512 ? 512 : wish.width / 512 * 512; /* strides that alias, often */
		if (random_word(&seed) % 2)
			wish.over_read = (uint32_t)(random_word(&seed) % (FM_PLANE_OVER_READ_MAX + 1));
		if (wish.flags == FM_PLANE_SPREAD && wish.row_align > FM_PLANE_SPREAD_ALIGN_MAX) {
			cr_assert_eq(describe_wish(wish), FM_E_ALIGNMENT);
			continue;
		}
		cr_assert_eq(describe_wish(wish), FM_OK);
		expect_rule(&wish, &out);
	}
}

Test(plane, a_line_is_aligned_as_a_type)
{
	struct {
		char first;
		fm_plane_line line;
	} apart;
	static fm_plane_line lines[FM_PLANE_LINES(100)];

	(void)apart;
	cr_assert_eq(offsetof(__typeof__(apart), line), FM_PLANE_ROW_ALIGN);
	cr_assert_eq(alignof(fm_plane_line), FM_PLANE_ROW_ALIGN);
	cr_assert_eq((uintptr_t)lines % FM_PLANE_ROW_ALIGN, 0);
	cr_assert_eq(sizeof lines, 2 * FM_PLANE_ROW_ALIGN);
	cr_assert(FM_PLANE_LINES(0) == 0 && FM_PLANE_LINES(1) == 1 && FM_PLANE_LINES(64) == 1 && FM_PLANE_LINES(65) == 2);
}

/** ASan knows where the buffer ends: a malloc'ed one of just that many bytes is read as far as the rule allows. */
Test(plane, what_may_be_read_behind_the_last_row_is_there)
{
	static const uint32_t tails[] = { 0, 1, 31, 63, 64, 100 };

	for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
		fm_plane plane;

		cr_assert_eq(wished(.width = 33, .height = 3, .format = FM_PIXEL_RGB565, .row_align = 1, .over_read = tails[i], .out = &plane), FM_OK);
		plane.buffer.data = calloc(1, plane.buffer.len);
		cr_assert_not_null(plane.buffer.data);
		for (uint32_t y = 0; y < 3; y++)
			for (uint32_t at = 0; at < 66 + tails[i]; at++)
				cr_assert_eq(((unsigned char *)fm_plane_row(&plane, y))[at], 0);
		cr_assert_eq(plane.buffer.len, 2 * 66 + 66 + tails[i]);
		free(plane.buffer.data);
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

/** Expects that the pool refuses the plane with `want`, says so, and leaves the caller's plane. */
static void refused_plane(fm_pool *pool, const fm_plane_options *options, fm_status want)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_plane untouched, plane;

	memset(&untouched, 0x5A, sizeof untouched);
	plane = untouched;
	cr_assert_eq(fm_plane_acquire(pool, options, &plane, &why), want);
	cr_assert_eq(why.status, want);
	cr_assert_eq(memcmp(&plane, &untouched, sizeof plane), 0);
}

Test(plane, what_the_options_or_the_pool_do_not_allow_is_said)
{
	struct {
		fm_plane_options options;
		uint64_t later;
	} newer = { .options = { .struct_size = sizeof newer, .width = 4, .height = 4, .format = FM_PIXEL_INDEX8 }, .later = 1 };
	fm_plane_options options = { .struct_size = sizeof options, .width = 4, .height = 4, .format = FM_PIXEL_INDEX8 };
	fm_pool *slots = opened(FM_OPTIONS(fm_pool_options, .capacity = 4096, .block_size = 1024, .alignment = 16));
	fm_pool *bare = opened(FM_OPTIONS(fm_pool_options, .capacity = 4096, .max_buffers = FM_NO_BUFFERS));

	refused_plane(slots, &options, FM_E_ALIGNMENT); /* rows at 64, blocks at 16 */
	refused_plane(bare, &options, FM_E_UNSUPPORTED);
	refused_plane(slots, &newer.options, FM_E_ABI_FIELD);
	options.row_align = 3;
	refused_plane(bare, &options, FM_E_ALIGNMENT);
	options.row_align = 0;
	options.format = 0;
	refused_plane(slots, &options, FM_E_UNSUPPORTED);
	options.struct_size = sizeof(size_t);
	refused_plane(slots, &options, FM_E_ABI_SIZE);
	cr_assert_eq(fm_pool_close(slots), FM_OK);
	cr_assert_eq(fm_pool_close(bare), FM_OK);
}
