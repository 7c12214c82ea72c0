/* SPDX-License-Identifier: MIT */
/** @file
 * The table of buffers: its beginning, its growth and its verdicts. */
#include "strategy/buffers.h"

#include "strategy/room.h"

/** Records at most: every index must fit a token. */
#define RECORDS_MAX (UINT32_MAX - 2)

FM_COLD fm_status fm_buffers_judge_wish(fm_strategy_wish *wish, const char **at_fault)
{
	*at_fault = "options.block_size";
	if (wish->block_size != 0)
		return FM_E_ARGUMENT;
	*at_fault = "options.max_buffers";
	if (wish->max_buffers == 0)
		wish->max_buffers = FM_ARENA_BUFFERS;
	return wish->max_buffers > RECORDS_MAX && wish->max_buffers != FM_STRATEGY_NO_BUFFERS ? FM_E_ARGUMENT : FM_OK;
}

FM_COLD fm_status fm_buffers_measure(const fm_strategy_wish *wish, size_t count, fm_strategy_bytes *out)
{
	size_t records = fm_buffers_wished(wish->max_buffers);

	if (count > SIZE_MAX - (FM_ROOM_GRANULE - 1) || records > SIZE_MAX / sizeof(fm_buffer_record))
		return FM_E_RANGE;
	out->records = records * sizeof(fm_buffer_record);
	out->blocks = fm_room_whole(count);
	return FM_OK;
}

FM_COLD void fm_buffers_start(fm_buffers *buffers, void *records, uint32_t room)
{
	buffers->records = (fm_buffer_record *)records;
	buffers->head = FM_TOKEN_END;
	buffers->fresh = 0;
	buffers->room = fm_buffers_wished(room);
}

int fm_buffers_open(fm_buffers *buffers)
{
	if (!fm_buffers_have_room(buffers))
		return 0;
	if (buffers->head == FM_TOKEN_END) {
		buffers->records[buffers->fresh] = (fm_buffer_record){ .generation = fm_token_first(buffers), .next = FM_TOKEN_END };
		buffers->head = buffers->fresh;
		buffers->fresh++;
	}
	return 1;
}

FM_COLD fm_status fm_buffers_judge(const fm_buffers *buffers, uint64_t token)
{
	uint32_t index = fm_token_index(token);

	return index < buffers->fresh ? fm_token_judge(token, fm_token_first(buffers), buffers->records[index].generation) : FM_E_FOREIGN;
}

/** Records on the list of free ones; above `fresh` iff the list is broken. */
static FM_COLD uint64_t count_free(const fm_buffers *buffers)
{
	uint64_t count = 0;

	for (uint32_t i = buffers->head; i != FM_TOKEN_END; i = buffers->records[i].next) {
		if (i >= buffers->fresh || (buffers->records[i].generation & 1) != 0 || count == buffers->fresh)
			return UINT64_MAX;
		count++;
	}
	return count;
}

FM_COLD fm_status fm_buffers_check(const fm_buffers *buffers, uint64_t out, uintptr_t base, uintptr_t end)
{
	uint64_t seen = 0;

	if (buffers->fresh > buffers->room)
		return FM_E_DAMAGED;
	for (uint32_t i = 0; i < buffers->fresh; i++) {
		const fm_buffer_record *record = &buffers->records[i];

		if ((record->generation & 1) == 0)
			continue;
		if (record->data - base > end - base || record->len > end - record->data)
			return FM_E_DAMAGED;
		seen++;
	}
	return seen == out && count_free(buffers) == buffers->fresh - seen ? FM_OK : FM_E_DAMAGED;
}
