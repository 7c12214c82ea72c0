/* SPDX-License-Identifier: MIT */
/** @file
 * Where an access leads, exactly: by halving over the rows, without the index and without what rows grant. */
#include "validate/rules.h"

/** The last row whose base is not above the address; 0 iff there is none. */
static uint32_t row_below(const fm_validator *validator, uint64_t address)
{
	uint32_t low = 0, high = validator->row_count;

	while (low < high) {
		uint32_t middle = high - (high - low) / 2;

		if (validator->rows[middle].base <= address)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/** Bytes from the address in row `at` to where its window ends or another one begins. A reserved area does not end its region. */
static uint64_t bytes_left(const fm_validator *validator, uint32_t at, uint64_t address)
{
	const fm_validate_window *windows = validator->windows;
	const fm_validate_row *row = &validator->rows[at];
	uint64_t left = row->size - (address - row->base);

	for (; at < validator->row_count && row[1].base - row->base == row->size; at++, row++) {
		if (!fm_validate_is_same(&windows[row->window], &windows[row[1].window]))
			break;
		left += row[1].size;
	}
	return left;
}

void fm_validate_locate(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access, fm_validate_case *what)
{
	uint32_t at = row_below(validator, address);
	const fm_validate_row *row = &validator->rows[at];

	*what = (fm_validate_case){ .validator = validator, .address = address, .size = size, .access = access };
	/* With the level off there are no windows. */
	if (validator->rules == 0 || at == 0 || address - row->base >= row->size)
		return;

	uint64_t left = bytes_left(validator, at, address);
	const fm_validate_window *window = &validator->windows[row->window];
	uint64_t inside = address - window->base, begin = window->offset;

	if (window->period != 0) {
		begin += inside / window->period * window->advance;
		inside %= window->period;
		left = window->period - inside < left ? window->period - inside : left;
	}
	if (window->inverted != 0) {
		uint64_t in_unit = inside % window->inverted;

		inside = window->last - window->base + 1 - window->inverted - (inside - in_unit) + in_unit;
		left = window->inverted - in_unit < left ? window->inverted - in_unit : left;
	}
	what->window = window;
	what->region = &validator->regions[window->region];
	what->guest = address + window->shift;
	what->left = left;
	what->byte = what->region->begin + begin + inside;
}
