/* SPDX-License-Identifier: MIT */
/** @file
 * Blocks in an order, eight of them out: stack, double stack and ring beside the same by hand. A round is eight takes and eight gives. */
#include <benchmark/benchmark.h>
#include <cstdlib>

#include "ordered.h"

namespace
{

alignas(64) unsigned char bytes[BLOCK_BYTES * BLOCKS];

/** Times eight `take`s, the last few of them at the top, and as many `give`s in the opposite order. */
template <typename Take, typename Give> void rounds(benchmark::State &state, Take take, Give give)
{
	void *out[ORDERED_OUT];
	size_t size = ORDERED_BYTES;
	for (auto _ : state) {
		for (int i = 0; i < ORDERED_OUT; i++) {
			VARY(size);
			out[i] = take(size, i);
			KEEP(out[i]);
		}
		for (int i = ORDERED_OUT - 1; i >= 0; i--)
			if (give(out[i], i) != 0)
				std::abort();
	}
}

/** Times a queue that is eight blocks long: each take is followed by a give of the oldest, so that blocks go round and round. */
template <typename Take, typename Give> void queue(benchmark::State &state, Take take, Give give)
{
	void *out[ORDERED_OUT];
	size_t size = ORDERED_BYTES;
	for (int i = 0; i < ORDERED_OUT; i++)
		out[i] = take(size);
	for (auto _ : state) {
		for (int i = 0; i < ORDERED_OUT; i++) {
			if (give(out[i]) != 0)
				std::abort();
			VARY(size);
			out[i] = take(size);
			KEEP(out[i]);
		}
	}
}

hand_ordered &by_hand()
{
	static hand_ordered hand;
	hand_ordered_start(&hand, bytes, sizeof bytes);
	return hand;
}

void stack_by_hand(benchmark::State &state)
{
	hand_ordered &hand = by_hand();
	rounds(state, [&](size_t size, int) { return hand_push(&hand, size); }, [&](void *block, int) { return hand_pop(&hand, block); });
}
BENCHMARK(stack_by_hand);

void stack_pool(benchmark::State &state)
{
	fm_pool *pool = open_ordered("stack", bytes, sizeof bytes);
	rounds(state, [&](size_t size, int) { return fm_pool_alloc(pool, size); }, [&](void *block, int) { return fm_pool_free(pool, block); });
	fm_pool_unref(pool);
}
BENCHMARK(stack_pool);

void double_stack_by_hand(benchmark::State &state)
{
	hand_ordered &hand = by_hand();
	rounds(
	    state, [&](size_t size, int i) { return i & 1 ? hand_push_top(&hand, size) : hand_push(&hand, size); },
	    [&](void *block, int i) { return i & 1 ? hand_pop_top(&hand, block) : hand_pop(&hand, block); });
}
BENCHMARK(double_stack_by_hand);

void double_stack_pool(benchmark::State &state)
{
	fm_pool *pool = open_ordered("double-stack", bytes, sizeof bytes);
	rounds(
	    state, [&](size_t size, int i) { return i & 1 ? fm_pool_alloc_top(pool, size, 0) : fm_pool_alloc(pool, size); },
	    [&](void *block, int) { return fm_pool_free(pool, block); });
	fm_pool_unref(pool);
}
BENCHMARK(double_stack_pool);

void ring_by_hand(benchmark::State &state)
{
	hand_ordered &hand = by_hand();
	queue(state, [&](size_t size) { return hand_ring_take(&hand, size); }, [&](void *block) { return hand_ring_give(&hand, block); });
}
BENCHMARK(ring_by_hand);

void ring_pool(benchmark::State &state)
{
	fm_pool *pool = open_ordered("ring", bytes, sizeof bytes);
	queue(state, [&](size_t size) { return fm_pool_alloc(pool, size); }, [&](void *block) { return fm_pool_free(pool, block); });
	fm_pool_unref(pool);
}
BENCHMARK(ring_pool);

} // namespace
