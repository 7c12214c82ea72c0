/* SPDX-License-Identifier: MIT */
/** @file
 * A pool's options, of a caller of any age: read, judged, defaults filled in. */
#include "base/abi.h"
#include "base/provider.h"
#include "pool/pool.h"

/** Bytes of the structs in the first release. */
#define ADVICE_FIRST_SIZE (offsetof(fm_advice, reason) + sizeof(const char *))
#define POOL_OPTIONS_FIRST_SIZE (offsetof(fm_pool_options, reserved) + sizeof(uint32_t))

/** Bytes of the struct in the first release. */
#define STRATEGY_OPS_FIRST_SIZE (offsetof(fm_strategy_ops, drop) + sizeof(void (*)(void)))

/** Copies the user's table, of any age. */
static fm_status read_ops(fm_pool_plan *plan)
{
	fm_strategy_ops *ops = &plan->ops;

	plan->at_fault = plan->options.strategy != NULL ? "options.strategy" : "options.ops";
	if (plan->options.strategy != NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_abi_import(ops, sizeof *ops, STRATEGY_OPS_FIRST_SIZE, plan->options.ops);

	if (status != FM_OK)
		return status;
	plan->strategy = &fm_strategy_own;
	plan->wish.ops = ops;
	plan->advice.strategy = fm_strategy_own.name;
	plan->advice.reason = "options.ops brings it";
	if (ops->start == NULL || ops->take == NULL || ops->give == NULL || ops->usage == NULL || (ops->granule & (ops->granule - 1)) != 0)
		return FM_E_ARGUMENT;
	plan->at_fault = NULL;
	return FM_OK;
}

/** Which strategy: the caller's own, the one that is named, that blocks of one size need, that the platform advises; else what serves any size. */
static fm_status find_strategy(fm_pool_plan *plan)
{
	const fm_pool_options *options = &plan->options;
	fm_advice *advice = &plan->advice;

	plan->wish.ops = NULL;
	if (options->ops != NULL)
		return read_ops(plan);
	if (options->strategy != NULL) {
		advice->strategy = options->strategy;
		advice->reason = "options.strategy names it";
	} else if (options->block_size != 0) {
		advice->strategy = "slots";
		advice->reason = "options.block_size: blocks of one size";
	} else if (advice->strategy == NULL || fm_strategy_find(advice->strategy) == NULL) {
		advice->reason = advice->strategy == NULL ? "any size, and no byte of record a block" : "what the platform is advised is not in this library";
		advice->strategy = "arena";
	}
	plan->strategy = fm_strategy_find(advice->strategy);
	return plan->strategy == NULL ? FM_E_NOT_FOUND : FM_OK;
}

static fm_status read_wish(fm_pool_plan *plan, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	fm_status status = FM_OK;

	plan->wish.block_size = options->block_size;
	plan->wish.alignment = options->alignment == 0 ? FM_POOL_ALIGN : options->alignment;
	plan->wish.max_buffers = options->max_buffers;
	plan->at_fault = "options.alignment";
	if ((plan->wish.alignment & (plan->wish.alignment - 1)) != 0)
		return FM_E_ALIGNMENT;

	plan->at_fault = NULL;
	if (options->space != NULL || options->wants != NULL)
		status = fm_pool_choose(plan, refusal);
	if (status == FM_OK)
		status = find_strategy(plan);
	return status != FM_OK ? status : plan->strategy->judge(&plan->wish, &plan->at_fault);
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

fm_status fm_pool_read_options(const fm_pool_options *options, fm_pool_plan *plan, fm_refusal *refusal)
{
	fm_status status = read_pool_options(options, plan);

	if (status != FM_OK)
		return status;
	plan->advice = (fm_advice){ .struct_size = sizeof plan->advice };
	status = read_wish(plan, refusal);
	if (status == FM_OK)
		status = fm_combination_judge(fm_combination_of(plan->strategy), &plan->options, 0, &plan->at_fault);
	if (status != FM_OK)
		return status;
	plan->at_fault = "options.provider";
	status = fm_provider_read(plan->options.provider, &plan->provider);
	if (status == FM_OK)
		plan->at_fault = NULL;
	return status;
}

fm_status fm_pool_advice(const fm_pool_options *options, fm_advice *out)
{
	fm_refusal refusal = FM_STRUCT(fm_refusal);
	fm_pool_plan plan;
	fm_status status = fm_abi_check(out, ADVICE_FIRST_SIZE);

	if (status == FM_OK)
		status = fm_pool_read_options(options, &plan, &refusal);
	if (status != FM_OK)
		return status;
	fm_abi_export(out, &plan.advice, sizeof plan.advice);
	return FM_OK;
}
