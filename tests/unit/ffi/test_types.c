/* SPDX-License-Identifier: MIT */
/** @file
 * Types by name: C's sizes, numbers read with their sign, results as a closure returns them. */
#include "wraps.h"

#define HAS(name, type, wanted_kind) \
	do { \
		const fm_ffi_type *found = fm_ffi_find_type(name, sizeof name - 1); \
		cr_assert(found != NULL && found->size == sizeof(type) && found->kind == (wanted_kind) && found->known->size == sizeof(type), name); \
	} while (0)

Test(ffi_types, are_what_c_has)
{
	HAS("u8", uint8_t, FM_FFI_UNSIGNED);
	HAS("i8", int8_t, FM_FFI_SIGNED);
	HAS("u16", uint16_t, FM_FFI_UNSIGNED);
	HAS("i16", int16_t, FM_FFI_SIGNED);
	HAS("u32", uint32_t, FM_FFI_UNSIGNED);
	HAS("i32", int32_t, FM_FFI_SIGNED);
	HAS("u64", uint64_t, FM_FFI_UNSIGNED);
	HAS("i64", int64_t, FM_FFI_SIGNED);
	HAS("f32", float, FM_FFI_FLOATING);
	HAS("f64", double, FM_FFI_FLOATING);
	HAS("bool", _Bool, FM_FFI_UNSIGNED);
	HAS("char", char, (char)-1 < 0 ? FM_FFI_SIGNED : FM_FFI_UNSIGNED);
	HAS("schar", signed char, FM_FFI_SIGNED);
	HAS("uchar", unsigned char, FM_FFI_UNSIGNED);
	HAS("short", short, FM_FFI_SIGNED);
	HAS("ushort", unsigned short, FM_FFI_UNSIGNED);
	HAS("int", int, FM_FFI_SIGNED);
	HAS("uint", unsigned, FM_FFI_UNSIGNED);
	HAS("long", long, FM_FFI_SIGNED);
	HAS("ulong", unsigned long, FM_FFI_UNSIGNED);
	HAS("llong", long long, FM_FFI_SIGNED);
	HAS("ullong", unsigned long long, FM_FFI_UNSIGNED);
	HAS("size", size_t, FM_FFI_UNSIGNED);
	HAS("ssize", ptrdiff_t, FM_FFI_SIGNED);
	HAS("intptr", intptr_t, FM_FFI_SIGNED);
	HAS("uintptr", uintptr_t, FM_FFI_UNSIGNED);
	HAS("ptrdiff", ptrdiff_t, FM_FFI_SIGNED);
	HAS("float", float, FM_FFI_FLOATING);
	HAS("double", double, FM_FFI_FLOATING);
	HAS("ldouble", long double, FM_FFI_FLOATING);
	HAS("handle", void *, FM_FFI_HANDLE);
	HAS("code", void *, FM_FFI_CODE);
}

Test(ffi_types, are_found_whole_or_not_at_all)
{
	cr_assert_null(fm_ffi_find_type("u", 1));
	cr_assert_null(fm_ffi_find_type("u88", 3));
	cr_assert_null(fm_ffi_find_type("U8", 2));
	cr_assert_null(fm_ffi_find_type("", 0));
	cr_assert_null(fm_ffi_find_type("void", 4));
	cr_assert_eq(fm_ffi_find_type("u8x", 2), fm_ffi_find_type("u8", 2));
}

/** Reads eight bytes as the type has them. */
static fm_status read_as(const char *name, int64_t value, uint64_t *out)
{
	return fm_ffi_read_number(fm_ffi_find_type(name, strlen(name)), &value, out);
}

Test(ffi_types, numbers_are_read_and_negative_ones_refused)
{
	static const char *const is_signed[] = { "i8", "i16", "i32", "i64" }, *const is_unsigned[] = { "u8", "u16", "u32", "u64" };
	static const uint64_t most[] = { UINT8_MAX, UINT16_MAX, UINT32_MAX, UINT64_MAX };
	uint64_t out;

	for (int i = 0; i < 4; i++) {
		out = 77;
		cr_assert_eq(read_as(is_signed[i], -1, &out), FM_E_RANGE);
		cr_assert_eq(out, 77, "a failure changes nothing");
		cr_assert_eq(read_as(is_unsigned[i], -1, &out), FM_OK);
		cr_assert_eq(out, most[i]);
		cr_assert_eq(read_as(is_signed[i], (int64_t)(most[i] / 2), &out), FM_OK);
		cr_assert_eq(out, most[i] / 2);
		cr_assert_eq(read_as(is_signed[i], (int64_t)(most[i] / 2 + 1), &out), FM_E_RANGE);
		cr_assert_eq(read_as(is_signed[i], 0, &out), FM_OK);
		cr_assert_eq(out, 0);
	}
}

/** Widens and narrows again. */
static void round_trip(const char *name, const void *value, fm_ffi_result *wide)
{
	const fm_ffi_type *type = fm_ffi_find_type(name, strlen(name));
	unsigned char back[sizeof(fm_ffi_result) + 1];

	memset(wide, 0xA5, sizeof *wide);
	memset(back, 0x5A, sizeof back);
	fm_ffi_widen(type, value, wide);
	fm_ffi_narrow(type, wide, back);
	cr_assert_eq(memcmp(back, value, type->size == 16 ? 10 : type->size), 0, "%s", name); /* a long double has padding */
	cr_assert_eq(back[type->size], 0x5A, "not a byte more than the type has");
}

Test(ffi_types, results_are_whole_words)
{
	fm_ffi_result wide;

	round_trip("i8", &(int8_t){ -2 }, &wide);
	cr_assert_eq(wide.signed_word, -2);
	round_trip("u8", &(uint8_t){ 254 }, &wide);
	cr_assert_eq(wide.word, 254);
	round_trip("i16", &(int16_t){ -2 }, &wide);
	cr_assert_eq(wide.signed_word, -2);
	round_trip("u16", &(uint16_t){ 65534 }, &wide);
	cr_assert_eq(wide.word, 65534);
	round_trip("i32", &(int32_t){ INT32_MIN }, &wide);
	cr_assert_eq(wide.signed_word, INT32_MIN);
	round_trip("u32", &(uint32_t){ UINT32_MAX }, &wide);
	cr_assert_eq(wide.word, UINT32_MAX);
	round_trip("i64", &(int64_t){ INT64_MIN }, &wide);
	round_trip("u64", &(uint64_t){ UINT64_MAX - 1 }, &wide);
	round_trip("f32", &(float){ 1.5f }, &wide);
	round_trip("f64", &(double){ -1.5 }, &wide);
	round_trip("ldouble", &(long double){ 1.25L }, &wide);
	round_trip("handle", &(void *){ both }, &wide);
}
