/* SPDX-License-Identifier: MIT */
/** @file
 * Strategies over a good fit: what is not hot. */
#include "strategy/granular.h"

#include "base/align.h"
#include "base/memory.h"

/** Bits of a size. */
#define SIZE_BITS (8 * sizeof(size_t))

FM_STATIC_ASSERT(sizeof(fm_granular) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

fm_status fm_granular_judge(fm_strategy_wish *wish, const char **at_fault)
{
	fm_status status = fm_buffers_judge_wish(wish, at_fault);

	if (wish->alignment < FM_GRANULE_LEAST)
		wish->alignment = FM_GRANULE_LEAST;
	return status;
}

/** Bytes of a bit for each granule. */
static size_t lent_bytes(uint32_t granules)
{
	return ((size_t)granules / 64 + 1) * sizeof(uint64_t);
}

/** Granules that hold `count` bytes; 0 iff they are too many. */
static uint32_t granules_of(const fm_strategy_wish *wish, size_t count)
{
	size_t granules = (count - 1) / wish->alignment + 1;

	return granules <= FM_FIT_GRANULES_MAX && granules <= SIZE_MAX / wish->alignment ? (uint32_t)granules : 0;
}

fm_status fm_granular_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out)
{
	uint32_t granules = count != 0 ? granules_of(wish, count) : 1;
	size_t fit = granules != 0 ? fm_fit_records(granules) : 0, buffers = fm_buffers_wished(wish->max_buffers);

	if (fit == 0 || buffers > (SIZE_MAX - fit - lent_bytes(granules)) / sizeof(fm_buffer_record))
		return FM_E_RANGE;
	out->records = count != 0 ? fit + lent_bytes(granules) + buffers * sizeof(fm_buffer_record) : 0;
	out->blocks = count != 0 ? granules * wish->alignment : 0;
	return FM_OK;
}

void fm_granular_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	fm_granular *heap = (fm_granular *)state;
	uint32_t granules = granules_of(wish, count);
	unsigned char *bytes = (unsigned char *)records;

	heap->base = (uintptr_t)blocks;
	heap->shift = fm_highest_bit(wish->alignment);
	heap->peak = 0;
	fm_fit_start(&heap->fit, bytes, granules);
	bytes += fm_fit_records(granules);
	heap->lent = (uint64_t *)(void *)bytes;
	memset(bytes, 0, lent_bytes(granules));
	fm_buffers_start(&heap->buffers, bytes + lent_bytes(granules), wish->max_buffers);
}

void fm_granular_reset(fm_strategy_state *state)
{
	fm_granular *heap = (fm_granular *)state;

	fm_fit_start(&heap->fit, heap->fit.free - 1, heap->fit.granules);
	state->given = state->taken;
}

static int is_lent(const fm_granular *heap, uint32_t granule)
{
	return (heap->lent[granule / 64] & fm_fit_bit(granule)) != 0;
}

fm_status fm_granular_judge_address(const fm_granular *heap, uint64_t address)
{
	uint64_t offset = address - heap->base;

	if (offset >= fm_granular_capacity(heap))
		return FM_E_FOREIGN;

	uint32_t granule = (uint32_t)(offset >> heap->shift), owner = fm_fit_owner(&heap->fit, granule);

	if (offset != (uint64_t)granule << heap->shift || (owner != FM_FIT_NONE && owner != granule))
		return FM_E_INTERIOR;
	return owner == granule && is_lent(heap, granule) ? FM_E_STALE : FM_E_DOUBLE;
}

fm_status fm_granular_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const fm_granular *heap = (const fm_granular *)state;
	const fm_buffer_record *record = fm_buffers_find(&heap->buffers, token);

	if (record == NULL)
		return fm_buffers_judge(&heap->buffers, token);

	*out = (fm_buffer){ .data = (void *)record->data, .len = record->len, .token = token };
	return FM_OK;
}

/** The largest power of two of granules that is at most `count`; 0 for 0. */
static uint32_t power_within(uint32_t count)
{
	return count != 0 ? UINT32_C(1) << fm_highest_bit(count) : 0;
}

/** Granules of the largest request that is granted now at a multiple of `align` granules. */
static uint32_t largest_now(const fm_granular *heap, fm_granular_form form, uint32_t align)
{
	uint32_t phase = fm_granular_phase(heap);

	if (form == FM_GRANULAR_ANY)
		return fm_fit_largest(&heap->fit, align, phase);

	uint32_t power = power_within(fm_fit_largest(&heap->fit, align, phase));

	/* A block of powers lies at a multiple of its size. */
	while (power > align && fm_fit_largest(&heap->fit, power, phase) < power)
		power /= 2;
	return power;
}

/** Granules of the largest request that the empty heap grants at a multiple of `align` granules. */
static uint32_t largest_empty(const fm_granular *heap, fm_granular_form form, uint32_t align)
{
	uint32_t granules = heap->fit.granules, phase = fm_granular_phase(heap), skip = fm_fit_skip(0, align, phase);

	if (form == FM_GRANULAR_ANY)
		return skip < granules ? granules - skip : 0;

	for (uint32_t power = power_within(granules); power >= 1; power /= 2) {
		skip = fm_fit_skip(0, power > align ? power : align, phase);
		if (skip < granules && granules - skip >= power)
			return power;
	}
	return 0;
}

/** Bytes that hold `size` at a multiple of `align`, wherever they begin; 0 iff that exceeds SIZE_MAX. */
static size_t enough_for(const fm_granular *heap, fm_granular_form form, size_t size, size_t align)
{
	size_t granule = (size_t)1 << heap->shift, bytes = (size + (granule - 1)) & ~(granule - 1);

	if (form == FM_GRANULAR_POWERS)
		bytes = (size_t)fm_power_above(size > granule ? size : granule, SIZE_MAX / 2 + 1);
	if (form == FM_GRANULAR_POWERS && align < bytes)
		align = bytes;
	return bytes < size || align - granule > SIZE_MAX - bytes ? 0 : bytes + (align > granule ? align - granule : 0);
}

static void explain_too_much(const fm_granular *heap, fm_granular_form form, size_t size, size_t align, size_t empty, fm_refusal *what)
{
	size_t enough = enough_for(heap, form, size, align);

	what->status = FM_E_TOO_LARGE;
	what->help = enough != 0 ? FM_HELP_ENLARGE : empty != 0 ? FM_HELP_ASK_LESS : FM_HELP_OTHER;
	what->help_bytes = enough != 0 ? enough : empty;
}

/** Sets status and help of an alignment that no request can have. */
static void explain_alignment(const fm_granular *heap, size_t align, fm_refusal *what)
{
	size_t most = heap->shift + 31 < SIZE_BITS ? (size_t)1 << (heap->shift + 31) : SIZE_MAX / 2 + 1;

	what->status = FM_E_ALIGNMENT;
	what->help = FM_HELP_ALIGN;
	what->help_bytes = fm_power_above(align, most);
}

/** Sets status and help of a well-formed request. */
static void explain_fit(const fm_granular *heap, fm_granular_form form, fm_strategy_kind kind, size_t size, uint32_t granules, fm_refusal *what)
{
	size_t empty = (size_t)largest_empty(heap, form, granules) << heap->shift;
	int no_record = kind == FM_STRATEGY_BUFFER && !fm_buffers_have_room(&heap->buffers);

	what->largest = no_record ? 0 : (size_t)largest_now(heap, form, granules) << heap->shift;
	if (no_record && heap->buffers.room == 0) {
		what->status = FM_E_UNSUPPORTED;
		what->help = FM_HELP_BUFFERS;
	} else if (size > empty) {
		explain_too_much(heap, form, size, (size_t)what->align, empty, what);
	} else if (no_record) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_BUFFERS;
	} else if (size > what->largest) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_RELEASE;
		what->help_bytes = ((size_t)fm_granular_count(heap, form, size) << heap->shift) - what->largest;
	}
}

void fm_granular_explain(const fm_granular *heap, fm_granular_form form, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	uint32_t granules = fm_granular_align(heap, align);

	what->status = fm_strategy_judge_request(size, align);
	what->asked = size;
	what->align = align == 0 ? (size_t)1 << heap->shift : align;
	what->capacity = fm_granular_capacity(heap);
	what->available = what->capacity - ((size_t)heap->fit.used << heap->shift);
	if (what->status != FM_E_ARGUMENT && granules == 0)
		explain_alignment(heap, align, what);
	else if (what->status == FM_OK)
		explain_fit(heap, form, kind, size, granules, what);
}

void fm_granular_measure_use(const fm_granular *heap, fm_granular_form form, fm_strategy_figures *out)
{
	out->capacity = fm_granular_capacity(heap);
	out->used = (size_t)heap->fit.used << heap->shift;
	out->peak = (size_t)heap->peak << heap->shift;
	out->largest = (size_t)largest_now(heap, form, 1) << heap->shift;
}

/** The raw block that is out and begins at the address; FM_FIT_NONE iff none does. */
static uint32_t raw_block_at(const fm_granular *heap, uint64_t address)
{
	size_t granule = (uintptr_t)address == address ? fm_granular_at(heap, (uintptr_t)address) : SIZE_MAX;
	int inside = granule < heap->fit.granules && !is_lent(heap, (uint32_t)granule);

	return inside && fm_fit_length(&heap->fit, (uint32_t)granule) != 0 ? (uint32_t)granule : FM_FIT_NONE;
}

/** The granules that a block at `granule` may have of `room`: as a power of two, one that its address is a multiple of. */
static uint32_t room_of(const fm_granular *heap, fm_granular_form form, uint32_t granule, uint32_t room)
{
	uint32_t place = granule + fm_granular_phase(heap), multiple = place & (0u - place);

	if (form == FM_GRANULAR_ANY)
		return room;
	return power_within(multiple != 0 && multiple < room ? multiple : room);
}

fm_status fm_granular_resize(fm_granular *heap, fm_granular_form form, uint64_t block, size_t size, size_t *at_most)
{
	uint32_t granule = raw_block_at(heap, block);

	*at_most = 0;
	if (granule == FM_FIT_NONE)
		return fm_granular_judge_address(heap, block);

	*at_most = (size_t)room_of(heap, form, granule, fm_fit_room(&heap->fit, granule)) << heap->shift;
	if (size > (size_t)room_of(heap, form, granule, heap->fit.granules - granule) << heap->shift)
		return FM_E_TOO_LARGE;
	if (size > *at_most)
		return FM_E_EXHAUSTED;
	fm_fit_resize(&heap->fit, granule, fm_granular_count(heap, form, size));
	if (heap->fit.used > heap->peak)
		heap->peak = heap->fit.used;
	return FM_OK;
}

/** The token of the buffer at `granule`; 0 iff none of the records has it. O(buffers). */
static uint64_t token_at(const fm_granular *heap, uint32_t granule, size_t room)
{
	uintptr_t address = fm_granular_address(heap, granule);

	for (uint32_t i = 0; i < heap->buffers.fresh; i++) {
		const fm_buffer_record *record = &heap->buffers.records[i];

		if ((record->generation & 1) != 0 && record->data == address && record->len <= room)
			return fm_token_make(record->generation, i);
	}
	return 0;
}

/** The block of a piece. */
static fm_block block_of(const fm_granular *heap, uint32_t granule, uint32_t count)
{
	fm_block block = { fm_granular_address(heap, granule), (size_t)count << heap->shift, 0 };

	if (is_lent(heap, granule))
		block.token = token_at(heap, granule, (size_t)block.size);
	return block;
}

fm_status fm_granular_block(const fm_strategy_state *state, uint64_t address, fm_block *out)
{
	const fm_granular *heap = (const fm_granular *)state;
	uint64_t offset = address - heap->base;

	if (offset >= fm_granular_capacity(heap))
		return FM_E_FOREIGN;

	uint32_t owner = fm_fit_owner(&heap->fit, (uint32_t)(offset >> heap->shift));

	if (owner == FM_FIT_NONE)
		return FM_E_NOT_FOUND;
	*out = block_of(heap, owner, fm_fit_length(&heap->fit, owner));
	return FM_OK;
}

fm_status fm_granular_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	const fm_granular *heap = (const fm_granular *)state;
	fm_fit_piece piece = { 0 };
	fm_status status = FM_OK;

	while (status == FM_OK && fm_fit_next(&heap->fit, &piece)) {
		fm_block block = block_of(heap, piece.granule, piece.count);

		if (piece.is_block)
			status = visit(context, &block);
	}
	return status;
}

/** O(pieces + blocks out as buffers * buffers). */
fm_status fm_granular_check(const fm_strategy_state *state)
{
	const fm_granular *heap = (const fm_granular *)state;
	fm_fit_piece piece = { 0 };
	uint64_t raw = 0, lent = 0;

	if (!fm_fit_is_valid(&heap->fit) || heap->peak < heap->fit.used || heap->peak > heap->fit.granules)
		return FM_E_DAMAGED;
	while (fm_fit_next(&heap->fit, &piece)) {
		int is_buffer = is_lent(heap, piece.granule);

		if (is_buffer && (!piece.is_block || token_at(heap, piece.granule, (size_t)piece.count << heap->shift) == 0))
			return FM_E_DAMAGED;
		lent += (uint64_t)is_buffer;
		raw += (uint64_t)(piece.is_block && !is_buffer);
	}
	if (raw != fm_strategy_raw(state) || lent != fm_strategy_lent(state))
		return FM_E_DAMAGED;
	return fm_buffers_check(&heap->buffers, lent, heap->base, heap->base + fm_granular_capacity(heap));
}

void fm_granular_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	const fm_granular *heap = (const fm_granular *)state;
	fm_fit_piece piece = { 0 };
	uint32_t largest = 0;

	out->holes = 0;
	while (fm_fit_next(&heap->fit, &piece)) {
		out->holes += (size_t)!piece.is_block;
		largest = !piece.is_block && piece.count > largest ? piece.count : largest;
	}
	out->largest = (size_t)largest << heap->shift;
}
