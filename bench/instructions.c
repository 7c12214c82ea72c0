/* SPDX-License-Identifier: MIT */
/** @file
 * Runs one hot path a given number of times, for scripts/count-instructions.sh: `instructions PATH COUNT`; without arguments lists the
 * paths. The count of instructions per round is the difference of two runs, so start-up does not matter. */
#include "choose.h"
#include "maps.h"
#include "ordered.h"
#include "paths.h"

static unsigned char FM_ALIGNED(64) bytes[BLOCK_BYTES * BLOCKS];
static volatile size_t varying = ARENA_TAKE_BYTES;

static void hand_written_slots(long rounds)
{
	fm_slots made;
	struct hand_slots slots;

	fm_slots_init(&made, bytes, BLOCK_BYTES, BLOCKS);
	slots.head = made.head;
	while (rounds-- > 0) {
		void *block = hand_take(&slots);
		KEEP(block);
		hand_give(&slots, block);
	}
	KEEP(&slots);
}

static void inline_slots(long rounds)
{
	fm_slots slots;

	fm_slots_init(&slots, bytes, BLOCK_BYTES, BLOCKS);
	while (rounds-- > 0) {
		void *block = fm_slots_take(&slots);
		KEEP(block);
		fm_slots_give(&slots, block);
	}
	KEEP(&slots);
}

static void hand_written_arena(long rounds)
{
	struct hand_arena arena = { bytes, bytes + sizeof bytes };
	size_t size = varying;

	while (rounds-- > 0) {
		for (int i = 0; i < ARENA_TAKES; i++) {
			VARY(size);
			KEEP(hand_bump(&arena, size));
		}
		arena.cur = bytes;
	}
}

static void inline_arena(long rounds)
{
	fm_arena arena;
	size_t size = varying;

	fm_arena_init(&arena, bytes, sizeof bytes);
	while (rounds-- > 0) {
		for (int i = 0; i < ARENA_TAKES; i++) {
			VARY(size);
			KEEP(fm_arena_take(&arena, size));
		}
		fm_arena_reset(&arena);
	}
}

static fm_pool *open_slots(void)
{
	fm_pool *pool = NULL;

	if (fm_pool_open(FM_OPTIONS(fm_pool_options, .block_size = BLOCK_BYTES - 4, .capacity = sizeof bytes), &pool, NULL) != FM_OK)
		exit(1);
	return pool;
}

static void pool_slots_raw(long rounds)
{
	fm_pool *pool = open_slots();

	while (rounds-- > 0) {
		void *block = fm_pool_alloc(pool, BLOCK_BYTES - 4);
		KEEP(block);
		if (fm_pool_free(pool, block) != FM_OK)
			exit(2);
	}
	fm_pool_unref(pool);
}

static void pool_slots_buffer(long rounds)
{
	fm_pool *pool = open_slots();
	fm_buffer buffer;

	while (rounds-- > 0) {
		if (fm_pool_acquire(pool, BLOCK_BYTES - 4, 0, &buffer, NULL) != FM_OK)
			exit(2);
		KEEP(buffer.data);
		if (fm_pool_release(pool, buffer.token) != FM_OK)
			exit(3);
	}
	fm_pool_unref(pool);
}

static void pool_arena_raw(long rounds)
{
	fm_pool *pool = fm_pool_new(sizeof bytes);

	while (rounds-- > 0) {
		for (int i = 0; i < ARENA_TAKES; i++)
			KEEP(fm_pool_alloc(pool, ARENA_TAKE_BYTES));
		fm_pool_reset(pool);
	}
	fm_pool_unref(pool);
}

static void pool_arena_buffer(long rounds)
{
	fm_pool *pool = fm_pool_new(sizeof bytes);
	fm_buffer buffer;

	while (rounds-- > 0) {
		if (fm_pool_acquire(pool, ARENA_TAKE_BYTES, 0, &buffer, NULL) != FM_OK || fm_pool_release(pool, buffer.token) != FM_OK)
			exit(2);
	}
	fm_pool_unref(pool);
}

/** Eight blocks come, eight go in the opposite order. */
static void pool_lifo(long rounds, const char *strategy, int tops)
{
	fm_pool *pool = open_ordered(strategy, bytes, sizeof bytes);
	void *out[ORDERED_OUT];

	while (rounds-- > 0) {
		for (int i = 0; i < ORDERED_OUT; i++)
			out[i] = i < tops ? fm_pool_alloc_top(pool, ORDERED_BYTES, 0) : fm_pool_alloc(pool, ORDERED_BYTES);
		for (int i = ORDERED_OUT - 1; i >= 0; i--)
			if (fm_pool_free(pool, out[i]) != FM_OK)
				exit(2);
	}
	fm_pool_unref(pool);
}

static void pool_stack(long rounds)
{
	pool_lifo(rounds, "stack", 0);
}

static void pool_double_stack(long rounds)
{
	pool_lifo(rounds, "double-stack", ORDERED_OUT / 2);
}

static void hand_written_stack(long rounds)
{
	struct hand_ordered hand;
	void *out[ORDERED_OUT];

	hand_ordered_start(&hand, bytes, sizeof bytes);
	while (rounds-- > 0) {
		for (int i = 0; i < ORDERED_OUT; i++)
			out[i] = hand_push(&hand, ORDERED_BYTES);
		for (int i = ORDERED_OUT - 1; i >= 0; i--)
			if (hand_pop(&hand, out[i]) != 0)
				exit(2);
	}
}

static void hand_written_double_stack(long rounds)
{
	struct hand_ordered hand;
	void *out[ORDERED_OUT];

	hand_ordered_start(&hand, bytes, sizeof bytes);
	while (rounds-- > 0) {
		for (int i = 0; i < ORDERED_OUT; i++)
			out[i] = i < ORDERED_OUT / 2 ? hand_push_top(&hand, ORDERED_BYTES) : hand_push(&hand, ORDERED_BYTES);
		for (int i = ORDERED_OUT - 1; i >= 0; i--)
			if ((i < ORDERED_OUT / 2 ? hand_pop_top(&hand, out[i]) : hand_pop(&hand, out[i])) != 0)
				exit(2);
	}
}

static void hand_written_ring(long rounds)
{
	struct hand_ordered hand;
	void *out[ORDERED_OUT];

	hand_ordered_start(&hand, bytes, sizeof bytes);
	for (int i = 0; i < ORDERED_OUT; i++)
		out[i] = hand_ring_take(&hand, ORDERED_BYTES);
	while (rounds-- > 0)
		for (int i = 0; i < ORDERED_OUT; i++) {
			if (hand_ring_give(&hand, out[i]) != 0)
				exit(2);
			out[i] = hand_ring_take(&hand, ORDERED_BYTES);
		}
}

static void pool_ring(long rounds)
{
	fm_pool *pool = open_ordered("ring", bytes, sizeof bytes);
	void *out[ORDERED_OUT];

	for (int i = 0; i < ORDERED_OUT; i++)
		out[i] = fm_pool_alloc(pool, ORDERED_BYTES);
	while (rounds-- > 0)
		for (int i = 0; i < ORDERED_OUT; i++) {
			if (fm_pool_free(pool, out[i]) != FM_OK)
				exit(2);
			out[i] = fm_pool_alloc(pool, ORDERED_BYTES);
		}
	fm_pool_unref(pool);
}

/** Planes of 64 x 64 pixels in a pool of their slots: what a frame costs beside its pixels. */
static void plane_pool(long rounds)
{
	fm_plane_options options = { .struct_size = sizeof options, .width = 64, .height = 64, .format = FM_PIXEL_RGB565 };
	fm_pool *pool = NULL;
	fm_plane plane;

	if (fm_pool_open(FM_OPTIONS(fm_pool_options, .block_size = 64 * 64 * 2, .capacity = sizeof bytes, .alignment = 64), &pool, NULL) != FM_OK)
		exit(1);
	while (rounds-- > 0) {
		if (fm_plane_acquire(pool, &options, &plane, NULL) != FM_OK)
			exit(2);
		KEEP(plane.buffer.data);
		if (fm_plane_release(pool, &plane) != FM_OK)
			exit(3);
	}
	fm_pool_unref(pool);
}

static void plane_rectangle(long rounds)
{
	fm_plane plane, view;

	if (fm_plane_describe(FM_OPTIONS(fm_plane_options, .width = 64, .height = 64, .format = FM_PIXEL_RGB565), &plane) != FM_OK)
		exit(1);
	plane.buffer.data = bytes;
	while (rounds-- > 0) {
		if (fm_plane_rectangle(&plane, 8, 8, 16, 16, &view) != FM_OK)
			exit(2);
		KEEP(&view);
	}
}

static void frames_three(long rounds)
{
	fm_pool *pool = fm_pool_new(sizeof bytes);
	fm_frames *frames = NULL;
	fm_frame frame;

	if (fm_frames_open(FM_OPTIONS(fm_frames_options, .pool = pool, .width = 64, .height = 64, .format = FM_PIXEL_RGB565), &frames, NULL) != FM_OK)
		exit(1);
	while (rounds-- > 0) {
		if (fm_frames_acquire(frames, &frame) != FM_OK || fm_frames_present(frames, &frame) != FM_OK || fm_frames_latest(frames, &frame) != FM_OK)
			exit(2);
		KEEP(&frame);
	}
	fm_frames_unref(frames);
	fm_pool_unref(pool);
}

static void glibc_malloc(long rounds)
{
	while (rounds-- > 0) {
		void *block = malloc(BLOCK_BYTES - 4);
		KEEP(block);
		free(block);
	}
}

static void profile_find(long rounds)
{
	while (rounds-- > 0)
		KEEP(fm_profile_find("gba"));
}

static struct map all;

/** Checks of random addresses. */
static void check(long rounds, uint32_t count, int kind)
{
	fm_validator *validator = (map_make(&all, count, kind), map_validator(&all));

	for (; rounds > 0; rounds--) {
		const fm_access *access = &all.accesses[rounds % MAP_ADDRESSES];
		if (fm_validator_check(validator, access->address, access->size, access->access) != FM_OK)
			exit(2);
	}
	fm_validator_unref(validator);
}

static void validator_spread_64(long rounds)
{
	check(rounds, 64, MAP_SPREAD);
}

static void validator_clustered_64(long rounds)
{
	check(rounds, 64, MAP_CLUSTERED);
}

static void validator_clustered_4096(long rounds)
{
	check(rounds, 4096, MAP_CLUSTERED);
}

static void validator_process_256(long rounds)
{
	check(rounds, 256, MAP_PROCESS);
}

static void validator_many_64(long rounds)
{
	fm_validator *validator = (map_make(&all, 64, MAP_SPREAD), map_validator(&all));

	if (fm_validator_check_many(validator, all.accesses, (size_t)rounds, NULL) != 0)
		exit(2);
	fm_validator_unref(validator);
}

static const struct path paths[] = {
	{ "hand-written-slots", hand_written_slots },
	{ "inline-slots", inline_slots },
	{ "hand-written-arena-16", hand_written_arena },
	{ "inline-arena-16", inline_arena },
	{ "pool-slots-raw", pool_slots_raw },
	{ "pool-slots-buffer", pool_slots_buffer },
	{ "pool-arena-raw-16", pool_arena_raw },
	{ "pool-arena-buffer", pool_arena_buffer },
	{ "hand-written-stack-8", hand_written_stack },
	{ "pool-stack-8", pool_stack },
	{ "hand-written-double-stack-8", hand_written_double_stack },
	{ "pool-double-stack-8", pool_double_stack },
	{ "hand-written-ring-8", hand_written_ring },
	{ "pool-ring-8", pool_ring },
	{ "plane-acquire-release", plane_pool },
	{ "plane-rectangle", plane_rectangle },
	{ "frames-acquire-present-latest", frames_three },
	{ "glibc-malloc-free", glibc_malloc },
	{ "profile-find", profile_find },
	{ "validator-spread-64", validator_spread_64 },
	{ "validator-clustered-64", validator_clustered_64 },
	{ "validator-clustered-4096", validator_clustered_4096 },
	{ "validator-process-256", validator_process_256 },
	{ "validator-many-64", validator_many_64 },
};

int main(int argc, char **argv)
{
	return choose_path(paths, sizeof paths / sizeof paths[0], argc, argv);
}
