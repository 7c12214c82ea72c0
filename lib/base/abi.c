/* SPDX-License-Identifier: MIT */
/** @file
 * Size-first structs: what is believed, what is copied, what a zero tail is. */
#include "base/abi.h"

#include "base/memory.h"

/** The first member of a size-first struct of any type. */
static size_t read_struct_size(const void *object)
{
	size_t size;

	memcpy(&size, object, sizeof size);
	return size;
}

static void write_struct_size(void *object, size_t size)
{
	memcpy(object, &size, sizeof size);
}

static int is_zero(const unsigned char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (bytes[i] != 0)
			return 0;
	return 1;
}

fm_status fm_abi_check(const void *out, size_t first_size)
{
	if (out == NULL)
		return FM_E_ARGUMENT;

	size_t size = read_struct_size(out);

	return size < first_size || size > FM_STRUCT_SIZE_MAX ? FM_E_ABI_SIZE : FM_OK;
}

fm_status fm_abi_import(void *known, size_t known_size, size_t first_size, const void *given)
{
	fm_status status = fm_abi_check(given, first_size);

	if (status != FM_OK)
		return status;

	size_t given_size = read_struct_size(given);
	size_t common = given_size < known_size ? given_size : known_size;

	if (!is_zero((const unsigned char *)given + common, given_size - common))
		return FM_E_ABI_FIELD;

	memcpy(known, given, common);
	memset((unsigned char *)known + common, 0, known_size - common);
	write_struct_size(known, known_size);
	return FM_OK;
}

void fm_abi_export(void *out, const void *known, size_t known_size)
{
	size_t out_size = read_struct_size(out);
	size_t common = out_size < known_size ? out_size : known_size;

	memcpy(out, known, common);
	write_struct_size(out, common);
}

void fm_struct_init(void *object, size_t struct_size)
{
	if (object == NULL || struct_size < sizeof struct_size)
		return;

	memset(object, 0, struct_size);
	write_struct_size(object, struct_size);
}
