/* SPDX-License-Identifier: MIT */
/** @file
 * The types of signatures, one table. C's own are what they are on the platform that this is compiled for. */
#include "ffi/types.h"

#include <string.h>
#include <sys/types.h>

#define BY_SIZE(type, one, two, four, eight) (sizeof(type) == 1 ? &(one) : sizeof(type) == 2 ? &(two) : sizeof(type) == 4 ? &(four) : &(eight))
#define UNSIGNED(name, type) \
	{ name, BY_SIZE(type, ffi_type_uint8, ffi_type_uint16, ffi_type_uint32, ffi_type_uint64), sizeof(type), FM_FFI_UNSIGNED }
#define SIGNED(name, type) \
	{ name, BY_SIZE(type, ffi_type_sint8, ffi_type_sint16, ffi_type_sint32, ffi_type_sint64), sizeof(type), FM_FFI_SIGNED }

static const fm_ffi_type types[] = {
	UNSIGNED("u8", uint8_t),
	UNSIGNED("u16", uint16_t),
	UNSIGNED("u32", uint32_t),
	UNSIGNED("u64", uint64_t),
	SIGNED("i8", int8_t),
	SIGNED("i16", int16_t),
	SIGNED("i32", int32_t),
	SIGNED("i64", int64_t),
	{ "f32", &ffi_type_float, sizeof(float), FM_FFI_FLOATING },
	{ "f64", &ffi_type_double, sizeof(double), FM_FFI_FLOATING },
	UNSIGNED("bool", _Bool),
	{ "char", (char)-1 < 0 ? &ffi_type_sint8 : &ffi_type_uint8, 1, (char)-1 < 0 ? FM_FFI_SIGNED : FM_FFI_UNSIGNED },
	SIGNED("schar", signed char),
	UNSIGNED("uchar", unsigned char),
	SIGNED("short", short),
	UNSIGNED("ushort", unsigned short),
	SIGNED("int", int),
	UNSIGNED("uint", unsigned),
	SIGNED("long", long),
	UNSIGNED("ulong", unsigned long),
	SIGNED("llong", long long),
	UNSIGNED("ullong", unsigned long long),
	UNSIGNED("size", size_t),
	SIGNED("ssize", ssize_t),
	SIGNED("intptr", intptr_t),
	UNSIGNED("uintptr", uintptr_t),
	SIGNED("ptrdiff", ptrdiff_t),
	{ "float", &ffi_type_float, sizeof(float), FM_FFI_FLOATING },
	{ "double", &ffi_type_double, sizeof(double), FM_FFI_FLOATING },
	{ "ldouble", &ffi_type_longdouble, sizeof(long double), FM_FFI_FLOATING },
	{ "handle", &ffi_type_pointer, sizeof(void *), FM_FFI_HANDLE },
	{ "code", &ffi_type_pointer, sizeof(void *), FM_FFI_CODE },
};

const fm_ffi_type *fm_ffi_find_type(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
		if (strlen(types[i].name) == length && memcmp(types[i].name, name, length) == 0)
			return &types[i];
	return NULL;
}

static uint64_t read_unsigned(uint32_t size, const void *from)
{
	uint64_t eight = 0;
	uint32_t four = 0;
	uint16_t two = 0;

	switch (size) {
	case 1: return *(const uint8_t *)from;
	case 2: memcpy(&two, from, sizeof two); return two;
	case 4: memcpy(&four, from, sizeof four); return four;
	default: memcpy(&eight, from, sizeof eight); return eight;
	}
}

/** The number with the sign of its highest bit in all bits above. */
static uint64_t extend_sign(uint32_t size, uint64_t number)
{
	uint64_t sign = UINT64_C(1) << (size * 8 - 1);

	return (number ^ sign) - sign;
}

fm_status fm_ffi_read_number(const fm_ffi_type *type, const void *from, uint64_t *out)
{
	uint64_t number = read_unsigned(type->size, from);

	if (type->kind == FM_FFI_SIGNED && (number >> (type->size * 8 - 1)) != 0)
		return FM_E_RANGE;
	*out = number;
	return FM_OK;
}

/** True iff a result of the type is a whole ffi_arg to libffi, and not what it is in memory. */
static int is_word(const fm_ffi_type *type)
{
	return type->kind <= FM_FFI_SIGNED && type->size <= sizeof(ffi_arg);
}

void fm_ffi_widen(const fm_ffi_type *type, const void *from, fm_ffi_result *result)
{
	uint64_t number;

	if (!is_word(type)) {
		memcpy(result, from, type->size);
		return;
	}
	number = read_unsigned(type->size, from);
	result->word = (ffi_arg)(type->kind == FM_FFI_SIGNED ? extend_sign(type->size, number) : number);
}

void fm_ffi_narrow(const fm_ffi_type *type, const fm_ffi_result *result, void *to)
{
	uint64_t eight = result->word;
	uint32_t four = (uint32_t)eight;
	uint16_t two = (uint16_t)eight;
	uint8_t one = (uint8_t)eight;

	if (!is_word(type))
		memcpy(to, result, type->size);
	else
		memcpy(to, type->size == 1 ? (void *)&one : type->size == 2 ? (void *)&two : type->size == 4 ? (void *)&four : (void *)&eight, type->size);
}
