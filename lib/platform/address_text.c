/* SPDX-License-Identifier: MIT */
/** @file
 * Addresses of a platform as text, with the names of its address spaces.
 *
 *     text = [ name ":" ] address
 *
 * `7E:0000` is an address without a name, for no space is called as a number (scripts/generate-platforms.py). */
#include "base/scan.h"
#include "base/text.h"
#include "platform/rows.h"

/** Bytes of the longest address: `0x` or a colon, 16 digits, the end mark. */
#define ADDRESS_TEXT_MAX 20

/** Bytes before the first colon; the whole length iff there is none. */
static size_t bytes_before_colon(const fm_scan *scan)
{
	size_t count = 0;

	while (count < scan->length && scan->text[count] != ':')
		count++;
	return count;
}

/** True iff the `length` bytes at `text` are `id`. */
static int is_id(const char *id, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (id[i] == 0 || id[i] != text[i])
			return 0;
	return id[length] == 0;
}

/** The address space that is called like that; FM_NONE iff there is none. */
static uint32_t space_called(const fm_profile *profile, const char *text, size_t length)
{
	for (uint32_t index = 0; index < profile->space_count; index++)
		if (is_id(fm_rows_text(profile, fm_rows_space(profile, index)->id), text, length))
			return index;
	return FM_NONE;
}

/** True iff the bytes can be the name of a space: a letter first, and not a number in hexadecimal. */
static int is_name(const char *text, size_t length)
{
	int number = 1;

	for (size_t i = 0; i < length; i++) {
		char low = (char)(text[i] | 0x20);
		int letter = low >= 'a' && low <= 'z';
		int digit = text[i] >= '0' && text[i] <= '9';

		if (!letter && (i == 0 || (!digit && text[i] != '_' && text[i] != '-')))
			return 0;
		number = number && fm_scan_is_digit(text[i], 16);
	}
	return !number;
}

fm_status fm_profile_address_parse(const fm_profile *profile, const char *text, size_t length, fm_address *out, size_t *error_at)
{
	if (profile == NULL || text == NULL || out == NULL)
		return FM_E_ARGUMENT;

	fm_scan scan = fm_scan_begin(text, length);
	size_t before = bytes_before_colon(&scan);

	if (profile->space_count == 0)
		return FM_E_NOT_FOUND;

	size_t begin = 0;
	uint32_t space = 0;

	if (before < scan.length && is_name(text, before)) {
		space = space_called(profile, text, before);
		if (space == FM_NONE)
			return FM_E_NOT_FOUND;
		begin = before + 1;
	}

	fm_address address = { .space = space };
	size_t at = 0;
	fm_status status = fm_address_parse(text + begin, scan.length - begin, fm_rows_space(profile, space)->width_bits, &address.value, &at);

	if (status == FM_OK)
		*out = address;
	else if (error_at != NULL)
		*error_at = begin + at;
	return status;
}

size_t fm_profile_address_format(const fm_profile *profile, fm_address address, char *buffer, size_t capacity)
{
	const struct fm_table_space *space = profile == NULL ? NULL : fm_rows_space(profile, address.space);
	fm_text text = fm_text_begin(buffer, capacity);
	char number[ADDRESS_TEXT_MAX];

	if (space != NULL && fm_address_format(address.value, space->width_bits, space->style, number, sizeof number) != 0) {
		if (address.space != 0) {
			fm_text_add(&text, fm_rows_text(profile, space->id));
			fm_text_add_char(&text, ':');
		}
		fm_text_add(&text, number);
	}
	return fm_text_end(&text);
}
