/* SPDX-License-Identifier: MIT */
/** @file
 * What a scope heard as text: figures, then a line a place; cut as any other text. */
#include <criterion/criterion.h>
#include <string.h>

#include "os/quiet.h"

static void hear(fm_quiet_source source, int returns, uint64_t size)
{
	fm_quiet_hear(&(fm_quiet_call){ .name = "some_call", .source = source, .returns = returns, .size = size, .from = FM_RETURN_ADDRESS });
}

Test(quiet_format, says_what_was_heard_and_what_could_not_be)
{
	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	hear(FM_QUIET_POOL, 0, 4096);
	hear(FM_QUIET_POOL, 1, 0);
	hear(FM_QUIET_PAGES, 0, 1);
	cr_assert_eq(fm_quiet_end(NULL), FM_E_NOT_QUIET);

	const char *text = fm_quiet_text();
	const char *figures = "watched pools: 1 asked for (4 096 bytes), 1 given back; heap: not heard; "
			      "pages of the library: 1 asked for (1 byte), 0 given back\n  some_call(4096) by ";

	cr_assert_eq(strncmp(text, figures, strlen(figures)), 0, "%s", text);
	cr_assert_not_null(strstr(text, "\n  some_call(1) by "), "%s", text);
	cr_assert_not_null(strstr(text, "+0x"), "%s", text);
	fm_quiet_here()->report.heap_heard = FM_QUIET_HEARS;
	fm_quiet_here()->report.pages_heard = FM_QUIET_HEARS;
	cr_assert_not_null(strstr(fm_quiet_text(), "; heap: 0 asked for (0 bytes), 0 given back; pages: 1 asked for"), "%s", text);
}

Test(quiet_format, a_return_has_no_size)
{
	cr_assert_eq(fm_quiet_begin(FM_OPTIONS(fm_quiet_options, .returns = FM_QUIET_RETURNS_REPORTED)), FM_OK);
	hear(FM_QUIET_HEAP, 1, 0);
	cr_assert_eq(fm_quiet_end(NULL), FM_E_NOT_QUIET);
	cr_assert_not_null(strstr(fm_quiet_text(), "some_call() by "));
}

Test(quiet_format, is_cut_to_fit_and_counts_the_whole)
{
	char small[20], large[4096];

	cr_assert_eq(fm_quiet_begin(NULL), FM_OK);
	hear(FM_QUIET_POOL, 0, 4096);

	size_t length = fm_quiet_format(NULL, 0);

	memset(small, '#', sizeof small);
	cr_assert_eq(fm_quiet_format(small, sizeof small - 1), length);
	cr_assert_eq(strlen(small), sizeof small - 2);
	cr_assert_eq(small[sizeof small - 1], '#');
	cr_assert_eq(fm_quiet_format(large, sizeof large), length);
	cr_assert_eq(strlen(large), length);
	cr_assert_eq(strncmp(small, large, strlen(small)), 0);
	cr_assert_eq(fm_quiet_end(NULL), FM_E_NOT_QUIET);
}
