/* SPDX-License-Identifier: MIT */
/** @file
 * Slots: blocks of one size. Eight bytes of record a slot lie apart from the blocks and are free list and state at once.
 *
 *     record of a slot      generation   next
 *     never used            -            -            index >= fresh
 *     free                  even         next free slot, or FM_TOKEN_END
 *     out as a raw block    even         OUT_RAW
 *     out as a buffer       odd          its length, at most LENGTH_MAX
 *
 * A never used slot is opened only when no used one is free. So `fresh` is also the most that were out at once, and starting is O(1).
 *
 * O(1), but reset: O(slots ever used). 8 bytes a slot. Alignment as wished, which is each slot's stride. Does not grow. Detects foreign,
 * interior and double frees, stale and foreign tokens. */
#include "base/align.h"
#include "strategy/strategy.h"
#include "strategy/token.h"

#define OUT_RAW (UINT32_MAX - 1)
#define LENGTH_MAX (UINT32_MAX - 3)
#define SLOTS_MAX (UINT32_MAX - 3)

/** Bits of a size. */
#define SIZE_BITS (8 * (unsigned)sizeof(size_t))

typedef struct slot_record {
	uint32_t generation;
	uint32_t next;
} slot_record;

/** The state. Invariant: every slot below `fresh` is on the list from `head` iff it is free; records at and above `fresh` are not read. */
typedef struct slots_state {
	fm_strategy_state common;
	uintptr_t base;
	slot_record *records;
	size_t stride;     /**< bytes from a slot to the next: odd << shift */
	size_t inverse;    /**< odd * inverse == 1 modulo 2^SIZE_BITS */
	size_t block_size; /**< the largest request */
	uint32_t shift;
	uint32_t head;
	uint32_t fresh;
	uint32_t count;
} slots_state;

FM_STATIC_ASSERT(sizeof(slots_state) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

static FM_COLD fm_status slots_judge(fm_strategy_wish *wish, const char **at_fault)
{
	int no_size = wish->block_size == 0 || wish->block_size > LENGTH_MAX;

	*at_fault = no_size ? "options.block_size" : "options.max_buffers";
	return no_size || wish->max_buffers != 0 ? FM_E_ARGUMENT : FM_OK;
}

/** The block size rounded up to the alignment; 0 iff that exceeds SIZE_MAX. */
static size_t stride_of(const fm_strategy_wish *wish)
{
	return (wish->block_size + (wish->alignment - 1)) & ~(wish->alignment - 1);
}

static FM_COLD fm_status slots_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out)
{
	size_t stride = stride_of(wish);

	if (stride < wish->block_size || count > SLOTS_MAX || count > SIZE_MAX / sizeof(slot_record) || count > SIZE_MAX / stride)
		return FM_E_RANGE;
	out->records = count * sizeof(slot_record);
	out->blocks = count * stride;
	return FM_OK;
}

/** Sets stride, shift and inverse. Newton's step doubles the bits that are right; odd numbers are their own inverses in the lowest three. */
static FM_COLD void set_stride(slots_state *slots, size_t stride)
{
	size_t odd = stride;

	slots->stride = stride;
	slots->shift = 0;
	while ((odd & 1) == 0) {
		odd >>= 1;
		slots->shift++;
	}
	slots->inverse = odd;
	for (unsigned right = 3; right < SIZE_BITS; right *= 2)
		slots->inverse *= 2 - odd * slots->inverse;
}

static FM_COLD void slots_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	slots_state *slots = (slots_state *)state;

	slots->base = (uintptr_t)blocks;
	slots->records = (slot_record *)records;
	slots->block_size = wish->block_size;
	slots->head = FM_TOKEN_END;
	slots->fresh = 0;
	slots->count = (uint32_t)count;
	set_stride(slots, stride_of(wish));
}

/**
 * The slot that begins at `address`: a number below `count` iff one does, for any address at all. Multiplying by the inverse and
 * rotating are one-to-one on words and take i * stride to i; so every other offset goes to a number that no slot has.
 */
static inline size_t slot_at(const slots_state *slots, uintptr_t address)
{
	size_t product = (size_t)(address - slots->base) * slots->inverse;

	return product >> slots->shift | product << ((SIZE_BITS - slots->shift) & (SIZE_BITS - 1));
}

static inline void *slot_address(const slots_state *slots, uint32_t index)
{
	return (void *)(slots->base + index * slots->stride);
}

/** Puts a never used slot on the empty list of free ones. False iff a free one is there or none is left. */
static int open_slot(slots_state *slots)
{
	if (slots->head != FM_TOKEN_END || slots->fresh == slots->count)
		return 0;

	slots->records[slots->fresh] = (slot_record){ fm_token_first(slots), FM_TOKEN_END };
	slots->head = slots->fresh;
	slots->fresh++;
	return 1;
}

/** True iff a slot may serve the request: 0 is no size, and wraps above every other. */
static inline int size_fits(const slots_state *slots, size_t size)
{
	return size - 1 < slots->block_size;
}

/** True iff a slot is aligned as asked: 0, the usual one, asks for what the wish says. */
static inline int align_fits(const slots_state *slots, size_t align)
{
	return align == 0 || (align <= slots->common.alignment && (align & (align - 1)) == 0);
}

static void *slots_take(fm_strategy_state *state, size_t size);
static fm_status slots_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why);

static FM_COLD void *take_slot_slowly(fm_strategy_state *state, size_t size)
{
	slots_state *slots = (slots_state *)state;

	if (size_fits(slots, size) && open_slot(slots))
		return slots_take(state, size);
	fm_strategy_refuse(state, FM_STRATEGY_BLOCK, size, 0, NULL);
	return NULL;
}

static void *slots_take(fm_strategy_state *state, size_t size)
{
	slots_state *slots = (slots_state *)state;
	uint32_t index = slots->head;

	if (FM_UNLIKELY(index == FM_TOKEN_END || !size_fits(slots, size)))
		return take_slot_slowly(state, size);

	slots->head = slots->records[index].next;
	slots->records[index].next = OUT_RAW;
	state->taken++;
	return slot_address(slots, index);
}

static void *slots_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	slots_state *slots = (slots_state *)state;

	if (FM_LIKELY(align_fits(slots, align)))
		return slots_take(state, size);
	fm_strategy_refuse(state, FM_STRATEGY_BLOCK, size, align, NULL);
	return NULL;
}

/** Why the address is not that of a raw block that is out. */
static FM_COLD fm_status judge_slot(const slots_state *slots, uintptr_t address)
{
	size_t index = slot_at(slots, address);

	if (index < slots->fresh)
		return (slots->records[index].generation & 1) != 0 ? FM_E_STALE : FM_E_DOUBLE;
	if (index < slots->count)
		return FM_E_DOUBLE;
	return address - slots->base < slots->count * slots->stride ? FM_E_INTERIOR : FM_E_FOREIGN;
}

static fm_status slots_give(fm_strategy_state *state, uintptr_t block)
{
	slots_state *slots = (slots_state *)state;
	size_t index = slot_at(slots, block);

	if (FM_UNLIKELY(index >= slots->fresh || slots->records[index].next != OUT_RAW))
		return judge_slot(slots, block);

	slots->records[index].next = slots->head;
	slots->head = (uint32_t)index;
	state->given++;
	return FM_OK;
}

static FM_COLD fm_status lend_slot_slowly(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	slots_state *slots = (slots_state *)state;

	if (size_fits(slots, size) && align_fits(slots, align) && open_slot(slots))
		return slots_lend(state, size, align, out, why);
	return fm_strategy_refuse(state, FM_STRATEGY_BUFFER, size, align, why);
}

static fm_status slots_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	slots_state *slots = (slots_state *)state;
	uint32_t index = slots->head;

	if (FM_UNLIKELY(index == FM_TOKEN_END || !size_fits(slots, size) || !align_fits(slots, align)))
		return lend_slot_slowly(state, size, align, out, why);

	slot_record *record = &slots->records[index];

	slots->head = record->next;
	record->next = (uint32_t)size;
	record->generation++;
	state->lent++;
	out->data = slot_address(slots, index);
	out->len = size;
	out->token = fm_token_make(record->generation, index);
	return FM_OK;
}

/** Why the token names no buffer that is out. */
static FM_COLD fm_status judge_slot_token(const slots_state *slots, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	return index < slots->fresh ? fm_token_judge(token, fm_token_first(slots), slots->records[index].generation) : FM_E_FOREIGN;
}

static fm_status slots_take_back(fm_strategy_state *state, uint64_t token)
{
	slots_state *slots = (slots_state *)state;
	uint32_t index = fm_token_index(token);

	if (FM_UNLIKELY(index >= slots->fresh || !fm_token_is_live(token, slots->records[index].generation)))
		return judge_slot_token(slots, token);

	slots->records[index].generation++;
	slots->records[index].next = slots->head;
	slots->head = index;
	state->returned++;
	return FM_OK;
}

static FM_COLD fm_status slots_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const slots_state *slots = (const slots_state *)state;
	uint32_t index = fm_token_index(token);

	if (index >= slots->fresh || !fm_token_is_live(token, slots->records[index].generation))
		return judge_slot_token(slots, token);

	*out = (fm_buffer){ .data = slot_address(slots, index), .len = slots->records[index].next, .token = token };
	return FM_OK;
}

/** All used slots become free, the lowest first. */
static FM_COLD void slots_reset(fm_strategy_state *state)
{
	slots_state *slots = (slots_state *)state;

	slots->head = FM_TOKEN_END;
	for (uint32_t i = slots->fresh; i > 0; i--) {
		slots->records[i - 1].next = slots->head;
		slots->head = i - 1;
	}
	state->given = state->taken;
}

static FM_COLD fm_status slots_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most)
{
	const slots_state *slots = (const slots_state *)state;
	size_t index = block > UINTPTR_MAX ? SIZE_MAX : slot_at(slots, (uintptr_t)block);

	if (index >= slots->fresh || slots->records[index].next != OUT_RAW)
		return block > UINTPTR_MAX ? FM_E_FOREIGN : judge_slot(slots, (uintptr_t)block);
	*at_most = slots->block_size;
	return size <= slots->block_size ? FM_OK : FM_E_TOO_LARGE;
}

/** Tells a slot's block; false iff it is free. */
static FM_COLD int read_slot(const slots_state *slots, uint32_t index, fm_block *out)
{
	const slot_record *record = &slots->records[index];
	int lent = (record->generation & 1) != 0;

	if (!lent && record->next != OUT_RAW)
		return 0;
	out->address = (uintptr_t)slot_address(slots, index);
	out->size = slots->block_size;
	out->token = lent ? fm_token_make(record->generation, index) : 0;
	return 1;
}

static FM_COLD fm_status slots_block(const fm_strategy_state *state, uint64_t address, fm_block *out)
{
	const slots_state *slots = (const slots_state *)state;
	uint64_t offset = address - slots->base;

	if (offset >= slots->count * slots->stride)
		return FM_E_FOREIGN;

	uint32_t index = (uint32_t)(offset / slots->stride);

	return offset % slots->stride < slots->block_size && index < slots->fresh && read_slot(slots, index, out) ? FM_OK : FM_E_NOT_FOUND;
}

static FM_COLD fm_status slots_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	const slots_state *slots = (const slots_state *)state;
	fm_status status = FM_OK;
	fm_block block;

	for (uint32_t i = 0; i < slots->fresh && status == FM_OK; i++)
		if (read_slot(slots, i, &block))
			status = visit(context, &block);
	return status;
}

/** Slots on the list of free ones; above `fresh` iff it leads to one that is not. */
static FM_COLD uint64_t count_free_slots(const slots_state *slots)
{
	uint64_t count = 0;
	fm_block block;

	for (uint32_t i = slots->head; i != FM_TOKEN_END; i = slots->records[i].next) {
		if (i >= slots->fresh || read_slot(slots, i, &block) || count == slots->fresh)
			return UINT64_MAX;
		count++;
	}
	return count;
}

/** The list reaches exactly the slots that are free: as many as are not out, none of them out, none twice. */
static FM_COLD fm_status slots_check(const fm_strategy_state *state)
{
	const slots_state *slots = (const slots_state *)state;
	uint64_t raw = 0, lent = 0;
	fm_block block;

	if (slots->fresh > slots->count)
		return FM_E_DAMAGED;
	for (uint32_t i = 0; i < slots->fresh; i++) {
		if (!read_slot(slots, i, &block))
			continue;
		if (block.token != 0 && slots->records[i].next - 1 >= slots->block_size)
			return FM_E_DAMAGED;
		lent += block.token != 0;
		raw += block.token == 0;
	}
	if (raw != fm_strategy_raw(state) || lent != fm_strategy_lent(state))
		return FM_E_DAMAGED;
	return count_free_slots(slots) == slots->fresh - raw - lent ? FM_OK : FM_E_DAMAGED;
}

/** Slots that are free side by side are one hole; those never used are free. */
static FM_COLD void slots_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	const slots_state *slots = (const slots_state *)state;
	size_t run = slots->count - slots->fresh;
	fm_block block;

	out->holes = run != 0;
	out->largest = run;
	for (uint32_t i = slots->fresh; i > 0; i--) {
		if (read_slot(slots, i - 1, &block)) {
			run = 0;
			continue;
		}
		out->holes += run == 0;
		run++;
		if (run > out->largest)
			out->largest = run;
	}
	out->largest *= slots->stride;
}

static FM_COLD void slots_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	const slots_state *slots = (const slots_state *)state;

	out->capacity = slots->count * slots->stride;
	out->used = (size_t)fm_strategy_out(state) * slots->stride;
	out->peak = slots->fresh * slots->stride;
	out->largest = out->used < out->capacity ? slots->block_size : 0;
}

static FM_COLD void slots_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	const slots_state *slots = (const slots_state *)state;
	fm_strategy_figures now;

	(void)kind; /* every block may be either */
	slots_measure_use(state, &now);
	what->status = fm_strategy_judge_request(size, align);
	what->asked = size;
	what->align = align == 0 ? state->alignment : align;
	what->capacity = now.capacity;
	what->available = now.capacity - now.used;
	what->largest = align_fits(slots, align) ? now.largest : 0;
	if (what->status == FM_E_ALIGNMENT || (what->status == FM_OK && align > state->alignment)) {
		what->status = FM_E_ALIGNMENT;
		what->help = FM_HELP_ALIGN;
		what->help_bytes = fm_power_above(align, state->alignment);
	} else if (what->status == FM_OK && size > slots->block_size) {
		what->status = FM_E_TOO_LARGE;
		what->help = FM_HELP_ASK_LESS;
		what->help_bytes = slots->block_size;
	} else if (what->status == FM_OK && now.largest == 0) {
		what->status = FM_E_EXHAUSTED;
		what->help = FM_HELP_RELEASE;
		what->help_bytes = slots->stride;
	}
}

const fm_strategy fm_strategy_slots = {
	.name = "slots",
	.state_bytes = sizeof(slots_state),
	.granule = 1,
	.calls = {
		.take = slots_take,
		.take_aligned = slots_take_aligned,
		.give = slots_give,
		.lend = slots_lend,
		.take_back = slots_take_back,
	},
	.judge = slots_judge,
	.measure = slots_measure,
	.start = slots_start,
	.explain = slots_explain,
	.find = slots_find,
	.reset = slots_reset,
	.measure_use = slots_measure_use,
	FM_BLOCK_OPS(.check = slots_check,
	             .survey = slots_survey,
	             .resize = slots_resize,
	             .block = slots_block,
	             .walk = slots_walk)
};
