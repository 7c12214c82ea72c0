/* SPDX-License-Identifier: MIT */
/** @file
 * The reader of a map's text: fed byte by byte, so that it comes in pieces of any size and a line may be of any length. */
#ifndef FLIGHTMEM_HOST_PROCESS_MAP_H
#define FLIGHTMEM_HOST_PROCESS_MAP_H

#include <flightmem/process.h>

/** Where in a line the reader is. */
typedef enum fm_map_part { FM_MAP_BASE, FM_MAP_END, FM_MAP_RIGHTS, FM_MAP_GAP, FM_MAP_REST } fm_map_part;

/** A reader; all zero but for the first two members at the begin of a text. The text may end where `is_inside` is 0. */
typedef struct fm_map_reader {
	fm_validator_region *regions; /**< NULL: they are only counted */
	uint32_t capacity;            /**< UINT32_MAX where they are only counted */
	uint32_t count;
	uint64_t line;                /**< number of the present one, from 1; 0: none has begun */
	uint64_t numbers[2];          /**< of the line: first address, end */
	uint32_t access;              /**< of the line */
	uint32_t column;              /**< bytes of the part so far */
	fm_map_part part;
	uint32_t is_inside;           /**< 1: a line has begun and not ended */
	fm_validator_region region;   /**< the last one: neighbours are added to it */
} fm_map_reader;

/**
 * Takes the next bytes of the text. Returns FM_OK; FM_E_SYNTAX, FM_E_RANGE, FM_E_TOO_LARGE as fm_process_map_parse() says, in line
 * `reader->line`: then the reader is of no further use.
 */
fm_status fm_map_reader_feed(fm_map_reader *reader, const char *text, size_t length);

#endif
