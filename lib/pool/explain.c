/* SPDX-License-Identifier: MIT */
/** @file
 * Why a pool says no. Asked before or after the fact, the same words: a refusal is the explanation of the present state. */
#include "base/memory.h"
#include "base/refuse.h"
#include "pool/pool.h"

/** A region does not grow: where it could not hold a pool for the request, only a smaller one helps, the largest that the empty pool grants. */
static void stay_in_region(const fm_pool *pool, fm_request request, size_t align, fm_refusal *what)
{
	fm_refusal any = { .struct_size = sizeof any };

	pool->state.strategy->explain(&pool->state, (fm_strategy_kind)request, SIZE_MAX, align, &any);
	what->help = any.help;
	what->help_bytes = any.help_bytes;
}

void fm_pool_explain_request(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *what)
{
	const fm_pool_part *part = fm_pool_part_of(&pool->state);

	pool->state.strategy->explain(&pool->state, (fm_strategy_kind)request, size, align, what);
	memcpy(what->subject, part->name, sizeof what->subject);
	if (what->status == FM_E_ARGUMENT)
		what->help = FM_HELP_OTHER;

	if (what->help == FM_HELP_ENLARGE && fm_pool_exceeds_region(pool, what->help_bytes))
		stay_in_region(pool, request, align, what);
	/* The strategy counts in blocks; the caller's storage also holds what lies before them. */
	if (what->help == FM_HELP_ENLARGE && what->help_bytes <= UINT64_MAX - part->overhead)
		what->help_bytes += part->overhead;
}

FM_COLD fm_status fm_pool_refuse(fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *why)
{
	fm_refusal what = { .struct_size = sizeof what };

	fm_pool_part_of(state)->refused++;
	fm_pool_explain_request((const fm_pool *)state, (fm_request)kind, size, align, &what);
	return fm_refuse(why, &what);
}

FM_COLD fm_status fm_pool_refuse_arguments(const fm_pool *pool, size_t size, size_t align, const fm_buffer *out, fm_refusal *why)
{
	fm_refusal what = { .status = FM_E_ARGUMENT, .help = FM_HELP_OTHER, .asked = size, .align = align };

	(void)out;
	if (pool != NULL)
		memcpy(what.subject, fm_pool_part_of(&pool->state)->name, sizeof what.subject);
	return fm_refuse(why, &what);
}

FM_COLD fm_status fm_pool_refuse_as(const fm_pool *pool, fm_status status, size_t size, size_t align, size_t largest, fm_refusal *why)
{
	fm_refusal what = { .struct_size = sizeof what };

	fm_pool_explain_request(pool, FM_REQUEST_BLOCK, size, align, &what);
	what.status = status;
	what.largest = what.help_bytes = largest;
	what.help = largest == 0 ? FM_HELP_OTHER : FM_HELP_ASK_LESS;
	return fm_refuse(why, &what);
}

fm_status fm_pool_explain(const fm_pool *pool, fm_request request, size_t size, size_t align, fm_refusal *why)
{
	fm_refusal what = { .struct_size = sizeof what };

	if (pool == NULL)
		return fm_pool_refuse_arguments(pool, size, align, NULL, why);
	if (request > FM_REQUEST_TOP_BLOCK || ((request & FM_STRATEGY_TOP) != 0 && pool->state.strategy->take_top == NULL))
		return fm_pool_refuse_as(pool, FM_E_UNSUPPORTED, size, align, 0, why);

	fm_pool_explain_request(pool, request, size, align, &what);
	return what.status == FM_OK ? FM_OK : fm_refuse(why, &what);
}
