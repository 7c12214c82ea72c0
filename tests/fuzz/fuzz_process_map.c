/* SPDX-License-Identifier: MIT */
/** @file
 * Any bytes at all are the map of a process: a status with its line, or regions in order that open a validator; read in pieces they are the
 * same. For libFuzzer; tests/check/hostile.c drives it without. */
#include <stdlib.h>
#include <string.h>

#include "host/process_map.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** Regions stand in order, hold bytes, and have no neighbour with equal rights. */
static void judge(const fm_validator_region *regions, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		uint64_t end = regions[i].base + regions[i].size;

		if (regions[i].size == 0 || end < regions[i].base || regions[i].access > 7)
			abort();
		if (i + 1 < count && (regions[i + 1].base < end || (regions[i + 1].base == end && regions[i + 1].access == regions[i].access)))
			abort();
	}
}

/** A validator of them answers as they say. */
static void ask(const fm_validator_region *regions, uint32_t count)
{
	fm_validator_options options = { .struct_size = sizeof options, .regions = regions, .region_count = count };
	fm_validator *validator = NULL;

	if (fm_validator_open(&options, &validator, NULL) != FM_OK)
		abort();
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t right = FM_ACCESS_READ; right <= FM_ACCESS_EXECUTE; right <<= 1) {
			fm_status wanted = regions[i].access & right ? FM_OK : FM_E_ACCESS_PERMISSION;

			if (fm_validator_check(validator, regions[i].base, regions[i].size, right) != wanted ||
			    fm_validator_check(validator, regions[i].base + regions[i].size - 1, 1, right) != wanted)
				abort();
		}
	fm_validator_unref(validator);
}

/** Pieces of the text come to the same. */
static void read_in_pieces(const char *text, size_t size, fm_status wanted, uint32_t count, uint64_t line)
{
	fm_map_reader reader = { .capacity = UINT32_MAX };
	fm_status status = FM_OK;

	for (size_t at = 0, piece = 1; at < size && status == FM_OK; at += piece, piece = piece % 7 + 1) {
		piece = piece < size - at ? piece : size - at;
		status = fm_map_reader_feed(&reader, text + at, piece);
	}
	if (status == FM_OK && reader.is_inside)
		status = FM_E_SYNTAX;
	if (status != wanted || (status == FM_OK && reader.count != count) || (status != FM_OK && reader.line != line))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size + (size == 0));
	uint32_t count = 0, again = 0;
	uint64_t line = 0;
	fm_status status;

	if (text == NULL)
		return 0;
	if (size > 0)
		memcpy(text, data, size); /* a copy of its own: a byte too far is seen */
	status = fm_process_map_parse(text, size, NULL, 0, &count, &line);
	read_in_pieces(text, size, status, count, line);
	if (status == FM_OK) {
		fm_validator_region *regions = malloc((count + 1) * sizeof *regions);

		if (regions == NULL || fm_process_map_parse(text, size, regions, count, &again, &line) != FM_OK || again != count)
			abort();
		judge(regions, count);
		ask(regions, count);
		free(regions);
	}
	free(text);
	return 0;
}
