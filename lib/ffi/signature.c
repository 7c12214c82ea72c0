/* SPDX-License-Identifier: MIT */
/** @file
 * Signatures from text, by the grammar of wrap.h. Total: any bytes give a signature, or a status with the byte at fault. Names in lengths are
 * looked up when all parameters are known, as a length may stand before what it names. */
#include "ffi/signature.h"

#include <flightmem/checked.h>
#include <string.h>

#include "base/refuse.h"
#include "base/scan.h"

/** A word of the text. */
struct word {
	size_t at, length;
};

struct parser {
	fm_scan scan;
	fm_ffi_signature *out;
	struct word lengths[FM_WRAP_PARAMETERS_MAX][FM_WRAP_FACTORS_MAX]; /**< the names that factors stand for */
	fm_status status;
	size_t fault;
	fm_refusal *what;
};

/** Says what is wrong, and where. Always 0, which every reader here returns on failure. */
static int fail(struct parser *parser, fm_status status, size_t at, const char *subject)
{
	parser->status = status;
	parser->fault = at;
	fm_refusal_set_subject(parser->what, subject);
	return 0;
}

/** The same about a word of the text: "type 'u9'". */
static int fail_word(struct parser *parser, fm_status status, struct word word, const char *kind)
{
	char name[FM_SUBJECT_BYTES];
	size_t length = word.length < sizeof name ? word.length : sizeof name - 1;

	memcpy(name, parser->scan.text + word.at, length);
	name[length] = '\0';
	fail(parser, status, word.at, "");
	fm_refusal_set_quoted(parser->what, kind, name);
	return 0;
}

static int is_word_byte(int byte, int is_first)
{
	return byte == '_' || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (!is_first && byte >= '0' && byte <= '9');
}

/** Reads the word that comes next; its length is 0 where none does. Passes the spaces around it. */
static struct word read_word(struct parser *parser)
{
	struct word word = { .length = 0 };

	fm_scan_skip_spaces(&parser->scan);
	word.at = parser->scan.at;
	while (is_word_byte(fm_scan_peek(&parser->scan, 0), word.length == 0)) {
		parser->scan.at++;
		word.length++;
	}
	fm_scan_skip_spaces(&parser->scan);
	return word;
}

static int is(const struct parser *parser, struct word word, const char *name)
{
	return strlen(name) == word.length && memcmp(parser->scan.text + word.at, name, word.length) == 0;
}

static int accept(struct parser *parser, char byte)
{
	int there = fm_scan_accept(&parser->scan, byte);

	fm_scan_skip_spaces(&parser->scan);
	return there;
}

static int expect(struct parser *parser, char byte, const char *subject)
{
	return accept(parser, byte) || fail(parser, FM_E_SYNTAX, parser->scan.at, subject);
}

/** A type that stands by itself; what is none gets the reason that fits. */
static const fm_ffi_type *find_type(struct parser *parser, struct word word)
{
	const fm_ffi_type *type = fm_ffi_find_type(parser->scan.text + word.at, word.length);

	if (type != NULL)
		return type;
	if (is(parser, word, "struct"))
		fail(parser, FM_E_UNSUPPORTED, word.at, "a struct by value");
	else if (is(parser, word, "union"))
		fail(parser, FM_E_UNSUPPORTED, word.at, "a union by value");
	else if (word.length == 0 && fm_scan_peek(&parser->scan, 0) == '.')
		fail(parser, FM_E_UNSUPPORTED, word.at, "variable arguments");
	else if (word.length == 0)
		fail(parser, FM_E_SYNTAX, word.at, "a type is missing");
	else
		fail_word(parser, FM_E_SYNTAX, word, "type");
	return NULL;
}

/** Reads digits up to `max`. */
static int read_digits(struct parser *parser, uint64_t max, fm_status too_large, uint64_t *out)
{
	fm_scan_number number = fm_scan_number_begin(max);
	size_t at = parser->scan.at;

	if (fm_scan_digits(&parser->scan, 10, &number) == 0)
		return fail(parser, FM_E_SYNTAX, at, "a number is missing");
	fm_scan_skip_spaces(&parser->scan);
	if (number.too_large_at != FM_SCAN_NOWHERE)
		return fail(parser, too_large, number.too_large_at, "a number");
	*out = number.value;
	return 1;
}

/** Multiplies the constant part of a length. */
static int read_constant(struct parser *parser, fm_ffi_parameter *parameter)
{
	size_t at = parser->scan.at;
	uint64_t number = 0;

	if (!read_digits(parser, UINT64_MAX, FM_E_RANGE, &number))
		return 0;
	if (number == 0 || fm_multiply_checked(parameter->unit, number, &parameter->unit) != FM_OK)
		return fail(parser, FM_E_RANGE, at, "a length");
	return 1;
}

/** A number, a name, or what a name points to. */
static int read_factor(struct parser *parser, fm_ffi_parameter *parameter)
{
	struct word *names = parser->lengths[parser->out->count];
	size_t at = parser->scan.at;
	uint8_t through;

	if (fm_scan_is_digit(fm_scan_peek(&parser->scan, 0), 10))
		return read_constant(parser, parameter);
	if (parameter->factor_count == FM_WRAP_FACTORS_MAX)
		return fail(parser, FM_E_TOO_LARGE, at, "names in a length");
	through = (uint8_t)accept(parser, '*');

	struct word name = read_word(parser);

	if (name.length == 0)
		return fail(parser, FM_E_SYNTAX, name.at, "a length is missing");
	names[parameter->factor_count] = name;
	parameter->factors[parameter->factor_count++] = (fm_ffi_factor){ .through = through };
	return 1;
}

static int read_length(struct parser *parser, fm_ffi_parameter *parameter)
{
	parameter->is_single = 0;
	do {
		if (!read_factor(parser, parameter))
			return 0;
	} while (accept(parser, '*'));
	return expect(parser, ']', "']' is missing");
}

/** Reads what stands behind '@'. Elements that may lie below their own alignment are accessed by no width. */
static int read_alignment(struct parser *parser, fm_ffi_parameter *parameter)
{
	size_t at = parser->scan.at;
	uint64_t align = 0;

	if (!read_digits(parser, UINT32_MAX, FM_E_ALIGNMENT, &align))
		return 0;
	if (align == 0 || (align & (align - 1)) != 0)
		return fail(parser, FM_E_ALIGNMENT, at, "an alignment");
	parameter->mask = (uint32_t)align - 1;
	if (parameter->type != NULL && align < parameter->type->size)
		parameter->access &= FM_ACCESS_READ | FM_ACCESS_WRITE | FM_ACCESS_DMA;
	return 1;
}

/** The width of an element as an access has it; 0: none of them. */
static uint32_t width_of(uint32_t size)
{
	return size == 1 || size == 2 || size == 4 || size == 8 ? FM_ACCESS_8 * size : 0;
}

/** Reads the element that a direction stands before. */
static int read_element(struct parser *parser, fm_ffi_parameter *parameter)
{
	struct word word = read_word(parser);

	parameter->unit = 1;
	if (is(parser, word, "str")) {
		if (parameter->access & FM_ACCESS_WRITE)
			return fail(parser, FM_E_SYNTAX, word.at, "'str' is 'in' only");
		parameter->is_text = 1;
		parameter->access |= FM_ACCESS_8;
		return 1;
	}
	if (is(parser, word, "void"))
		return fm_scan_peek(&parser->scan, 0) == '[' || fail(parser, FM_E_SYNTAX, parser->scan.at, "a length is missing");
	parameter->type = fm_ffi_find_type(parser->scan.text + word.at, word.length);
	if (parameter->type == NULL || parameter->type->kind == FM_FFI_CODE)
		return fail_word(parser, FM_E_SYNTAX, word, "element");
	parameter->unit = parameter->type->size;
	parameter->access |= width_of(parameter->type->size);
	parameter->mask = width_of(parameter->type->size) != 0 ? 0 : parameter->type->known->alignment - 1u;
	return 1;
}

/** Reads a pointer behind its direction. */
static int read_pointer(struct parser *parser, fm_ffi_parameter *parameter)
{
	parameter->is_pointer = parameter->is_single = 1;
	if (!read_element(parser, parameter))
		return 0;
	if (accept(parser, '[') && !read_length(parser, parameter))
		return 0;
	if (accept(parser, '@') && !read_alignment(parser, parameter))
		return 0;
	parameter->nullable = (uint8_t)accept(parser, '?');
	return 1;
}

/** FM_ACCESS_... of a direction; 0 iff the word is none. */
static uint32_t direction_of(const struct parser *parser, struct word word)
{
	if (is(parser, word, "in"))
		return FM_ACCESS_READ;
	if (is(parser, word, "out"))
		return FM_ACCESS_WRITE;
	return is(parser, word, "inout") ? FM_ACCESS_READ | FM_ACCESS_WRITE : 0;
}

/** Reads a value whose type is `word`. */
static int read_value(struct parser *parser, struct word word, fm_ffi_parameter *parameter)
{
	parameter->type = find_type(parser, word);
	if (parameter->type == NULL)
		return 0;
	if (parameter->type->kind == FM_FFI_CODE) {
		parameter->access = FM_ACCESS_EXECUTE;
		parameter->unit = 1;
		parameter->is_single = 1;
		parameter->nullable = (uint8_t)accept(parser, '?');
	}
	return 1;
}

static int is_named(const struct parser *parser, const fm_ffi_parameter *parameter, struct word name)
{
	return parameter->name_length == name.length && memcmp(parser->scan.text + parameter->name, parser->scan.text + name.at, name.length) == 0;
}

/** Reads the name of a parameter, which no earlier one may have. */
static int read_name(struct parser *parser, fm_ffi_parameter *parameter)
{
	struct word name = read_word(parser);

	parameter->name = name.length == 0 ? FM_FFI_NO_NAME : (uint16_t)name.at;
	parameter->name_length = (uint16_t)name.length;
	for (uint8_t i = 0; i < parser->out->count && name.length != 0; i++)
		if (is_named(parser, &parser->out->parameters[i], name))
			return fail_word(parser, FM_E_SYNTAX, name, "again");
	return 1;
}

static int read_parameter(struct parser *parser)
{
	fm_ffi_parameter parameter = { .access = 0 };
	struct word word = read_word(parser);

	if (parser->out->count == FM_WRAP_PARAMETERS_MAX)
		return fail(parser, FM_E_TOO_LARGE, word.at, "parameters");
	if (is(parser, word, "dma")) {
		parameter.access = FM_ACCESS_DMA;
		word = read_word(parser);
	}

	uint32_t direction = direction_of(parser, word);

	if (parameter.access != 0 && direction == 0)
		return fail(parser, FM_E_SYNTAX, word.at, "a direction is missing");
	parameter.access |= direction;
	if (!(direction != 0 ? read_pointer(parser, &parameter) : read_value(parser, word, &parameter)) || !read_name(parser, &parameter))
		return 0;
	parser->out->parameters[parser->out->count++] = parameter;
	return 1;
}

/** Passes "void" if it is all that stands between the parentheses. */
static int accept_no_parameters(struct parser *parser)
{
	size_t before = parser->scan.at;
	struct word word = read_word(parser);

	if ((word.length == 0 || is(parser, word, "void")) && fm_scan_peek(&parser->scan, 0) == ')')
		return 1;
	parser->scan.at = before;
	return 0;
}

/** Reads everything up to the end of the text. */
static int read_signature(struct parser *parser)
{
	struct word word = read_word(parser);

	if (!is(parser, word, "void")) {
		parser->out->result = find_type(parser, word);
		if (parser->out->result == NULL)
			return 0;
	}
	word = read_word(parser);
	parser->out->name = word.length == 0 ? FM_FFI_NO_NAME : (uint16_t)word.at;
	parser->out->name_length = (uint16_t)word.length;
	if (!expect(parser, '(', "'(' is missing"))
		return 0;
	if (!accept_no_parameters(parser)) {
		do {
			if (!read_parameter(parser))
				return 0;
		} while (accept(parser, ','));
	}
	if (!expect(parser, ')', "')' is missing"))
		return 0;
	return parser->scan.at == parser->scan.length || fail(parser, FM_E_SYNTAX, parser->scan.at, "something behind the end");
}

/** A parameter that a length can be read from, or through. */
static int is_length(const fm_ffi_parameter *parameter, int through)
{
	int is_number = parameter->type != NULL && parameter->type->kind <= FM_FFI_SIGNED;

	if (!through)
		return is_number && !parameter->is_pointer;
	return is_number && parameter->is_pointer && parameter->is_single && !parameter->nullable && (parameter->access & FM_ACCESS_READ);
}

/** Finds what a name of a length stands for. */
static int resolve(struct parser *parser, struct word name, fm_ffi_factor *factor)
{
	const fm_ffi_signature *out = parser->out;
	uint8_t i = 0;

	while (i < out->count && !is_named(parser, &out->parameters[i], name))
		i++;
	if (i == out->count)
		return fail_word(parser, FM_E_NOT_FOUND, name, "length");
	if (!is_length(&out->parameters[i], factor->through))
		return fail_word(parser, FM_E_ARGUMENT, name, "length");
	factor->parameter = i;
	return 1;
}

static int resolve_all(struct parser *parser)
{
	for (uint8_t i = 0; i < parser->out->count; i++) {
		fm_ffi_parameter *parameter = &parser->out->parameters[i];

		for (uint8_t j = 0; j < parameter->factor_count; j++)
			if (!resolve(parser, parser->lengths[i][j], &parameter->factors[j]))
				return 0;
	}
	return 1;
}

/** True iff some length is read through the parameter. */
static int is_read_through(const fm_ffi_signature *signature, uint8_t index)
{
	for (uint8_t i = 0; i < signature->count; i++) {
		const fm_ffi_parameter *parameter = &signature->parameters[i];

		for (uint8_t j = 0; j < parameter->factor_count; j++)
			if (parameter->factors[j].through && parameter->factors[j].parameter == index)
				return 1;
	}
	return 0;
}

/** What lengths are read through is checked before it is read. */
static void set_order(fm_ffi_signature *signature)
{
	for (int through = 1; through >= 0; through--)
		for (uint8_t i = 0; i < signature->count; i++)
			if (signature->parameters[i].access != 0 && is_read_through(signature, i) == through)
				signature->order[signature->checked++] = i;
}

fm_status fm_ffi_parse(const char *text, size_t length, fm_ffi_signature *out, size_t *error_at, fm_refusal *what)
{
	struct parser parser = { .scan = fm_scan_begin(text, length), .out = out, .what = what };

	memset(out, 0, sizeof *out);
	if (length > FM_WRAP_SIGNATURE_MAX)
		fail(&parser, FM_E_TOO_LARGE, FM_WRAP_SIGNATURE_MAX, "the signature");
	else if (read_signature(&parser) && resolve_all(&parser))
		set_order(out);
	*error_at = parser.fault;
	return parser.status;
}
