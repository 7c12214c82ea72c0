/* SPDX-License-Identifier: MIT */
/** @file
 * The life of a wrapped function: options, the byte at fault of its signature, where its memory and its code come from, the end. */
#include "wraps.h"

#define UNTOUCHED ((fm_wrap *)both)

static void nothing(void)
{
}

static int one(void)
{
	return 1;
}

/** What the providers did. */
static struct {
	int out, drops, code_out, code_drops;
	size_t size, code_size;
	fm_status refusal, code_refusal;
} source;

static fm_status source_obtain(void *user, size_t size, size_t align, void **out)
{
	static FM_ALIGNED(16) unsigned char block[16384];

	cr_assert(user == &source && align == 16 && size <= sizeof block);
	source.size = size;
	if (source.refusal != FM_OK)
		return source.refusal;
	source.out++;
	memset(block, 0, size);
	*out = block;
	return FM_OK;
}

static void source_give_back(void *user, void *memory, size_t size, size_t align)
{
	cr_assert(user == &source && memory != NULL && size == source.size && align == 16 && source.drops == 0);
	source.out--;
}

static void source_drop(void *user)
{
	cr_assert_eq(user, &source);
	source.drops++;
}

static fm_status code_obtain(void *user, size_t size, void **writable, void **code)
{
	cr_assert(user == &source && size == sizeof(ffi_closure));
	source.code_size = size;
	if (source.code_refusal != FM_OK)
		return source.code_refusal;
	source.code_out++;
	return fm_code_default()->obtain(NULL, size, writable, code);
}

static void code_give_back(void *user, void *writable, size_t size)
{
	cr_assert(user == &source && size == source.code_size && source.code_drops == 0);
	source.code_out--;
	fm_code_default()->give_back(NULL, writable, size);
}

static void code_drop(void *user)
{
	cr_assert_eq(user, &source);
	source.code_drops++;
}

static const fm_memory_provider memory = { .struct_size = sizeof memory, .user = &source, .obtain = source_obtain, .give_back = source_give_back,
					   .drop = source_drop };
static const fm_code_provider code = { .struct_size = sizeof code, .user = &source, .obtain = code_obtain, .give_back = code_give_back, .drop = code_drop };

/** Options that open. */
static fm_wrap_options good(void)
{
	if (host == NULL)
		open_host();
	return (fm_wrap_options){ .struct_size = sizeof(fm_wrap_options), .function = (fm_function)one, .signature = "int()", .validator = host,
				  .provider = &memory, .code = &code };
}

/** Options that are refused; nothing may have changed. */
static fm_refusal refuse(fm_wrap_options options, fm_status want, const char *subject)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_wrap *out = UNTOUCHED;
	size_t at = 77;

	cr_assert_eq(fm_wrap_open(&options, &out, &at, &why), want, "%s %s", fm_status_name(why.status), why.subject);
	cr_assert(out == UNTOUCHED && at == 77 && source.out == 0 && source.code_out == 0 && source.drops == 0 && source.code_drops == 0);
	cr_assert_eq(why.status, want);
	cr_assert_str_eq(why.subject, subject);
	return why;
}

Test(wrap_open, options_are_judged)
{
	fm_wrap_options options = good();
	fm_wrap *out = UNTOUCHED;

	cr_assert_eq(fm_wrap_open(NULL, &out, NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_wrap_open(&options, NULL, NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(out, UNTOUCHED);
	options.function = NULL;
	refuse(options, FM_E_ARGUMENT, "options.function");
	options = good();
	options.signature = NULL;
	refuse(options, FM_E_ARGUMENT, "options.signature");
	options = good();
	options.validator = NULL;
	refuse(options, FM_E_ARGUMENT, "options.validator");
	options = good();
	options.flags = 2;
	refuse(options, FM_E_ARGUMENT, "options.flags");
	options = good();
	options.reserved = 1;
	refuse(options, FM_E_ARGUMENT, "options.flags");
	options = good();
	options.struct_size = 16;
	refuse(options, FM_E_ABI_SIZE, "");
}

Test(wrap_open, a_newer_caller_is_refused_only_for_what_it_sets)
{
	struct {
		fm_wrap_options known;
		uint64_t newer;
	} options = { .known = good() };
	fm_wrap *wrap = NULL;

	options.known.struct_size = sizeof options;
	cr_assert_eq(fm_wrap_open(&options.known, &wrap, NULL, NULL), FM_OK);
	fm_wrap_unref(wrap);
	options.newer = 1;
	cr_assert_eq(fm_wrap_open(&options.known, &wrap, NULL, NULL), FM_E_ABI_FIELD);
}

Test(wrap_open, a_result_for_refused_calls_is_one_of_the_type)
{
	fm_wrap_options options = good();
	int result = 1;

	options.refused_result = &result;
	refuse(options, FM_E_ARGUMENT, "options.refused_result_size");
	options.refused_result_size = 2;
	refuse(options, FM_E_ARGUMENT, "options.refused_result_size");
	options.refused_result_size = sizeof result;
	options.signature = "void()";
	refuse(options, FM_E_ARGUMENT, "options.refused_result_size");
}

Test(wrap_open, a_signature_at_fault_has_a_place)
{
	fm_wrap_options options = good();
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_wrap *out = UNTOUCHED;
	size_t at = 77;

	options.signature = "int(in u8[n] x, u9 n)";
	cr_assert_eq(fm_wrap_open(&options, &out, &at, &why), FM_E_SYNTAX);
	cr_assert(at == 16 && out == UNTOUCHED && source.size == 0);
	cr_assert_str_eq(why.subject, "type 'u9'");
	options.signature_length = 14;
	cr_assert_eq(fm_wrap_open(&options, &out, &at, NULL), FM_E_SYNTAX);
	cr_assert_eq(at, 14, "it ends there");
	cr_assert_eq(fm_wrap_open(&options, &out, NULL, NULL), FM_E_SYNTAX);
	cr_assert_null(fm_wrap_new(nothing, "void(...)", host));
}

Test(wrap_open, a_text_without_an_end_is_too_large)
{
	char text[FM_WRAP_SIGNATURE_MAX + 100];
	fm_wrap_options options = good();
	fm_wrap *out = UNTOUCHED;
	size_t at = 77;

	memset(text, 'x', sizeof text);
	options.signature = text;
	cr_assert_eq(fm_wrap_open(&options, &out, &at, NULL), FM_E_TOO_LARGE);
	cr_assert_eq(at, FM_WRAP_SIGNATURE_MAX);
}

Test(wrap_open, the_text_is_copied)
{
	char text[] = "int f(in u8 first)";
	fm_wrap_options options = good();
	fm_wrap *wrap = NULL;

	options.signature = text;
	options.refused = hear;
	options.user = &heard;
	cr_assert_eq(fm_wrap_open(&options, &wrap, NULL, NULL), FM_OK);
	memset(text, 'x', sizeof text);
	AS(int (*)(const void *), wrap)(NULL);
	cr_assert_str_eq(heard.function, "f");
	cr_assert_str_eq(heard.argument, "first");
	fm_wrap_unref(wrap);
}

Test(wrap_open, providers_give_and_get_back)
{
	fm_wrap_options options = good();
	fm_wrap *wrap = NULL;

	cr_assert_eq(fm_wrap_open(&options, &wrap, NULL, NULL), FM_OK);
	cr_assert(source.out == 1 && source.code_out == 1);
	cr_assert_eq(AS(int (*)(void), wrap)(), 1);
	cr_assert_eq(fm_wrap_close(wrap), FM_OK);
	cr_assert(source.out == 0 && source.code_out == 0 && source.drops == 1 && source.code_drops == 1);
}

Test(wrap_open, without_code_nobody_is_asked_for_any)
{
	fm_wrap_options options = good();
	fm_wrap *wrap = NULL;

	options.flags = FM_WRAP_WITHOUT_CODE;
	source.code_refusal = FM_E_NO_MEMORY;
	cr_assert_eq(fm_wrap_open(&options, &wrap, NULL, NULL), FM_OK);
	cr_assert_null(fm_wrap_function(wrap));
	cr_assert_eq(fm_wrap_close(wrap), FM_OK);
	cr_assert(source.drops == 1 && source.code_drops == 1);
}

Test(wrap_open, providers_may_refuse_and_must_be_whole)
{
	fm_wrap_options options = good();
	fm_memory_provider half = memory;
	fm_code_provider half_code = code;
	fm_refusal why;

	source.refusal = FM_E_NO_MEMORY;
	why = refuse(options, FM_E_NO_MEMORY, "wrapped function");
	cr_assert(why.asked >= sizeof(fm_wrap) && why.align == 16);
	source.refusal = FM_OK;
	source.code_refusal = FM_E_NO_MEMORY;
	why = refuse(options, FM_E_NO_MEMORY, "executable memory");
	cr_assert_eq(why.asked, sizeof(ffi_closure));
	source.code_refusal = FM_E_PERMISSION;
	refuse(options, FM_E_PERMISSION, "executable memory");
	source.code_refusal = FM_OK;
	half.give_back = NULL;
	options.provider = &half;
	refuse(options, FM_E_ARGUMENT, "options.provider");
	options.provider = &memory;
	half_code.obtain = NULL;
	options.code = &half_code;
	refuse(options, FM_E_ARGUMENT, "options.code");
}

Test(wrap_open, references_keep_it)
{
	fm_wrap_options options = good();
	fm_wrap *wrap = NULL;

	cr_assert_eq(fm_wrap_open(&options, &wrap, NULL, NULL), FM_OK);
	cr_assert_eq(fm_wrap_ref(wrap), wrap);
	cr_assert_eq(fm_wrap_close(wrap), FM_E_BUSY);
	cr_assert_eq(fm_validator_close(host), FM_E_BUSY, "it holds its validator");
	fm_wrap_unref(wrap);
	cr_assert(source.out == 1 && source.drops == 0);
	fm_wrap_unref(wrap);
	cr_assert(source.out == 0 && source.drops == 1);
	cr_assert_eq(fm_validator_close(host), FM_OK);
}

Test(wrap_open, null_is_fine_or_a_status)
{
	cr_assert_null(fm_wrap_ref(NULL));
	fm_wrap_unref(NULL);
	cr_assert_eq(fm_wrap_close(NULL), FM_E_ARGUMENT);
	cr_assert_null(fm_wrap_function(NULL));
	cr_assert_null(fm_wrap_new(NULL, "void()", NULL));
}

Test(wrap_open, many_may_be_open)
{
	static fm_wrap *wraps[500];

	open_host();
	for (int i = 0; i < 500; i++)
		cr_assert_not_null(wraps[i] = fm_wrap_new((fm_function)one, "int()", host));
	for (int i = 0; i < 500; i++)
		cr_assert_eq(AS(int (*)(void), wraps[i])(), 1);
	for (int i = 0; i < 500; i++)
		cr_assert_eq(fm_wrap_close(wraps[i]), FM_OK);
}
