/* SPDX-License-Identifier: MIT */
/** @file
 * What options leave to the platform: the region, where they have wants, and the strategy, where they name none. */
#include <flightmem/resolve.h>

#include "pool/pool.h"

/** A want of a pool: in one piece its capacity, at its alignment, in memory that the CPU has pointers to unless the strategy has none. */
static void ask_for_pool(const fm_pool_plan *plan, fm_want *want)
{
	const fm_strategy *strategy = plan->options.strategy == NULL ? NULL : fm_strategy_find(plan->options.strategy);
	size_t capacity = plan->options.capacity > SIZE_MAX - FM_POOL_ALIGN ? SIZE_MAX : FM_POOL_ROUND(plan->options.capacity);

	if (strategy == NULL || (strategy->nature & FM_STRATEGY_ADDRESSES) == 0)
		want->must |= FM_WANT_ADDRESS | FM_WANT_MAPPED;
	if (want->bytes < capacity)
		want->bytes = capacity;
	if (want->align < fm_pool_storage_align(plan))
		want->align = fm_pool_storage_align(plan);
}

/** The first region of the wants that has room becomes the options'. */
static fm_status choose_region(fm_pool_plan *plan, fm_refusal *refusal)
{
	fm_pool_options *options = &plan->options;
	fm_resolution found = FM_STRUCT(fm_resolution);
	fm_want want;
	fm_status last = FM_OK, status;

	plan->at_fault = options->region != NULL ? "options.region" : "options.space";
	if (options->region != NULL || options->space == NULL)
		return FM_E_UNSUPPORTED;
	plan->at_fault = NULL;
	for (uint32_t i = 0; (status = fm_want_parse(options->wants, FM_TEXT, i, &want, NULL)) == FM_OK; i++) {
		ask_for_pool(plan, &want);
		last = fm_space_resolve(options->space, &want, 1, &found, refusal);
		if (last == FM_OK) { /* it asks for an alignment, so for a region */
			options->region = found.id;
			return FM_OK;
		}
	}
	if (status == FM_E_NOT_FOUND)
		return last;
	plan->at_fault = "options.wants";
	return status;
}

/** What the platform advises for the region; else what serves any size. */
static void choose_strategy(fm_pool_plan *plan)
{
	const fm_profile *profile = fm_space_profile(plan->options.space);
	fm_region region = FM_STRUCT(fm_region);

	if (fm_profile_region_find(profile, plan->options.region, &region) != FM_OK)
		return;
	if (fm_profile_strategy(profile, fm_region_kind_name(region.kind), &plan->advice) != FM_OK)
		(void)fm_profile_strategy(profile, NULL, &plan->advice);
}

fm_status fm_pool_choose(fm_pool_plan *plan, fm_refusal *refusal)
{
	fm_status status = plan->options.wants == NULL ? FM_OK : choose_region(plan, refusal);

	if (status == FM_OK && plan->options.strategy == NULL && plan->options.block_size == 0 && plan->options.region != NULL && plan->options.space != NULL)
		choose_strategy(plan);
	return status;
}
