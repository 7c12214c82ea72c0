/* SPDX-License-Identifier: MIT */
/** @file
 * Where a pool's bytes come from: the caller's storage or the provider's memory. A region: region.c. */
#include "base/refuse.h"
#include "pool/pool.h"

/** The largest alignment with which the room holds a block, where the one wished for exceeds the room; 0 iff it does not, or none. */
static size_t smaller_alignment(const fm_pool_plan *plan, const fm_pool_room *room)
{
	fm_pool_plan less = *plan;

	if (less.wish.alignment <= room->bytes)
		return 0;
	do {
		less.wish.alignment /= 2;
	} while (less.wish.alignment != 0 && fm_pool_fit(&less, room) == 0);
	return less.wish.alignment;
}

/** Too little storage, or capacity: what is there, and which option says so. */
static void refuse_storage(const fm_pool_plan *plan, const fm_pool_room *room, size_t needed, fm_refusal *refusal)
{
	size_t align = smaller_alignment(plan, room);

	refusal->capacity = refusal->available = room->bytes;
	refusal->help = align != 0 ? FM_HELP_ALIGN : FM_HELP_ENLARGE;
	refusal->help_bytes = align != 0 ? align : needed;
	if (align != 0)
		fm_refusal_set_subject(refusal, "options.alignment");
	else
		fm_refusal_set_subject(refusal, plan->options.storage != NULL && room->control_inside ? "options.storage" : "options.capacity");
}

fm_status fm_pool_refuse_room(const fm_pool_plan *plan, const fm_pool_room *room, fm_refusal *refusal)
{
	fm_pool_layout layout;

	if (fm_pool_lay_out(plan, 1, room->at, room->control_inside, &layout) != FM_OK) {
		refusal->help = FM_HELP_OTHER; /* a block that no address space holds: no number helps */
		return FM_E_TOO_LARGE;
	}
	if (room->control_inside || layout.control <= room->control) {
		refuse_storage(plan, room, layout.end, refusal);
		return FM_E_TOO_LARGE;
	}
	refusal->capacity = refusal->available = room->control;
	refusal->help = FM_HELP_ENLARGE;
	refusal->help_bytes = layout.control;
	fm_refusal_set_subject(refusal, "options.control");
	return FM_E_TOO_LARGE;
}

/** Sets what follows from the number of blocks. */
static void set_place(fm_pool_place *place, const fm_pool_layout *layout, unsigned char *storage, void *control)
{
	place->control = control != NULL ? (unsigned char *)control : storage;
	place->blocks = storage + layout->blocks;
	place->control_bytes = layout->control;
}

/** The caller's bytes are not aligned as a pool's parts are. */
static fm_status refuse_address(fm_refusal *refusal, const char *option)
{
	refusal->align = FM_POOL_ALIGN;
	refusal->help = FM_HELP_ALIGN;
	refusal->help_bytes = FM_POOL_ALIGN;
	fm_refusal_set_subject(refusal, option);
	return FM_E_ALIGNMENT;
}

/** Storage of the caller's. */
static fm_status place_in_storage(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	fm_pool_room room = { (uintptr_t)options->storage, options->capacity, options->control == NULL, options->control_size };
	fm_pool_layout layout;

	if (room.at % FM_POOL_ALIGN != 0)
		return refuse_address(refusal, "options.storage");
	if (room.bytes > UINTPTR_MAX - room.at) {
		fm_refusal_set_subject(refusal, "options.capacity");
		return FM_E_ARGUMENT;
	}

	place->count = fm_pool_fit(plan, &room);
	if (place->count == 0)
		return fm_pool_refuse_room(plan, &room, refusal);

	fm_status status = fm_pool_lay_out(plan, place->count, room.at, room.control_inside, &layout);

	set_place(place, &layout, (unsigned char *)options->storage, options->control);
	place->overhead = layout.blocks;
	return status;
}

/** Blocks, and the control unless the caller brings it, in one piece of the provider's memory. */
static fm_status place_in_provided(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;
	size_t padding = (0 - options->capacity) & (plan->strategy->granule - 1);
	fm_pool_room room = { 0, options->capacity, 0, options->control == NULL ? SIZE_MAX : options->control_size };
	fm_pool_layout layout;

	if (padding > SIZE_MAX - room.bytes)
		return FM_E_NO_MEMORY;
	room.bytes += padding;
	place->count = fm_pool_fit(plan, &room);
	if (place->count == 0)
		return fm_pool_refuse_room(plan, &room, refusal);
	if (plan->provider.obtain == NULL || fm_pool_lay_out(plan, place->count, 0, options->control == NULL, &layout) != FM_OK)
		return FM_E_NO_MEMORY;

	size_t align = fm_pool_storage_align(plan);
	fm_status status = plan->provider.obtain(plan->provider.user, layout.end, align, &place->obtained);

	if (status != FM_OK)
		return status;
	place->obtained_bytes = layout.end;
	place->obtained_align = align;
	set_place(place, &layout, (unsigned char *)place->obtained, options->control);
	return FM_OK;
}

fm_status fm_pool_find_place(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal)
{
	const fm_pool_options *options = &plan->options;

	*place = (fm_pool_place){ .count = 0 };
	refusal->capacity = options->capacity;
	if ((uintptr_t)options->control % FM_POOL_ALIGN != 0)
		return refuse_address(refusal, "options.control");
	if (options->region != NULL || options->space != NULL)
		return fm_pool_find_region(plan, place, refusal);
	if (options->capacity == 0) {
		fm_refusal_set_subject(refusal, "options.capacity");
		return FM_E_ARGUMENT;
	}
	return options->storage != NULL ? place_in_storage(plan, place, refusal) : place_in_provided(plan, place, refusal);
}
