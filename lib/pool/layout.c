/* SPDX-License-Identifier: MIT */
/** @file
 * Where the parts of a pool lie, and so what a number of blocks costs and how many blocks some bytes hold: one sum, read both ways. */
#include "pool/pool.h"

/** Adds `n` to `*sum`; false iff the sum would exceed SIZE_MAX, and then `*sum` stays. */
static int add_part(size_t *sum, size_t n)
{
	if (n > SIZE_MAX - *sum)
		return 0;
	*sum += n;
	return 1;
}

/** Rounds `*n` up to FM_POOL_ALIGN; false iff that exceeds SIZE_MAX. */
static int round_part(size_t *n)
{
	return add_part(n, (0 - *n) & (FM_POOL_ALIGN - 1));
}

size_t fm_pool_storage_align(const fm_pool_plan *plan)
{
	return plan->wish.alignment > FM_POOL_ALIGN ? plan->wish.alignment : FM_POOL_ALIGN;
}

fm_status fm_pool_lay_out(const fm_pool_plan *plan, size_t count, uintptr_t at, int control_inside, fm_pool_layout *out)
{
	fm_strategy_bytes bytes;
	fm_pool_layout layout = { .control = FM_POOL_HEAD(plan->strategy->state_bytes) };

	if (plan->strategy->measure(&plan->wish, count, &bytes) != FM_OK || !round_part(&bytes.records) || !add_part(&layout.control, bytes.records))
		return FM_E_RANGE;

	layout.blocks = control_inside ? layout.control : 0;
	if (!add_part(&layout.blocks, (0 - (at + layout.blocks)) & (fm_pool_storage_align(plan) - 1)))
		return FM_E_RANGE;

	layout.end = layout.blocks;
	if (!add_part(&layout.end, bytes.blocks))
		return FM_E_RANGE;
	*out = layout;
	return FM_OK;
}

static int room_holds(const fm_pool_plan *plan, const fm_pool_room *room, size_t count)
{
	fm_pool_layout layout;

	if (fm_pool_lay_out(plan, count, room->at, room->control_inside, &layout) != FM_OK)
		return 0;
	return layout.end <= room->bytes && (room->control_inside || layout.control <= room->control);
}

/** Halves the doubt until one number is left: a block takes a byte at least, and more blocks never take less. */
size_t fm_pool_fit(const fm_pool_plan *plan, const fm_pool_room *room)
{
	size_t holds = 0;
	size_t at_most = room->bytes;

	while (holds < at_most) {
		size_t middle = at_most - (at_most - holds) / 2;

		if (room_holds(plan, room, middle))
			holds = middle;
		else
			at_most = middle - 1;
	}
	return holds;
}
