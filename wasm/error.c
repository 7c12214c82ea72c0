/* SPDX-License-Identifier: MIT */
/** @file
 * No function here asks for memory, so a refusal reaches the host also when the heap is full. */
#include "error.h"

#include "stdlib.h"
#include "string.h"

static exports_flight_types_core_error_kind_t kind_of(fm_status status)
{
	return (exports_flight_types_core_error_kind_t)(fm_status_get_kind(status) - FM_KIND_INVALID);
}

bool answer(fm_status status, error *out)
{
	if (status == FM_OK)
		return true;
	*out = (error){ .code = status, .kind = kind_of(status) };
	return false;
}

bool answer_text(fm_status status, size_t position, text_error *out)
{
	if (status == FM_OK)
		return true;
	*out = (text_error){ .code = status, .kind = kind_of(status), .position = { .is_some = position != NOWHERE, .val = position } };
	return false;
}

bool answer_refusal(fm_status status, const fm_refusal *why, refusal *out)
{
	static char subject[FM_SUBJECT_BYTES];

	if (status == FM_OK)
		return true;
	memcpy(subject, why->subject, sizeof subject);
	*out = (refusal){
		.code = status,
		.kind = kind_of(status),
		.help = why->help,
		.asked = why->asked,
		.align = why->align,
		.capacity = why->capacity,
		.available = why->available,
		.largest = why->largest,
		.help_bytes = why->help_bytes,
		.subject = { .ptr = (uint8_t *)subject, .len = strlen(subject) },
	};
	return false;
}

void give_text(const char *text, flightmem_core_string_t *out)
{
	out->ptr = (uint8_t *)text;
	out->len = text == NULL ? 0 : strlen(text);
}

void give_optional(const char *text, flightmem_core_option_string_t *out)
{
	out->is_some = text != NULL;
	give_text(text, &out->val);
}

const char *take_id(flightmem_core_string_t *text, char copy[ID_BYTES])
{
	size_t length = text->len;

	if (length < ID_BYTES) {
		memcpy(copy, text->ptr, length);
		copy[length] = '\0';
	}
	flightmem_core_string_free(text);
	return length < ID_BYTES && strlen(copy) == length ? copy : "?";
}

flightmem_core_option_u32_t unless(uint32_t value, uint32_t none)
{
	return (flightmem_core_option_u32_t){ .is_some = value != none, .val = value };
}
