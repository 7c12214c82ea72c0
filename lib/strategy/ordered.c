/* SPDX-License-Identifier: MIT */
/** @file
 * Blocks in an order: requests of every kind, verdicts on what does not go back, walks, and the proof of the records. */
#include "strategy/ordered.h"

fm_status fm_ordered_judge(fm_strategy_wish *wish, const char **at_fault)
{
	fm_status status = fm_buffers_judge_wish(wish, at_fault);

	return wish->max_buffers == FM_STRATEGY_NO_BUFFERS ? FM_E_ARGUMENT : status;
}

void fm_ordered_start(fm_strategy_state *state, const fm_strategy_wish *wish, size_t count, void *records, void *blocks)
{
	fm_ordered *ordered = (fm_ordered *)state;

	ordered->records = records;
	ordered->base = ordered->low = (uintptr_t)blocks;
	ordered->end = ordered->high = ordered->base + fm_room_whole(count);
	ordered->least = ordered->end - ordered->base;
	ordered->room = wish->max_buffers;
	for (uint32_t i = 0; i < ordered->room; i++)
		ordered->records[i].generation = fm_token_first(ordered);
}

/** The record of a block that joins; its place is there. */
static fm_buffer_record *join(fm_ordered *ordered, fm_strategy_kind kind)
{
	ordered->count++;
	if ((kind & FM_STRATEGY_TOP) == 0)
		return fm_ordered_at(ordered, ordered->count - 1);
	ordered->front = (ordered->front != 0 ? ordered->front : ordered->room) - 1;
	return fm_ordered_at(ordered, 0);
}

fm_status fm_ordered_lend(fm_ordered *ordered, fm_strategy_kind kind, size_t size, size_t align, fm_buffer *out, fm_refusal *why, fm_ordered_cut cut)
{
	fm_strategy_state *state = &ordered->common;
	uintptr_t data = 0;

	if (fm_strategy_judge_request(size, align) == FM_OK && ordered->count < ordered->room)
		data = cut(ordered, size, align == 0 ? state->alignment : align);
	if (data == 0)
		return fm_strategy_refuse(state, kind, size, align, why);

	fm_buffer_record *record = join(ordered, kind);

	record->data = data;
	record->len = size;
	out->data = (void *)data;
	if ((kind & FM_STRATEGY_BLOCK) != 0) {
		state->taken++;
		return FM_OK;
	}
	record->generation++;
	state->lent++;
	out->len = size;
	out->token = fm_token_make(record->generation, (uint32_t)(record - ordered->records));
	return FM_OK;
}

void *fm_ordered_take(fm_ordered *ordered, fm_strategy_kind kind, size_t size, size_t align, fm_ordered_cut cut)
{
	fm_buffer block = { .data = NULL };

	(void)fm_ordered_lend(ordered, kind, size, align, &block, NULL, cut);
	return block.data;
}

uint32_t fm_ordered_find_place(const fm_ordered *ordered, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	if (index >= ordered->room || !fm_token_is_live(token, ordered->records[index].generation))
		return UINT32_MAX;
	return index >= ordered->front ? index - ordered->front : index + (ordered->room - ordered->front);
}

fm_status fm_ordered_judge_token(const fm_ordered *ordered, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	return index < ordered->room ? fm_token_judge(token, fm_token_first(ordered), ordered->records[index].generation) : FM_E_FOREIGN;
}

/** The place of the block that `address` lies in; `count` iff in none. */
static uint32_t place_of(const fm_ordered *ordered, uint64_t address)
{
	uint32_t place = 0;

	for (; place < ordered->count; place++) {
		const fm_buffer_record *record = fm_ordered_at(ordered, place);

		if (address >= record->data && address < fm_ordered_end(record))
			break;
	}
	return place;
}

fm_status fm_ordered_judge_block(const fm_ordered *ordered, uint64_t address)
{
	if (address < ordered->base || address >= ordered->end)
		return FM_E_FOREIGN;

	uint32_t place = place_of(ordered, address);

	if (place == ordered->count)
		return address % FM_ROOM_GRANULE == 0 ? FM_E_DOUBLE : FM_E_INTERIOR;

	const fm_buffer_record *record = fm_ordered_at(ordered, place);

	if (record->data != address)
		return FM_E_INTERIOR;
	return (record->generation & 1) != 0 ? FM_E_STALE : FM_E_ORDER;
}

int fm_ordered_has_buffer(const fm_ordered *ordered, uint32_t place, uint32_t count)
{
	for (uint32_t i = place; i < place + count; i++)
		if ((fm_ordered_at(ordered, i)->generation & 1) != 0)
			return 1;
	return 0;
}

/** Tells a record's block. */
static void read_block(const fm_ordered *ordered, const fm_buffer_record *record, fm_block *out)
{
	out->address = record->data;
	out->size = fm_room_whole(record->len);
	out->token = (record->generation & 1) != 0 ? fm_token_make(record->generation, (uint32_t)(record - ordered->records)) : 0;
}

fm_status fm_ordered_tell(const fm_ordered *ordered, uint32_t place, uint32_t count, fm_block_visit visit, void *context)
{
	fm_status status = FM_OK;
	fm_block block;

	for (uint32_t i = place; i < place + count && status == FM_OK; i++) {
		read_block(ordered, fm_ordered_at(ordered, i), &block);
		status = visit(context, &block);
	}
	return status;
}

fm_status fm_ordered_block(const fm_strategy_state *state, uint64_t address, fm_block *out)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	uint32_t place = place_of(ordered, address);

	if (address < ordered->base || address >= ordered->end)
		return FM_E_FOREIGN;
	if (place == ordered->count)
		return FM_E_NOT_FOUND;
	read_block(ordered, fm_ordered_at(ordered, place), out);
	return FM_OK;
}

fm_status fm_ordered_find(const fm_strategy_state *state, uint64_t token, fm_buffer *out)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	uint32_t place = fm_ordered_find_place(ordered, token);

	if (place >= ordered->count)
		return fm_ordered_judge_token(ordered, token);

	const fm_buffer_record *record = fm_ordered_at(ordered, place);

	*out = (fm_buffer){ .data = (void *)record->data, .len = record->len, .token = token };
	return FM_OK;
}

/** Where the block at `place` must end: where the next one in memory begins, or the free run, or the bytes, end. */
static uintptr_t limit_of(const fm_ordered *ordered, uint32_t place)
{
	const fm_buffer_record *record = fm_ordered_at(ordered, place);
	uintptr_t next = place + 1 < ordered->count ? fm_ordered_at(ordered, place + 1)->data : 0;

	if (next > record->data)
		return next;
	return record->data < ordered->high ? ordered->high : ordered->end;
}

fm_status fm_ordered_resize(fm_strategy_state *state, uint64_t block, size_t size, size_t *at_most)
{
	fm_ordered *ordered = (fm_ordered *)state;
	uint32_t place = place_of(ordered, block);
	fm_buffer_record *record = fm_ordered_at(ordered, place);

	if (place == ordered->count || record->data != block || (record->generation & 1) != 0)
		return fm_ordered_judge_block(ordered, block);
	*at_most = limit_of(ordered, place) - record->data;
	if (size > *at_most)
		return size > ordered->end - record->data ? FM_E_TOO_LARGE : FM_E_EXHAUSTED;

	int last = fm_ordered_end(record) == ordered->low;

	fm_ordered_note(ordered, fm_ordered_free(ordered));
	record->len = size;
	if (last)
		ordered->low = fm_ordered_end(record);
	return FM_OK;
}

void fm_ordered_measure_use(const fm_strategy_state *state, fm_strategy_figures *out)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	fm_refusal now = { .struct_size = sizeof now };

	fm_ordered_explain(state, FM_STRATEGY_BLOCK, 1, 0, &now);
	out->capacity = ordered->end - ordered->base;
	out->used = out->capacity - fm_ordered_free(ordered);
	out->peak = out->capacity - ordered->least;
	if (out->peak < out->used)
		out->peak = out->used;
	out->largest = (size_t)now.largest;
}

void fm_ordered_explain(const fm_strategy_state *state, fm_strategy_kind kind, size_t size, size_t align, fm_refusal *what)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	size_t at = align == 0 ? state->alignment : align;
	size_t run = fm_room_largest(ordered->low, ordered->high, at), below = fm_room_largest(ordered->base, fm_ordered_below(ordered), at);
	int has_record = ordered->count < ordered->room;
	fm_room room = {
		ordered->base, ordered->end, fm_ordered_free(ordered), run > below ? run : below, 1, has_record,
	};

	(void)kind; /* either end grants the same, and every block may be either */
	fm_room_explain(&room, state, size, align, what);
}

void fm_ordered_survey(const fm_strategy_state *state, fm_strategy_survey *out)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	size_t run = ordered->high - ordered->low, below = fm_ordered_below(ordered) - ordered->base;

	out->holes = (size_t)(run != 0) + (below != 0);
	out->largest = run > below ? run : below;
}

/** Blocks from front to back lie as the invariant says, with one step down at most. */
static int blocks_ascend(const fm_ordered *ordered)
{
	uintptr_t from = ordered->base, to = ordered->end;

	for (uint32_t place = 0; place < ordered->count; place++) {
		const fm_buffer_record *record = fm_ordered_at(ordered, place);

		if (record->data < from && to == ordered->end) {
			from = ordered->base;
			to = fm_ordered_at(ordered, 0)->data;
		}
		if (record->data < from || record->data >= to || record->data % FM_ROOM_GRANULE != 0 || record->len - 1 >= to - record->data)
			return 0;
		from = fm_ordered_end(record);
	}
	return 1;
}

/** The free run is whole and meets no block. */
static int run_is_free(const fm_ordered *ordered)
{
	if (ordered->low < ordered->base || ordered->low > ordered->high || ordered->high > ordered->end)
		return 0;
	for (uint32_t place = 0; place < ordered->count; place++) {
		const fm_buffer_record *record = fm_ordered_at(ordered, place);

		if (record->data < ordered->high && fm_ordered_end(record) > ordered->low)
			return 0;
	}
	return (ordered->low | ordered->high) % FM_ROOM_GRANULE == 0;
}

fm_status fm_ordered_check(const fm_strategy_state *state)
{
	const fm_ordered *ordered = (const fm_ordered *)state;
	uint64_t lent = 0;

	if (ordered->count > ordered->room || ordered->front >= ordered->room || ordered->count != fm_strategy_out(state))
		return FM_E_DAMAGED;
	for (uint32_t place = 0; place < ordered->room; place++) {
		int odd = (fm_ordered_at(ordered, place)->generation & 1) != 0;

		if (odd && place >= ordered->count)
			return FM_E_DAMAGED;
		lent += (uint64_t)odd;
	}
	return lent == fm_strategy_lent(state) && blocks_ascend(ordered) && run_is_free(ordered) ? FM_OK : FM_E_DAMAGED;
}
