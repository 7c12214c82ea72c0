/* SPDX-License-Identifier: MIT */
/** @file
 * Pairs of take and give of one fixed-size block: the library's ways beside a hand-written list, glibc and boost::pool. */
#include <benchmark/benchmark.h>
#include <boost/pool/pool.hpp>
#include <cstdlib>

#include "paths.h"

namespace
{

alignas(64) unsigned char bytes[BLOCK_BYTES * BLOCKS];
constexpr size_t SIZE = BLOCK_BYTES - 4;

void pair_hand_written(benchmark::State &state)
{
	fm_slots made;
	fm_slots_init(&made, bytes, BLOCK_BYTES, BLOCKS);
	hand_slots slots = { made.head };
	for (auto _ : state) {
		void *block = hand_take(&slots);
		KEEP(block);
		hand_give(&slots, block);
	}
}
BENCHMARK(pair_hand_written);

void pair_inline_slots(benchmark::State &state)
{
	fm_slots slots;
	fm_slots_init(&slots, bytes, BLOCK_BYTES, BLOCKS);
	for (auto _ : state) {
		void *block = fm_slots_take(&slots);
		KEEP(block);
		fm_slots_give(&slots, block);
	}
}
BENCHMARK(pair_inline_slots);

fm_pool *open_slots(size_t block)
{
	fm_pool_options options = FM_STRUCT(fm_pool_options);
	fm_pool *pool = nullptr;

	options.block_size = block;
	options.capacity = block * BLOCKS;
	if (fm_pool_open(&options, &pool, nullptr) != FM_OK)
		std::abort();
	return pool;
}

void pair_pool_raw(benchmark::State &state)
{
	fm_pool *pool = open_slots(SIZE);
	for (auto _ : state) {
		void *block = fm_pool_alloc(pool, SIZE);
		KEEP(block);
		if (fm_pool_free(pool, block) != FM_OK)
			std::abort();
	}
	fm_pool_unref(pool);
}
BENCHMARK(pair_pool_raw);

void pair_pool_buffer(benchmark::State &state)
{
	fm_pool *pool = open_slots(SIZE);
	fm_buffer buffer;
	for (auto _ : state) {
		if (fm_pool_acquire(pool, SIZE, 0, &buffer, nullptr) != FM_OK)
			std::abort();
		KEEP(buffer.data);
		if (fm_pool_release(pool, buffer.token) != FM_OK)
			std::abort();
	}
	fm_pool_unref(pool);
}
BENCHMARK(pair_pool_buffer);

/** What the two calls themselves take: the least that any pair of exported functions can. */
void pair_empty_calls(benchmark::State &state)
{
	for (auto _ : state) {
		KEEP(fm_pool_alloc(nullptr, SIZE));
		if (fm_pool_free(nullptr, nullptr) == FM_OK)
			std::abort();
	}
}
BENCHMARK(pair_empty_calls);

/** The same with the jump into a strategy, which does next to nothing: an arena takes no single block back. */
void pair_empty_jumps(benchmark::State &state)
{
	fm_pool *pool = fm_pool_new(sizeof bytes);
	void *block = fm_pool_alloc(pool, SIZE);
	for (auto _ : state)
		if (fm_pool_free(pool, block) == FM_OK || fm_pool_free(pool, block) == FM_OK)
			std::abort();
	fm_pool_unref(pool);
}
BENCHMARK(pair_empty_jumps);

void pair_glibc(benchmark::State &state)
{
	for (auto _ : state) {
		void *block = std::malloc(SIZE);
		KEEP(block);
		std::free(block);
	}
}
BENCHMARK(pair_glibc);

void pair_boost_pool(benchmark::State &state)
{
	boost::pool<> pool(SIZE);
	for (auto _ : state) {
		void *block = pool.malloc();
		KEEP(block);
		pool.free(block);
	}
}
BENCHMARK(pair_boost_pool);

/* Eight out, then eight back: what makes a lone pair faster must not make these slower. */
constexpr int EIGHT = 8;

void eight_pool_raw(benchmark::State &state)
{
	fm_pool *pool = open_slots(SIZE);
	void *blocks[EIGHT];
	for (auto _ : state) {
		for (void *&block : blocks)
			block = fm_pool_alloc(pool, SIZE);
		KEEP(blocks);
		for (int i = EIGHT; i-- > 0;)
			if (fm_pool_free(pool, blocks[i]) != FM_OK)
				std::abort();
	}
	fm_pool_unref(pool);
}
BENCHMARK(eight_pool_raw);

void eight_pool_buffer(benchmark::State &state)
{
	fm_pool *pool = open_slots(SIZE);
	fm_buffer buffers[EIGHT];
	for (auto _ : state) {
		for (fm_buffer &buffer : buffers)
			if (fm_pool_acquire(pool, SIZE, 0, &buffer, nullptr) != FM_OK)
				std::abort();
		KEEP(buffers);
		for (int i = EIGHT; i-- > 0;)
			if (fm_pool_release(pool, buffers[i].token) != FM_OK)
				std::abort();
	}
	fm_pool_unref(pool);
}
BENCHMARK(eight_pool_buffer);

void eight_glibc(benchmark::State &state)
{
	void *blocks[EIGHT];
	for (auto _ : state) {
		for (void *&block : blocks)
			block = std::malloc(SIZE);
		KEEP(blocks);
		for (int i = EIGHT; i-- > 0;)
			std::free(blocks[i]);
	}
}
BENCHMARK(eight_glibc);

} // namespace
