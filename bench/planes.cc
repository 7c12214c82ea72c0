/* SPDX-License-Identifier: MIT */
/** @file
 * A plane of 1,228,800 bytes: acquired and released with one and with four out at a time, beside every malloc that Debian packages.
 * The mallocs are opened by name at run time, so that none replaces another; one that can't be opened is left out and says so. */
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>

#include "paths.h"

namespace
{

/** Holds `out` blocks at a time: each round takes one and gives the oldest back. Takes are touched once, as a frame would be. */
template <typename Take, typename Give> void rounds(benchmark::State &state, size_t out, Take take, Give give)
{
	void *held[4] = {};
	size_t at = 0;

	for (size_t i = 0; i + 1 < out; i++)
		held[i] = take();
	at = out - 1;
	for (auto _ : state) {
		held[at] = take();
		*static_cast<volatile char *>(held[at]) = 1;
		at = at + 1 == out ? 0 : at + 1;
		give(held[at]);
		held[at] = nullptr;
	}
	for (void *block : held)
		if (block != nullptr)
			give(block);
}

void planes_inline(benchmark::State &state)
{
	static unsigned char *storage = static_cast<unsigned char *>(std::aligned_alloc(64, size_t(PLANE_BYTES) * 5));
	fm_slots slots;

	fm_slots_init(&slots, storage, PLANE_BYTES, 5);
	rounds(state, size_t(state.range(0)), [&] { return fm_slots_take(&slots); }, [&](void *block) { fm_slots_give(&slots, block); });
}
BENCHMARK(planes_inline)->Arg(1)->Arg(4);

void planes_pool(benchmark::State &state)
{
	fm_pool_options options = FM_STRUCT(fm_pool_options);
	fm_pool *pool = nullptr;

	options.block_size = PLANE_BYTES;
	options.capacity = size_t(PLANE_BYTES) * 5;
	if (fm_pool_open(&options, &pool, nullptr) != FM_OK || fm_pool_seal(pool) != FM_OK)
		std::abort();
	rounds(state, size_t(state.range(0)), [&] { return fm_pool_alloc(pool, PLANE_BYTES); }, [&](void *block) { fm_pool_free(pool, block); });
	fm_pool_unref(pool);
}
BENCHMARK(planes_pool)->Arg(1)->Arg(4);

void planes_pool_buffer(benchmark::State &state)
{
	fm_pool_options options = FM_STRUCT(fm_pool_options);
	fm_pool *pool = nullptr;
	fm_buffer held[4];
	size_t out = size_t(state.range(0)), at = out - 1;

	options.block_size = PLANE_BYTES;
	options.capacity = size_t(PLANE_BYTES) * 5;
	if (fm_pool_open(&options, &pool, nullptr) != FM_OK || fm_pool_seal(pool) != FM_OK)
		std::abort();
	for (size_t i = 0; i + 1 < out; i++)
		if (fm_pool_acquire(pool, PLANE_BYTES, 0, &held[i], nullptr) != FM_OK)
			std::abort();
	for (auto _ : state) {
		if (fm_pool_acquire(pool, PLANE_BYTES, 0, &held[at], nullptr) != FM_OK)
			std::abort();
		*static_cast<volatile char *>(held[at].data) = 1;
		at = at + 1 == out ? 0 : at + 1;
		if (fm_pool_release(pool, held[at].token) != FM_OK)
			std::abort();
	}
	fm_pool_unref(pool);
}
BENCHMARK(planes_pool_buffer)->Arg(1)->Arg(4);

void planes_malloc(benchmark::State &state, void *(*take)(size_t), void (*give)(void *))
{
	rounds(state, size_t(state.range(0)), [=] { return take(PLANE_BYTES); }, give);
}

/** Registers the malloc of `library`, whose functions begin with `prefix`. */
void add_peer(const char *name, const char *library, const char *take, const char *give)
{
	void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
	void *take_symbol = handle ? dlsym(handle, take) : nullptr, *give_symbol = handle ? dlsym(handle, give) : nullptr;

	if (take_symbol == nullptr || give_symbol == nullptr) {
		std::fprintf(stderr, "bench: %s is left out: %s\n", name, handle ? "no such function" : dlerror());
		return;
	}
	benchmark::RegisterBenchmark(name, planes_malloc, reinterpret_cast<void *(*)(size_t)>(take_symbol), reinterpret_cast<void (*)(void *)>(give_symbol))
		->Arg(1)->Arg(4);
}

} // namespace

int main(int argc, char **argv)
{
	benchmark::Initialize(&argc, argv);
	if (benchmark::ReportUnrecognizedArguments(argc, argv))
		return 64;
	benchmark::AddCustomContext("flightmem", fm_version_string());
	benchmark::RegisterBenchmark("planes_glibc", planes_malloc, std::malloc, std::free)->Arg(1)->Arg(4);
	add_peer("planes_mimalloc", "libmimalloc.so.2", "mi_malloc", "mi_free");
	add_peer("planes_jemalloc", "libjemalloc.so.2", "malloc", "free");
	add_peer("planes_tcmalloc", "libtcmalloc_minimal.so.4", "tc_malloc", "tc_free");
	benchmark::RunSpecifiedBenchmarks();
	benchmark::Shutdown();
	return 0;
}
