/* SPDX-License-Identifier: MIT */
/** @file
 * Texts: the NUL is found where it may be read, and nothing is read where it may not. */
#include "wraps.h"

#include <sys/mman.h>
#include <unistd.h>

#define READ (FM_ACCESS_READ | FM_ACCESS_8)

static void expect(const void *text, uint64_t most, fm_status want, uint64_t want_bytes)
{
	uint64_t bytes = most;

	cr_assert_eq(fm_ffi_measure_text(host, (uintptr_t)text, READ, &bytes), want);
	cr_assert_eq(bytes, want_bytes, "%llu bytes", (unsigned long long)bytes);
}

Test(ffi_text, ends_at_its_nul, .init = open_host)
{
	uint32_t before = fm_validator_refused(host, FM_NONE);

	memset(read_only, 'x', BYTES);
	read_only[10] = '\0';
	expect(read_only, UINT64_MAX, FM_OK, 11);
	expect(read_only, 11, FM_OK, 11);
	expect(read_only, 10, FM_E_RANGE, 10);
	expect(read_only + 10, 1, FM_OK, 1);
	read_only[BYTES - 1] = '\0';
	expect(read_only + 11, UINT64_MAX, FM_OK, BYTES - 11);
	cr_assert_eq(fm_validator_refused(host, FM_NONE), before, "looking for the end counts as no refusal");
}

Test(ffi_text, without_a_nul_is_out_of_bounds, .init = open_host)
{
	memset(read_only, 'x', BYTES);
	expect(read_only, UINT64_MAX, FM_E_ACCESS_BOUNDS, BYTES + 1);
	expect(read_only, BYTES + 1, FM_E_ACCESS_BOUNDS, BYTES + 1);
	expect(read_only, BYTES, FM_E_RANGE, BYTES);
	cr_assert_eq(fm_validator_refused(host, FM_NONE), 2);
}

Test(ffi_text, is_not_read_where_it_may_not_be, .init = open_host)
{
	expect((void *)64, UINT64_MAX, FM_E_ACCESS_BOUNDS, 1);
	expect((void *)UINTPTR_MAX, UINT64_MAX, FM_E_ACCESS_BOUNDS, 1);
	expect(write_only, UINT64_MAX, FM_E_ACCESS_PERMISSION, 1);
}

/** A page behind which nothing is mapped: who reads one byte too many crashes. */
Test(ffi_text, no_byte_behind_the_region_is_read)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *pages = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	fm_validator_region region = { .base = (uintptr_t)pages, .size = page, .access = FM_ACCESS_READ };

	cr_assert_eq(munmap(pages + page, page), 0);
	cr_assert_eq(fm_validator_open(FM_OPTIONS(fm_validator_options, .regions = &region, .region_count = 1), &host, NULL), FM_OK);
	memset(pages, 'x', page);
	expect(pages, UINT64_MAX, FM_E_ACCESS_BOUNDS, page + 1);
	expect(pages + page - 1, UINT64_MAX, FM_E_ACCESS_BOUNDS, 2);
	pages[page - 1] = '\0';
	expect(pages, UINT64_MAX, FM_OK, page);
}
