/* SPDX-License-Identifier: MIT */
/** @file
 * The hot path: address -> row -> allowed at once, or judged exactly. */
#include "validate/rules.h"

/** How many of a node's keys are not greater: the first ones, for they ascend. */
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

/** The first key is the least there is, so each node has one that is not greater. */
static FM_ALWAYS_INLINE const fm_validate_row *find_in_tree(const fm_validator *validator, uint64_t relative)
{
	int32_t key = (int32_t)(fm_validate_key(validator, relative) ^ 0x80000000u);
	size_t at = 0;

	for (uint32_t level = validator->span; level-- > 0;)
		at = at * FM_VALIDATE_FAN + not_greater(validator->levels[level] + at * FM_VALIDATE_FAN, key) - 1;
	return validator->rows + 1 + at;
}

static FM_ALWAYS_INLINE const fm_validate_row *find_row(const fm_validator *validator, uint64_t address)
{
	uint64_t relative = address - validator->origin;

	if (validator->buckets == NULL)
		return find_in_tree(validator, relative);

	uint64_t bucket = relative >> validator->shift;
	const fm_validate_row *row = validator->rows + validator->buckets[bucket > validator->top ? validator->top : bucket];

	/* No branch on what is compared: addresses come in any order. */
	for (size_t left = validator->span, half; left > 1; left -= half) {
		half = left / 2;
		row += half & -(size_t)(row[half].base <= address);
	}
	return row;
}

/** True iff the access certainly may happen. */
static FM_ALWAYS_INLINE int is_allowed(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access)
{
	const fm_validate_row *row = find_row(validator, address);
	uint64_t offset = address - row->base;
	uint32_t width = FM_VALIDATE_WIDTH(access), mask = width - (width != 0);
	uint64_t odd = (access & row->refused) | (width & mask) | (size & mask) | (address & ((mask & row->natural) | row->fixed)) | row->exact;

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
		fm_status status = FM_OK;

		if (FM_UNLIKELY(!is_allowed(validator, each->address, each->size, each->access)))
			status = fm_validate_exactly(validator, each->address, each->size, each->access);
		if (statuses != NULL)
			statuses[i] = status;
		refused += status != FM_OK;
	}
	return refused;
}
