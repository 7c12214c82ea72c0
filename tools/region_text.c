/* SPDX-License-Identifier: MIT */
/** @file
 * A region as text: one line says where, how large and what for, the lines below it what is special. */
#include <inttypes.h>

#include "profile.h"

enum { ADDRESS_BYTES = 48, SIZE_BYTES = 32 };

/** Writes "32 KiB", or "?" for 0: not known. */
static const char *human(uint64_t bytes, char text[SIZE_BYTES])
{
	if (bytes == 0)
		return "?";
	fm_size_format(bytes, FM_SIZE_HUMAN, text, SIZE_BYTES);
	return text;
}

/** A line below a region that has an address and a size: a mirror, a reserved area. */
static void print_place(const fm_profile *profile, uint64_t base, uint32_t space, uint64_t bytes, const char *what)
{
	char address[ADDRESS_BYTES] = "", size[SIZE_BYTES];

	fm_profile_address_format(profile, (fm_address){ base, space, 0 }, address, sizeof address);
	printf("  %-14s %-18s %11s       %s", "", address, human(bytes, size), what);
}

static void print_mirror(const fm_profile *profile, const fm_region *region, const fm_mirror *mirror)
{
	char size[SIZE_BYTES];

	print_place(profile, mirror->base, mirror->space, mirror->size, "mirror");
	if (mirror->period != 0)
		printf(", every %s", human(mirror->period, size));
	if (mirror->count > 1)
		printf(", %" PRIu32 " slices %s apart", mirror->count, human(mirror->stride, size));
	if (mirror->region_offset != 0)
		printf(", from byte %" PRIu64 " on", mirror->region_offset);
	if (mirror->region_advance != 0)
		printf(", each %s further", human(mirror->region_advance, size));
	if (mirror->inverted != 0)
		printf(", units of %" PRIu32 " bytes in opposite order", mirror->inverted);
	if (mirror->cached_data != region->cached_data && mirror->cached_data != FM_FACT_UNKNOWN)
		printf(mirror->cached_data == FM_FACT_YES ? ", cached data" : ", uncached data");
	putchar('\n');
}

/** Begins or continues a list of facts; `*any` says which. */
static void print_fact(int *any, const char *fact)
{
	if (*any)
		printf(", %s", fact);
	else
		printf("  %-14s %s", "", fact);
	*any = 1;
}

static void print_widths(int *any, const char *what, uint32_t mask)
{
	if (mask == 0)
		return;
	print_fact(any, what);
	for (uint32_t bytes = 1; bytes <= 8; bytes <<= 1)
		if (mask & bytes)
			printf(" %" PRIu32, bytes * 8);
	printf(" bit");
}

static void print_facts(const fm_region *region)
{
	const struct {
		fm_fact fact;
		const char *yes;
	} facts[] = {
		{ region->cached_code, "cached code" }, { region->cached_data, "cached data" }, { region->dma, "DMA" },
		{ region->is_volatile, "volatile" },	{ region->persistent, "persistent" },	{ region->optional, "not in every machine" },
		{ region->fast, "fast" },
	};
	char text[64];
	int any = 0;

	if (region->bus_bits != 0) {
		snprintf(text, sizeof text, "%" PRIu32 "-bit bus", region->bus_bits);
		print_fact(&any, text);
	}
	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
		if (facts[i].fact == FM_FACT_YES)
			print_fact(&any, facts[i].yes);
	if (region->bank_count > 1) {
		snprintf(text, sizeof text, "%" PRIu32 " banks", region->bank_count);
		print_fact(&any, text);
	}
	if (region->lane_stride != 0) {
		snprintf(text, sizeof text, "byte %" PRIu32 " of each %" PRIu32, region->lane, region->lane_stride);
		print_fact(&any, text);
	}
	print_widths(&any, "reads", region->read_widths);
	print_widths(&any, "writes", region->write_widths);
	if (region->wait_states != NULL)
		print_fact(&any, region->wait_states);
	if (any)
		putchar('\n');
}

void print_region(const fm_profile *profile, const fm_region *region)
{
	char address[ADDRESS_BYTES] = "-", size[SIZE_BYTES], perms[4];

	if (region->has_base == FM_FACT_YES)
		fm_profile_address_format(profile, (fm_address){ region->base, region->space, 0 }, address, sizeof address);
	permissions(region, perms);
	printf("  %s%-14s%s %-18s %11s  %s  %-10s %s\n", begin_look(stdout, LOOK_STRONG), region->id, begin_look(stdout, LOOK_PLAIN), address,
	       human(region->size, size), perms, fm_region_kind_name(region->kind), region->name);
	print_facts(region);
	for (uint32_t i = 0; i < region->mirror_count; i++) {
		fm_mirror mirror = FM_STRUCT(fm_mirror);

		if (fm_profile_mirror(profile, region->index, i, &mirror) == FM_OK)
			print_mirror(profile, region, &mirror);
	}
	for (uint32_t i = 0; i < region->reserved_count; i++) {
		fm_reserved_area area = FM_STRUCT(fm_reserved_area);

		if (fm_profile_reserved(profile, region->index, i, &area) == FM_OK) {
			print_place(profile, area.area.base, region->space, area.area.size, "reserved: ");
			puts(area.what);
		}
	}
	if (region->access_via != NULL)
		printf("  %-14s reached by: %s\n", "", region->access_via);
	if (region->note != NULL)
		printf("  %-14s note: %s\n", "", region->note);
}
