/* SPDX-License-Identifier: MIT */
/** @file
 * Lengths at run time: products of any numbers that never wrap. */
#include "wraps.h"

static fm_ffi_signature signature;

/** The length of the first parameter. */
static fm_status length(const char *text, void *const *arguments, uint64_t *bytes)
{
	size_t at;
	fm_refusal what;

	cr_assert_eq(fm_ffi_parse(text, strlen(text), &signature, &at, &what), FM_OK);
	return fm_ffi_length(&signature, &signature.parameters[0], arguments, bytes);
}

Test(ffi_length, is_the_product_of_its_factors)
{
	void *none = NULL;
	int16_t a = 3;
	uint64_t b = 5, bytes = 77;
	uint32_t behind = 7;
	uint32_t *through = &behind;
	void *arguments[] = { &none, &a, &b, &through };

	cr_assert(length("void(in u16 x)", arguments, &bytes) == FM_OK && bytes == 2);
	cr_assert(length("void(in u32[6] x)", arguments, &bytes) == FM_OK && bytes == 24);
	cr_assert(length("void(in u32[a] x, i16 a)", arguments, &bytes) == FM_OK && bytes == 12);
	cr_assert(length("void(in u32[2 * a * b] x, i16 a, u64 b)", arguments, &bytes) == FM_OK && bytes == 120);
	cr_assert(length("void(in void[*c * a] x, i16 a, u64 b, in u32 c)", arguments, &bytes) == FM_OK && bytes == 21);
	b = 0;
	cr_assert(length("void(in u32[a * b] x, i16 a, u64 b)", arguments, &bytes) == FM_OK && bytes == 0);
}

Test(ffi_length, negative_and_impossible_ones_are_refused)
{
	void *none = NULL;
	int16_t a = -1;
	uint64_t b = UINT64_MAX, bytes = 77;
	int8_t behind = INT8_MIN;
	int8_t *through = &behind;
	void *arguments[] = { &none, &a, &b, &through };

	cr_assert_eq(length("void(in u8[a] x, i16 a)", arguments, &bytes), FM_E_RANGE);
	cr_assert_eq(length("void(in u16[b] x, i16 a, u64 b)", arguments, &bytes), FM_E_RANGE);
	cr_assert_eq(length("void(in u8[b * b] x, i16 a, u64 b)", arguments, &bytes), FM_E_RANGE);
	cr_assert_eq(length("void(in u8[*c] x, i16 a, u64 b, in i8 c)", arguments, &bytes), FM_E_RANGE);
	cr_assert_eq(bytes, 77, "a failure changes nothing");
	cr_assert_eq(length("void(in u8[b] x, i16 a, u64 b)", arguments, &bytes), FM_OK);
	cr_assert_eq(bytes, UINT64_MAX);
}
