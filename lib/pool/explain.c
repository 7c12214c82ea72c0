/* SPDX-License-Identifier: MIT */
/** @file
 * Why a pool says no. Asked before or after the fact, the same words: a refusal is the explanation of the present state. */
#include "base/memory.h"
#include "base/refuse.h"
#include "pool/pool.h"

void fm_pool_explain_request(const fm_pool *pool, size_t size, size_t align, fm_refusal *what)
{
	pool->strategy->explain(fm_pool_state(pool), size, align, what);
	memcpy(what->subject, pool->name, sizeof what->subject);
	if (what->status == FM_E_ARGUMENT)
		what->help = FM_HELP_OTHER;

	/* The strategy counts in blocks; the caller's storage also holds what lies before them. */
	if (what->help == FM_HELP_ENLARGE && what->help_bytes <= UINT64_MAX - pool->overhead)
		what->help_bytes += pool->overhead;
}

FM_COLD fm_status fm_pool_refuse(fm_strategy_state *state, size_t size, size_t align, fm_refusal *why)
{
	fm_pool *pool = fm_pool_of_state(state);
	fm_refusal what = { .struct_size = sizeof what };

	pool->refused++;
	fm_pool_explain_request(pool, size, align, &what);
	return fm_refuse(why, &what);
}

fm_status fm_pool_explain(const fm_pool *pool, size_t size, size_t align, fm_refusal *why)
{
	fm_refusal what = { .struct_size = sizeof what };

	if (pool == NULL)
		return fm_refuse(why, &(fm_refusal){ .status = FM_E_ARGUMENT, .help = FM_HELP_OTHER, .asked = size, .align = align });

	fm_pool_explain_request(pool, size, align, &what);
	return what.status == FM_OK ? FM_OK : fm_refuse(why, &what);
}
