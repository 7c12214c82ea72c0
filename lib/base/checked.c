/* SPDX-License-Identifier: MIT */
/** @file
 * Sums, differences and products that never wrap. */
#include <flightmem/checked.h>

#include "base/word.h"

fm_status fm_add_checked(uint64_t a, uint64_t b, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (b > (fm_word)(FM_WORD_MAX - a))
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

/** True iff a product of these can't wrap because both fit in half a word; saves the division, which 32-bit machines do by hand. */
static int are_halves(fm_word a, fm_word b)
{
	return (fm_word)(a | b) >> (FM_WORD_BITS / 2) == 0;
}

fm_status fm_multiply_checked(uint64_t a, uint64_t b, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!are_halves(a, b) && b != 0 && a > FM_WORD_MAX / b)
		return FM_E_RANGE;

	*out = (fm_word)(a * b);
	return FM_OK;
}
