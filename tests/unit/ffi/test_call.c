/* SPDX-License-Identifier: MIT */
/** @file
 * Calls: every kind of value goes through unchanged, a refused call is not made, and all are counted. */
#include "wraps.h"

#include <errno.h>

static unsigned made;

static int8_t small(int8_t a, uint8_t b, int16_t c, uint16_t d)
{
	made++;
	return (int8_t)(a + b + c + d);
}

static uint64_t numbers(uint64_t a, int64_t b, uint32_t c, int32_t d, int e, long f, size_t g, unsigned char h)
{
	made++;
	return a + (uint64_t)b * 2 + c * 3u + (uint64_t)d * 5 + (uint64_t)e * 7 + (uint64_t)f * 11 + g * 13 + h * 17u;
}

static double floats(float a, double b, long double c, double *out)
{
	made++;
	*out = (double)c;
	return (double)a + b;
}

static float half(float a)
{
	return a / 2;
}

static long double twice(long double a)
{
	return a * 2;
}

static _Bool is_odd(unsigned a)
{
	return a & 1;
}

static void *same(void *a)
{
	return a;
}

static void count(void)
{
	made++;
}

static int touch(const unsigned char *from)
{
	made++;
	errno = ERANGE;
	return *from;
}

Test(ffi_call, every_kind_of_value_goes_through)
{
	fm_wrap *wrap = open_wrap((fm_function)small, "i8(i8, u8, i16, u16)");

	cr_assert_eq(AS(int8_t(*)(int8_t, uint8_t, int16_t, uint16_t), wrap)(-100, 3, -7, 9), -95);
	fm_wrap_unref(wrap);
	wrap = open_wrap((fm_function)numbers, "u64(u64, i64, u32, i32, int, long, size, uchar)");
	cr_assert_eq(AS(uint64_t(*)(uint64_t, int64_t, uint32_t, int32_t, int, long, size_t, unsigned char), wrap)(UINT64_MAX, INT64_MIN, 3, -4, -5, -6, 7, 255),
		     numbers(UINT64_MAX, INT64_MIN, 3, -4, -5, -6, 7, 255));
	fm_wrap_unref(wrap);
	wrap = open_wrap((fm_function)floats, "f64(f32, double, ldouble, out f64)");
	cr_assert_eq(AS(double (*)(float, double, long double, double *), wrap)(0.5f, 0.25, 3.0L, (double *)both), 0.75);
	cr_assert_eq(*(double *)both, 3.0);
	fm_wrap_unref(wrap);
	wrap = open_wrap((fm_function)half, "float(float)");
	cr_assert_eq(AS(float (*)(float), wrap)(3.0f), 1.5f);
	fm_wrap_unref(wrap);
	wrap = open_wrap((fm_function)twice, "ldouble(ldouble)");
	cr_assert_eq(AS(long double (*)(long double), wrap)(1.25L), 2.5L);
	fm_wrap_unref(wrap);
	wrap = open_wrap((fm_function)is_odd, "bool(uint)");
	cr_assert(AS(_Bool(*)(unsigned), wrap)(7) && !AS(_Bool(*)(unsigned), wrap)(8));
	fm_wrap_unref(wrap);
	wrap = open_wrap((fm_function)same, "handle(handle)");
	cr_assert_eq(AS(void *(*)(void *), wrap)(both), both);
	fm_wrap_unref(wrap);
	wrap = open_wrap((fm_function)count, "void(void)");
	AS(void (*)(void), wrap)();
	cr_assert_eq(made, 5, "one of them by its own name");
	fm_wrap_unref(wrap);
}

static int32_t sum_of_all(int32_t a0, int32_t a1, int32_t a2, int32_t a3, int32_t a4, int32_t a5, int32_t a6, int32_t a7, int32_t a8, int32_t a9, int32_t a10,
			  int32_t a11, int32_t a12, int32_t a13, int32_t a14, const int32_t *a15)
{
	return a0 + 2 * a1 + 3 * a2 + 4 * a3 + 5 * a4 + 6 * a5 + 7 * a6 + 8 * a7 + 9 * a8 + 10 * a9 + 11 * a10 + 12 * a11 + 13 * a12 + 14 * a13 + 15 * a14 + 16 * *a15;
}

Test(ffi_call, many_arguments_keep_their_order)
{
	fm_wrap *wrap = open_wrap((fm_function)sum_of_all, "i32(i32,i32,i32,i32,i32,i32,i32,i32,i32,i32,i32,i32,i32,i32,i32,in i32)");
	int32_t (*wrapped)(int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t,
			   const int32_t *);

	wrapped = (int32_t (*)(int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t, int32_t,
			       int32_t, const int32_t *))fm_wrap_function(wrap);
	*(int32_t *)(void *)both = 16;
	cr_assert_eq(wrapped(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, (void *)both), 1496);
	fm_wrap_unref(wrap);
}

Test(ffi_call, a_refused_call_is_not_made)
{
	fm_wrap *wrap = open_wrap((fm_function)touch, "int touch(in u8 from)");

	errno = 77;
	cr_assert_eq(AS(int (*)(const unsigned char *), wrap)((const unsigned char *)8), 0);
	cr_assert(made == 0 && errno == 77, "errno stays");
	cr_assert(heard_count == 1 && heard.status == FM_E_ACCESS_BOUNDS && heard.address == 8 && heard.size == 1 && heard.index == 0);
	cr_assert(strcmp(heard.function, "touch") == 0 && strcmp(heard.argument, "from") == 0);
	both[5] = 9;
	cr_assert_eq(AS(int (*)(const unsigned char *), wrap)(both + 5), 9);
	cr_assert(made == 1 && errno == ERANGE && heard_count == 1, "and of a call that is made it is the function's");
	fm_wrap_unref(wrap);
}

/** A result for refused calls, seen by the caller as its own type. */
static fm_wrap *open_with_result(fm_function function, const char *signature, const void *result, size_t size)
{
	fm_wrap *wrap = NULL;

	if (host == NULL)
		open_host();
	cr_assert_eq(fm_wrap_open(FM_OPTIONS(fm_wrap_options, .function = function, .signature = signature, .validator = host, .refused_result = result,
					     .refused_result_size = size),
				  &wrap, NULL, NULL),
		     FM_OK);
	return wrap;
}

Test(ffi_call, a_refused_call_returns_what_the_host_chose)
{
	fm_wrap *wrap = open_with_result((fm_function)touch, "int(in u8)", &(int){ -1 }, sizeof(int));

	cr_assert_eq(AS(int (*)(const void *), wrap)(NULL), -1);
	fm_wrap_unref(wrap);
	wrap = open_with_result((fm_function)touch, "i8(in u8)", &(int8_t){ -128 }, 1);
	cr_assert_eq(AS(int8_t(*)(const void *), wrap)(NULL), -128);
	fm_wrap_unref(wrap);
	wrap = open_with_result((fm_function)touch, "u64(in u8)", &(uint64_t){ UINT64_MAX - 1 }, 8);
	cr_assert_eq(AS(uint64_t(*)(const void *), wrap)(NULL), UINT64_MAX - 1);
	fm_wrap_unref(wrap);
	wrap = open_with_result((fm_function)touch, "double(in u8)", &(double){ 0.5 }, sizeof(double));
	cr_assert_eq(AS(double (*)(const void *), wrap)(NULL), 0.5);
	fm_wrap_unref(wrap);
	wrap = open_with_result((fm_function)touch, "float(in u8)", &(float){ 0.25f }, sizeof(float));
	cr_assert_eq(AS(float (*)(const void *), wrap)(NULL), 0.25f);
	fm_wrap_unref(wrap);
	wrap = open_with_result((fm_function)touch, "ldouble(in u8)", &(long double){ 0.125L }, sizeof(long double));
	cr_assert_eq(AS(long double (*)(const void *), wrap)(NULL), 0.125L);
	fm_wrap_unref(wrap);
	wrap = open_with_result((fm_function)touch, "handle(in u8)", &(void *){ both }, sizeof(void *));
	cr_assert_eq(AS(void *(*)(const void *), wrap)(NULL), both);
	fm_wrap_unref(wrap);
	wrap = open_with_result((fm_function)touch, "void(in u8)", NULL, 0);
	AS(void (*)(const void *), wrap)(NULL);
	fm_wrap_unref(wrap);
	cr_assert_eq(made, 0);
}

static fm_wrap_usage usage_of(const fm_wrap *wrap)
{
	fm_wrap_usage usage = FM_STRUCT(fm_wrap_usage);

	cr_assert_eq(fm_wrap_get_usage(wrap, &usage), FM_OK);
	return usage;
}

static fm_wrap *inner;

/** Calls itself wrapped, and sees how many of it run; nobody can close it meanwhile. */
static int recurse(const unsigned char *depth)
{
	cr_assert_eq(usage_of(inner).running, *depth);
	cr_assert_eq(fm_wrap_close(inner), FM_E_BUSY);
	if (*depth == 5)
		return 1;
	((unsigned char *)both)[*depth] = (unsigned char)(*depth + 1);
	return 1 + AS(int (*)(const unsigned char *), inner)(both + *depth);
}

Test(ffi_call, calls_are_counted_and_may_nest)
{
	inner = open_wrap((fm_function)recurse, "int(in u8)");
	cr_assert(usage_of(inner).calls == 0 && usage_of(inner).running == 0);
	read_only[0] = 1;
	cr_assert_eq(AS(int (*)(const unsigned char *), inner)(read_only), 5);
	cr_assert(usage_of(inner).calls == 5 && usage_of(inner).refused == 0 && usage_of(inner).running == 0);
	AS(int (*)(const unsigned char *), inner)(NULL);
	cr_assert(usage_of(inner).calls == 6 && usage_of(inner).refused == 1 && heard_count == 1);
	cr_assert_eq(fm_wrap_close(inner), FM_OK);
}

/** What hears of a refusal may call, even the same function, and may not close it. */
static void hear_and_call(void *user, const fm_wrap_finding *finding)
{
	fm_wrap *wrap = *(fm_wrap **)user;

	cr_assert(finding->status == FM_E_ARGUMENT && usage_of(wrap).running == 1 && fm_wrap_close(wrap) == FM_E_BUSY);
	cr_assert_eq(AS(int (*)(const void *), wrap)(both), both[0]);
	errno = EIO;
}

Test(ffi_call, who_hears_of_a_refusal_may_call)
{
	fm_wrap *wrap = NULL;

	open_host();
	both[0] = 42;
	cr_assert_eq(fm_wrap_open(FM_OPTIONS(fm_wrap_options, .function = (fm_function)touch, .signature = "int(in u8)", .validator = host,
					     .refused = hear_and_call, .user = &wrap),
				  &wrap, NULL, NULL),
		     FM_OK);
	errno = 77;
	cr_assert_eq(AS(int (*)(const void *), wrap)(NULL), 0);
	cr_assert(errno == 77 && made == 1);
	cr_assert_eq(fm_wrap_close(wrap), FM_OK);
}

Test(ffi_call, usage_is_an_output_struct)
{
	fm_wrap *wrap = open_wrap(count, "void()");
	fm_wrap_usage usage = { .struct_size = 8, .calls = 77 };

	cr_assert_eq(fm_wrap_get_usage(NULL, &usage), FM_E_ARGUMENT);
	cr_assert_eq(fm_wrap_get_usage(wrap, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_wrap_get_usage(wrap, &usage), FM_E_ABI_SIZE);
	cr_assert_eq(usage.calls, 77);
	fm_wrap_unref(wrap);
}

Test(ffi_call, works_without_code_too)
{
	fm_wrap *wrap = NULL;
	void *pointer = both, *wild = (void *)1;
	int result = 77;

	open_host();
	both[0] = 200;
	cr_assert_eq(fm_wrap_open(FM_OPTIONS(fm_wrap_options, .function = (fm_function)touch, .signature = "int(in u8)", .validator = host,
					     .flags = FM_WRAP_WITHOUT_CODE, .refused = hear, .user = &heard),
				  &wrap, NULL, NULL),
		     FM_OK);
	cr_assert_null(fm_wrap_function(wrap));
	cr_assert_eq(fm_wrap_call(wrap, (void *[]){ &pointer }, &result), FM_OK);
	cr_assert(result == 200 && made == 1);
	result = 77;
	cr_assert_eq(fm_wrap_call(wrap, (void *[]){ &wild }, &result), FM_E_ACCESS_BOUNDS);
	cr_assert(result == 77 && made == 1 && heard_count == 1, "a failure leaves the result");
	cr_assert_eq(fm_wrap_call(NULL, (void *[]){ &pointer }, &result), FM_E_ARGUMENT);
	cr_assert_eq(fm_wrap_call(wrap, NULL, &result), FM_E_ARGUMENT);
	cr_assert_eq(fm_wrap_call(wrap, (void *[]){ NULL }, &result), FM_E_ARGUMENT);
	cr_assert_eq(fm_wrap_call(wrap, (void *[]){ &pointer }, NULL), FM_E_ARGUMENT);
	cr_assert(result == 77 && usage_of(wrap).calls == 2 && usage_of(wrap).refused == 1);
	fm_wrap_unref(wrap);
	wrap = open_wrap(count, "void()");
	cr_assert_eq(fm_wrap_call(wrap, NULL, NULL), FM_OK);
	fm_wrap_unref(wrap);
}

/** The result has exactly the bytes of its type. */
Test(ffi_call, a_result_is_not_wider_than_its_type)
{
	fm_wrap *wrap = open_wrap((fm_function)small, "i8(i8, u8, i16, u16)");
	int8_t result[2] = { 0, 77 };

	cr_assert_eq(fm_wrap_call(wrap, (void *[]){ &(int8_t){ -1 }, &(uint8_t){ 2 }, &(int16_t){ -3 }, &(uint16_t){ 4 } }, result), FM_OK);
	cr_assert(result[0] == 2 && result[1] == 77);
	fm_wrap_unref(wrap);
}
