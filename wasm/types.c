/* SPDX-License-Identifier: MIT */
/** @file
 * The interfaces statuses, sizes and ranges. */
#include "error.h"

void exports_flight_types_statuses_name(int32_t status, flightmem_core_string_t *ret)
{
	give_text(fm_status_name(status), ret);
}

void exports_flight_types_statuses_text(int32_t status, flightmem_core_string_t *ret)
{
	give_text(fm_status_text(status), ret);
}

void exports_flight_types_statuses_remedy(int32_t status, flightmem_core_string_t *ret)
{
	give_text(fm_status_remedy(status), ret);
}

bool exports_flight_types_statuses_kind(int32_t status, exports_flight_types_statuses_error_kind_t *ret)
{
	fm_status_kind kind = fm_status_get_kind(status);

	if (kind == FM_KIND_OK)
		return false;
	*ret = (exports_flight_types_statuses_error_kind_t)(kind - FM_KIND_INVALID);
	return true;
}

bool exports_flight_types_sizes_parse(flightmem_core_string_t *text, uint64_t *ret, text_error *err)
{
	size_t position = NOWHERE;
	fm_status status = fm_size_parse((const char *)text->ptr, text->len, ret, &position);

	flightmem_core_string_free(text);
	return answer_text(status, position, err);
}

void exports_flight_types_sizes_format(uint64_t bytes, exports_flight_types_sizes_size_style_t style, flightmem_core_string_t *ret)
{
	static char text[64];

	fm_size_format(bytes, style, text, sizeof text);
	give_text(text, ret);
}
