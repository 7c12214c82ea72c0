/* SPDX-License-Identifier: MIT */
/** @file
 * The table of buffers: its beginning, its growth and its verdicts. */
#include "strategy/buffers.h"

void fm_buffers_start(fm_buffers *buffers, void *records, uint32_t room)
{
	buffers->records = (fm_buffer_record *)records;
	buffers->head = FM_TOKEN_END;
	buffers->fresh = 0;
	buffers->room = room;
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
