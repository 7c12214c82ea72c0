/* SPDX-License-Identifier: MIT */
/** @file
 * Where pieces lie: each is followed byte by byte through windows and mirrors to the regions that hold it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "processors.h"
#include "report.h"

/** The index of the space that is called so; FM_NONE: there is none. */
static uint32_t find_space(const struct report *report, const char *id)
{
	fm_space_info space = FM_STRUCT(fm_space_info);

	for (uint32_t i = 0; fm_profile_space(report->profile, i, &space) == FM_OK; i++)
		if (strcmp(space.id, id) == 0)
			return i;
	return FM_NONE;
}

/** AVR programs number three spaces in one: code from 0, data from 0x800000, EEPROM from 0x810000. */
static fm_address avr_address(const struct report *report, uint64_t number)
{
	uint32_t program = find_space(report, "program"), eeprom = find_space(report, "eeprom");

	if (number >= 0x810000 && eeprom != FM_NONE)
		return (fm_address){ number - 0x810000, eeprom, 0 };
	if (number >= 0x800000 || program == FM_NONE)
		return (fm_address){ number >= 0x800000 ? number - 0x800000 : number, report->cpu_space, 0 };
	return (fm_address){ number, program, 0 };
}

fm_address program_address(const struct report *report, uint64_t number)
{
	uint32_t bits = report->cpu_space_bits;
	uint64_t above;

	if (report->image->has_space)
		return (fm_address){ number, report->image->space, 0 };
	if (report->image->machine == MACHINE_AVR)
		return avr_address(report, number);
	if (bits == 0 || bits >= 64)
		return (fm_address){ number, report->cpu_space, 0 };
	above = number >> bits;
	/* Bits that the CPU has no lines for, and the sign of a 32-bit address in a 64-bit file, lead nowhere else. */
	if (above != 0 && (report->info.pointer_bits > bits || (above == UINT64_MAX >> bits && (number >> (bits - 1) & 1) != 0)))
		number &= (UINT64_C(1) << bits) - 1;
	return (fm_address){ number, report->cpu_space, 0 };
}

static void add_span(struct report *report, struct span span)
{
	report->spans = grow(report->spans, report->span_count, sizeof *report->spans);
	report->spans[report->span_count++] = span;
}

static void say_outside(struct report *report, uint32_t piece, enum use use, uint64_t number, uint64_t bytes, uint32_t region)
{
	const struct piece *what = &report->image->pieces[piece];
	char at[PLACE_BYTES], count[COUNT_BYTES];
	struct finding *finding;

	place_text(report, number, at);
	count_text(bytes, count);
	if (region != FM_NONE)
		finding = add_finding(report, "outside", WEIGHT_FAULT, what->name, "%s bytes of %s pass the end of %s at %s", count, what->name,
				      report->tallies[region].region.id, at);
	else
		finding = add_finding(report, "outside", WEIGHT_FAULT, what->name, "%s bytes of %s at %s lie in no region of %s", count,
				      use == USE_LOAD ? "the stored copy" : what->name, at, report->info.id);
	locate_finding(report, finding, region, number, bytes, use == USE_LOAD ? PIECE_NONE : piece);
	remedy_finding(finding, region != FM_NONE ? "make it smaller, or move a part of it to another region" : "mend the MEMORY lines of the linker script");
}

/** 1 iff what ends in `last` may go on in `next`: the begin of another region. Elsewhere it would run into bytes that have addresses before it. */
static int may_go_on(const struct span *last, const fm_location *next)
{
	return last->region == next->region ? next->offset == last->offset + last->size : next->offset == 0;
}

/** Follows `size` bytes from `number` on. */
static void follow(struct report *report, uint32_t piece, enum use use, uint64_t number, uint64_t size)
{
	uint32_t windows = 0;
	struct span last = { 0 };

	while (size > 0) {
		fm_location location = FM_STRUCT(fm_location);
		fm_status status = fm_profile_locate(report->profile, program_address(report, number), &location);
		uint64_t bytes;

		if (status != FM_OK || (windows > 0 && !may_go_on(&last, &location)) || windows > report->info.region_count) {
			say_outside(report, piece, use, number, size, windows > 0 ? last.region : FM_NONE);
			return;
		}
		bytes = location.left < size ? location.left : size;
		last = (struct span){ location.offset, bytes, number, location.region, piece, use };
		add_span(report, last);
		report->tallies[location.region].holds = 1;
		if (windows == 0)
			*(use == USE_LOAD ? &report->image->pieces[piece].copy_region : &report->image->pieces[piece].region) = location.region;
		number += bytes;
		size -= bytes;
		windows++;
	}
}

/** 1 iff both numbers lead to the same byte: an address and its name without a cache. */
static int same_byte(const struct report *report, uint64_t a, uint64_t b)
{
	fm_location first = FM_STRUCT(fm_location), second = FM_STRUCT(fm_location);

	if (a == b)
		return 1;
	return fm_profile_locate(report->profile, program_address(report, a), &first) == FM_OK &&
	       fm_profile_locate(report->profile, program_address(report, b), &second) == FM_OK && first.region == second.region &&
	       first.offset == second.offset;
}

void place_pieces(struct report *report, size_t from)
{
	for (size_t i = from; i < report->image->piece_count; i++) {
		const struct piece *piece = &report->image->pieces[i];
		enum use use = piece->kind == PIECE_STACK ? USE_STACK : piece->kind == PIECE_HEAP ? USE_HEAP : USE_SECTION;

		follow(report, (uint32_t)i, use, piece->address, piece->size);
		if (piece->stored > 0 && !same_byte(report, piece->address, piece->load))
			follow(report, (uint32_t)i, USE_LOAD, piece->load, piece->stored);
	}
}
