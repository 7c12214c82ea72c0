/* SPDX-License-Identifier: MIT */
/** @file
 * JSON on standard output: the version of its form inside, 64-bit numbers kept exact. */
#include <inttypes.h>
#include <stdlib.h>

#include "command.h"

json_t *json_uint64(uint64_t value)
{
	if (value <= UINT64_C(1) << 53)
		return json_integer((json_int_t)value);
	return json_address(value, 64);
}

json_t *json_address(uint64_t value, unsigned width_bits)
{
	return json_sprintf("0x%0*" PRIX64, (int)((width_bits + 3) / 4), value);
}

enum exit_code write_json(FILE *to, json_t *value)
{
	json_t *whole = json_pack("{s:i}", "schema", 1);
	int written;

	if (whole == NULL || value == NULL || json_object_update(whole, value) != 0) {
		json_decref(value);
		json_decref(whole);
		return complain(EXIT_INPUT, "no memory for the JSON output");
	}
	written = json_dumpf(whole, to, JSON_INDENT(2) | JSON_ENSURE_ASCII);
	fputc('\n', to);
	json_decref(value);
	json_decref(whole);
	return written == 0 ? EXIT_YES : complain(EXIT_INPUT, "the output can't be written");
}

enum exit_code print_json(json_t *value)
{
	return write_json(stdout, value);
}
