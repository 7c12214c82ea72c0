/* SPDX-License-Identifier: MIT */
/** @file
 * Signatures: what each says, each refusal with its byte, and any bytes at all. */
#include "wraps.h"

#include <stdio.h>

static fm_ffi_signature signature;

static void parse(const char *text)
{
	size_t at = 77;
	fm_refusal what = FM_STRUCT(fm_refusal);
	fm_status status = fm_ffi_parse(text, strlen(text), &signature, &at, &what);

	cr_assert_eq(status, FM_OK, "%s: %s at %zu: %s", text, fm_status_name(status), at, what.subject);
}

/** `text` up to a '!' is fine: there is the byte at fault. */
static void refuse(const char *marked, fm_status want, const char *subject)
{
	char text[2 * FM_WRAP_SIGNATURE_MAX];
	size_t fault = strcspn(marked, "!"), at = 77;
	fm_refusal what = FM_STRUCT(fm_refusal);
	fm_status status;

	memcpy(text, marked, fault);
	strcpy(text + fault, marked + fault + (marked[fault] == '!'));
	status = fm_ffi_parse(text, strlen(text), &signature, &at, &what);
	cr_assert_eq(status, want, "%s: %s", text, fm_status_name(status));
	cr_assert_eq(at, fault, "%s: at %zu", text, at);
	cr_assert_str_eq(what.subject, subject, "%s: %s", text, what.subject);
}

static const fm_ffi_parameter *at(unsigned index)
{
	return &signature.parameters[index];
}

Test(ffi_signature, says_what_each_argument_is)
{
	parse("void(out u8[len] dst, in u8[len] src, size len)");
	cr_assert(signature.result == NULL && signature.name == FM_FFI_NO_NAME && signature.count == 3);
}

Test(ffi_signature, says_what_is_checked)
{
	parse("void(out u8[len] dst, in u8[len] src, size len)");
	cr_assert(signature.checked == 2 && signature.order[0] == 0 && signature.order[1] == 1);
	cr_assert(at(0)->access == (FM_ACCESS_WRITE | FM_ACCESS_8) && at(0)->unit == 1 && at(0)->factor_count == 1 && at(0)->factors[0].parameter == 2);
	cr_assert(at(1)->access == (FM_ACCESS_READ | FM_ACCESS_8) && at(1)->name == 33 && at(1)->name_length == 3 && !at(1)->factors[0].through);
	cr_assert(at(2)->access == 0 && !at(2)->is_pointer && at(2)->type == fm_ffi_find_type("size", 4));
}

Test(ffi_signature, lengths_are_products_and_may_be_read_through_pointers)
{
	parse(" int  compress2 ( out u8 [ * room ] to , inout ulong room , in u32 [ 4 * n * * room * 3 ] @ 16 ? from , uint n ) ");
	cr_assert(signature.name == 6 && signature.name_length == 9 && signature.result == fm_ffi_find_type("int", 3));
	cr_assert(signature.checked == 3 && signature.order[0] == 1 && signature.order[1] == 0 && signature.order[2] == 2, "what is read through comes first");
	cr_assert(at(0)->factors[0].through && at(0)->factors[0].parameter == 1 && !at(0)->is_single && at(1)->is_single);
	cr_assert(at(2)->unit == 4 * 4 * 3 && at(2)->factor_count == 2 && at(2)->mask == 15 && at(2)->nullable);
	cr_assert(at(2)->access == (FM_ACCESS_READ | FM_ACCESS_32));
}

Test(ffi_signature, widths_are_those_of_elements)
{
	parse("void(in u8, in i16, in f32, in double, in ldouble, in handle, in void[3], in u64@4, in u64@64, dma out u16@2, in str)");
	cr_assert(at(0)->access == (FM_ACCESS_READ | FM_ACCESS_8) && at(1)->access == (FM_ACCESS_READ | FM_ACCESS_16));
	cr_assert(at(2)->access == (FM_ACCESS_READ | FM_ACCESS_32) && at(3)->access == (FM_ACCESS_READ | FM_ACCESS_64));
	cr_assert(at(4)->access == FM_ACCESS_READ && at(4)->mask == _Alignof(long double) - 1 && at(4)->unit == sizeof(long double));
	cr_assert(at(5)->unit == sizeof(void *) && at(6)->access == FM_ACCESS_READ && at(6)->unit == 3 && at(6)->type == NULL);
	cr_assert(at(7)->access == FM_ACCESS_READ && at(7)->mask == 3, "packed: no width");
	cr_assert(at(8)->access == (FM_ACCESS_READ | FM_ACCESS_64) && at(8)->mask == 63);
	cr_assert(at(9)->access == (FM_ACCESS_WRITE | FM_ACCESS_DMA | FM_ACCESS_16));
	cr_assert(at(10)->is_text && at(10)->is_single && at(10)->access == (FM_ACCESS_READ | FM_ACCESS_8));
	cr_assert_eq(signature.checked, 11);
}

Test(ffi_signature, values_are_not_checked_but_code_is)
{
	parse("handle(handle, code, code?, f64 out, int in)");
	cr_assert(signature.checked == 2 && signature.order[0] == 1 && at(1)->access == FM_ACCESS_EXECUTE && !at(1)->nullable && at(2)->nullable);
	cr_assert(at(3)->name_length == 3 && at(4)->name_length == 2, "words of the grammar may be names");
	parse("void()");
	cr_assert_eq(signature.count, 0);
	parse("u8 ( void )");
	cr_assert_eq(signature.count, 0);
}

Test(ffi_signature, has_limits_and_reaches_them)
{
	char text[FM_WRAP_SIGNATURE_MAX + 2];
	size_t length = 0, where;
	fm_refusal what;

	length += (size_t)sprintf(text, "void(int");
	for (int i = 1; i < FM_WRAP_PARAMETERS_MAX; i++)
		length += (size_t)sprintf(text + length, ",int");
	sprintf(text + length, ")");
	parse(text);
	cr_assert_eq(signature.count, FM_WRAP_PARAMETERS_MAX);
	sprintf(text + length, ",!int)");
	refuse(text, FM_E_TOO_LARGE, "parameters");

	parse("void(in u8[a*a*a*a*9], int a)");
	refuse("void(in u8[a*a*a*a*!a], int a)", FM_E_TOO_LARGE, "names in a length");

	memset(text, ' ', sizeof text);
	memcpy(text, "void()", 6);
	cr_assert_eq(fm_ffi_parse(text, FM_WRAP_SIGNATURE_MAX, &signature, &where, &what), FM_OK);
	cr_assert_eq(fm_ffi_parse(text, FM_WRAP_SIGNATURE_MAX + 1, &signature, &where, &what), FM_E_TOO_LARGE);
	cr_assert_eq(where, FM_WRAP_SIGNATURE_MAX);
}

Test(ffi_signature, by_value_and_variable_are_refused_by_name)
{
	refuse("int(int, !...)", FM_E_UNSUPPORTED, "variable arguments");
	refuse("int(in str format, !...)", FM_E_UNSUPPORTED, "variable arguments");
	refuse("void(!struct point p)", FM_E_UNSUPPORTED, "a struct by value");
	refuse("!struct point()", FM_E_UNSUPPORTED, "a struct by value");
	refuse("void(int, !union u)", FM_E_UNSUPPORTED, "a union by value");
}

Test(ffi_signature, what_is_none_is_refused_where_it_is_wrong)
{
	refuse("!", FM_E_SYNTAX, "a type is missing");
	refuse("!u9()", FM_E_SYNTAX, "type 'u9'");
	refuse("void!", FM_E_SYNTAX, "'(' is missing");
	refuse("void f!* ()", FM_E_SYNTAX, "'(' is missing");
	refuse("void(int!", FM_E_SYNTAX, "')' is missing");
	refuse("void(int,!)", FM_E_SYNTAX, "a type is missing");
	refuse("void(int)!;", FM_E_SYNTAX, "something behind the end");
	refuse("void(!void x)", FM_E_SYNTAX, "type 'void'");
	refuse("void(!const)", FM_E_SYNTAX, "type 'const'");
	refuse("void(!U8)", FM_E_SYNTAX, "type 'U8'");
	refuse("void(in !)", FM_E_SYNTAX, "element ''");
	refuse("void(in !struct x)", FM_E_SYNTAX, "element 'struct'");
	refuse("void(in !code x)", FM_E_SYNTAX, "element 'code'");
	refuse("void(in void !x)", FM_E_SYNTAX, "a length is missing");
	refuse("void(out !str x)", FM_E_SYNTAX, "'str' is 'in' only");
	refuse("void(inout !str x)", FM_E_SYNTAX, "'str' is 'in' only");
	refuse("void(dma !u8 x)", FM_E_SYNTAX, "a direction is missing");
	refuse("void(in u8[!] x)", FM_E_SYNTAX, "a length is missing");
	refuse("void(in u8[2 !n] x)", FM_E_SYNTAX, "']' is missing");
	refuse("void(in u8[2*!] x)", FM_E_SYNTAX, "a length is missing");
	refuse("void(in u8@!x)", FM_E_SYNTAX, "a number is missing");
	refuse("void(handle!? x)", FM_E_SYNTAX, "')' is missing");
	refuse("void(int x, int y, in u8 !x)", FM_E_SYNTAX, "again 'x'");
	refuse("void(int x!\ty)", FM_E_SYNTAX, "')' is missing");
}

Test(ffi_signature, lengths_are_judged)
{
	refuse("void(in u8[!n] x)", FM_E_NOT_FOUND, "length 'n'");
	refuse("void(in u8[!x] x)", FM_E_ARGUMENT, "length 'x'");
	refuse("void(in u8[!f] x, float f)", FM_E_ARGUMENT, "length 'f'");
	refuse("void(in u8[!h] x, handle h)", FM_E_ARGUMENT, "length 'h'");
	refuse("void(in u8[!p] x, in size p)", FM_E_ARGUMENT, "length 'p'");
	refuse("void(in u8[*!n] x, size n)", FM_E_ARGUMENT, "length 'n'");
	refuse("void(in u8[*!p] x, out size p)", FM_E_ARGUMENT, "length 'p'");
	refuse("void(in u8[*!p] x, in size? p)", FM_E_ARGUMENT, "length 'p'");
	refuse("void(in u8[*!p] x, in size[2] p)", FM_E_ARGUMENT, "length 'p'");
	refuse("void(in u8[*!p] x, in double p)", FM_E_ARGUMENT, "length 'p'");
	refuse("void(in u8[*!p] x, in str p)", FM_E_ARGUMENT, "length 'p'");
	refuse("void(in u8[!0] x)", FM_E_RANGE, "a length");
	refuse("void(in u8[1844674407370955161!6] x)", FM_E_RANGE, "a number");
	refuse("void(in u16[!18446744073709551615] x)", FM_E_RANGE, "a length");
	refuse("void(in u8[4294967296*!4294967296] x)", FM_E_RANGE, "a length");
	parse("void(in u8[18446744073709551615] x)");
	refuse("void(in u8@!3 x)", FM_E_ALIGNMENT, "an alignment");
	refuse("void(in u8@!0 x)", FM_E_ALIGNMENT, "an alignment");
	refuse("void(in u8@429496729!6 x)", FM_E_ALIGNMENT, "a number");
	parse("void(in u8@2147483648 x)");
	cr_assert_eq(at(0)->mask, 0x7FFFFFFF);
}

static uint64_t dice(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/** A text is read to its end, or the byte at fault lies within it; lengths name what can be a length. */
static fm_status try_bytes(const char *text, size_t length)
{
	size_t fault = FM_WRAP_SIGNATURE_MAX + 1;
	fm_refusal what = FM_STRUCT(fm_refusal);
	fm_status status = fm_ffi_parse(text, length, &signature, &fault, &what);

	if (status != FM_OK) {
		cr_assert(fault <= length && what.subject[0] != '\0', "%.*s", (int)length, text);
		return status;
	}
	for (unsigned i = 0; i < signature.count; i++)
		for (unsigned j = 0; j < at(i)->factor_count; j++) {
			const fm_ffi_parameter *named = at(at(i)->factors[j].parameter);

			cr_assert(named->type->kind <= FM_FFI_SIGNED && named->is_pointer == at(i)->factors[j].through);
		}
	return FM_OK;
}

Test(ffi_signature, any_bytes_are_judged)
{
	static const char good[] = "int f(out u8[*room] to, inout ulong room, in u32[4 * n]@16? from, uint n, code? c, in str[9] s, dma in void[n] d)";
	static const char pieces[] = "u8|in|out|inout|void|str|[|]|*|@|?|(|)|,| |n|size|4|18446744073709551615|handle|code|dma|...|struct|_x9";
	char text[FM_WRAP_SIGNATURE_MAX];
	uint64_t state = 88172645463325252u;
	unsigned fine = 0;

	for (int round = 0; round < 100000; round++) {
		size_t length = sizeof good - 1;

		memcpy(text, good, length);
		if (round % 3 == 0) { /* some bytes changed */
			for (unsigned i = 0; i <= dice(&state) % 3; i++)
				text[dice(&state) % length] = (char)dice(&state);
		} else if (round % 3 == 1) { /* cut, and its end repeated */
			length = dice(&state) % length;
			memmove(text + length, text + length / 2, length - length / 2);
			length += length - length / 2;
		} else { /* pieces in any order */
			length = 0;
			for (unsigned i = 0; i < dice(&state) % 24; i++) {
				size_t from = dice(&state) % (sizeof pieces - 1);

				while (pieces[from] != '|' && pieces[from] != '\0')
					text[length++] = pieces[from++];
			}
		}
		fine += try_bytes(text, length) == FM_OK;
	}
	cr_assert(fine > 100 && fine < 90000, "%u of 100,000 are signatures", fine);
}
