/* SPDX-License-Identifier: MIT */
/** @file
 * The memory of real platforms made real on a host: every mirror leads to the same bytes, the console's budget holds, and what a
 * program could not do there is refused here. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include <flightmem/space.h>

#include "../base/random.h"

enum { RANDOM_ADDRESSES = 100000, HOST_MEMORY_MAX = 64 << 20 };

static const fm_profile *profile;
static fm_space *space;

static void open_console(const char *id)
{
	profile = fm_profile_find(id);
	cr_assert_not_null(profile);
	cr_assert_eq(fm_space_open(profile, NULL, &space, NULL), FM_OK);
}

static void open_gba(void)
{
	open_console("gba");
}

static void open_psx(void)
{
	open_console("psx");
}

static void open_esp32(void)
{
	open_console("esp32");
}

static void close_console(void)
{
	cr_assert_eq(fm_space_close(space), FM_OK);
}

static fm_region region_at(uint32_t index)
{
	fm_region region = FM_STRUCT(fm_region);

	cr_assert_eq(fm_profile_region(profile, index, &region), FM_OK);
	return region;
}

static uint32_t region_count(void)
{
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	cr_assert_eq(fm_profile_get_info(profile, &info), FM_OK);
	return info.region_count;
}

static fm_region_usage usage_of(const char *id)
{
	fm_region_usage usage = FM_STRUCT(fm_region_usage);

	cr_assert_eq(fm_space_get_usage(space, id, &usage), FM_OK);
	return usage;
}

/** Asks for one address all that can be asked, and expects what fm_profile_locate() says. */
static void try_address(uint64_t value)
{
	fm_address address = { .value = value };
	fm_address back = { .value = 77 };
	fm_location location = FM_STRUCT(fm_location);
	void *untouched = &location;
	void *pointer = untouched;

	if (fm_profile_locate(profile, address, &location) != FM_OK) {
		cr_assert_eq(fm_space_to_host(space, address, 1, &pointer, NULL), FM_E_UNMAPPED);
		cr_assert_eq(pointer, untouched);
		return;
	}

	fm_region region = region_at(location.region);

	cr_assert_eq(fm_space_to_host(space, address, location.left + 1, &pointer, NULL), FM_E_RANGE);
	cr_assert_eq(pointer, untouched);
	cr_assert_eq(fm_space_to_host(space, address, location.left, &pointer, NULL), FM_OK);
	cr_assert_eq(fm_space_to_guest(space, pointer, &back), FM_OK);
	cr_assert(back.value == region.base + location.offset && back.space == region.space);

	unsigned char *byte = pointer;
	unsigned char fill = (unsigned char)(value ^ value >> 8 ^ 0x5A);

	*byte = fill;
	cr_assert_eq(fm_space_to_host(space, back, 1, &pointer, NULL), FM_OK);
	cr_assert_eq(*(unsigned char *)pointer, fill, "written through one window, read through another");
}

/** The addresses around a window's begin, end and seams. */
static void try_window(uint64_t base, uint64_t size, uint64_t period)
{
	for (uint64_t at = 0; at < 3; at++) {
		try_address(base + at - 1);
		try_address(base + size + at - 1);
		if (period != 0) {
			try_address(base + period + at - 1);
			try_address(base + size - period + at - 1);
		}
	}
}

static void try_edges(const fm_region *region)
{
	try_window(region->base, region->size, 0);
	for (uint32_t i = 0; i < region->mirror_count; i++) {
		fm_mirror mirror = FM_STRUCT(fm_mirror);

		cr_assert_eq(fm_profile_mirror(profile, region->index, i, &mirror), FM_OK);
		for (uint32_t slice = 0; slice == 0 || slice < mirror.count; slice++)
			try_window(mirror.base + slice * mirror.stride, mirror.size, mirror.period);
	}
}

static void try_every_edge_and_many_addresses(void)
{
	uint64_t state = 13;

	for (uint32_t i = 0; i < region_count(); i++) {
		fm_region region = region_at(i);

		if (region.space == 0 && region.has_base == FM_FACT_YES)
			try_edges(&region);
	}
	for (int i = 0; i < RANDOM_ADDRESSES; i++)
		try_address(random_word(&state) >> (32 + (i & 7)));
	for (int i = 0; i < 1000; i++)
		try_address(random_edge(&state));
}

Test(space_consoles, gba_addresses_lead_to_one_byte_and_back, .init = open_gba, .fini = close_console)
{
	try_every_edge_and_many_addresses();
}

Test(space_consoles, psx_addresses_lead_to_one_byte_and_back, .init = open_psx, .fini = close_console)
{
	try_every_edge_and_many_addresses();
}

Test(space_consoles, the_byte_too_many_of_iwram_is_refused_with_what_would_help, .init = open_gba, .fini = close_console)
{
	fm_reservation all, one;
	fm_refusal why = FM_STRUCT(fm_refusal);
	char text[200];

	cr_assert_eq(fm_space_reserve(space, "iwram", 32513, 1, &all, &why), FM_E_TOO_LARGE);
	cr_assert(why.help == FM_HELP_ASK_LESS && why.help_bytes == 32512 && why.capacity == 32512 && why.largest == 32512);
	cr_assert_eq(fm_space_reserve(space, "iwram", 32512, 1, &all, NULL), FM_OK, "all but the last 256 bytes, which are the BIOS's");
	cr_assert_eq(all.address.value, 0x03000000);
	why = (fm_refusal)FM_STRUCT(fm_refusal);
	cr_assert_eq(fm_space_reserve(space, "iwram", 1, 1, &one, &why), FM_E_EXHAUSTED);
	cr_assert(why.status == FM_E_EXHAUSTED && why.asked == 1 && why.align == 1 && why.capacity == 32512 && why.available == 0 && why.largest == 0);
	cr_assert(why.help == FM_HELP_RELEASE && why.help_bytes == 32512);
	cr_assert_str_eq(why.subject, "iwram");
	fm_refusal_format(&why, text, sizeof text);
	cr_assert_str_eq(text, "iwram: asked for 1 byte, nothing is free of 32 512 bytes; first give back at least 32 512 bytes");
	cr_assert_eq(fm_space_give_back(space, &all), FM_OK);
	cr_assert_eq(fm_space_reserve(space, "iwram", 1, 1, &one, NULL), FM_OK);
	cr_assert_eq(fm_space_give_back(space, &one), FM_OK);
}

Test(space_consoles, the_psx_kernel_keeps_its_64_kib, .init = open_psx, .fini = close_console)
{
	enum { PIECE = 4096, PIECES = 512 };
	static fm_reservation pieces[PIECES];
	int count = 0;

	while (fm_space_reserve(space, "main_ram", PIECE, 256, &pieces[count], NULL) == FM_OK) {
		cr_assert_eq(pieces[count].address.value, 0x10000 + (uint64_t)count * PIECE);
		count++;
	}
	cr_assert_eq(count, (0x1FFF00 - 0x10000) / PIECE);
	while (count > 0)
		cr_assert_eq(fm_space_give_back(space, &pieces[--count]), FM_OK);
}

Test(space_consoles, memory_without_a_cpu_address_is_managed_by_offsets, .init = open_psx, .fini = close_console)
{
	static const struct { const char *region; uint64_t first; } wanted[] = { { "vram", 0 }, { "spu_ram", 0x1010 }, { "memcard", 0 } };

	for (int i = 0; i < 3; i++) {
		fm_reservation first, second;
		void *out = &first;

		cr_assert_eq(fm_space_reserve(space, wanted[i].region, 100, 16, &first, NULL), FM_OK);
		cr_assert_eq(fm_space_reserve(space, wanted[i].region, 100, 64, &second, NULL), FM_OK);
		cr_assert_eq(first.address.value, wanted[i].first);
		cr_assert(second.address.value % 64 == 0 && second.address.value >= first.address.value + 100);
		cr_assert_eq(fm_space_to_host(space, first.address, 1, &out, NULL), FM_E_NO_ADDRESS);
		cr_assert_eq(out, &first);
		cr_assert_eq(fm_space_give_back(space, &first), FM_OK);
		cr_assert_eq(fm_space_give_back(space, &second), FM_OK);
	}
}

Test(space_consoles, real_addresses_are_granted_where_pointers_are_this_programs)
{
	const uint16_t one = 1;
	uint32_t endian = *(const unsigned char *)&one == 1 ? FM_ENDIAN_LITTLE : FM_ENDIAN_BIG;

	for (uint32_t i = 0; i < fm_profile_count(); i++) {
		fm_profile_info info = FM_STRUCT(fm_profile_info);
		fm_space *out = NULL;

		cr_assert_eq(fm_profile_get_info(fm_profile_at(i), &info), FM_OK);
		fm_status want = info.pointer_bits == sizeof(void *) * 8 && info.endian == endian ? FM_OK : FM_E_UNSUPPORTED;

		cr_assert_eq(fm_space_open(fm_profile_at(i), FM_OPTIONS(fm_space_options, .backing = FM_SPACE_REAL), &out, NULL), want);
		fm_space_unref(out);
	}
}

/** Bytes of a region that no reserved area covers; a plain count, for regions of up to HOST_MEMORY_MAX bytes. */
static uint64_t count_free(const fm_region *region)
{
	unsigned char *covered = calloc(1, region->size);
	fm_reserved_area area = FM_STRUCT(fm_reserved_area);
	uint64_t count = 0;

	for (uint32_t i = 0; fm_profile_reserved(profile, region->index, i, &area) == FM_OK; i++)
		for (uint64_t k = 0; k < area.area.size; k++)
			if (area.area.base + k >= region->base && area.area.base + k - region->base < region->size)
				covered[area.area.base + k - region->base] = 1;
	for (uint64_t k = 0; k < region->size; k++)
		count += covered[k] == 0;
	free(covered);
	return count;
}

/** Nothing of it may be taken, whatever its size. */
static int is_closed(const fm_region *region)
{
	return region->write == FM_FACT_NO || region->is_volatile == FM_FACT_YES || region->kind == FM_REGION_ROM || region->kind == FM_REGION_IO ||
	       region->kind == FM_REGION_RESERVED;
}

/** One region of any platform: what may be taken is taken whole, from its first free byte on, and what may not be says so. */
static void try_region(const fm_region *region)
{
	fm_reservation reservation;
	fm_status status = fm_space_reserve(space, region->id, 1, 1, &reservation, NULL);
	fm_region_usage usage = usage_of(region->id);

	if (region->size == 0) {
		cr_assert_eq(status, FM_E_FACT_UNKNOWN);
		return;
	}
	if (is_closed(region)) {
		cr_assert(status == FM_E_PERMISSION && usage.capacity == 0);
		return;
	}
	if (region->size <= HOST_MEMORY_MAX && region->alias_of == FM_NONE)
		cr_assert_leq(usage.capacity, count_free(region), "less what other names reserve");
	cr_assert_eq(status, usage.capacity == 0 ? FM_E_TOO_LARGE : FM_OK);
	if (status == FM_OK) {
		cr_assert(usage.used == 1 && usage.largest <= usage.capacity - 1);
		cr_assert_eq(fm_space_give_back(space, &reservation), FM_OK);
	}
	cr_assert_eq(usage_of(region->id).used, 0);
}

Test(space_consoles, every_region_of_every_platform_is_granted_or_refused_for_a_reason, .timeout = 120)
{
	for (uint32_t index = 0; index < fm_profile_count(); index++) {
		profile = fm_profile_at(index);
		cr_assert_eq(fm_space_open(profile, NULL, &space, NULL), FM_OK);
		for (uint32_t i = 0; i < region_count(); i++) {
			fm_region region = region_at(i);

			try_region(&region);
		}
		close_console();
	}
}

Test(space_consoles, words_in_opposite_order_lead_to_the_same_bytes, .init = open_esp32, .fini = close_console)
{
	void *first = NULL, *last = NULL, *wide = &first;
	fm_refusal why = FM_STRUCT(fm_refusal);

	cr_assert_eq(fm_space_to_host(space, (fm_address){ .value = 0x3FFE0000 }, 131072, &first, NULL), FM_OK);
	cr_assert_eq(fm_space_to_host(space, (fm_address){ .value = 0x400BFFFC }, 4, &last, NULL), FM_OK);
	cr_assert_eq(last, first, "its last word is the first of the data bus");
	cr_assert_eq(fm_space_to_host(space, (fm_address){ .value = 0x400A0000 }, 4, &last, NULL), FM_OK);
	cr_assert_eq((char *)last - (char *)first, 131072 - 4);
	cr_assert_eq(fm_space_to_host(space, (fm_address){ .value = 0x400A0000 }, 8, &wide, &why), FM_E_RANGE, "two words do not follow each other");
	cr_assert(wide == &first && why.available == 4);
}
