/* SPDX-License-Identifier: MIT */
/** @file
 * The hot path: address -> row -> allowed at once, or judged exactly. */
#include "validate/rules.h"

/** How many of a node's keys are not greater: the first ones, for they ascend. The last one is greater than any. */
static FM_ALWAYS_INLINE uint32_t not_greater(const int32_t *keys, int32_t key)
{
#if FM_HAS_SSE2
	const fm_int32x4 *four = (const fm_int32x4 *)keys;
	const fm_int32x4 wanted = { key, key, key, key };

	return FM_COUNT_NOT_GREATER(four, wanted);
#else
	uint32_t count = 0;

	for (uint32_t i = 0; i < FM_VALIDATE_FAN; i++)
		count += keys[i] <= key;
	return count;
#endif
}

/** The child of the node that stands `at` places from the left of its level. */
static FM_ALWAYS_INLINE size_t child_of(const fm_validator *validator, uint32_t level, size_t at, int32_t key)
{
	return at * FM_VALIDATE_FAN + not_greater(validator->levels[level] + at * FM_VALIDATE_FAN, key);
}

/** Each level is written out: a loop over them costs a quarter. */
static FM_ALWAYS_INLINE const fm_validate_row *find_in_tree(const fm_validator *validator, uint64_t relative)
{
	int32_t key = (int32_t)(fm_validate_key(validator, relative) ^ 0x80000000u);
	size_t at = 0;

	switch (validator->span) {
	case 4: at = child_of(validator, 3, at, key); /* fall through */
	case 3: at = child_of(validator, 2, at, key); /* fall through */
	case 2: at = child_of(validator, 1, at, key); /* fall through */
	default: at = child_of(validator, 0, at, key);
	}
	return validator->rows + 1 + at;
}

/** Where a bucket leaves many rows to choose from: by halves, without a branch on what is compared. */
static FM_NOINLINE const fm_validate_row *find_by_halves(const fm_validate_row *row, size_t left, uint64_t address)
{
	for (size_t half; left > 1; left -= half) {
		half = left / 2;
		row += half & -(size_t)(row[half].base <= address);
	}
	return row;
}

static FM_ALWAYS_INLINE const fm_validate_row *find_row(const fm_validator *validator, uint64_t address)
{
	uint64_t relative = address - validator->origin;

	if (validator->buckets == NULL)
		return find_in_tree(validator, relative);

	uint64_t bucket = relative >> validator->shift;
	const fm_validate_row *row = validator->rows + validator->buckets[bucket > validator->top ? validator->top : bucket];

	if (FM_UNLIKELY(validator->span > FM_VALIDATE_NEAR))
		return find_by_halves(row, validator->span, address);
	/* All that there may be, at once: addresses come in any order, so a branch would be guessed wrong. */
	return row + ((size_t)(row[1].base <= address) + (row[2].base <= address) + (row[3].base <= address));
}

/** True iff the access certainly may happen. */
static FM_ALWAYS_INLINE int is_allowed(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access)
{
	const fm_validate_row *row = find_row(validator, address);
	uint64_t offset = address - row->base;
	uint32_t width = FM_VALIDATE_WIDTH(access), mask = width - (width != 0);
	uint64_t odd = ((access | FM_VALIDATE_EXACT) & row->refused) | (width & mask) | (size & mask);

	odd |= address & ((mask & validator->natural) | row->fixed);

	return offset < row->size && size - 1 < row->size - offset && odd == 0;
}

fm_status fm_validator_check(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access)
{
	if (FM_UNLIKELY(validator == NULL))
		return FM_E_ARGUMENT;
	if (FM_LIKELY(is_allowed(validator, address, size, access)))
		return FM_OK;
	return fm_validate_exactly(validator, address, size, access);
}

/** The same status for all. */
static size_t refuse_all(fm_status *statuses, size_t count, fm_status status)
{
	for (size_t i = 0; statuses != NULL && i < count; i++)
		statuses[i] = status;
	return count;
}

size_t fm_validator_check_many(const fm_validator *validator, const fm_access *accesses, size_t count, fm_status *statuses)
{
	size_t refused = 0;

	if (accesses == NULL)
		return 0;
	if (validator == NULL)
		return refuse_all(statuses, count, FM_E_ARGUMENT);
	for (size_t i = 0; i < count; i++) {
		const fm_access *each = &accesses[i];
		fm_status status = fm_validator_check(validator, each->address, each->size, each->access);

		if (statuses != NULL)
			statuses[i] = status;
		refused += status != FM_OK;
	}
	return refused;
}
