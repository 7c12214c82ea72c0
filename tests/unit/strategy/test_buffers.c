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
	cr_assert_eq(fm_buffers_judge(&buffers, UINT64_C(3) << 32 | 1), FM_E_FOREIGN);
	cr_assert_eq(fm_buffers_judge(&buffers, UINT64_C(0) << 32 | 1), FM_E_FOREIGN);
}

Test(buffers, a_table_without_room, .init = fresh)
{
	fm_buffers_start(&buffers, records, 0);
	cr_assert_not(fm_buffers_have_room(&buffers));
	cr_assert_not(fm_buffers_open(&buffers));
}
