/* SPDX-License-Identifier: MIT */
/** @file
 * The sentence that says why a call was refused. */
#include "wraps.h"

static void expect(fm_wrap_finding finding, const char *want)
{
	char text[300];
	size_t length;

	finding.struct_size = sizeof finding;
	length = fm_wrap_finding_format(&finding, text, sizeof text);
	cr_assert_str_eq(text, want);
	cr_assert_eq(length, strlen(want));
	cr_assert_eq(fm_wrap_finding_format(&finding, NULL, 0), length);
}

Test(ffi_finding, says_what_was_asked_and_what_is_wrong)
{
	fm_wrap_finding finding = { .function = "memcpy", .argument = "dst", .address = 0x1234, .size = 4096, .access = FM_ACCESS_WRITE | FM_ACCESS_8,
				    .status = FM_E_ACCESS_BOUNDS };

	expect(finding, "memcpy: argument 0 'dst': 4 096 bytes to write at $00001234: the access is in no region, or passes the end or a seam of its window");
	finding.access = FM_ACCESS_READ | FM_ACCESS_WRITE | FM_ACCESS_DMA;
	finding.size = 1;
	finding.status = FM_E_ACCESS_PERMISSION;
	finding.function = finding.argument = "";
	finding.index = 31;
	expect(finding, "argument 31: 1 byte to read and write by DMA at $00001234: the region does not grant this kind of access");
	finding.access = FM_ACCESS_EXECUTE;
	expect(finding, "argument 31: 1 byte to execute at $00001234: the region does not grant this kind of access");
	finding.status = FM_E_ARGUMENT;
	expect(finding, "argument 31 is NULL; only what has a '?' in the signature may be");
	finding.status = FM_E_RANGE;
	finding.access = FM_ACCESS_READ;
	finding.size = 16;
	expect(finding, "argument 31: 16 bytes to read at $00001234: no NUL ends the text");
	finding.size = 0;
	expect(finding, "argument 31: its length is negative, or more than 2^64 - 1 bytes");
}

Test(ffi_finding, what_is_not_believed_is_empty)
{
	char text[4] = "abc";
	fm_wrap_finding finding = { .struct_size = 8 };

	cr_assert_eq(fm_wrap_finding_format(NULL, text, sizeof text), 0);
	cr_assert_str_eq(text, "");
	cr_assert_eq(fm_wrap_finding_format(&finding, text, sizeof text), 0);
}
