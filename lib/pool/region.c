/* SPDX-License-Identifier: MIT */
/** @file
 * Blocks in a region of a space: its budget is charged, its addresses are the console's. Control and records lie elsewhere, so the offsets
 * of blocks do not depend on how wide the host's pointers are. */
#include "base/memory.h"
#include "base/refuse.h"
#include "pool/pool.h"
#include "space/gaps.h"
#include "space/reserve.h"

/** Bytes for blocks: what is asked for in whole granules, or the largest piece that is left. 0 iff none is. */
static size_t room_in_region(const fm_pool_plan *plan)
{
	const fm_pool_options *options = &plan->options;
	size_t padding = (0 - options->capacity) & (plan->strategy->granule - 1);

	if (options->capacity != 0)
		return padding > SIZE_MAX - options->capacity ? SIZE_MAX : options->capacity + padding;

	uint32_t index = fm_space_region_index(options->space, options->region);
	uint64_t largest = index == FM_NONE ? 0 : fm_space_largest(options->space, index, FM_SPACE_NOW, fm_pool_storage_align(plan));

	return largest > SIZE_MAX ? SIZE_MAX : (size_t)largest;
}

/** How many blocks, and where they lie; what is left may be too little for one, which the region then says. */
static fm_status lay_out_in_region(const fm_pool_plan *plan, fm_pool_place *place, fm_pool_layout *layout, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	fm_pool_room room = { 0, room_in_region(plan), 0, options->control == NULL ? SIZE_MAX : options->control_size };

	place->count = fm_pool_fit(plan, &room);
	if (place->count == 0 && options->capacity == 0)
		place->count = 1;
	if (place->count == 0 || fm_pool_lay_out(plan, place->count, 0, 0, layout) != FM_OK || layout->control > room.control)
		return fm_pool_refuse_room(plan, &room, refusal);
	return FM_OK;
}

/** The control block: the caller's, or the provider's memory. */
static fm_status place_control_apart(const fm_pool_plan *plan, fm_pool_place *place, size_t bytes)
{
	place->control = plan->options.control;
	place->control_bytes = bytes;
	if (place->control != NULL)
		return FM_OK;
	if (plan->provider.obtain == NULL)
		return FM_E_NO_MEMORY;

	fm_status status = plan->provider.obtain(plan->provider.user, bytes, FM_POOL_ALIGN, &place->obtained);

	place->control = place->obtained;
	place->obtained_bytes = bytes;
	place->obtained_align = FM_POOL_ALIGN;
	return status;
}

/** The place in the region, and the host's pointer to it. Takes nothing of the region. */
static fm_status place_blocks(const fm_pool_plan *plan, fm_pool_place *place, size_t bytes, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	void *blocks = NULL;
	fm_status status = fm_space_propose(options->space, options->region, bytes, fm_pool_storage_align(plan), &place->reservation, refusal);

	if (status == FM_OK)
		status = fm_space_to_host(options->space, place->reservation.address, bytes, &blocks, refusal);
	if (status == FM_OK)
		place->blocks = blocks;
	return status;
}

fm_status fm_pool_find_region(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	fm_pool_layout layout;

	if (options->space == NULL || options->region == NULL || options->storage != NULL) {
		fm_refusal_set_subject(refusal, options->space == NULL ? "options.space" : options->region == NULL ? "options.region" : "options.storage");
		return FM_E_UNSUPPORTED;
	}

	/* The provider is asked before a place is looked for: it may have its memory from the same region. */
	fm_status status = lay_out_in_region(plan, place, &layout, refusal);

	if (status == FM_OK)
		status = place_control_apart(plan, place, layout.control);
	if (status != FM_OK)
		return status;

	status = place_blocks(plan, place, layout.end, refusal);
	if (status != FM_OK && place->obtained != NULL)
		plan->provider.give_back(plan->provider.user, place->obtained, place->obtained_bytes, place->obtained_align);
	return status;
}

int fm_pool_exceeds_region(const fm_pool *pool, uint64_t bytes)
{
	const fm_pool_part *part = fm_pool_part_of(&pool->state);
	size_t align = pool->state.alignment > FM_POOL_ALIGN ? pool->state.alignment : FM_POOL_ALIGN;

	return part->space != NULL && bytes > fm_space_largest(part->space, part->reservation.region, FM_SPACE_EMPTY, align);
}
