/* SPDX-License-Identifier: MIT */
/** @file
 * The bounded writer: one place decides whether a byte fits. */
#include "base/text.h"

/** 2^64 - 1 has 20 decimal digits. */
#define DECIMAL_DIGITS_MAX 20U
#define HEX_DIGITS_MAX 16U

fm_text fm_text_begin(char *buffer, size_t capacity)
{
	return (fm_text){ .buffer = buffer, .capacity = buffer == NULL ? 0 : capacity };
}

void fm_text_add_char(fm_text *text, char byte)
{
	/* The last byte of the buffer is kept for the end mark; `length` is below `capacity` here, so the sum does not wrap. */
	if (text->length < text->capacity && text->length + 1 < text->capacity)
		text->buffer[text->length] = byte;
	text->length++;
}

void fm_text_add(fm_text *text, const char *string)
{
	while (*string != '\0')
		fm_text_add_char(text, *string++);
}

/** Writes the decimal digits of `value` to `digits`, lowest first; returns how many, at least 1. */
static unsigned split_decimal(uint64_t value, char digits[DECIMAL_DIGITS_MAX])
{
	unsigned count = 0;

	do {
		digits[count++] = (char)('0' + (char)(value % 10));
		value /= 10;
	} while (value != 0);
	return count;
}

void fm_text_add_number(fm_text *text, uint64_t value)
{
	char digits[DECIMAL_DIGITS_MAX];

	for (unsigned left = split_decimal(value, digits); left > 0; left--)
		fm_text_add_char(text, digits[left - 1]);
}

void fm_text_add_grouped(fm_text *text, uint64_t value)
{
	char digits[DECIMAL_DIGITS_MAX];

	for (unsigned left = split_decimal(value, digits); left > 0; left--) {
		fm_text_add_char(text, digits[left - 1]);
		if (left > 1 && (left - 1) % 3 == 0)
			fm_text_add_char(text, ' ');
	}
}

void fm_text_add_hex(fm_text *text, uint64_t value, unsigned digits)
{
	unsigned count = HEX_DIGITS_MAX;

	while (count > 1 && count > digits && (value >> (4 * (count - 1))) == 0)
		count--;
	while (count-- > 0)
		fm_text_add_char(text, "0123456789ABCDEF"[(value >> (4 * count)) & 15]);
}

size_t fm_text_end(fm_text *text)
{
	if (text->capacity > 0)
		text->buffer[text->length < text->capacity ? text->length : text->capacity - 1] = '\0';
	return text->length;
}
