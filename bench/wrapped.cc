/* SPDX-License-Identifier: MIT */
/** @file
 * A call of a wrapped function beside the bare call and beside the same checks written by hand; and wrapping one. */
#include <benchmark/benchmark.h>
#include <cstdlib>

#include "wrapped.h"

namespace
{

volatile size_t size = WRAPPED_BYTES;
wrapped_function volatile called = wrapped_target;

/** `call` gives what the function does. */
template <typename Call> void run(benchmark::State &state, Call call)
{
	for (auto _ : state)
		if (call() != WRAPPED_BYTES)
			std::abort();
}

void wrapped_bare(benchmark::State &state)
{
	run(state, [] { return called(wrapped_to, wrapped_from, size); });
}

void wrapped_hand(benchmark::State &state)
{
	fm_validator *validator = wrapped_host();
	run(state, [validator] { return wrapped_by_hand(validator, called, wrapped_to, wrapped_from, size); });
	fm_validator_unref(validator);
}

void wrapped_call(benchmark::State &state)
{
	fm_validator *validator = wrapped_host();
	fm_wrap *wrap = wrapped_open(validator);
	auto function = reinterpret_cast<wrapped_function>(fm_wrap_function(wrap));
	run(state, [function] { return function(wrapped_to, wrapped_from, size); });
	fm_wrap_unref(wrap);
	fm_validator_unref(validator);
}

void wrapped_without_code(benchmark::State &state)
{
	fm_validator *validator = wrapped_host();
	fm_wrap *wrap = wrapped_open(validator);
	void *to = wrapped_to, *from = wrapped_from;
	run(state, [wrap, &to, &from] {
		size_t bytes = size;
		uint32_t said = 0;
		void *arguments[] = { &to, &from, &bytes };
		return fm_wrap_call(wrap, arguments, &said) == FM_OK ? said : 0;
	});
	fm_wrap_unref(wrap);
	fm_validator_unref(validator);
}

/** Reads the signature, gets a page and a trampoline, gives them back. */
void wrapped_open_close(benchmark::State &state)
{
	fm_validator *validator = wrapped_host();
	for (auto _ : state)
		if (fm_wrap_close(wrapped_open(validator)) != FM_OK)
			std::abort();
	fm_validator_unref(validator);
}

BENCHMARK(wrapped_bare);
BENCHMARK(wrapped_hand);
BENCHMARK(wrapped_call);
BENCHMARK(wrapped_without_code);
BENCHMARK(wrapped_open_close);

} // namespace
