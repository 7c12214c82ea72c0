/* SPDX-License-Identifier: MIT */
/** @file
 * Files as text: whole numbers or none, words or none, and a file that is cut off is not believed at its end. */
#include "roots.h"

#include <fcntl.h>
#include <unistd.h>

#include "host/text.h"
#include "os/file.h"

static uint32_t number(const char *text, uint64_t want)
{
	uint64_t value = 77;
	uint32_t state = fm_host_text_number(text, &value);

	cr_assert_eq(value, want, "%s", text);
	return state;
}

Test(text, a_number_is_digits_and_ends)
{
	cr_assert_eq(number("0\n", 0), FM_CAPABILITY_YES);
	cr_assert_eq(number("42 bytes", 42), FM_CAPABILITY_YES);
	cr_assert_eq(number("42 kB\n", 42 * 1024), FM_CAPABILITY_YES);
	cr_assert_eq(number("48K\n", 48 * 1024), FM_CAPABILITY_YES);
	cr_assert_eq(number("18446744073709551615\n", UINT64_MAX), FM_CAPABILITY_YES);
	cr_assert_eq(number("18446744073709551616\n", 0), FM_CAPABILITY_UNKNOWN);
	cr_assert_eq(number("18014398509481983 kB\n", UINT64_MAX - 1023), FM_CAPABILITY_YES);
	cr_assert_eq(number("18014398509481984 kB\n", 0), FM_CAPABILITY_UNKNOWN);
	cr_assert_eq(number("max\n", 0), FM_CAPABILITY_NO);
	cr_assert_eq(number("unlimited   unlimited", 0), FM_CAPABILITY_NO);
	static const char *const wrong[] = { "", "\n", "-1\n", "+1\n", "x1\n", "1x\n", "0x10\n", "1e9\n", "maximum\n", " 1\n", "42", "4.2\n" };

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		cr_assert_eq(number(wrong[i], 0), FM_CAPABILITY_UNKNOWN, "%s", wrong[i]);
	cr_assert_eq(number(NULL, 0), FM_HOST_MISSING);
}

Test(text, a_list_counts_what_it_names)
{
	cr_assert_eq(fm_host_text_count("0\n"), 1);
	cr_assert_eq(fm_host_text_count("0-3,8\n"), 5);
	cr_assert_eq(fm_host_text_count("0-65534\n"), 65535);
	cr_assert_eq(fm_host_text_count("0-65535\n"), 0);
	cr_assert_eq(fm_host_text_count("0-65534,1\n"), 0);
	static const char *const wrong[] = { "", "\n", "0", "0,", "0,\n", "0-\n", "3-1\n", "0-4294967295\n", "0-18446744073709551615\n", "a\n", "0,,1\n", "0 1\n" };

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		cr_assert_eq(fm_host_text_count(wrong[i]), 0, "%s", wrong[i]);
	cr_assert_eq(fm_host_text_count(NULL), 0);
}

static fm_host_text text_of(const char *bytes)
{
	fm_host_text text = { .length = strlen(bytes) };

	memcpy(text.bytes, bytes, text.length + 1);
	return text;
}

Test(text, a_line_is_found_by_its_whole_key)
{
	fm_host_text text = text_of("MemTotalX: 1\nMemTotal:\t 2\nflags\t\t: a\nlast");

	cr_assert_str_eq(fm_host_text_find(&text, "MemTotal"), "2\nflags\t\t: a\nlast");
	cr_assert_str_eq(fm_host_text_find(&text, "flags"), "a\nlast");
	cr_assert_null(fm_host_text_find(&text, "Total"));
	cr_assert_null(fm_host_text_find(&text, "last"));
	cr_assert_null(fm_host_text_find(&text, "Mem"));
	text = text_of("");
	cr_assert_null(fm_host_text_find(&text, "a"));
	text = (fm_host_text){ .length = 6, .bytes = "a\0\nb: " };
	cr_assert_not_null(fm_host_text_find(&text, "b"), "a NUL ends no text");
}

Test(text, a_word_is_whole)
{
	cr_assert(fm_host_text_has("fpu avx avx2\nvx", "avx2"));
	cr_assert(fm_host_text_has("[never]", "never"));
	cr_assert_not(fm_host_text_has("fpu avx2\nvx", "vx"), "of its line");
	cr_assert_not(fm_host_text_has("avx512f", "avx"));
	cr_assert_not(fm_host_text_has("", "avx"));
	cr_assert_str_eq(fm_host_text_field("some avg10=1 total=2\n", "total="), "2\n");
	cr_assert_null(fm_host_text_field("some\ntotal=2\n", "total="));
	cr_assert_null(fm_host_text_field("subtotal=2\n", "total="));
}

/** Reads a file of `size` bytes 'x' as `file` below a folder of its own. */
static uint32_t read_made(size_t size, fm_host_text *text)
{
	char folder[] = "/tmp/fm-host-XXXXXX", path[64];
	fm_host host = { 0 };

	cr_assert_not_null(mkdtemp(folder));
	host.root = fm_folder_open(folder);
	snprintf(path, sizeof path, "%s/file", folder);
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file);
	for (size_t i = 0; i < size; i++)
		fputc('x', file);
	fclose(file);

	uint32_t state = fm_host_text_read(&host, "file", text);

	unlink(path);
	rmdir(folder);
	fm_file_close(host.root);
	return state;
}

Test(text, the_begin_of_a_large_file_is_kept)
{
	fm_host_text text;

	cr_assert_eq(read_made(FM_HOST_TEXT_BYTES * 3, &text), FM_CAPABILITY_YES);
	cr_assert_eq(text.length, FM_HOST_TEXT_BYTES);
	cr_assert_eq(text.bytes[text.length], 0);
	cr_assert_eq(read_made(0, &text), FM_CAPABILITY_YES);
	cr_assert_eq(text.length, 0);
	cr_assert_str_eq(text.bytes, "");
}

Test(text, what_can_not_be_read_says_why_and_is_empty)
{
	fm_host host = { .root = fm_folder_open(root_path("")) };
	fm_host_text text;
	uint64_t value = 77;

	cr_assert_eq(fm_host_text_read(&host, "none", &text), FM_HOST_MISSING);
	cr_assert_eq(text.length, 0);
	cr_assert_eq(fm_host_text_read(&host, "empty", &text), FM_CAPABILITY_UNKNOWN, "a folder");
	cr_assert_eq(fm_host_number(&host, "none", &value), FM_HOST_MISSING);
	cr_assert_eq(value, 0);
	cr_assert_eq(fm_host_number(&host, "nommu/proc/sys/vm/overcommit_memory", &value), FM_CAPABILITY_YES);
	cr_assert_eq(value, 1);
	fm_file_close(host.root);
}
