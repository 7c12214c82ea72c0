/* SPDX-License-Identifier: MIT */
/** @file
 * What may be combined with what: storage x strategy x mode x sharing, as data. What is not here is refused when a pool is opened. */
#include "base/abi.h"
#include "pool/pool.h"

#define BIT(number) (1u << (number))

/** Rows of strategies that can less or more than the others, by name; the last row is for all others, "own" too. */
static const fm_combination combinations[] = {
	{ NULL, FM_STORAGE_CALLER | FM_STORAGE_PROVIDER | FM_STORAGE_REGION, BIT(FM_MODE_RAW), BIT(FM_SHARING_ONE_THREAD) },
};

/** Bytes of the struct in the first release. */
#define STRATEGY_INFO_FIRST_SIZE (offsetof(fm_strategy_info, reserved) + sizeof(uint32_t))

const fm_combination *fm_combination_of(const fm_strategy *strategy)
{
	const fm_combination *row = combinations;

	while (row->strategy != NULL && row->strategy != strategy)
		row++;
	return row;
}

/** True iff the bit of a number is set; numbers past the bits have none. */
static int has(uint32_t bits, uint32_t number)
{
	return number < 32 && (bits >> number & 1) != 0;
}

fm_status fm_combination_judge(const fm_combination *row, const fm_pool_options *options, int with_storage, const char **at_fault)
{
	fm_storages storage = FM_STORAGE_PROVIDER;
	const char *storage_option = "options.provider";

	if (options->region != NULL || options->space != NULL) {
		storage = FM_STORAGE_REGION;
		storage_option = "options.region";
	} else if (options->storage != NULL) {
		storage = FM_STORAGE_CALLER;
		storage_option = "options.storage";
	}

	const char *wrong = !has(row->modes, options->mode) ? "options.mode" : !has(row->sharings, options->sharing) ? "options.sharing" : NULL;

	if (wrong == NULL && with_storage && (row->storages & storage) == 0)
		wrong = storage_option;
	if (wrong == NULL)
		return FM_OK;
	*at_fault = wrong;
	return FM_E_UNSUPPORTED;
}

fm_status fm_strategy_get_info(size_t index, fm_strategy_info *out)
{
	const fm_strategy *strategy = fm_strategy_at(index);
	fm_status status = fm_abi_check(out, STRATEGY_INFO_FIRST_SIZE);

	if (status != FM_OK)
		return status;
	if (strategy == NULL && (index == 0 || fm_strategy_at(index - 1) != NULL))
		strategy = &fm_strategy_own;
	if (strategy == NULL)
		return FM_E_NOT_FOUND;

	const fm_combination *row = fm_combination_of(strategy);
	fm_strategy_info known = { .name = strategy->name, .storages = row->storages, .modes = row->modes, .sharings = row->sharings };

	fm_abi_export(out, &known, sizeof known);
	return FM_OK;
}
