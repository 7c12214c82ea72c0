/* SPDX-License-Identifier: MIT */
/** @file
 * What pools ask of spaces, answered for a world that has none: build-wasm.sh leaves lib/space, lib/pool/region.c and choose.c out, 5.7 KB of the
 * component. The world's pool-options can't name a space, so `space` is NULL in every call here. */
#include "pool/pool.h"
#include "space/reserve.h"

fm_status fm_pool_find_region(const fm_pool_plan *plan, fm_pool_place *place, fm_refusal *refusal)
{
	(void)plan;
	(void)place;
	(void)refusal;
	return FM_E_UNSUPPORTED;
}

fm_status fm_pool_choose(fm_pool_plan *plan, fm_refusal *refusal)
{
	(void)plan;
	(void)refusal;
	return FM_E_UNSUPPORTED;
}

int fm_pool_exceeds_region(const fm_pool *pool, uint64_t bytes)
{
	(void)pool;
	(void)bytes;
	return 0;
}

fm_space *fm_space_ref(fm_space *space)
{
	return space;
}

void fm_space_unref(fm_space *space)
{
	(void)space;
}

void fm_space_take(fm_space *space, fm_reservation *reservation)
{
	(void)space;
	(void)reservation;
}

fm_status fm_space_give_back(fm_space *space, fm_reservation *reservation)
{
	(void)space;
	(void)reservation;
	return FM_E_ARGUMENT;
}
