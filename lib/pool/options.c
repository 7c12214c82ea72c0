/* SPDX-License-Identifier: MIT */
/** @file
 * A pool's options, of a caller of any age: read, judged, defaults filled in. */
#include "base/abi.h"
#include "base/provider.h"
#include "pool/pool.h"

/** Bytes of the struct in the first release. */
#define POOL_OPTIONS_FIRST_SIZE (offsetof(fm_pool_options, reserved) + sizeof(uint32_t))

static fm_status read_wish(fm_pool_plan *plan)
{
	const fm_pool_options *options = &plan->options;
	const char *name = options->strategy;

	if (name == NULL)
		name = options->block_size != 0 ? "slots" : "arena";
	plan->strategy = fm_strategy_find(name);
	if (plan->strategy == NULL)
		return FM_E_NOT_FOUND;

	plan->wish.block_size = options->block_size;
	plan->wish.alignment = options->alignment == 0 ? FM_POOL_ALIGN : options->alignment;
	plan->wish.max_buffers = options->max_buffers;
	plan->at_fault = "options.alignment";
	if ((plan->wish.alignment & (plan->wish.alignment - 1)) != 0)
		return FM_E_ALIGNMENT;
	return plan->strategy->judge(&plan->wish, &plan->at_fault);
}

/** Mode and sharing: what every strategy has. */
static fm_status read_mode(fm_pool_plan *plan)
{
	plan->at_fault = plan->options.mode != FM_MODE_RAW ? "options.mode" : "options.sharing";
	return plan->options.mode != FM_MODE_RAW || plan->options.sharing != FM_SHARING_ONE_THREAD ? FM_E_UNSUPPORTED : FM_OK;
}

/** Copies the options, of a caller of any age. */
static fm_status read_pool_options(const fm_pool_options *options, fm_pool_plan *plan)
{
	fm_status status = fm_abi_import(&plan->options, sizeof plan->options, POOL_OPTIONS_FIRST_SIZE, options);

	plan->at_fault = status == FM_E_ABI_SIZE ? "options.struct_size" : "options";
	if (status == FM_OK && plan->options.reserved != 0) {
		plan->at_fault = "options.reserved";
		status = FM_E_ABI_FIELD;
	}
	return status;
}

fm_status fm_pool_read_options(const fm_pool_options *options, fm_pool_plan *plan)
{
	fm_status status = read_pool_options(options, plan);

	if (status != FM_OK)
		return status;
	plan->at_fault = NULL;
	status = read_wish(plan);
	if (status == FM_OK)
		status = read_mode(plan);
	if (status != FM_OK)
		return status;
	plan->at_fault = "options.provider";
	status = fm_provider_read(plan->options.provider, &plan->provider);
	if (status == FM_OK)
		plan->at_fault = NULL;
	return status;
}
