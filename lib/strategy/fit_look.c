/* SPDX-License-Identifier: MIT */
/** @file
 * Good fit: what looks at the records and changes nothing. */
#include "strategy/fit_line.h"

size_t fm_fit_records(uint32_t granules)
{
	/* Where a size has 32 bits, that many granules are more than there can be addresses for. */
	return (uint64_t)granules * 16 <= SIZE_MAX ? (fm_fit_cut(granules).end + 7) & ~(size_t)7 : 0;
}

uint32_t fm_fit_owner(const fm_fit *fit, uint32_t granule)
{
	if (granule >= fit->granules)
		return FM_FIT_NONE;

	uint32_t line = granule / 64;
	uint64_t starts = fit->starts[line] & (UINT64_MAX >> (63 - (granule & 63)));

	while (starts == 0 && line > 0)
		starts = fit->starts[--line];
	if (starts == 0)
		return FM_FIT_NONE;

	uint32_t block = line * 64 + fm_highest_bit(starts);

	return granule - block < fm_fit_length(fit, block) ? block : FM_FIT_NONE;
}

/** The most that a run of the first ones in a class has from a multiple of `align` on. */
static uint32_t largest_in(const fm_fit *fit, uint32_t class, uint32_t align, uint32_t phase)
{
	uint32_t head = fit->heads + class, node = fit->links[head].next, most = 0;

	for (uint32_t i = 0; i < FM_FIT_TRIES && node != head; i++, node = fit->links[node].next) {
		uint32_t end = fm_fit_end_of(fit, node), length = fm_fit_free_before(fit, end), skip = fm_fit_skip(end - length, align, phase);

		if (skip < length && length - skip > most)
			most = length - skip;
	}
	return most;
}

uint32_t fm_fit_largest(const fm_fit *fit, uint32_t align, uint32_t phase)
{
	uint32_t most = 0;

	if (align == 1)
		return fit->classes != 0 ? largest_in(fit, fm_highest_bit(fit->classes), 1, 0) : 0;
	for (uint64_t classes = fit->classes; classes != 0; classes &= classes - 1) {
		uint32_t here = largest_in(fit, fm_lowest_bit(classes), align, phase);

		most = here > most ? here : most;
	}
	return most;
}

int fm_fit_next(const fm_fit *fit, fm_fit_piece *piece)
{
	uint32_t at = piece->granule + piece->count;

	if (at >= fit->granules)
		return 0;

	uint32_t block = fm_fit_length(fit, at);

	piece->granule = at;
	piece->is_block = block != 0;
	piece->count = block != 0 ? block : fm_fit_run_length(fit, at);
	return 1;
}

/** True iff the node and its neighbours are nodes that name each other. */
static int node_is_valid(const fm_fit *fit, uint32_t node)
{
	uint32_t nodes = fit->heads + 64;
	fm_fit_link link = fit->links[node];

	return link.next < nodes && link.previous < nodes && fit->links[link.next].previous == node && fit->links[link.previous].next == node;
}

/** True iff the free run is found from its node and from its end. */
static int run_is_valid(const fm_fit *fit, uint32_t run, uint32_t length)
{
	uint32_t end = run + length, node = (end - 1) / 2;

	return fm_fit_end_of(fit, node) == end && node_is_valid(fit, node) && fm_fit_free_before(fit, end) == length;
}

/** Runs on the lists, all of whose members have their list's class; UINT32_MAX iff one has not, or there are more than `most`. */
static uint32_t count_listed(const fm_fit *fit, uint32_t most)
{
	uint32_t listed = 0;

	for (uint32_t class = 0; class < 64; class++) {
		uint32_t head = fit->heads + class, node = head;

		if (!node_is_valid(fit, head) || (fit->links[head].next != head) != (fit->classes >> class & 1))
			return UINT32_MAX;
		while ((node = fit->links[node].next) != head) {
			uint32_t length = node < fit->heads && node_is_valid(fit, node) ? fm_fit_free_before(fit, fm_fit_end_of(fit, node)) : 0;

			if (length == 0 || fm_fit_class(fit, length) != class || listed++ == most)
				return UINT32_MAX;
		}
	}
	return listed;
}

int fm_fit_is_valid(const fm_fit *fit)
{
	fm_fit_piece piece = { 0 };
	uint32_t runs = 0, used = 0, was_run = 0;

	while (fm_fit_next(fit, &piece)) {
		uint32_t is_run = (uint32_t)!piece.is_block;

		if (piece.count == 0 || piece.count > fit->granules - piece.granule || (was_run && is_run))
			return 0;
		if (is_run && !run_is_valid(fit, piece.granule, piece.count))
			return 0;
		was_run = is_run;
		runs += is_run;
		used += is_run ? 0 : piece.count;
	}
	return piece.granule + piece.count == fit->granules && used == fit->used && count_listed(fit, runs) == runs;
}
