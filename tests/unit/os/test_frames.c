/* SPDX-License-Identifier: MIT */
/** @file
 * Frames: the stack begins at the return address that was asked for, and names are of the file that holds it. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "os/frames.h"

#define ROOM 4

static const void *frames[ROOM];

static FM_NOINLINE uint32_t frames_from_here(uint32_t room)
{
	return fm_frames_get(FM_RETURN_ADDRESS, frames, room);
}

/** `volatile`: the call below is no jump, so this function is on the stack. */
static FM_NOINLINE uint32_t called_by(uint32_t room)
{
	volatile uint32_t depth = frames_from_here(room);

	return depth;
}

Test(frames, the_stack_begins_at_the_address_asked_for)
{
	fm_frames_prepare();
	cr_assert_gt(called_by(ROOM), 1);
	uintptr_t in_function = (uintptr_t)frames[0] - (uintptr_t)called_by;

	cr_assert_lt(in_function, 256);
	cr_assert_neq(frames[1], frames[0]);
}

Test(frames, no_more_than_there_is_room_for)
{
	const void *guard = &frames;

	frames[1] = guard;
	cr_assert_eq(called_by(1), 1);
	cr_assert_eq(frames[1], guard);
}

Test(frames, an_address_that_is_not_on_the_stack_stands_alone)
{
	static const int elsewhere = 0;

	cr_assert_eq(fm_frames_get(&elsewhere, frames, ROOM), 1);
	cr_assert_eq(frames[0], &elsewhere);
}

static const char *name_of(const void *frame)
{
	static char buffer[128];
	fm_text text = fm_text_begin(buffer, sizeof buffer);

	fm_frames_add_name(&text, frame);
	cr_assert_lt(fm_text_end(&text), sizeof buffer);
	return buffer;
}

Test(frames, names_are_of_the_function_or_else_of_the_file)
{
	const char *known = name_of((const char *)(uintptr_t)div + 1);

	cr_assert_not_null(strstr(known, "div"), "%s", known);
	cr_assert_not_null(strstr(known, "+0x1 (libc"), "%s", known);
	called_by(ROOM);
	known = name_of(frames[0]);
	cr_assert_not_null(strstr(known, "+0x"), "%s", known);
	cr_assert_null(strchr(known, '/'), "%s", known);
	cr_assert_str_eq(name_of((const void *)16), "0x10");
}
