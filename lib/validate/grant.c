/* SPDX-License-Identifier: MIT */
/** @file
 * What each row allows at once: only what no rule can object to wherever in the row the access lies. */
#include "validate/rules.h"

static int is_on(const fm_validator *validator, uint32_t rule)
{
	return (validator->rules & FM_RULE_BIT(rule)) != 0;
}

/** True iff some bytes of the window may be spoken for, apart from those that have rows of their own. */
static int has_hidden_areas(const fm_validator *validator, const fm_validate_window *window)
{
	for (uint32_t i = 0; i < validator->area_count; i++) {
		const fm_validate_area *area = &validator->areas[i];

		if (area->store == validator->regions[window->region].store && (area->region != window->region || window->mirror != FM_NONE))
			return 1;
	}
	return 0;
}

/** True iff accesses to the window must be judged exactly: it has seams, missing bytes, or bytes that are spoken for, or begins otherwise aligned than
 *  on the platform. */
static int is_special(const fm_validator *validator, const fm_validate_window *window)
{
	const fm_validate_region *region = &validator->regions[window->region];

	if (window->period != 0 || window->inverted != 0 || (window->shift & FM_VALIDATE_NATURAL) != 0 || (is_on(validator, FM_RULE_LANE) && region->lane_stride > 1))
		return 1;
	return is_on(validator, FM_RULE_RESERVED) && (window->is_area || region->is_reserved || has_hidden_areas(validator, window));
}

/** True iff no rule objects to any transfer that lies inside. */
static int is_any_transfer_fine(const fm_validator *validator, const fm_validate_region *region, const fm_validate_window *window)
{
	const fm_validate_dma *dma = &validator->dma;

	/* A row aligns what the CPU does; where that is less than a transfer must be, transfers are judged exactly. */
	if (is_on(validator, FM_RULE_ALIGNMENT) && validator->natural != FM_VALIDATE_NATURAL)
		return 0;
	if (!is_on(validator, FM_RULE_DMA))
		return 1;
	if (!(region->access & FM_ACCESS_DMA) || (dma->line != FM_NONE && window->cached != FM_FACT_NO))
		return 0;
	return validator->profile == NULL && dma->limit == 0 && dma->boundary == 0 && dma->align == 1 && dma->granule == 1;
}

/** Widths that are legal for loads and, where stores are granted, for stores. */
static uint32_t common_widths(const fm_validate_region *region)
{
	uint32_t loads = region->read_widths == 0 ? 0xF : region->read_widths;
	uint32_t stores = region->write_widths == 0 || !(region->access & FM_ACCESS_WRITE) ? 0xF : region->write_widths;

	return (loads & stores) << 4;
}

/** Bits of an access that the window certainly allows. */
static uint32_t allowed(const fm_validator *validator, const fm_validate_window *window)
{
	const fm_validate_region *region = &validator->regions[window->region];
	uint32_t rights = is_on(validator, FM_RULE_PERMISSION) ? region->access : FM_VALIDATE_RIGHTS;
	uint32_t widths = is_on(validator, FM_RULE_WIDTH) ? common_widths(region) : FM_VALIDATE_WIDTHS;

	rights &= ~FM_ACCESS_DMA;
	if (is_any_transfer_fine(validator, region, window))
		rights |= FM_ACCESS_DMA;
	if (is_on(validator, FM_RULE_WX) && (rights & FM_ACCESS_WRITE))
		rights &= ~FM_ACCESS_EXECUTE;
	return rights | widths;
}

void fm_validate_grant(const fm_validator *validator, fm_validate_row *rows)
{
	for (uint32_t i = 1; i <= validator->row_count; i++) {
		const fm_validate_window *window = &validator->windows[rows[i].window];

		rows[i].refused = (uint32_t)~allowed(validator, window) | (is_special(validator, window) ? FM_VALIDATE_EXACT : 0);
		rows[i].fixed = is_on(validator, FM_RULE_ALIGNMENT) ? validator->regions[window->region].align - 1 : 0;
	}
}
