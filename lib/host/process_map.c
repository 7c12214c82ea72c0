/* SPDX-License-Identifier: MIT */
/** @file
 * The text of a process' map becomes regions. */
#include "host/process_map.h"

#include "base/scan.h"

/** Digits of a 64-bit number. */
#define DIGITS_MAX 16u

/** A digit, or `mark` behind the last one. */
static fm_status take_number(fm_map_reader *reader, char byte, char mark)
{
	uint64_t *number = &reader->numbers[reader->part];

	if (!fm_scan_is_digit((unsigned char)byte, 16)) {
		if (byte != mark || reader->column == 0)
			return FM_E_SYNTAX;
		reader->part++;
		reader->column = 0;
		return FM_OK;
	}
	if (reader->column++ == DIGITS_MAX)
		return FM_E_RANGE;
	*number = *number << 4 | (uint64_t)((byte & 0xF) + (byte > '9' ? 9 : 0)); /* the low half of 'A' and 'a' is 1 */
	return FM_OK;
}

/** A byte of "rwxp"; of a shared mapping the last one is an s. */
static fm_status take_right(fm_map_reader *reader, char byte)
{
	uint32_t at = reader->column++;

	if (byte != "---s"[at]) {
		if (byte != "rwxp"[at])
			return FM_E_SYNTAX;
		reader->access |= 1u << at;
	}
	reader->part += at == 3;
	return FM_OK;
}

/** The line's mapping makes the region before it longer, or begins one. */
static fm_status end_line(fm_map_reader *reader)
{
	fm_validator_region *region = &reader->region;
	uint64_t base = reader->numbers[0], end = reader->numbers[1], last_end = region->base + region->size;
	uint32_t access = reader->access & (FM_ACCESS_READ | FM_ACCESS_WRITE | FM_ACCESS_EXECUTE);

	if (base >= end || base < last_end)
		return FM_E_RANGE;
	if (reader->count == 0 || base != last_end || access != region->access) {
		if (reader->count++ == reader->capacity)
			return FM_E_TOO_LARGE;
		region->base = base;
		region->access = access;
	}
	region->size = end - region->base;
	if (reader->regions != NULL)
		reader->regions[reader->count - 1] = *region;
	reader->is_inside = 0;
	return FM_OK;
}

static void begin_line(fm_map_reader *reader)
{
	reader->numbers[0] = reader->numbers[1] = 0;
	reader->access = reader->column = 0;
	reader->part = FM_MAP_BASE;
	reader->is_inside = 1;
	reader->line++;
}

static fm_status take_byte(fm_map_reader *reader, char byte)
{
	if (!reader->is_inside)
		begin_line(reader);
	if (reader->part <= FM_MAP_END)
		return take_number(reader, byte, " -"[reader->part == FM_MAP_BASE]);
	if (reader->part == FM_MAP_RIGHTS)
		return take_right(reader, byte);
	if (byte == '\n')
		return end_line(reader);
	if (byte == '\0' || (byte != ' ' && reader->part == FM_MAP_GAP))
		return FM_E_SYNTAX;
	reader->part = FM_MAP_REST;
	return FM_OK;
}

fm_status fm_map_reader_feed(fm_map_reader *reader, const char *text, size_t length)
{
	fm_status status = FM_OK;

	for (size_t i = 0; i < length && status == FM_OK; i++)
		status = take_byte(reader, text[i]);
	return status;
}

fm_status fm_process_map_parse(const char *text, size_t length, fm_validator_region *regions, uint32_t capacity, uint32_t *count, uint64_t *line)
{
	fm_map_reader reader = { .regions = regions, .capacity = regions == NULL ? UINT32_MAX : capacity };

	if (text == NULL || count == NULL)
		return FM_E_ARGUMENT;

	fm_status status = fm_map_reader_feed(&reader, text, length);

	if (status == FM_OK && reader.is_inside)
		status = FM_E_SYNTAX;
	if (status == FM_OK)
		*count = reader.count;
	else if (line != NULL)
		*line = reader.line;
	return status;
}
