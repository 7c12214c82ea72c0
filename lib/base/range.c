/* SPDX-License-Identifier: MIT */
/** @file
 * Ranges of addresses. A range may touch the top of the space, so its end may be 2^64, which no word holds: every comparison is made
 * with sizes and distances, never with ends. */
#include <flightmem/range.h>

#include "base/align.h"
#include "base/word.h"

int32_t fm_range_is_valid(fm_range range)
{
	return range.base == 0 || range.size <= (fm_word)(0 - range.base);
}

fm_status fm_range_make(uint64_t base, uint64_t size, fm_range *out)
{
	fm_range range = { base, size };

	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_range_is_valid(range))
		return FM_E_RANGE;

	*out = range;
	return FM_OK;
}

int32_t fm_range_contains(fm_range range, uint64_t address)
{
	return fm_range_is_valid(range) && address >= range.base && (fm_word)(address - range.base) < range.size;
}

int32_t fm_range_holds(fm_range range, fm_range inner)
{
	if (inner.size == 0 || !fm_range_is_valid(inner) || !fm_range_contains(range, inner.base))
		return 0;

	/*     |---- offset ----|-- inner --|
	 *     |============ range ============| */
	fm_word offset = (fm_word)(inner.base - range.base);

	return inner.size <= (fm_word)(range.size - offset);
}

int32_t fm_range_overlaps(fm_range a, fm_range b)
{
	if (a.size == 0 || b.size == 0 || !fm_range_is_valid(a) || !fm_range_is_valid(b))
		return 0;

	/* Two ranges share an address iff one holds the first address of the other. */
	return a.base >= b.base ? (fm_word)(a.base - b.base) < b.size : (fm_word)(b.base - a.base) < a.size;
}

/** The part of `range` from `from` on. `from` is not below the base and not above the last address. */
static fm_range part_from(fm_range range, fm_word from)
{
	return (fm_range){ from, (fm_word)(range.size - (fm_word)(from - range.base)) };
}

/** The part of `range` below `to`, which is not below the base. */
static fm_range part_below(fm_range range, fm_word to)
{
	fm_word size = (fm_word)(to - range.base);

	return (fm_range){ range.base, size < range.size ? size : range.size };
}

fm_status fm_range_intersect(fm_range a, fm_range b, fm_range *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_range_is_valid(a) || !fm_range_is_valid(b))
		return FM_E_RANGE;
	if (!fm_range_overlaps(a, b))
		return FM_E_NOT_FOUND;

	fm_word base = a.base >= b.base ? a.base : b.base;
	fm_word a_size = part_from(a, base).size;
	fm_word b_size = part_from(b, base).size;

	*out = (fm_range){ base, a_size < b_size ? a_size : b_size };
	return FM_OK;
}

fm_status fm_range_subtract(fm_range a, fm_range b, fm_range *out, uint32_t *count)
{
	if (out == NULL || count == NULL)
		return FM_E_ARGUMENT;
	if (!fm_range_is_valid(a) || !fm_range_is_valid(b))
		return FM_E_RANGE;

	uint32_t found = 0;

	if (!fm_range_overlaps(a, b)) {
		if (a.size != 0)
			out[found++] = a;
		*count = found;
		return FM_OK;
	}

	/*     |==== a ====================|
	 *     |-- low --|== b ==|-- high --|     either may be empty */
	if (b.base > a.base)
		out[found++] = part_below(a, b.base);
	/* What b leaves of a above it; b's own end may be 2^64, then nothing is left and `after` is not used. */
	fm_word after = (fm_word)(b.base + b.size);

	if (fm_range_contains(a, after) && after > b.base)
		out[found++] = part_from(a, after);
	*count = found;
	return FM_OK;
}

fm_status fm_range_split(fm_range range, uint64_t at, fm_range *low, fm_range *high)
{
	if (low == NULL || high == NULL)
		return FM_E_ARGUMENT;
	if (!fm_range_is_valid(range) || at > range.size)
		return FM_E_RANGE;

	fm_word cut = (fm_word)(range.base + at);

	if (cut < range.base)
		return FM_E_RANGE; /* at 2^64, the only way to wrap in a valid range */
	*low = (fm_range){ range.base, at };
	*high = (fm_range){ cut, (fm_word)(range.size - at) };
	return FM_OK;
}

fm_status fm_range_align_in(fm_range range, fm_alignment alignment, fm_range *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_alignment_is_valid(alignment))
		return FM_E_ALIGNMENT;
	if (!fm_range_is_valid(range))
		return FM_E_RANGE;

	fm_word mask = fm_alignment_mask(alignment);
	fm_word padding = (fm_word)((fm_word)(0 - range.base) & mask);

	if (padding >= range.size)
		return FM_E_NOT_FOUND;

	fm_word left = (fm_word)(range.size - padding);
	fm_word size = (fm_word)(left - (left & mask));

	if (size == 0)
		return FM_E_NOT_FOUND;
	*out = (fm_range){ (fm_word)(range.base + padding), size };
	return FM_OK;
}

fm_status fm_range_align_out(fm_range range, fm_alignment alignment, fm_range *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_alignment_is_valid(alignment))
		return FM_E_ALIGNMENT;
	if (!fm_range_is_valid(range))
		return FM_E_RANGE;

	fm_word mask = fm_alignment_mask(alignment);
	fm_word before = (fm_word)(range.base & mask);
	fm_word low = (fm_word)(range.base - before);

	if (range.size == 0) {
		*out = (fm_range){ low, 0 };
		return FM_OK;
	}

	/* Only the whole space, 2^64 bytes, can be too much: an aligned end is at most 2^64, and then `low` must be 0. */
	fm_word last = (fm_word)((fm_word)(range.base + (fm_word)(range.size - 1)) | mask);

	if (low == 0 && last == FM_WORD_MAX)
		return FM_E_RANGE;
	*out = (fm_range){ low, (fm_word)((fm_word)(last - low) + 1) };
	return FM_OK;
}
