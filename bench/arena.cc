/* SPDX-License-Identifier: MIT */
/** @file
 * Sixteen blocks and then all of them back at once: arenas beside a hand-written bump, APR pools, obstack and std::pmr. */
#include <benchmark/benchmark.h>

#include <apr_pools.h>
#include <cstdlib>
#include <memory_resource>
#include <obstack.h>

#include "paths.h"

#define obstack_chunk_alloc std::malloc
#define obstack_chunk_free std::free

namespace
{

alignas(64) unsigned char bytes[BLOCK_BYTES * BLOCKS];
volatile size_t varying = ARENA_TAKE_BYTES;

/** Times sixteen `take`s and a `reset`; the size is not a constant to the compiler. */
template <typename Take, typename Reset> void rounds(benchmark::State &state, Take take, Reset reset)
{
	size_t size = varying;
	for (auto _ : state) {
		for (int i = 0; i < ARENA_TAKES; i++) {
			VARY(size);
			KEEP(take(size));
		}
		reset();
	}
}

void arena_hand_written(benchmark::State &state)
{
	hand_arena arena = { bytes, bytes + sizeof bytes };
	rounds(state, [&](size_t size) { return hand_bump(&arena, size); }, [&] { arena.cur = bytes; });
}
BENCHMARK(arena_hand_written);

void arena_inline(benchmark::State &state)
{
	fm_arena arena;
	fm_arena_init(&arena, bytes, sizeof bytes);
	rounds(state, [&](size_t size) { return fm_arena_take(&arena, size); }, [&] { fm_arena_reset(&arena); });
}
BENCHMARK(arena_inline);

void arena_pool(benchmark::State &state)
{
	fm_pool *pool = fm_pool_new(sizeof bytes);
	rounds(state, [&](size_t size) { return fm_pool_alloc(pool, size); }, [&] { fm_pool_reset(pool); });
	fm_pool_unref(pool);
}
BENCHMARK(arena_pool);

void arena_apr(benchmark::State &state)
{
	apr_pool_t *pool;
	apr_initialize();
	apr_pool_create(&pool, nullptr);
	rounds(state, [&](size_t size) { return apr_palloc(pool, size); }, [&] { apr_pool_clear(pool); });
	apr_pool_destroy(pool);
}
BENCHMARK(arena_apr);

void arena_obstack(benchmark::State &state)
{
	struct obstack stack;
	obstack_init(&stack);
	void *first = obstack_alloc(&stack, 0);
	rounds(state, [&](size_t size) { return obstack_alloc(&stack, size); }, [&] { obstack_free(&stack, first); first = obstack_alloc(&stack, 0); });
	obstack_free(&stack, nullptr);
}
BENCHMARK(arena_obstack);

void arena_pmr_monotonic(benchmark::State &state)
{
	std::pmr::monotonic_buffer_resource resource(bytes, sizeof bytes);
	rounds(state, [&](size_t size) { return resource.allocate(size, 16); }, [&] { resource.release(); });
}
BENCHMARK(arena_pmr_monotonic);

} // namespace
