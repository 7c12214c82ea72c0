/* SPDX-License-Identifier: MIT */
/** @file
 * Any bytes at all as a signature, and what follows them as the arguments of a call: a status with its place, or a judge that reads nothing outside
 * the one buffer that the validator knows, and lets nothing outside pass. For libFuzzer with the address sanitizer. */
#include <stdlib.h>
#include <string.h>

#include "ffi/wrap.h"

enum { BUFFER = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void nothing(void)
{
}

static void must(int condition)
{
	if (!condition)
		abort();
}

static fm_status obtain(void *user, size_t size, size_t align, void **out)
{
	*out = calloc(1, size);
	must(user == NULL && align == 16 && *out != NULL);
	return FM_OK;
}

static void give_back(void *user, void *memory, size_t size, size_t align)
{
	(void)user, (void)size, (void)align;
	free(memory);
}

static const fm_memory_provider heap = { .struct_size = sizeof heap, .obtain = obtain, .give_back = give_back };

/** The next bytes as a value; an even first byte makes it an address in or about the buffer. */
static uint64_t next_value(const uint8_t **data, size_t *size, const unsigned char *buffer)
{
	uint64_t value = 0;
	size_t taken = *size < sizeof value ? *size : sizeof value;

	memcpy(&value, *data, taken);
	*data += taken;
	*size -= taken;
	return value & 1 ? value >> 1 : (uintptr_t)buffer + (value >> 1) % (BUFFER + 8) - 4;
}

/** The bytes of an argument reckoned with twice the width; at least 2^64 where they don't fit. */
static fm_uint128 bytes_of(const fm_wrap *wrap, const fm_ffi_parameter *parameter, void *const *arguments)
{
	fm_uint128 product = parameter->unit;
	int is_zero = 0;

	for (uint8_t i = 0; i < parameter->factor_count; i++) {
		const fm_ffi_factor *factor = &parameter->factors[i];
		const void *from = factor->through ? *(void *const *)arguments[factor->parameter] : arguments[factor->parameter];
		uint64_t number = 0;

		must(fm_ffi_read_number(wrap->signature.parameters[factor->parameter].type, from, &number) == FM_OK);
		is_zero |= number == 0;
		if (product <= UINT64_MAX)
			product *= number;
	}
	return is_zero ? 0 : product;
}

/** An argument that passed lies in the buffer, and is as aligned as it shall be. */
static void hold_one(const fm_wrap *wrap, const fm_ffi_parameter *parameter, void *const *arguments, uintptr_t address, const unsigned char *buffer)
{
	uint64_t offset = address - (uintptr_t)buffer;
	fm_uint128 bytes = parameter->is_text && parameter->is_single ? 1 : bytes_of(wrap, parameter, arguments);

	if (bytes == 0)
		return;
	must(offset < BUFFER && (address & parameter->mask) == 0);
	if (parameter->is_text)
		must(memchr((const char *)address, '\0', BUFFER - offset) != NULL);
	else
		must(bytes <= BUFFER - offset);
}

static void hold(const fm_wrap *wrap, void *const *arguments, const unsigned char *buffer)
{
	for (uint8_t i = 0; i < wrap->signature.checked; i++) {
		uint8_t index = wrap->signature.order[i];
		const fm_ffi_parameter *parameter = &wrap->signature.parameters[index];
		uintptr_t address = *(const uintptr_t *)arguments[index];

		if (address != 0 || !parameter->nullable)
			hold_one(wrap, parameter, arguments, address, buffer);
	}
}

static void call(const fm_wrap *wrap, const uint8_t *data, size_t size, unsigned char *buffer)
{
	uint64_t values[FM_WRAP_PARAMETERS_MAX][2] = { { 0 } };
	void *arguments[FM_WRAP_PARAMETERS_MAX];
	fm_wrap_finding finding = { .struct_size = 0 };
	char text[200];

	for (uint8_t i = 0; i < wrap->signature.count; i++) {
		values[i][0] = next_value(&data, &size, buffer);
		arguments[i] = values[i];
	}
	memset(buffer, 0x11, BUFFER);
	memcpy(buffer, data, size < BUFFER ? size : BUFFER);
	if (fm_ffi_judge(wrap, arguments, &finding) == FM_OK)
		hold(wrap, arguments, buffer);
	else
		must(finding.status != FM_OK && fm_wrap_finding_format(&finding, text, sizeof text) > 10);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t length = size > 0 && data[0] < size ? data[0] : 0, at = SIZE_MAX;
	unsigned char *buffer = malloc(BUFFER);
	fm_validator_region region = { .base = (uintptr_t)buffer, .size = BUFFER, .access = FM_ACCESS_READ | FM_ACCESS_WRITE };
	fm_validator *validator = NULL;
	fm_wrap *wrap = NULL;
	char *text;

	if (length == 0 || buffer == NULL) {
		free(buffer);
		return 0;
	}
	text = malloc(length); /* ends where the sanitizer sees it */
	must(text != NULL && fm_validator_open(FM_OPTIONS(fm_validator_options, .regions = &region, .region_count = 1, .provider = &heap), &validator, NULL) == FM_OK);
	memcpy(text, data + 1, length);
	if (fm_wrap_open(FM_OPTIONS(fm_wrap_options, .function = nothing, .signature = text, .signature_length = length, .validator = validator,
				    .provider = &heap, .flags = FM_WRAP_WITHOUT_CODE),
			 &wrap, &at, NULL) == FM_OK)
		call(wrap, data + 1 + length, size - 1 - length, buffer);
	else
		must(at <= length && wrap == NULL);
	fm_wrap_unref(wrap);
	must(fm_validator_close(validator) == FM_OK);
	free(text);
	free(buffer);
	return 0;
}
