/* SPDX-License-Identifier: MIT */
/** @file
 * What is said of a request that a run of bytes does not grant: each status with a help that helps. */
#include <criterion/criterion.h>

#include "strategy/room.h"

static fm_refusal explained(fm_room room, size_t size, size_t align)
{
	fm_strategy_state state = { .alignment = 16 };
	fm_refusal what = { .struct_size = sizeof what };

	fm_room_explain(&room, &state, size, align, &what);
	cr_assert(what.asked == size && what.align == (align == 0 ? 16 : align));
	return what;
}

static const fm_room half = { .base = 4096, .end = 8192, .available = 2048, .now = 1024, .has_records = 1, .has_record = 1 };

Test(room, what_is_granted_has_no_help)
{
	fm_refusal what = explained(half, 1024, 0);

	cr_assert(what.status == FM_OK && what.help == FM_HELP_NONE);
	cr_assert(what.capacity == 4096 && what.available == 2048 && what.largest == 1024);
}

Test(room, each_refusal_says_what_would_help)
{
	fm_refusal what = explained(half, 1025, 0);

	cr_assert(what.status == FM_E_EXHAUSTED && what.help == FM_HELP_RELEASE && what.help_bytes == 16);
	what = explained(half, 4097, 0);
	cr_assert(what.status == FM_E_TOO_LARGE && what.help == FM_HELP_ENLARGE && what.help_bytes == 4112);
	what = explained(half, SIZE_MAX, 0);
	cr_assert(what.status == FM_E_TOO_LARGE && what.help == FM_HELP_ASK_LESS && what.help_bytes == 4096);
	what = explained(half, 16, 16384);
	cr_assert(what.status == FM_E_TOO_LARGE && what.help == FM_HELP_ALIGN && what.help_bytes == 4096);
	what = explained(half, 0, 0);
	cr_assert(what.status == FM_E_ARGUMENT);
	what = explained(half, 16, 48);
	cr_assert(what.status == FM_E_ALIGNMENT && what.help == FM_HELP_ALIGN && what.help_bytes == 64);
}

Test(room, records_may_be_what_lacks)
{
	fm_room room = half;

	room.has_record = 0;
	fm_refusal what = explained(room, 16, 0);

	cr_assert(what.status == FM_E_EXHAUSTED && what.help == FM_HELP_BUFFERS && what.largest == 0);
	room.has_records = 0;
	what = explained(room, 16, 0);
	cr_assert(what.status == FM_E_UNSUPPORTED && what.help == FM_HELP_BUFFERS);
}

Test(room, the_largest_request_leaves_out_the_padding)
{
	cr_assert_eq(fm_room_largest(4112, 8192, 1), 4080);
	cr_assert_eq(fm_room_largest(4112, 8192, 64), 4032);
	cr_assert_eq(fm_room_largest(4112, 8192, 4096), 0);
	cr_assert_eq(fm_room_largest(8192, 8192, 16), 0);
}
