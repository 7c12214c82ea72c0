/* SPDX-License-Identifier: MIT */
/** @file
 * Sealing: everything that could still cost something later is paid now. */
#include "pool/pool.h"
#include "space/space.h"

/** No system's pages are smaller. */
#define SMALLEST_PAGE 4096

/** Makes the system give the page of each byte: one is read and written back as it was. */
static void touch_pages(volatile unsigned char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i += SMALLEST_PAGE)
		bytes[i] = bytes[i];
	bytes[size - 1] = bytes[size - 1];
}

fm_status fm_pool_seal(fm_pool *pool)
{
	fm_strategy_figures figures;

	if (pool == NULL)
		return FM_E_ARGUMENT;

	fm_pool_part *part = fm_pool_part_of(&pool->state);

	pool->state.strategy->measure_use(&pool->state, &figures);
	touch_pages((unsigned char *)pool, part->control_bytes);
	/* A console has no pages, and memory there that takes no single bytes (video memory of the GBA) would not come back as it was. */
	if (part->space == NULL || part->space->backing != FM_SPACE_REAL)
		touch_pages(part->blocks, figures.capacity);
	part->sealed = 1;
	return FM_OK;
}
