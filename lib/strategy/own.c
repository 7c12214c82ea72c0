/* SPDX-License-Identifier: MIT */
/** @file
 * A strategy of the user's own: his functions say which bytes, the rest is here. What they return is judged before it is believed.
 *
 * Costs what the user's functions cost; a free is O(buffers ever out at once) more while one is out, as it must know blocks from buffers. 24
 * bytes a buffer at once (16 with 32-bit pointers) and what the table says. Detects foreign addresses, stale and foreign tokens, answers
 * that can't be; the rest is the user's. */
#include "base/refuse.h"
#include "strategy/buffers.h"
#include "strategy/room.h"

typedef struct own_state {
	fm_strategy_state common;
	fm_buffers buffers;
	uintptr_t base;
	size_t capacity;
	size_t peak; /**< the most bytes that were out before some went back */
	const fm_strategy_ops *ops; /**< a copy: it stands first in the records, the user's behind it, then the buffers */
	void *records;              /**< the user's */
} own_state;

FM_STATIC_ASSERT(sizeof(own_state) <= FM_STRATEGY_STATE_BYTES, "raise FM_STRATEGY_STATE_BYTES");

static size_t granule_of(const fm_strategy_ops *ops)
{
	return ops->granule > FM_ROOM_GRANULE ? ops->granule : FM_ROOM_GRANULE;
}

/** Bytes of the table's copy. */
#define OPS_BYTES ((sizeof(fm_strategy_ops) + (FM_ROOM_GRANULE - 1)) & ~(size_t)(FM_ROOM_GRANULE - 1))

/** Bytes of the copy and the user's records for `capacity` bytes of blocks; UINT64_MAX iff they are more than that. */
static uint64_t records_of(const fm_strategy_ops *ops, size_t capacity)
{
	uint64_t granules = capacity / granule_of(ops), left = UINT64_MAX - OPS_BYTES - 2 * FM_ROOM_GRANULE;

	if (ops->records_fixed > left || (granules != 0 && ops->records_each > (left - ops->records_fixed) / granules))
		return UINT64_MAX;
	return OPS_BYTES + ((ops->records_fixed + granules * ops->records_each + (FM_ROOM_GRANULE - 1)) & ~(uint64_t)(FM_ROOM_GRANULE - 1));
}

static fm_status own_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out)
{
	fm_strategy_bytes bytes;
	size_t less = granule_of(wish->ops) - 1;
	fm_status status = count > SIZE_MAX - less ? FM_E_RANGE : fm_buffers_measure(wish, count, &bytes);

	if (status != FM_OK)
		return status;
	bytes.blocks = (count + less) & ~less;

	uint64_t records = records_of(wish->ops, bytes.blocks);

	if (records > SIZE_MAX - bytes.records)
		return FM_E_RANGE;
	bytes.records += (size_t)records;
	*out = bytes;
	return FM_OK;
}

static void own_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	own_state *own = (own_state *)state;
	size_t less = granule_of(wish->ops) - 1;

	*(fm_strategy_ops *)records = *wish->ops;
	own->ops = (const fm_strategy_ops *)records;
	own->base = (uintptr_t)blocks;
	own->capacity = (count + less) & ~less;
	own->records = (unsigned char *)records + OPS_BYTES;
	fm_buffers_start(&own->buffers, (unsigned char *)records + (size_t)records_of(wish->ops, own->capacity), wish->max_buffers);
	own->ops->start(own->ops->user, own->records, own->base, own->capacity);
}

/** The user's figures, none above what can be. */
static void ask_usage(const own_state *own, size_t align, size_t *used, size_t *largest)
{
	*used = *largest = 0;
	own->ops->usage(own->ops->user, own->records, align, used, largest);
	if (*used > own->capacity)
		*used = own->capacity;
	if (*largest > own->capacity - *used)
		*largest = own->capacity - *used;
}

static void own_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	const own_state *own = (const own_state *)state;

	ask_usage(own, state->alignment, &out->used, &out->largest);
	out->capacity = own->capacity;
	out->peak = out->used > own->peak ? out->used : own->peak;
}

static void own_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	const own_state *own = (const own_state *)state;
	int raw = kind == FM_STRATEGY_BLOCK, whole = fm_strategy_judge_request(size, align) != FM_E_ALIGNMENT;
	fm_room room = {
		.base = own->base,
		.end = own->base + own->capacity,
		.has_records = raw || own->buffers.room != 0,
		.has_record = raw || fm_buffers_have_room(&own->buffers),
	};
	size_t used;

	ask_usage(own, align == 0 || !whole ? state->alignment : align, &used, &room.now);
	room.available = own->capacity - used;
	fm_room_explain(&room, state, size, align, what);
}

/** A block or buffer: asked for only where the figures say that it will be granted, and judged. */
static fm_status request(own_state *own, fm_strategy_kind kind, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	fm_strategy_state *state = &own->common;
	fm_refusal what = { .struct_size = sizeof what };

	own_explain(state, kind, size, align, &what);
	if (what.status != FM_OK)
		return fm_strategy_refuse(state, kind, size, align, why);

	uintptr_t block = own->ops->take(own->ops->user, own->records, size, (size_t)what.align);

	if (block - own->base >= own->capacity || size > own->capacity - (block - own->base) || (block & (what.align - 1)) != 0) {
		what.status = FM_E_DAMAGED;
		what.help = FM_HELP_OTHER;
		return fm_refuse(why, &what);
	}
	if (kind == FM_STRATEGY_BLOCK) {
		out->data = (void *)block;
		state->taken++;
		return FM_OK;
	}
	(void)fm_buffers_open(&own->buffers);
	fm_buffers_add(&own->buffers, block, size, 0, out);
	state->lent++;
	return FM_OK;
}

static void *own_take_aligned(fm_strategy_state *state, size_t size, size_t align)
{
	fm_buffer block = { .data = NULL };

	(void)request((own_state *)state, FM_STRATEGY_BLOCK, size, align, &block, NULL);
	return block.data;
}

static void *own_take(fm_strategy_state *state, size_t size)
{
	return own_take_aligned(state, size, 0);
}

static fm_status own_lend(fm_strategy_state *state, size_t size, size_t align, fm_buffer *out, fm_refusal *why)
{
	return request((own_state *)state, FM_STRATEGY_BUFFER, size, align, out, why);
}

/** Hands a block to the user's give(), and reads its answer. */
static fm_status give_block(own_state *own, uintptr_t block)
{
	size_t used, largest;

	ask_usage(own, own->common.alignment, &used, &largest);

	fm_status status = own->ops->give(own->ops->user, own->records, block);

	if (status == FM_OK && used > own->peak)
		own->peak = used;
	switch (status) {
	case FM_OK:
	case FM_E_INTERIOR:
	case FM_E_DOUBLE:
	case FM_E_ORDER:
	case FM_E_UNSUPPORTED:
		return status;
	default:
		return FM_E_DAMAGED;
	}
}

/** The record of the buffer whose bytes begin at `block`; NULL iff there is none. */
static const fm_buffer_record *buffer_at(const own_state *own, uint64_t block)
{
	for (uint32_t i = 0; fm_strategy_lent(&own->common) != 0 && i < own->buffers.fresh; i++)
		if ((own->buffers.records[i].generation & 1) != 0 && own->buffers.records[i].data == block)
			return &own->buffers.records[i];
	return NULL;
}

static fm_status own_give(fm_strategy_state *state, uintptr_t block)
{
	own_state *own = (own_state *)state;

	if (block - own->base >= own->capacity)
		return FM_E_FOREIGN;
	if (buffer_at(own, block) != NULL)
		return FM_E_STALE;

	fm_status status = give_block(own, block);

	state->given += status == FM_OK;
	return status;
}

static fm_status own_take_back(fm_strategy_state *state, uint64_t token)
{
	own_state *own = (own_state *)state;
	fm_buffer_record *record = fm_buffers_find(&own->buffers, token);

	if (record == NULL)
		return fm_buffers_judge(&own->buffers, token);

	fm_status status = give_block(own, record->data);

	if (status != FM_OK)
		return status;
	fm_buffers_remove(&own->buffers, record, token);
	state->returned++;
	return FM_OK;
}

static fm_status own_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const own_state *own = (const own_state *)state;
	const fm_buffer_record *record = fm_buffers_find(&own->buffers, token);

	if (record == NULL)
		return fm_buffers_judge(&own->buffers, token);
	*out = (fm_buffer){ .data = (void *)record->data, .len = record->len, .token = token };
	return FM_OK;
}

static void own_reset(fm_strategy_state *state)
{
	own_state *own = (own_state *)state;
	fm_strategy_figures now;

	own_measure_use(state, &now);
	own->peak = now.peak;
	own->ops->start(own->ops->user, own->records, own->base, own->capacity);
	state->given = state->taken;
}

static fm_status own_check(const fm_strategy_state *state)
{
	const own_state *own = (const own_state *)state;
	fm_status status = fm_buffers_check(&own->buffers, fm_strategy_lent(state), own->base, own->base + own->capacity);

	if (status == FM_OK && own->ops->check != NULL && own->ops->check(own->ops->user, own->records) != FM_OK)
		return FM_E_DAMAGED;
	return status;
}

/** A walk of the user's, told on with tokens. */
struct own_walk {
	const own_state *own;
	fm_block_visit visit;
	void *context;
};

static fm_status tell(void *context, const fm_block *block)
{
	const struct own_walk *walk = (const struct own_walk *)context;
	const fm_buffer_record *record = buffer_at(walk->own, block->address);
	fm_block told = *block;

	told.token = record == NULL ? 0 : fm_token_make(record->generation, (uint32_t)(record - walk->own->buffers.records));
	return walk->visit(walk->context, &told);
}

static fm_status own_walk(const fm_strategy_state *state, fm_block_visit visit, void *context)
{
	const own_state *own = (const own_state *)state;
	struct own_walk walk = { own, visit, context };

	return own->ops->walk == NULL ? FM_E_UNSUPPORTED : own->ops->walk(own->ops->user, own->records, tell, &walk);
}

/** What a survey saw so far. */
struct own_survey {
	fm_strategy_survey *out;
	uint64_t from; /**< end of the block told last */
};

static fm_status see_gap(void *context, const fm_block *block)
{
	struct own_survey *survey = (struct own_survey *)context;
	uint64_t gap = block->address > survey->from ? block->address - survey->from : 0;

	survey->out->holes += gap != 0;
	if (gap > survey->out->largest)
		survey->out->largest = (size_t)gap;
	survey->from = block->address + block->size;
	return FM_OK;
}

/** Holes are what the user's walk leaves between blocks; without a walk, the largest request stands for the one known. */
static void own_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	const own_state *own = (const own_state *)state;
	struct own_survey survey = { out, own->base };
	fm_block end = { .address = own->base + own->capacity };
	size_t used;

	out->holes = out->largest = 0;
	if (own_walk(state, see_gap, &survey) == FM_OK) {
		(void)see_gap(&survey, &end);
		return;
	}
	ask_usage(own, 1, &used, &out->largest);
	out->holes = out->largest != 0;
}

static void own_stop(fm_strategy_state *state)
{
	const own_state *own = (const own_state *)state;

	if (own->ops->drop != NULL)
		own->ops->drop(own->ops->user);
}

const fm_strategy fm_strategy_own = {
	.name = "own",
	.state_bytes = sizeof(own_state),
	.granule = FM_ROOM_GRANULE,
	.calls = {
		.take = own_take,
		.take_aligned = own_take_aligned,
		.give = own_give,
		.lend = own_lend,
		.take_back = own_take_back,
	},
	.judge = fm_buffers_judge_wish,
	.measure = own_measure,
	.start = own_start,
	.explain = own_explain,
	.find = own_find,
	.reset = own_reset,
	.measure_use = own_measure_use,
	.check = own_check,
	.survey = own_survey,
	.walk = own_walk,
	.stop = own_stop,
};
