/* SPDX-License-Identifier: MIT */
/** @file
 * Checks of random addresses: the validator beside a walk through the list and beside a binary search, which judge the same things. */
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <memory>

#include "maps.h"
#include "paths.h"

namespace
{

/** Bounds, permission, width and alignment of one access, as anyone would write them. */
fm_status judge(const fm_validator_region &region, const fm_access &access)
{
	uint64_t offset = access.address - region.base;
	uint32_t width = access.access >> 4 & 15;

	if (offset >= region.size || access.size - 1 >= region.size - offset)
		return FM_E_ACCESS_BOUNDS;
	if ((access.access & 15 & ~region.access) != 0)
		return FM_E_ACCESS_PERMISSION;
	if (region.read_widths != 0 && (width & ~region.read_widths) != 0)
		return FM_E_ACCESS_WIDTH;
	return (access.address | access.size) & (width - 1) ? FM_E_ACCESS_ALIGNMENT : FM_OK;
}

FM_NOINLINE fm_status by_walk(const map &all, const fm_access &access)
{
	for (uint32_t i = 0; i < all.count; i++)
		if (access.address - all.regions[i].base < all.regions[i].size)
			return judge(all.regions[i], access);
	return FM_E_ACCESS_BOUNDS;
}

FM_NOINLINE fm_status by_search(const map &all, const fm_access &access)
{
	const fm_validator_region *end = all.regions + all.count;
	const fm_validator_region *next = std::upper_bound(
		all.regions, end, access.address, [](uint64_t address, const fm_validator_region &region) { return address < region.base; });
	return next == all.regions ? FM_E_ACCESS_BOUNDS : judge(next[-1], access);
}

std::unique_ptr<map> make(benchmark::State &state, int kind)
{
	auto all = std::make_unique<map>();
	map_make(all.get(), static_cast<uint32_t>(state.range(0)), kind);
	return all;
}

/** Asks for one address after the other; `ask` gives a status. */
template <typename Ask> void run(benchmark::State &state, const map &all, Ask ask)
{
	uint32_t at = 0;

	for (auto _ : state) {
		if (ask(all.accesses[at]) != FM_OK)
			std::abort();
		at = (at + 1) % MAP_ADDRESSES;
	}
}

void check(benchmark::State &state, int kind)
{
	auto all = make(state, kind);
	fm_validator *validator = map_validator(all.get());
	run(state, *all, [validator](const fm_access &access) { return fm_validator_check(validator, access.address, access.size, access.access); });
	fm_validator_unref(validator);
}

void walk(benchmark::State &state, int kind)
{
	auto all = make(state, kind);
	run(state, *all, [&all](const fm_access &access) { return by_walk(*all, access); });
}

void search(benchmark::State &state, int kind)
{
	auto all = make(state, kind);
	run(state, *all, [&all](const fm_access &access) { return by_search(*all, access); });
}

/** A thousand at once; the time is that of one. */
void many(benchmark::State &state, int kind)
{
	constexpr size_t BATCH = 1024;
	auto all = make(state, kind);
	fm_validator *validator = map_validator(all.get());
	size_t at = 0;

	while (state.KeepRunningBatch(BATCH)) {
		if (fm_validator_check_many(validator, all->accesses + at, BATCH, nullptr) != 0)
			std::abort();
		at = (at + BATCH) % MAP_ADDRESSES;
	}
	fm_validator_unref(validator);
}

BENCHMARK_CAPTURE(check, spread, MAP_SPREAD)->Arg(64)->Arg(512)->Arg(4096);
BENCHMARK_CAPTURE(check, clustered, MAP_CLUSTERED)->Arg(64)->Arg(512)->Arg(4096);
BENCHMARK_CAPTURE(check, process, MAP_PROCESS)->Arg(64)->Arg(512)->Arg(4096);
BENCHMARK_CAPTURE(many, spread, MAP_SPREAD)->Arg(64)->Arg(4096);
BENCHMARK_CAPTURE(many, clustered, MAP_CLUSTERED)->Arg(64)->Arg(4096);
BENCHMARK_CAPTURE(walk, spread, MAP_SPREAD)->Arg(64);
BENCHMARK_CAPTURE(walk, clustered, MAP_CLUSTERED)->Arg(64);
BENCHMARK_CAPTURE(search, spread, MAP_SPREAD)->Arg(64)->Arg(4096);
BENCHMARK_CAPTURE(search, clustered, MAP_CLUSTERED)->Arg(64)->Arg(4096);
BENCHMARK_CAPTURE(search, process, MAP_PROCESS)->Arg(64)->Arg(4096);

} // namespace
