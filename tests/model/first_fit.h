/* SPDX-License-Identifier: MIT */
/** @file
 * A small strategy of one's own: the lowest place that fits, by a byte of record a granule. What users can write, and what tests hold against
 * everything that the library's own strategies must pass. */
#ifndef FLIGHTMEM_TEST_FIRST_FIT_H
#define FLIGHTMEM_TEST_FIRST_FIT_H

#include <string.h>

#include <flightmem/strategy.h>

enum { FIRST_FIT_GRANULE = 32 };

/** The records: where the bytes lie, then a letter for each granule. */
struct first_fit {
	uintptr_t base;
	size_t granules;
	char letter[]; /**< '.' free, 'B' begins a block, 'b' goes on with it */
};

static inline void first_fit_start(void *user, void *records, uintptr_t base, size_t capacity)
{
	struct first_fit *fit = records;

	(void)user;
	fit->base = base;
	fit->granules = capacity / FIRST_FIT_GRANULE;
	memset(fit->letter, '.', fit->granules);
}

/** Free granules from `at` on, up to `most`. */
static inline size_t first_fit_run(const struct first_fit *fit, size_t at, size_t most)
{
	size_t run = 0;

	while (run < most && at + run < fit->granules && fit->letter[at + run] == '.')
		run++;
	return run;
}

static inline uintptr_t first_fit_take(void *user, void *records, size_t size, size_t align)
{
	struct first_fit *fit = records;
	size_t count = (size - 1) / FIRST_FIT_GRANULE + 1;

	(void)user;
	for (size_t at = 0; at < fit->granules; at++) {
		uintptr_t block = fit->base + at * FIRST_FIT_GRANULE;

		if (block % align != 0 || first_fit_run(fit, at, count) < count)
			continue;
		memset(fit->letter + at, 'b', count);
		fit->letter[at] = 'B';
		return block;
	}
	return 0;
}

static inline fm_status first_fit_give(void *user, void *records, uintptr_t block)
{
	struct first_fit *fit = records;
	size_t at = (block - fit->base) / FIRST_FIT_GRANULE;

	(void)user;
	if ((block - fit->base) % FIRST_FIT_GRANULE != 0 || fit->letter[at] == 'b')
		return FM_E_INTERIOR;
	if (fit->letter[at] == '.')
		return FM_E_DOUBLE;
	do
		fit->letter[at++] = '.';
	while (at < fit->granules && fit->letter[at] == 'b');
	return FM_OK;
}

static inline void first_fit_usage(void *user, const void *records, size_t align, size_t *used, size_t *largest)
{
	const struct first_fit *fit = records;

	(void)user;
	for (size_t at = 0; at < fit->granules; at++) {
		size_t run = (fit->base + at * FIRST_FIT_GRANULE) % align == 0 ? first_fit_run(fit, at, fit->granules) : 0;

		*used += fit->letter[at] != '.' ? FIRST_FIT_GRANULE : 0;
		if (run * FIRST_FIT_GRANULE > *largest)
			*largest = run * FIRST_FIT_GRANULE;
	}
}

static inline fm_status first_fit_walk(void *user, const void *records, fm_block_visit visit, void *context)
{
	const struct first_fit *fit = records;
	fm_status status = FM_OK;

	(void)user;
	for (size_t at = 0, end = 0; at < fit->granules && status == FM_OK; at = end) {
		end = at + 1;
		if (fit->letter[at] != 'B')
			continue;
		while (end < fit->granules && fit->letter[end] == 'b')
			end++;
		status = visit(context, &(fm_block){ fit->base + at * FIRST_FIT_GRANULE, (end - at) * FIRST_FIT_GRANULE, 0 });
	}
	return status;
}

static inline fm_status first_fit_check(void *user, const void *records)
{
	const struct first_fit *fit = records;

	(void)user;
	for (size_t at = 0; at < fit->granules; at++)
		if (fit->letter[at] == 'b' && (at == 0 || fit->letter[at - 1] == '.'))
			return FM_E_DAMAGED;
	return FM_OK;
}

static const fm_strategy_ops first_fit = {
	.struct_size = sizeof first_fit,
	.granule = FIRST_FIT_GRANULE,
	.records_fixed = sizeof(struct first_fit),
	.records_each = 1,
	.start = first_fit_start,
	.take = first_fit_take,
	.give = first_fit_give,
	.usage = first_fit_usage,
	.walk = first_fit_walk,
	.check = first_fit_check,
};

#endif
