/* SPDX-License-Identifier: MIT */
/** @file
 * A pool's options, of a caller of any age: read, judged, defaults filled in. */
#include "base/abi.h"
#include "base/provider.h"
#include "pool/pool.h"

/** Bytes of the struct in the first release. */
#define POOL_OPTIONS_FIRST_SIZE (offsetof(fm_pool_options, reserved) + sizeof(uint32_t))

static fm_status read_wish(const fm_pool_options *options, const fm_strategy **strategy, fm_strategy_wish *wish)
{
	const char *name = options->strategy;

	if (name == NULL)
		name = options->block_size != 0 ? "slots" : "arena";
	*strategy = fm_strategy_find(name);
	if (*strategy == NULL)
		return FM_E_NOT_FOUND;

	wish->block_size = options->block_size;
	wish->alignment = options->alignment == 0 ? FM_POOL_ALIGN : options->alignment;
	wish->max_buffers = options->max_buffers;
	if ((wish->alignment & (wish->alignment - 1)) != 0)
		return FM_E_ALIGNMENT;
	return (*strategy)->judge(wish);
}

fm_status fm_pool_read_options(const fm_pool_options *options, fm_pool_plan *plan)
{
	fm_pool_options *known = &plan->options;
	fm_status status = fm_abi_import(known, sizeof *known, POOL_OPTIONS_FIRST_SIZE, options);

	if (status == FM_OK && known->reserved != 0)
		status = FM_E_ABI_FIELD;
	if (status == FM_OK)
		status = read_wish(known, &plan->strategy, &plan->wish);
	if (status == FM_OK && (known->mode != FM_MODE_RAW || known->sharing != FM_SHARING_ONE_THREAD))
		status = FM_E_UNSUPPORTED;
	if (status == FM_OK)
		status = fm_provider_read(known->provider, &plan->provider);
	return status;
}
