/* SPDX-License-Identifier: MIT */
/** @file
 * Pixel work, each loop written once, over rows that are given: what is timed over planes and over malloc'ed rows is the same code. */
#ifndef FLIGHTMEM_BENCH_PIXELS_H
#define FLIGHTMEM_BENCH_PIXELS_H

#include <cstddef>
#include <cstdint>
#include <cstring>

/** A picture: where rows begin. The stride is in no type, so the compiler assumes nothing of it. */
struct picture {
	unsigned char *first;
	std::size_t stride;
	std::uint32_t width, height; /**< pixels */

	template <typename T> T *row(std::uint32_t y) const { return reinterpret_cast<T *>(first + y * stride); }
};

/* Pixel loops are built vectorised by whoever cares for their speed; -O2 of gcc 12 does not do it where a width is not known. */
#pragma GCC push_options
#pragma GCC optimize("O3")

/** Copies 32-bit pixels row by row. */
inline void blit(const picture &to, const picture &from)
{
	for (std::uint32_t y = 0; y < to.height; y++)
		std::memcpy(to.row<unsigned char>(y), from.row<unsigned char>(y), std::size_t(to.width) * 4);
}

/** RGBA8888 to RGB565. */
__attribute__((noinline)) inline void convert(const picture &to, const picture &from)
{
	for (std::uint32_t y = 0; y < to.height; y++) {
		std::uint16_t *__restrict out = to.row<std::uint16_t>(y);
		const std::uint32_t *__restrict in = from.row<const std::uint32_t>(y);

		for (std::uint32_t x = 0; x < to.width; x++)
			out[x] = std::uint16_t((in[x] & 0xF8) << 8 | (in[x] >> 5 & 0x7E0) | (in[x] >> 19 & 0x1F));
	}
}

/** RGBA8888 to RGB555 with a 4 x 4 ordered dither. */
__attribute__((noinline)) inline void dither(const picture &to, const picture &from)
{
	static const unsigned char matrix[4][4] = { { 0, 4, 1, 5 }, { 6, 2, 7, 3 }, { 1, 5, 0, 4 }, { 7, 3, 6, 2 } };

	for (std::uint32_t y = 0; y < to.height; y++) {
		std::uint16_t *__restrict out = to.row<std::uint16_t>(y);
		const std::uint32_t *__restrict in = from.row<const std::uint32_t>(y);

		for (std::uint32_t x = 0; x < to.width; x++) {
			std::uint32_t add = matrix[y & 3][x & 3];
			std::uint32_t red = (in[x] & 255) + add, green = (in[x] >> 8 & 255) + add, blue = (in[x] >> 16 & 255) + add;

			red = red > 255 ? 255 : red;
			green = green > 255 ? 255 : green;
			blue = blue > 255 ? 255 : blue;
			out[x] = std::uint16_t(red >> 3 | green >> 3 << 5 | blue >> 3 << 10);
		}
	}
}

/** Each pixel becomes the mean of those above and below it in the same picture: loads follow stores one row away. */
__attribute__((noinline)) inline void smear(const picture &at)
{
	for (std::uint32_t y = 1; y + 1 < at.height; y++) {
		const std::uint32_t *above = at.row<const std::uint32_t>(y - 1), *below = at.row<const std::uint32_t>(y + 1);
		std::uint32_t *row = at.row<std::uint32_t>(y);

		for (std::uint32_t x = 0; x < at.width; x++)
			row[x] = ((above[x] ^ below[x]) >> 1 & 0x7F7F7F7F) + (above[x] & below[x]);
	}
}

#pragma GCC pop_options

#endif
