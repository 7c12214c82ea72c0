/* SPDX-License-Identifier: MIT */
/** @file
 * Blit, convert, dither and smear over planes of a pool and over rows from malloc, the same loops and flags: does alignment pay?
 * Widths: 640, whose rows malloc's address alone puts askew; 637, whose rows are askew in every other way; 1024 at 32 bits, whose stride
 * is 4 KiB. */
#include <benchmark/benchmark.h>

#include <cstdlib>

#include <flightmem.h>

#include "pixels.h"

namespace
{

enum { HEIGHT = 480 };

/** Two pictures in rows of malloc, without padding, as a program does that has no planes. */
struct malloced {
	picture make(std::uint32_t width, fm_pixel_format format)
	{
		std::size_t stride = std::size_t(width) * fm_pixel_bits(format) / 8;

		memory[count] = static_cast<unsigned char *>(std::malloc(stride * HEIGHT));
		return begun({ memory[count++], stride, width, HEIGHT });
	}
	static picture begun(picture made)
	{
		if (made.first == nullptr)
			std::abort();
		for (std::size_t i = 0; i < made.stride * HEIGHT; i++)
			made.first[i] = static_cast<unsigned char>(i * 31);
		return made;
	}
	~malloced()
	{
		while (count > 0)
			std::free(memory[--count]);
	}
	unsigned char *memory[2];
	int count = 0;
};

/** Two planes of one pool. */
template <uint32_t flags> struct planes {
	planes()
	{
		pool = fm_pool_new(FM_MIB(8));
	}
	picture make(std::uint32_t width, fm_pixel_format format)
	{
		fm_plane_options options = FM_STRUCT(fm_plane_options);
		fm_plane plane;

		options.width = width;
		options.height = HEIGHT;
		options.format = format;
		options.flags = flags;
		if (fm_plane_acquire(pool, &options, &plane, nullptr) != FM_OK)
			std::abort();
		tokens[count++] = plane.buffer.token;
		return malloced::begun({ static_cast<unsigned char *>(plane.buffer.data), plane.stride, width, HEIGHT });
	}
	~planes()
	{
		while (count > 0)
			(void)fm_pool_release(pool, tokens[--count]);
		fm_pool_unref(pool);
	}
	fm_pool *pool;
	uint64_t tokens[2];
	int count = 0;
};

using apart = planes<FM_PLANE_SPREAD>;
using plain = planes<0>;

template <typename Source> void pixels_blit(benchmark::State &state)
{
	Source source;
	picture from = source.make(std::uint32_t(state.range(0)), FM_PIXEL_RGBA8888), to = source.make(std::uint32_t(state.range(0)), FM_PIXEL_RGBA8888);

	for (auto _ : state) {
		blit(to, from);
		benchmark::ClobberMemory();
	}
}

template <typename Source> void pixels_convert(benchmark::State &state)
{
	Source source;
	picture from = source.make(std::uint32_t(state.range(0)), FM_PIXEL_RGBA8888), to = source.make(std::uint32_t(state.range(0)), FM_PIXEL_RGB565);

	for (auto _ : state) {
		convert(to, from);
		benchmark::ClobberMemory();
	}
}

template <typename Source> void pixels_dither(benchmark::State &state)
{
	Source source;
	picture from = source.make(std::uint32_t(state.range(0)), FM_PIXEL_RGBA8888), to = source.make(std::uint32_t(state.range(0)), FM_PIXEL_RGB555);

	for (auto _ : state) {
		dither(to, from);
		benchmark::ClobberMemory();
	}
}

template <typename Source> void pixels_smear(benchmark::State &state)
{
	Source source;
	picture at = source.make(std::uint32_t(state.range(0)), FM_PIXEL_RGBA8888);

	for (auto _ : state) {
		smear(at);
		benchmark::ClobberMemory();
	}
}

#define EACH_SOURCE(work) \
	BENCHMARK(work<plain>)->Name(#work "_plane")->Arg(637)->Arg(640)->Arg(1024); \
	BENCHMARK(work<apart>)->Name(#work "_spread")->Arg(1024); \
	BENCHMARK(work<malloced>)->Name(#work "_malloc")->Arg(637)->Arg(640)->Arg(1024)

EACH_SOURCE(pixels_blit);
EACH_SOURCE(pixels_convert);
EACH_SOURCE(pixels_dither);
EACH_SOURCE(pixels_smear);

} // namespace
