/* SPDX-License-Identifier: MIT */
/** @file
 * Why a pool says no. Asked before or after the fact, the same words: a refusal is the explanation of the present state. */
#include "base/memory.h"
#include "base/refuse.h"
#include "pool/pool.h"

void fm_pool_explain_request(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *what)
{
	pool->strategy->explain(fm_pool_state(pool), (fm_strategy_kind)request, size, align, what);
	memcpy(what->subject, pool->name, sizeof what->subject);
	if (what->status == FM_E_ARGUMENT)
		what->help = FM_HELP_OTHER;

	/* The strategy counts in blocks; the caller's storage also holds what lies before them. */
	if (what->help == FM_HELP_ENLARGE && what->help_bytes <= UINT64_MAX - pool->overhead)
		what->help_bytes += pool->overhead;
}

FM_COLD fm_status fm_pool_refuse(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why)
{
	fm_pool *pool = fm_pool_of_state(state);
	fm_refusal what = { .struct_size = sizeof what };

	pool->refused++;
	fm_pool_explain_request(pool, (fm_request)kind, size, align, &what);
	return fm_refuse(why, &what);
}

fm_status fm_pool_explain(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *why)
{
	fm_refusal what = { .struct_size = sizeof what };

	if (pool == NULL || request > FM_REQUEST_BLOCK) {
		what.status = pool == NULL ? FM_E_ARGUMENT : FM_E_UNSUPPORTED;
		what.help = FM_HELP_OTHER;
		what.asked = size;
		what.align = align;
		return fm_refuse(why, &what);
	}

	fm_pool_explain_request(pool, request, size, align, &what);
	return what.status == FM_OK ? FM_OK : fm_refuse(why, &what);
}
