/* SPDX-License-Identifier: MIT */
/** @file
 * How a pool begins. */
#include "base/align.h"
#include "base/memory.h"
#include "base/refuse.h"
#include "pool/pool.h"
#include "space/reserve.h"

/** The pool takes its place in the region, and a reference to the space. */
static void take_region(const fm_pool_plan *plan, const fm_pool_place *place, fm_pool_part *part)
{
	part->space = fm_space_ref(plan->options.space);
	part->reservation = place->reservation;
	if (part->space != NULL)
		fm_space_take(part->space, &part->reservation);
}

static const char *name_of(const fm_pool_plan *plan)
{
	if (plan->options.name != NULL)
		return plan->options.name;
	return plan->options.region != NULL ? plan->options.region : plan->strategy->name;
}

/** Builds the pool at its place. Nothing here can fail. */
static fm_pool *build_pool(const fm_pool_plan *plan, const fm_pool_place *place)
{
	fm_pool *pool = (fm_pool *)(void *)place->control;
	size_t head = FM_POOL_HEAD(plan->strategy->state_bytes);
	fm_refusal named;

	memset(pool, 0, head);
	pool->state.calls = plan->strategy->calls;
	pool->state.strategy = plan->strategy;
	pool->state.host = &fm_pool_host;
	pool->state.alignment = plan->wish.alignment;
	plan->strategy->start(&pool->state, &plan->wish, place->count, place->control + head, place->blocks);

	fm_pool_part *part = fm_pool_part_of(&pool->state);

	part->references = 1;
	part->blocks = place->blocks;
	part->control_bytes = place->control_bytes;
	part->overhead = place->overhead;
	part->obtained = place->obtained;
	part->obtained_bytes = place->obtained_bytes;
	part->obtained_align = place->obtained_align;
	part->provider = plan->provider;
	take_region(plan, place, part);
	fm_refusal_set_subject(&named, name_of(plan));
	memcpy(part->name, named.subject, sizeof part->name);
	return pool;
}

/** What is wrong, if that is not named already: an option, a strategy's name; else who refused, the pool. */
static void name_refuser(const fm_pool_plan *plan, fm_refusal *refusal)
{
	if (refusal->subject[0] != '\0')
		return;
	if (plan->at_fault != NULL)
		fm_refusal_set_subject(refusal, plan->at_fault);
	else if (refusal->status == FM_E_NOT_FOUND)
		fm_refusal_set_quoted(refusal, "strategy", plan->options.strategy);
	else
		fm_refusal_set_subject(refusal, name_of(plan));
}

/** Says why there is no pool. */
static FM_COLD fm_status refuse_pool(fm_status status, const fm_pool_plan *plan, fm_refusal *refusal, fm_refusal *why)
{
	refusal->status = status;
	if (plan->options.wants == NULL || refusal->asked < plan->options.capacity) /* a want may ask for more */
		refusal->asked = plan->options.capacity;
	if (refusal->align == 0 || refusal->help != FM_HELP_ALIGN) /* a piece of the pool's may have been asked for at another */
		refusal->align = plan->wish.alignment;
	if (status == FM_E_ALIGNMENT && refusal->help == FM_HELP_NONE) {
		refusal->help = FM_HELP_ALIGN;
		refusal->help_bytes = fm_power_above(plan->wish.alignment, SIZE_MAX / 2 + 1);
	}
	if (refusal->help == FM_HELP_NONE)
		refusal->help = FM_HELP_OTHER;
	name_refuser(plan, refusal);
	return fm_refuse(why, refusal);
}

fm_status fm_pool_open(const fm_pool_options *options, fm_pool **out, fm_refusal *why)
{
	fm_pool_plan plan;
	fm_pool_place place;
	fm_refusal refusal;

	memset(&plan, 0, sizeof plan);
	memset(&refusal, 0, sizeof refusal);
	refusal.struct_size = sizeof refusal;

	plan.at_fault = "out";

	fm_status status = out == NULL ? FM_E_ARGUMENT : fm_pool_read_options(options, &plan, &refusal);

	if (status == FM_OK)
		status = fm_combination_judge(fm_combination_of(plan.strategy), &plan.options, 1, &plan.at_fault);
	if (status == FM_OK)
		status = fm_pool_find_place(&plan, &place, &refusal);
	if (status != FM_OK)
		return refuse_pool(status, &plan, &refusal, why);

	*out = build_pool(&plan, &place);
	return FM_OK;
}

fm_pool *fm_pool_new(size_t bytes)
{
	fm_pool_options options = { .struct_size = sizeof options, .capacity = bytes };
	fm_pool *pool = NULL;

	return fm_pool_open(&options, &pool, NULL) == FM_OK ? pool : NULL;
}
