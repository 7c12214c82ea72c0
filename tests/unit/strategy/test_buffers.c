/* SPDX-License-Identifier: MIT */
/** @file
 * The table of buffers: tokens lead to what was put in, old ones are told, records are used again. */
#include <criterion/criterion.h>
#include <string.h>

#include "strategy/buffers.h"

enum { ROOM = 3 };

static fm_buffer_record records[ROOM];
static fm_buffers buffers;

static void fresh(void)
{
	memset(records, 0xB7, sizeof records);
	fm_buffers_start(&buffers, records, ROOM);
}

Test(buffers, a_table_takes_as_many_as_it_has_room_for, .init = fresh)
{
	fm_buffer out[ROOM];

	for (uint32_t i = 0; i < ROOM; i++) {
		cr_assert(fm_buffers_have_room(&buffers));
		cr_assert(fm_buffers_open(&buffers));
		cr_assert(fm_buffers_open(&buffers), "opening twice opens one");
		fm_buffers_add(&buffers, 1000 + i, i, 7, &out[i]);
	}
	cr_assert_not(fm_buffers_have_room(&buffers));
	cr_assert_not(fm_buffers_open(&buffers));
	for (uint32_t i = 0; i < ROOM; i++) {
		fm_buffer_record *record = fm_buffers_find(&buffers, out[i].token);

		cr_assert_not_null(record);
		cr_assert(record->data == 1000 + i && record->len == i && record->next == 7);
		fm_buffers_remove(&buffers, record, out[i].token);
		cr_assert_null(fm_buffers_find(&buffers, out[i].token));
		cr_assert_eq(fm_buffers_judge(&buffers, out[i].token), FM_E_STALE);
	}
	cr_assert_eq(buffers.head, ROOM - 1);
}

Test(buffers, what_was_never_out_is_foreign, .init = fresh)
{
	fm_buffer out;

	cr_assert_eq(fm_buffers_judge(&buffers, UINT64_C(1) << 32 | 1), FM_E_FOREIGN, "a record that was never opened");
	cr_assert(fm_buffers_open(&buffers));
	fm_buffers_add(&buffers, 1, 1, 0, &out);
	cr_assert_eq(fm_buffers_judge(&buffers, 0), FM_E_FOREIGN);
	cr_assert_eq(fm_buffers_judge(&buffers, UINT64_MAX), FM_E_FOREIGN);
	cr_assert_eq(fm_buffers_judge(&buffers, out.token + (UINT64_C(2) << 32)), FM_E_FOREIGN, "not yet");
	cr_assert_eq(fm_buffers_judge(&buffers, out.token - (UINT64_C(2) << 32)), FM_E_FOREIGN, "before the first");
	cr_assert_eq(fm_buffers_judge(&buffers, out.token ^ UINT64_C(1) << 32), FM_E_FOREIGN, "even");
}

Test(buffers, a_generation_passes_the_end_of_its_word, .init = fresh)
{
	fm_buffer first, second;

	cr_assert(fm_buffers_open(&buffers));
	fm_buffers_add(&buffers, 1, 1, 0, &first);
	fm_buffers_remove(&buffers, &records[0], first.token);
	records[0].generation = 0; /* as after some 2^31 rounds */
	fm_buffers_add(&buffers, 1, 1, 0, &second);
	cr_assert_eq(second.token, UINT64_C(1) << 32 | 1);
	cr_assert_eq(fm_buffers_judge(&buffers, first.token), FM_E_STALE);
	cr_assert_eq(fm_buffers_judge(&buffers, (uint64_t)(UINT32_MAX) << 32 | 1), FM_E_STALE, "was out before the end");
	cr_assert_eq(fm_buffers_judge(&buffers, second.token + (UINT64_C(2) << 32)), FM_E_FOREIGN);
	cr_assert_eq(fm_buffers_find(&buffers, second.token), &records[0]);
}

Test(buffers, tables_near_and_far_begin_far_apart)
{
	for (uintptr_t apart = 16; apart <= 1 << 20; apart += 16) {
		uint32_t distance = fm_token_first((void *)(4096 + apart)) - fm_token_first((void *)4096);

		cr_assert_eq(distance % 2, 0);
		cr_assert(distance > 1024 && (uint32_t)(0 - distance) > 1024, "%zu bytes apart: %u", (size_t)apart, (unsigned)distance);
	}
}

Test(buffers, a_table_without_room, .init = fresh)
{
	fm_buffers_start(&buffers, records, 0);
	cr_assert_not(fm_buffers_have_room(&buffers));
	cr_assert_not(fm_buffers_open(&buffers));
}
