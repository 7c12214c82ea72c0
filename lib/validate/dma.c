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

/** Some engine reaches the region. */
static int judge_grant(const fm_validate_case *what, fm_validate_reason *reason)
{
	if (what->region->access & FM_ACCESS_DMA)
		return 0;
	if (what->region->unknown & FM_ACCESS_DMA)
		return refuse_transfer(reason, 0, "no source says that DMA reaches the region: state it in an own list, or allow what is unknown");
	return refuse_transfer(reason, 0, "copy through a region that DMA reaches");
}

/** The engine can address every byte: where the region's own window shows it, for its registers know no others. */
static int judge_reach(const fm_validate_case *what, uint64_t limit, fm_validate_reason *reason)
{
	uint64_t own = what->region->base + (what->byte - what->region->begin);

	if (limit == 0 || (own < limit && what->size <= limit - own))
		return 0;
	reason->at = own < limit ? what->address + (limit - own) : what->address;
	return refuse_transfer(reason, limit, "place the buffer below the engine's last address");
}

/** Reach, begin, length and boundary, as far as they are stated: 0 is no limit. */
static int judge_shape(const fm_validate_case *what, const fm_validate_dma *dma, fm_validate_reason *reason)
{
	uint64_t room = dma->boundary == 0 ? UINT64_MAX : dma->boundary - (what->guest & (dma->boundary - 1));

	if (judge_reach(what, dma->limit, reason))
		return 1;
	if (dma->align != 0 && (what->guest & (dma->align - 1)) != 0)
		return refuse_transfer(reason, dma->align, "begin the transfer at a multiple of the engine's alignment");
	if (dma->granule != 0 && what->size % dma->granule != 0)
		return refuse_transfer(reason, dma->granule, "make the length a whole number of the engine's units");
	if (what->size <= room)
		return 0;
	reason->at = what->address + room;
	return refuse_transfer(reason, room, "split the transfer at the boundary");
}

/** What an engine of the profile says that the options do not. */
static fm_validate_dma unstated(const fm_validate_dma *stated, const fm_engine *engine)
{
	return (fm_validate_dma){
		.limit = stated->limit != 0 ? 0 : engine->limit,
		.boundary = stated->boundary != 0 ? 0 : engine->boundary,
		.align = stated->align != 0 ? 0 : engine->align,
		.granule = stated->granule != 0 ? 0 : engine->granule,
	};
}

/** The transfer suits the options and each engine that they mean. */
static int judge_engines(const fm_validate_case *what, fm_validate_reason *reason)
{
	const fm_validate_dma *stated = &what->validator->dma;
	uint32_t align = stated->align, granule = stated->granule;
	fm_engine engine = FM_STRUCT(fm_engine);

	if (judge_shape(what, stated, reason))
		return 1;
	for (uint32_t i = 0; fm_profile_engine(what->validator->profile, i, &engine) == FM_OK; i++) {
		fm_validate_dma wants = unstated(stated, &engine);

		if ((stated->engine != 0 && stated->engine - 1 != i) || (engine.space != FM_NONE && engine.space != what->region->space))
			continue;
		if (judge_shape(what, &wants, reason))
			return 1;
		align |= wants.align;
		granule |= wants.granule;
	}
	if ((align != 0 && granule != 0) || (what->validator->flags & FM_VALIDATOR_ALLOW_UNKNOWN))
		return 0;
	return refuse_transfer(reason, 0, "no source says what transfers the engine takes: state options.dma_align and options.dma_granule");
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
	if (what->guest % line == 0 && what->size % line == 0)
		return 0;
	return refuse_transfer(reason, line, "transfer whole lines of the cache, or go through an uncached window");
}

int fm_validate_dma_transfer(const fm_validate_case *what, fm_validate_reason *reason)
{
	if (!(what->access & FM_ACCESS_DMA))
		return 0;
	return judge_grant(what, reason) || judge_engines(what, reason) || judge_coherence(what, reason);
}
