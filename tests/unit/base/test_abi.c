/* SPDX-License-Identifier: MIT */
/** @file
 * Size-first structs between a caller and a library of different ages: every size, every byte of the tail. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/abi.h"

/** The struct of the first release, of this library and of a newer caller. */
struct first {
	size_t struct_size;
	uint32_t a;
	uint32_t b;
};
struct today {
	size_t struct_size;
	uint32_t a;
	uint32_t b;
	uint64_t c;
};
struct newer {
	size_t struct_size;
	uint32_t a;
	uint32_t b;
	uint64_t c;
	uint64_t d[2];
};

enum { FIRST_SIZE = offsetof(struct first, b) + sizeof(uint32_t), GUARD = 0x5A };

static fm_status import(struct today *known, const void *given)
{
	return fm_abi_import(known, sizeof *known, FIRST_SIZE, given);
}

/** `given` is refused with `want`, and what was known stays. */
static void expect_refused(const void *given, fm_status want)
{
	struct today known;
	struct today before;

	memset(&known, GUARD, sizeof known);
	before = known;
	cr_assert_eq(import(&known, given), want);
	cr_assert_eq(memcmp(&known, &before, sizeof known), 0);
}

Test(abi, a_missing_struct_is_said)
{
	expect_refused(NULL, FM_E_ARGUMENT);
	cr_assert_eq(fm_abi_check(NULL, FIRST_SIZE), FM_E_ARGUMENT);
}

Test(abi, a_size_that_can_not_be_right_is_refused)
{
	static const size_t wrong[] = { 0, 1, sizeof(size_t), FIRST_SIZE - 1, FM_STRUCT_SIZE_MAX + 1, SIZE_MAX / 2, SIZE_MAX };

	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct first given = { .struct_size = wrong[i] };

		expect_refused(&given, FM_E_ABI_SIZE);
		cr_assert_eq(fm_abi_check(&given, FIRST_SIZE), FM_E_ABI_SIZE);
	}
}

Test(abi, an_older_caller_has_zero_for_what_it_lacks)
{
	struct first given = { .struct_size = sizeof given, .a = 1, .b = 2 };
	struct today known;

	memset(&known, GUARD, sizeof known);
	cr_assert_eq(import(&known, &given), FM_OK);
	cr_assert(known.struct_size == sizeof known && known.a == 1 && known.b == 2 && known.c == 0);
}

Test(abi, a_caller_of_the_same_age_is_copied)
{
	struct today given = { .struct_size = sizeof given, .a = 1, .b = 2, .c = 3 };
	struct today known;

	memset(&known, GUARD, sizeof known);
	cr_assert_eq(import(&known, &given), FM_OK);
	cr_assert_eq(memcmp(&known, &given, sizeof known), 0);
}

Test(abi, a_newer_caller_is_heard_iff_its_tail_is_zero)
{
	union {
		struct newer given;
		unsigned char bytes[sizeof(struct newer)];
	} caller;
	struct today known;

	for (size_t at = sizeof known; at < sizeof caller; at++) {
		caller.given = (struct newer){ .struct_size = sizeof caller, .a = 1, .b = 2, .c = 3 };
		cr_assert_eq(import(&known, &caller), FM_OK);
		cr_assert(known.struct_size == sizeof known && known.a == 1 && known.b == 2 && known.c == 3);
		caller.bytes[at] = 0x80;
		expect_refused(&caller, FM_E_ABI_FIELD);
	}
}

Test(abi, nothing_past_struct_size_is_read)
{
	union {
		struct newer given;
		unsigned char bytes[sizeof(struct newer)];
	} caller;

	for (size_t size = FIRST_SIZE; size <= sizeof caller; size++) {
		struct today known;

		memset(&caller, 0, size);
		memset(caller.bytes + size, 0xFF, sizeof caller - size);
		caller.given.struct_size = size;
		cr_assert_eq(import(&known, &caller), FM_OK);
		cr_assert(known.a == 0 && known.b == 0 && known.c == 0);
	}
}

Test(abi, the_largest_size_is_believed)
{
	static union {
		struct first given;
		unsigned char bytes[FM_STRUCT_SIZE_MAX];
	} caller;
	struct today known;

	caller.given.struct_size = sizeof caller;
	cr_assert_eq(fm_abi_check(&caller, FIRST_SIZE), FM_OK);
	cr_assert_eq(import(&known, &caller), FM_OK);
	caller.bytes[FM_STRUCT_SIZE_MAX - 1] = 1;
	cr_assert_eq(import(&known, &caller), FM_E_ABI_FIELD);
}

Test(abi, export_writes_what_both_sides_know)
{
	struct today known = { .a = 1, .b = 2, .c = 3 };
	union {
		struct newer out;
		unsigned char bytes[sizeof(struct newer)];
	} caller;

	for (size_t size = FIRST_SIZE; size <= sizeof caller; size++) {
		size_t common = size < sizeof known ? size : sizeof known;
		struct today want = known;

		memset(&caller, GUARD, sizeof caller);
		caller.out.struct_size = size;
		want.struct_size = common;
		fm_abi_export(&caller, &known, sizeof known);
		cr_assert_eq(memcmp(&caller, &want, common), 0);
		for (size_t at = common; at < sizeof caller; at++)
			cr_assert_eq(caller.bytes[at], GUARD);
	}
}

Test(abi, init_zeroes_and_stores_the_size)
{
	union {
		struct newer object;
		unsigned char bytes[sizeof(struct newer)];
	} caller;

	memset(&caller, GUARD, sizeof caller);
	fm_struct_init(&caller, sizeof(struct today));
	cr_assert(caller.object.struct_size == sizeof(struct today) && caller.object.a == 0 && caller.object.b == 0 && caller.object.c == 0);
	for (size_t at = sizeof(struct today); at < sizeof caller; at++)
		cr_assert_eq(caller.bytes[at], GUARD);
}

Test(abi, init_ignores_what_is_no_struct)
{
	unsigned char bytes[sizeof(size_t)];
	unsigned char before[sizeof bytes];

	memset(bytes, GUARD, sizeof bytes);
	memcpy(before, bytes, sizeof bytes);
	fm_struct_init(NULL, sizeof bytes);
	for (size_t size = 0; size < sizeof(size_t); size++)
		fm_struct_init(bytes, size);
	cr_assert_eq(memcmp(bytes, before, sizeof bytes), 0);
}

Test(abi, the_macros_set_the_size_and_zero_the_rest)
{
	struct today out = FM_STRUCT(struct today);
	const struct today *options = FM_OPTIONS(struct today, .c = 7);

	cr_assert(out.struct_size == sizeof out && out.a == 0 && out.b == 0 && out.c == 0);
	cr_assert(options->struct_size == sizeof *options && options->a == 0 && options->c == 7);
}
