/* SPDX-License-Identifier: MIT */
/** @file
 * Alignments (powers of two) and granules (any number of bytes). */
#include "base/align.h"

int fm_alignment_is_valid(fm_alignment alignment)
{
	return alignment.log2 < FM_WORD_BITS;
}

uint64_t fm_power_above(uint64_t n, uint64_t top)
{
	uint64_t power = 1;

	while (power < n && power < top)
		power *= 2;
	return power;
}

fm_word fm_alignment_mask(fm_alignment alignment)
{
	return (fm_word)(fm_alignment_bytes(alignment) - 1);
}

fm_status fm_alignment_make(uint64_t bytes, fm_alignment *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (bytes == 0 || (bytes & (fm_word)(bytes - 1)) != 0)
		return FM_E_ALIGNMENT;

	uint32_t log2 = 0;

	while ((bytes >> log2) > 1)
		log2++;
	out->log2 = log2;
	return FM_OK;
}

uint64_t fm_alignment_bytes(fm_alignment alignment)
{
	if (!fm_alignment_is_valid(alignment))
		return 0;
	return (fm_word)((fm_word)1 << alignment.log2);
}

int32_t fm_is_aligned(uint64_t value, fm_alignment alignment)
{
	return fm_alignment_is_valid(alignment) && (value & fm_alignment_mask(alignment)) == 0;
}

fm_status fm_align_down(uint64_t value, fm_alignment alignment, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_alignment_is_valid(alignment))
		return FM_E_ALIGNMENT;

	*out = (fm_word)(value - (value & fm_alignment_mask(alignment)));
	return FM_OK;
}

fm_status fm_align_up(uint64_t value, fm_alignment alignment, uint64_t *out)
{
	if (out == NULL)
		return FM_E_ARGUMENT;
	if (!fm_alignment_is_valid(alignment))
		return FM_E_ALIGNMENT;

	fm_word padding = (fm_word)((fm_word)(0 - value) & fm_alignment_mask(alignment));
	fm_word room = (fm_word)(FM_WORD_MAX - value);

	if (padding > room)
		return FM_E_RANGE;
	*out = (fm_word)(value + padding);
	return FM_OK;
}

fm_status fm_granule_down(uint64_t value, uint64_t granule, uint64_t *out)
{
	if (granule == 0 || out == NULL)
		return FM_E_ARGUMENT;

	*out = (fm_word)(value - value % granule);
	return FM_OK;
}

fm_status fm_granule_up(uint64_t value, uint64_t granule, uint64_t *out)
{
	if (granule == 0 || out == NULL)
		return FM_E_ARGUMENT;

	fm_word rest = (fm_word)(value % granule);
	fm_word padding = rest == 0 ? 0 : (fm_word)(granule - rest);
	fm_word room = (fm_word)(FM_WORD_MAX - value);

	if (padding > room)
		return FM_E_RANGE;
	*out = (fm_word)(value + padding);
	return FM_OK;
}
