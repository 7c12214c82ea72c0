/* SPDX-License-Identifier: MIT */
/** @file
 * The judge of arguments: each reason to refuse, in order, and what it says about it. */
#include "wraps.h"

static void nothing(void)
{
}

static fm_wrap_finding finding;

/** What the judge says of the arguments. */
static fm_status judge(const char *signature, void *const *arguments)
{
	fm_wrap *wrap = open_wrap(nothing, signature);
	fm_status status;

	memset(&finding, 0x5A, sizeof finding);
	status = fm_ffi_judge(wrap, arguments, &finding);
	cr_assert_eq(fm_ffi_judge(wrap, arguments, &finding), status);
	if (status != FM_OK)
		cr_assert(finding.status == status && finding.struct_size == sizeof finding);
	finding.function = finding.argument = NULL; /* they went with it */
	fm_wrap_unref(wrap);
	return status;
}

static fm_status judge_one(const char *signature, const void *pointer)
{
	return judge(signature, (void *[]){ &pointer });
}

Test(ffi_judge, directions_are_rights)
{
	cr_assert_eq(judge_one("void(in u8[256])", both), FM_OK);
	cr_assert_eq(judge_one("void(out u8[256])", both), FM_OK);
	cr_assert_eq(judge_one("void(inout u8[256])", both), FM_OK);
	cr_assert_eq(judge_one("void(in u8[256])", read_only), FM_OK);
	cr_assert_eq(judge_one("void(out u8[256])", read_only), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(judge_one("void(inout u8[256])", read_only), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(judge_one("void(in u8[256])", write_only), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(judge_one("void(inout u8[256])", write_only), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(judge_one("void(code)", both), FM_E_ACCESS_PERMISSION);
	cr_assert_eq(judge_one("void(dma in u8)", both), FM_E_ACCESS_DMA);
	cr_assert_eq(judge_one("void(handle)", (void *)1), FM_OK, "nobody follows it");
}

Test(ffi_judge, bounds_are_exact)
{
	cr_assert_eq(judge_one("void(in u8[257])", both), FM_E_ACCESS_BOUNDS);
	cr_assert(finding.address == (uintptr_t)both && finding.size == 257 && finding.index == 0 && finding.access == (FM_ACCESS_READ | FM_ACCESS_8));
	cr_assert_eq(judge_one("void(in u32[64])", both), FM_OK);
	cr_assert_eq(judge_one("void(in u32[65])", both), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(judge_one("void(in u8[18446744073709551615])", both), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(judge_one("void(in u8)", (void *)UINTPTR_MAX), FM_E_ACCESS_BOUNDS);
}

Test(ffi_judge, alignment_is_natural_unless_the_signature_says_so)
{
	cr_assert_eq(judge_one("void(in u32[2])", both + 2), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(finding.align, 1);
	cr_assert_eq(judge_one("void(in u32[2]@2)", both + 2), FM_OK);
	cr_assert_eq(judge_one("void(in u32[2]@2)", both + 1), FM_E_ACCESS_ALIGNMENT);
	cr_assert_eq(finding.align, 2);
	cr_assert_eq(judge_one("void(in void[8])", both + 1), FM_OK);
	cr_assert_eq(judge_one("void(in u8[8]@64)", both + 32), FM_E_ACCESS_ALIGNMENT);
	cr_assert(finding.align == 64 && finding.size == 8);
	cr_assert_eq(judge_one("void(in u8[8]@64)", both + 64), FM_OK);
	cr_assert_eq(judge_one("void(in ldouble)", both + 8), sizeof(long double) == 16 ? FM_E_ACCESS_ALIGNMENT : FM_OK);
}

Test(ffi_judge, null_is_refused_unless_it_may_be)
{
	cr_assert_eq(judge_one("void(in u8)", NULL), FM_E_ARGUMENT);
	cr_assert(finding.address == 0 && finding.size == 1);
	cr_assert_eq(judge_one("void(in u8?)", NULL), FM_OK);
	cr_assert_eq(judge_one("void(in str)", NULL), FM_E_ARGUMENT);
	cr_assert_eq(judge_one("void(in str?)", NULL), FM_OK);
	cr_assert_eq(judge_one("void(code)", NULL), FM_E_ARGUMENT);
	cr_assert_eq(judge_one("void(code?)", NULL), FM_OK);
	cr_assert_eq(judge_one("void(in u8?)", (void *)1), FM_E_ACCESS_BOUNDS);
}

Test(ffi_judge, no_bytes_are_no_access)
{
	void *wild = (void *)1, *none = NULL;
	uint32_t length = 0;

	cr_assert_eq(judge("void(in u8[n], u32 n)", (void *[]){ &wild, &length }), FM_OK);
	cr_assert_eq(judge("void(in u8[n], u32 n)", (void *[]){ &none, &length }), FM_OK);
	length = 1;
	cr_assert_eq(judge("void(in u8[n], u32 n)", (void *[]){ &none, &length }), FM_E_ARGUMENT);
}

Test(ffi_judge, impossible_lengths_are_refused)
{
	void *pointer = both;
	int32_t length = -1;
	uint64_t large = UINT64_MAX / 4 + 1;

	cr_assert_eq(judge("void(in u8[n], i32 n)", (void *[]){ &pointer, &length }), FM_E_RANGE);
	cr_assert(finding.size == 0 && finding.address == (uintptr_t)both);
	cr_assert_eq(judge("void(in u32[n], u64 n)", (void *[]){ &pointer, &large }), FM_E_RANGE);
	large--;
	cr_assert_eq(judge("void(in u32[n], u64 n)", (void *[]){ &pointer, &large }), FM_E_ACCESS_BOUNDS);
	pointer = NULL;
	cr_assert_eq(judge("void(in u8[n]?, i32 n)", (void *[]){ &pointer, &length }), FM_OK, "nothing is checked");
}

/** The length is read through a pointer that nothing vouches for. */
Test(ffi_judge, what_a_length_is_read_through_is_judged_first)
{
	uint32_t *wild = (void *)4, *fine = (void *)both;
	void *pointer = read_only;

	cr_assert_eq(judge("void(in u8[*n], in u32 n)", (void *[]){ &pointer, &wild }), FM_E_ACCESS_BOUNDS);
	cr_assert(finding.index == 1 && finding.address == 4);
	*fine = 256;
	cr_assert_eq(judge("void(in u8[*n], in u32 n)", (void *[]){ &pointer, &fine }), FM_OK);
	*fine = 257;
	cr_assert_eq(judge("void(in u8[*n], in u32 n)", (void *[]){ &pointer, &fine }), FM_E_ACCESS_BOUNDS);
	cr_assert(finding.index == 0 && finding.size == 257);
	fine = (void *)(both + 2);
	cr_assert_eq(judge("void(in u8[*n], in u32 n)", (void *[]){ &pointer, &fine }), FM_E_ACCESS_ALIGNMENT);
}

Test(ffi_judge, texts_end_where_they_may_be_read)
{
	memset(read_only, 'x', BYTES);
	cr_assert_eq(judge_one("void(in str)", read_only), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(finding.size, BYTES + 1);
	read_only[BYTES - 1] = '\0';
	cr_assert_eq(judge_one("void(in str)", read_only), FM_OK);
	cr_assert_eq(judge_one("void(in str[256])", read_only), FM_OK);
	cr_assert_eq(judge_one("void(in str[255])", read_only), FM_E_RANGE);
	cr_assert_eq(finding.size, 255);
	cr_assert_eq(judge_one("void(in str)", write_only), FM_E_ACCESS_PERMISSION);
}

Test(ffi_judge, the_first_argument_at_fault_is_named)
{
	void *fine = both, *wild = (void *)1;
	fm_wrap *wrap = open_wrap(nothing, "void move(out u8 to, in u8 from, in u8)");

	cr_assert_eq(fm_ffi_judge(wrap, (void *[]){ &fine, &wild, &wild }, &finding), FM_E_ACCESS_BOUNDS);
	cr_assert(finding.index == 1 && strcmp(finding.argument, "from") == 0 && strcmp(finding.function, "move") == 0);
	cr_assert_eq(fm_ffi_judge(wrap, (void *[]){ &fine, &fine, &wild }, &finding), FM_E_ACCESS_BOUNDS);
	cr_assert(finding.index == 2 && strcmp(finding.argument, "") == 0);
	fm_wrap_unref(wrap);
}
