/* SPDX-License-Identifier: MIT */
/** @file
 * DMA: the engine reaches the region, and the transfer begins, ends and crosses only where the engine and the caches allow it.
 *
 * A line of a write-back cache that is half the engine's and half the program's loses one of them, so transfers to cached memory are whole
 * lines, unless DMA sees the caches. */
#include "validate/rules.h"

/** Writes a reason. Gives 1. */
static int refuse_transfer(fm_validate_reason *reason, uint64_t help, const char *remedy)
{
	reason->help = help;
	reason->remedy = remedy;
	return 1;
}

/** The engine can drive every address of the transfer. */
static int judge_reach(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint64_t limit = what->validator->dma.limit;

	if (!(what->region->access & FM_ACCESS_DMA)) {
		if (what->region->unknown & FM_ACCESS_DMA)
			return refuse_transfer(reason, 0, "no source says that DMA reaches the region: state it in an own list, or allow what is unknown");
		return refuse_transfer(reason, 0, "copy through a region that DMA reaches");
	}
	if (limit == 0 || (what->address < limit && what->size <= limit - what->address))
		return 0;
	reason->at = what->address < limit ? limit : what->address;
	return refuse_transfer(reason, limit, "place the buffer below the engine's last address");
}

/** Begin, length and boundary. */
static int judge_shape(const fm_validate_case *what, fm_validate_reason *reason)
{
	const fm_validate_dma *dma = &what->validator->dma;
	uint64_t room = dma->boundary == 0 ? UINT64_MAX : dma->boundary - (what->address & (dma->boundary - 1));

	if ((what->address & (dma->align - 1)) != 0)
		return refuse_transfer(reason, dma->align, "begin the transfer at a multiple of the engine's alignment");
	if (what->size % dma->granule != 0)
		return refuse_transfer(reason, dma->granule, "make the length a whole number of the engine's units");
	if (what->size <= room)
		return 0;
	reason->at = what->address + room;
	return refuse_transfer(reason, room, "split the transfer at the boundary");
}

/** Whole lines of the cache. */
static int judge_coherence(const fm_validate_case *what, fm_validate_reason *reason)
{
	uint32_t line = what->validator->dma.line;

	if (line == FM_NONE || what->window->cached == FM_FACT_NO)
		return 0;
	if (line == 0) {
		if (what->validator->flags & FM_VALIDATOR_ALLOW_UNKNOWN)
			return 0;
		return refuse_transfer(reason, 0, "the cache's line is not known: state it in options.cache_line, or go through an uncached window");
	}
	if (what->address % line == 0 && what->size % line == 0)
		return 0;
	return refuse_transfer(reason, line, "transfer whole lines of the cache, or go through an uncached window");
}

int fm_validate_dma_transfer(const fm_validate_case *what, fm_validate_reason *reason)
{
	if (!(what->access & FM_ACCESS_DMA))
		return 0;
	return judge_reach(what, reason) || judge_shape(what, reason) || judge_coherence(what, reason);
}
