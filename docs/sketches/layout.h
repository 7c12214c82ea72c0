/* SPDX-License-Identifier: MIT */
/** @file
 * Sketch: where does it go, with a proof. Items and a profile in; placements, or the smallest set that can't be, out. */
#ifndef FLIGHTMEM_LAYOUT_H
#define FLIGHTMEM_LAYOUT_H

#include <flightmem/picture.h>
#include <flightmem/space.h>
#include <flightmem/profile.h>
#include <flightmem/provider.h>
#include <flightmem/refusal.h>

typedef struct fm_layout fm_layout;

typedef struct fm_layout_item {
	size_t struct_size;
	const char *name;
	uint64_t size, align;
	uint64_t boundary;         /**< never crosses a multiple of this; 0: any */
	uint64_t fixed;            /**< address, if `is_fixed` */
	uint32_t is_fixed;
	uint32_t group;            /**< items of one group stay together; 0: none */
	uint32_t first_phase, end_phase; /**< half-open lifetime; 0, 0: always */
	const char *const *regions;      /**< in order of preference */
	uint32_t region_count;
	uint32_t must;             /**< attributes, as fm_want */
	const char *load_region;   /**< where a copy is loaded from; NULL: nowhere */
} fm_layout_item;

typedef struct fm_placement {
	size_t struct_size;
	fm_address address;
	uint32_t region;
	uint32_t item;
} fm_placement;

/** The answer: fits, does not fit, or undecided at the node limit. */
typedef struct fm_layout_answer {
	size_t struct_size;
	uint32_t verdict;
	uint32_t conflict_count;
	const uint32_t *conflict;  /**< items of an irreducible set */
	uint64_t over;             /**< bytes that are missing */
	uint64_t nodes;
	uint64_t lower_bound, upper_bound;
} fm_layout_answer;

/** Receives text a piece at a time; every emitter writes through it. A status other than FM_OK stops it and is handed on. */

FM_BEGIN_DECLS
fm_status fm_layout_open(const fm_profile *profile, const fm_memory_provider *provider, fm_layout **out, fm_refusal *why);
fm_layout *fm_layout_ref(fm_layout *layout);
void fm_layout_unref(fm_layout *layout);
fm_status fm_space_reserve_at(fm_space *space, fm_address address, uint64_t size, fm_reservation *reservation, fm_refusal *why); /* a plan made real */
fm_status fm_layout_add(fm_layout *layout, const fm_layout_item *item, uint32_t *index);
fm_status fm_layout_solve(fm_layout *layout, uint64_t nodes, fm_layout_answer *out);
fm_status fm_layout_placement(const fm_layout *layout, uint32_t item, fm_placement *out);
fm_status fm_layout_emit_ld(const fm_layout *layout, fm_write write, void *context);
fm_status fm_layout_emit_header(const fm_layout *layout, fm_write write, void *context);
fm_status fm_layout_emit_json(const fm_layout *layout, fm_write write, void *context);
fm_status fm_layout_emit_svg(const fm_layout *layout, fm_write write, void *context);
fm_status fm_layout_close(fm_layout *layout);
FM_END_DECLS

#endif
