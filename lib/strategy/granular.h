/* SPDX-License-Identifier: MIT */
/** @file
 * Strategies over a good fit: bytes in granules, a bit for each block that is out as a buffer, a table of buffers. Here is what is hot, once
 * for sizes in granules and once for powers of two; granular.c has the rest.
 *
 * A granule is 32 bytes, or the alignment of the wish where that is more: so an alignment up to it costs no search. */
#ifndef FLIGHTMEM_STRATEGY_GRANULAR_H
#define FLIGHTMEM_STRATEGY_GRANULAR_H

#include "strategy/buffers.h"
#include "strategy/fit_line.h"
#include "strategy/strategy.h"

/** Bytes of the smallest granule. */
#define FM_GRANULE_LEAST 32

typedef struct fm_granular {
	fm_strategy_state common;
	fm_fit fit;
	uintptr_t base;  /**< of the first granule, a multiple of a granule */
	uint64_t *lent;  /**< a bit for each granule that begins a block which is out as a buffer */
	fm_buffers buffers;
	uint32_t shift;  /**< log2 of a granule's bytes */
	uint32_t peak;   /**< the most granules that were out */
} fm_granular;

/** Whether blocks are powers of two, at multiples of their size. */
typedef enum fm_granular_form { FM_GRANULAR_ANY, FM_GRANULAR_POWERS } fm_granular_form;

fm_status fm_granular_judge(fm_strategy_wish *wish, const char **at_fault);
fm_status fm_granular_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out);
void fm_granular_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks);
fm_status fm_granular_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out);
void fm_granular_reset(fm_strategy_state *state);
fm_status fm_granular_check(const fm_strategy_state *state);
void fm_granular_survey(const fm_strategy_state *state, fm_strategy_survey *out);
fm_status fm_granular_block(const fm_strategy_state *state, uint64_t address, fm_block *out);
fm_status fm_granular_walk(const fm_strategy_state *state, fm_block_visit visit, void *context);

/** The parts of explain(), measure_use() and resize() that know the form. */
void fm_granular_explain(const fm_granular *heap, fm_granular_form form, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what);
void fm_granular_measure_use(const fm_granular *heap, fm_granular_form form, fm_strategy_figures *out);
fm_status fm_granular_resize(fm_granular *heap, fm_granular_form form, uint64_t block, size_t size, size_t *at_most);

/** Why no raw block that is out begins at the address. */
fm_status fm_granular_judge_address(const fm_granular *heap, uint64_t address);

/** Bytes of blocks. */
static inline size_t fm_granular_capacity(const fm_granular *heap)
{
	return (size_t)heap->fit.granules << heap->shift;
}

/** Granules of a block of `size` bytes, 1 to the capacity; powers of two may be more than there are. */
static inline uint32_t fm_granular_count(const fm_granular *heap, fm_granular_form form, size_t size)
{
	size_t less = (size - 1) >> heap->shift;

	if (form == FM_GRANULAR_ANY || less == 0)
		return (uint32_t)less + 1;
	return less >> 31 == 0 ? 2u << fm_highest_bit(less) : UINT32_MAX;
}

/** The granule that begins at the address: a number below `fit.granules` iff one does, for any address at all. */
static inline size_t fm_granular_at(const fm_granular *heap, uintptr_t address)
{
	size_t offset = address - heap->base;

	return offset >> heap->shift | offset << (8 * sizeof offset - heap->shift);
}

static inline uintptr_t fm_granular_address(const fm_granular *heap, uint32_t granule)
{
	return heap->base + ((uintptr_t)granule << heap->shift);
}

/** Granules, as fm_fit_take_aligned() has it, that a multiple of `align` bytes is a multiple of; 0 iff `align` is none that it can have. */
static inline uint32_t fm_granular_align(const fm_granular *heap, size_t align)
{
	size_t granules = align >> heap->shift;

	if ((align & (align - 1)) != 0 || granules > UINT32_C(1) << 31)
		return 0;
	return granules == 0 ? 1 : (uint32_t)granules;
}

/** How far granule 0 lies behind one of an address that is a multiple of all alignments. */
static inline uint32_t fm_granular_phase(const fm_granular *heap)
{
	return (uint32_t)(heap->base >> heap->shift);
}

/** Takes what was asked for; FM_FIT_NONE iff there is none, or the request is wrong. */
static FM_ALWAYS_INLINE uint32_t fm_granular_place(fm_granular *heap, fm_granular_form form, size_t size, size_t align)
{
	uint32_t granule;

	if (FM_UNLIKELY(size - 1 >= fm_granular_capacity(heap)))
		return FM_FIT_NONE;

	uint32_t count = fm_granular_count(heap, form, size);

	if (form == FM_GRANULAR_ANY && FM_LIKELY(align <= 1u << heap->shift && (align & (align - 1)) == 0)) {
		granule = fm_fit_take(&heap->fit, count);
	} else {
		uint32_t granules = fm_granular_align(heap, align);

		if (form == FM_GRANULAR_POWERS && granules != 0 && granules < count)
			granules = count;
		if (FM_UNLIKELY(granules == 0 || count > heap->fit.granules))
			return FM_FIT_NONE;
		granule = fm_fit_take_aligned(&heap->fit, count, granules, fm_granular_phase(heap));
	}
	if (heap->fit.used > heap->peak)
		heap->peak = heap->fit.used;
	return granule;
}

static FM_ALWAYS_INLINE void *fm_granular_take(fm_strategy_state *state, fm_granular_form form, size_t size, size_t align)
{
	fm_granular *heap = (fm_granular *)state;
	uint32_t granule = fm_granular_place(heap, form, size, align);

	if (FM_UNLIKELY(granule == FM_FIT_NONE)) {
		fm_strategy_refuse(state, FM_STRATEGY_BLOCK, size, align, NULL);
		return NULL;
	}
	state->taken++;
	return (void *)fm_granular_address(heap, granule);
}

static FM_ALWAYS_INLINE fm_status fm_granular_lend(fm_strategy_state *state, fm_granular_form form, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	fm_granular *heap = (fm_granular *)state;
	uint32_t granule = fm_buffers_open(&heap->buffers) ? fm_granular_place(heap, form, size, align) : FM_FIT_NONE;

	if (FM_UNLIKELY(granule == FM_FIT_NONE))
		return fm_strategy_refuse(state, FM_STRATEGY_BUFFER, size, align, why);

	heap->lent[granule / 64] |= fm_fit_bit(granule);
	fm_buffers_add(&heap->buffers, fm_granular_address(heap, granule), size, 0, out);
	state->lent++;
	return FM_OK;
}

static FM_ALWAYS_INLINE fm_status fm_granular_give(fm_strategy_state *state, uintptr_t block)
{
	fm_granular *heap = (fm_granular *)state;
	size_t granule = fm_granular_at(heap, block);

	if (FM_UNLIKELY(granule >= heap->fit.granules || (heap->lent[granule / 64] & fm_fit_bit((uint32_t)granule)) != 0 ||
	                fm_fit_give(&heap->fit, (uint32_t)granule) == 0))
		return fm_granular_judge_address(heap, block);
	state->given++;
	return FM_OK;
}

static FM_ALWAYS_INLINE fm_status fm_granular_take_back(fm_strategy_state *state, uint64_t token)
{
	fm_granular *heap = (fm_granular *)state;
	fm_buffer_record *record = fm_buffers_find(&heap->buffers, token);

	if (FM_UNLIKELY(record == NULL))
		return fm_buffers_judge(&heap->buffers, token);

	uint32_t granule = (uint32_t)fm_granular_at(heap, record->data);

	heap->lent[granule / 64] &= ~fm_fit_bit(granule);
	fm_fit_give(&heap->fit, granule);
	fm_buffers_remove(&heap->buffers, record, token);
	state->returned++;
	return FM_OK;
}

#endif
