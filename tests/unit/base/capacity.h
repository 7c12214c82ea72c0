/* SPDX-License-Identifier: MIT */
/** @file
 * The promise of every formatter, at every capacity: count everything, write what fits, end with a NUL, touch nothing else. */
#ifndef FLIGHTMEM_TEST_CAPACITY_H
#define FLIGHTMEM_TEST_CAPACITY_H

#include <criterion/criterion.h>
#include <string.h>

enum { CAPACITY_ROOM = 1024, CAPACITY_GUARD = 0x5A };

/** A formatter, with what it formats behind `what`. */
typedef size_t capacity_format(const void *what, char *buffer, size_t capacity);

/** Tries `format` with each capacity from 0 to two more than its text needs; the text shall be `want`. */
static inline void expect_at_every_capacity(capacity_format *format, const void *what, const char *want)
{
	size_t length = strlen(want);
	char buffer[CAPACITY_ROOM];

	cr_assert_lt(length + 3, (size_t)CAPACITY_ROOM);
	cr_assert_eq(format(what, NULL, 0), length, "%s", want);
	for (size_t capacity = 0; capacity <= length + 2; capacity++) {
		size_t written = capacity == 0 ? 0 : capacity <= length ? capacity : length + 1;

		memset(buffer, CAPACITY_GUARD, sizeof buffer);
		cr_assert_eq(format(what, buffer, capacity), length, "%s", want);
		if (written > 0) {
			cr_assert_eq(memcmp(buffer, want, written - 1), 0, "%s", want);
			cr_assert_eq(buffer[written - 1], '\0', "%s", want);
		}
		for (size_t i = written; i < sizeof buffer; i++)
			cr_assert_eq(buffer[i], CAPACITY_GUARD, "%s", want);
	}
}

#endif
