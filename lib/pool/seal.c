/* SPDX-License-Identifier: MIT */
/** @file
 * Sealing: everything that could still cost something later is paid now. */
#include "pool/pool.h"

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

	pool->strategy->measure_use(fm_pool_state(pool), &figures);
	touch_pages((unsigned char *)pool, pool->control_bytes);
	touch_pages(pool->blocks, figures.capacity);
	pool->sealed = 1;
	return FM_OK;
}
