/* SPDX-License-Identifier: MIT */
/** @file
 * Sums, differences and products that never wrap. */
#include <flightmem/checked.h>

#include "base/word.h"

fm_status fm_add_checked(uint64_t a, uint64_t b, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;

	fm_word room = (fm_word)(FM_WORD_MAX - a);

	if (b > room)
		return FM_E_RANGE;

	*out = (fm_word)(a + b);
	return FM_OK;
}

fm_status fm_subtract_checked(uint64_t a, uint64_t b, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (b > a)
		return FM_E_RANGE;

	*out = (fm_word)(a - b);
	return FM_OK;
}

/**
 * True iff `a * b` wraps. In halves: a division is slow where it is done by hand, and clang makes `a > MAX / b` a product of twice the
 * width, which a WebAssembly module would have to bring along.
 */
static int product_wraps(fm_word a, fm_word b)
{
	const uint32_t half = FM_WORD_BITS / 2;
	const fm_word lower = (fm_word)(FM_WORD_MAX >> half);
	fm_word upper_a = (fm_word)(a >> half);
	fm_word upper_b = (fm_word)(b >> half);

	if (upper_a != 0 && upper_b != 0)
		return 1;
	fm_word crossed = (fm_word)(upper_a * (b & lower) + upper_b * (a & lower)); /* one of the two is 0 */
	return crossed > lower || (fm_word)((a & lower) * (b & lower)) > (fm_word)(FM_WORD_MAX - (fm_word)(crossed << half));
}

fm_status fm_multiply_checked(uint64_t a, uint64_t b, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (product_wraps((fm_word)a, (fm_word)b))
		return FM_E_RANGE;

	*out = (fm_word)(a * b);
	return FM_OK;
}
