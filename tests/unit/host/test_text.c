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

static fm_host host;

static void set_text(const char *bytes, size_t length)
{
	host.length = (uint32_t)length;
	memcpy(host.text, bytes, length + 1);
}

Test(text, a_line_is_found_by_its_whole_key)
{
	static const char lines[] = "MemTotalX: 1\nMemTotal:\t 2\nflags\t\t: a\nlast", nul[] = "a\0\nb: ";

	set_text(lines, sizeof lines - 1);
	cr_assert_str_eq(fm_host_text_find(&host, "MemTotal"), "2\nflags\t\t: a\nlast");
	cr_assert_str_eq(fm_host_text_find(&host, "flags"), "a\nlast");
	cr_assert_null(fm_host_text_find(&host, "Total"));
	cr_assert_null(fm_host_text_find(&host, "last"));
	cr_assert_null(fm_host_text_find(&host, "Mem"));
	set_text("", 0);
	cr_assert_null(fm_host_text_find(&host, "a"));
	set_text(nul, sizeof nul - 1);
	cr_assert_not_null(fm_host_text_find(&host, "b"), "a NUL ends no text");
}

Test(text, a_line_has_a_number_or_none)
{
	static const char lines[] = "VmSize:\t 42 kB\nMax: max\nBad: x\n";
	uint64_t value = 77;

	set_text(lines, sizeof lines - 1);
	cr_assert(fm_host_text_value(&host, "VmSize", &value) && value == 42 * 1024);
	cr_assert(!fm_host_text_value(&host, "Max", &value) && value == 0, "no limit is no number");
	value = 77;
	cr_assert(!fm_host_text_value(&host, "Bad", &value) && value == 0);
	value = 77;
	cr_assert(!fm_host_text_value(&host, "None", &value) && value == 0);
}

Test(text, a_word_is_whole)
{
	cr_assert_str_eq(fm_host_text_word("fpu avx avx2\nvx", "avx2", 0), "\nvx");
	cr_assert_str_eq(fm_host_text_word("[never]", "never", 0), "]");
	cr_assert_null(fm_host_text_word("fpu avx2\nvx", "vx", 0), "of its line");
	cr_assert_null(fm_host_text_word("avx512f", "avx", 0));
	cr_assert_null(fm_host_text_word("", "avx", 0));
	cr_assert_null(fm_host_text_word(NULL, "avx", 0));
	cr_assert_str_eq(fm_host_text_word("some avg10=1 total=2\n", "total=", 1), "2\n");
	cr_assert_null(fm_host_text_word("some\ntotal=2\n", "total=", 1));
	cr_assert_null(fm_host_text_word("subtotal=2\n", "total=", 1));
	cr_assert(fm_host_text_is("Data\n", "Data") && fm_host_text_is("Data", "Data") && !fm_host_text_is("Dat", "Data") && !fm_host_text_is("Data2", "Data"));
}

/** Reads a file of `size` bytes 'x' as `file` below a folder of its own. */
static uint32_t read_made(size_t size)
{
	char folder[] = "/tmp/fm-host-XXXXXX", path[64];

	cr_assert_not_null(mkdtemp(folder));
	host.root = fm_folder_open(folder);
	snprintf(path, sizeof path, "%s/file", folder);
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file);
	for (size_t i = 0; i < size; i++)
		fputc('x', file);
	fclose(file);

	uint32_t state = fm_host_text_read(&host, "file");

	unlink(path);
	rmdir(folder);
	fm_file_close(host.root);
	return state;
}

Test(text, the_begin_of_a_large_file_is_kept)
{
	cr_assert_eq(read_made(FM_HOST_TEXT_BYTES * 3), FM_CAPABILITY_YES);
	cr_assert_eq(host.length, FM_HOST_TEXT_BYTES);
	cr_assert_eq(host.text[host.length], 0);
	cr_assert_eq(read_made(0), FM_CAPABILITY_YES);
	cr_assert_eq(host.length, 0);
	cr_assert_str_eq(host.text, "");
}

Test(text, what_can_not_be_read_says_why_and_is_empty)
{
	uint64_t value = 77;

	host.root = fm_folder_open(root_path(""));
	cr_assert_eq(fm_host_text_read(&host, "none"), FM_HOST_MISSING);
	cr_assert_eq(host.length, 0);
	cr_assert_eq(fm_host_text_read(&host, "empty"), FM_CAPABILITY_UNKNOWN, "a folder");
	cr_assert_eq(fm_host_number(&host, "none", &value), FM_HOST_MISSING);
	cr_assert_eq(value, 0);
	cr_assert_eq(fm_host_number(&host, "nommu/proc/sys/vm/overcommit_memory", &value), FM_CAPABILITY_YES);
	cr_assert_eq(value, 1);
	fm_file_close(host.root);
}
