/* SPDX-License-Identifier: MIT */
/** @file
 * The hot path says what a walk through the list says: on maps of every kind, at every edge, for any 64-bit values. */
#include "lists.h"

enum { MOST = 300, ASKED = 40000 };

/** How the bases of a map lie. */
enum kind { SPREAD, CLUSTERED, TOUCHING, OVERLAPPING, DOUBLING, WIDE, KINDS };

/** Widths that the access has and the region does not take, or a size that is no whole number of its width. */
static int is_misfit(const fm_validator_region *region, uint64_t size, uint32_t access)
{
	uint32_t width = FM_VALIDATE_WIDTH(access);

	if (access & FM_ACCESS_READ && region->read_widths != 0 && (width & ~region->read_widths))
		return 1;
	if (access & FM_ACCESS_WRITE && region->write_widths != 0 && (width & ~region->write_widths))
		return 1;
	return width != 0 && size % width != 0;
}

/** The answer where the bytes lie in the region. */
static fm_status by_region(const fm_validator_region *region, uint64_t address, uint64_t size, uint32_t access)
{
	uint32_t width = FM_VALIDATE_WIDTH(access);

	if ((width != 0 && address % width != 0) || (region->align != 0 && address % region->align != 0))
		return FM_E_ACCESS_ALIGNMENT;
	if (access & RWX & ~region->access)
		return FM_E_ACCESS_PERMISSION;
	if (is_misfit(region, size, access))
		return FM_E_ACCESS_WIDTH;
	return access & FM_ACCESS_DMA & ~region->access ? FM_E_ACCESS_DMA : FM_OK;
}

/** The answer by looking at each region in turn: of those that hold the address the first wins, and an earlier one ends a later one. */
static fm_status by_walk(const fm_validator_region *regions, uint32_t count, uint64_t address, uint64_t size, uint32_t access)
{
	uint64_t left = UINT64_MAX;

	for (uint32_t i = 0; i < count; i++) {
		const fm_validator_region *region = &regions[i];

		if (address < region->base && region->base - address < left)
			left = region->base - address;
		if (address < region->base || address - region->base >= region->size)
			continue;
		if (region->size - (address - region->base) < left)
			left = region->size - (address - region->base);
		return size > left ? FM_E_ACCESS_BOUNDS : by_region(region, address, size, access);
	}
	return FM_E_ACCESS_BOUNDS;
}

static uint64_t next_base(enum kind kind, uint32_t i, uint64_t base, uint64_t size, uint64_t *state)
{
	switch (kind) {
	case SPREAD: return base + 0x100000 + dice(state) % 0x1000;
	case CLUSTERED: return i == 0 ? 0x1000 : i % 100 == 99 ? base + 0x10000000 : base + size + dice(state) % 32;
	case TOUCHING: return base + size;
	case OVERLAPPING: return dice(state) % 0x4000;
	case DOUBLING: return i % 63 == 0 ? 1 : base * 2 + dice(state) % 2;
	default: return dice(state);
	}
}

static void make_map(enum kind kind, fm_validator_region *regions, uint32_t count, uint64_t *state)
{
	uint64_t base = 0, size = 0;

	memset(regions, 0, count * sizeof *regions);
	for (uint32_t i = 0; i < count; i++) {
		base = next_base(kind, i, base, size, state);
		size = 1 + dice(state) % (kind == WIDE ? UINT64_C(1) << (dice(state) % 60) : 0x200);
		if (size > 0 - base && base != 0)
			size = 0 - base;
		regions[i] = (fm_validator_region){
			.base = base,
			.size = size,
			.access = (uint32_t)dice(state) & 0xF,
			.align = dice(state) % 4 == 0 ? 4 : 0,
			.read_widths = dice(state) % 4 == 0 ? (uint32_t)dice(state) % 15 + 1 : 0,
			.write_widths = dice(state) % 4 == 0 ? (uint32_t)dice(state) % 15 + 1 : 0,
		};
	}
	/* The last byte that there is belongs to a region, too. */
	if (count > 1 && kind == WIDE)
		regions[count - 1] = (fm_validator_region){ .base = UINT64_MAX - 99, .size = 100, .access = RWX };
}

static uint64_t some_address(const fm_validator_region *regions, uint32_t count, uint64_t *state)
{
	const fm_validator_region *region = &regions[dice(state) % count];

	switch (dice(state) % 5) {
	case 0: return region->base + region->size - 2 + dice(state) % 4;
	case 1: return region->base - 2 + dice(state) % 4;
	case 2: return dice(state);
	case 3: return dice(state) % 3 - 1;
	default: return region->base + dice(state) % region->size;
	}
}

static uint64_t some_size(uint64_t *state)
{
	switch (dice(state) % 8) {
	case 0: return dice(state);
	case 1: return UINT64_MAX - dice(state) % 3;
	case 2: return 1 + dice(state) % 0x300;
	default: return UINT64_C(1) << (dice(state) % 5);
	}
}

static void try_map(enum kind kind, uint32_t count, uint64_t *state)
{
	static fm_validator_region regions[MOST];
	static const uint32_t widths[] = { 0, FM_ACCESS_8, FM_ACCESS_16, FM_ACCESS_32, FM_ACCESS_64 };

	make_map(kind, regions, count, state);

	fm_validator *validator = open_options((fm_validator_options){ .regions = regions, .region_count = count });

	for (int i = 0; i < ASKED; i++) {
		uint64_t address = some_address(regions, count, state), size = some_size(state);
		uint32_t access = (uint32_t)(dice(state) & 0xF) | widths[dice(state) % COUNT(widths)];
		fm_status want = size == 0 ? FM_E_ARGUMENT : by_walk(regions, count, address, size, access);

		cr_assert_eq(fm_validator_check(validator, address, size, access), want,
			     "map %d of %u: %#llx %#llx %#x is %s, not %s", (int)kind, count, (unsigned long long)address,
			     (unsigned long long)size, access, fm_status_name(fm_validator_check(validator, address, size, access)), fm_status_name(want));
	}
	cr_assert_eq(fm_validator_close(validator), FM_OK);
}

Test(validator_check, says_what_a_walk_says_on_any_map)
{
	static const uint32_t counts[] = { 1, 2, 3, 15, 16, 17, 64, 255, 300 };
	uint64_t state = 0x9E3779B97F4A7C15u;

	for (int kind = 0; kind < KINDS; kind++)
		for (size_t i = 0; i < COUNT(counts); i++)
			try_map((enum kind)kind, counts[i], &state);
}

Test(validator_check, no_region_at_all_holds_nothing)
{
	fm_validator_region none = { 0 };
	fm_validator *validator = open_options((fm_validator_options){ .regions = &none });

	cr_assert_eq(ask(validator, 0, 1, 0), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(ask(validator, UINT64_MAX, UINT64_MAX, RWX), FM_E_ACCESS_BOUNDS);
	fm_validator_unref(validator);
}

Test(validator_check, a_region_at_the_top_ends_with_the_numbers)
{
	fm_validator *validator = open_one((fm_validator_region){ .base = UINT64_MAX - 15, .size = 16, .access = RW }, (fm_validator_options){ 0 });

	cr_assert_eq(ask(validator, UINT64_MAX, 1, FM_ACCESS_READ), FM_OK);
	cr_assert_eq(ask(validator, UINT64_MAX - 15, 16, RW), FM_OK);
	cr_assert_eq(ask(validator, UINT64_MAX - 15, 17, RW), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(ask(validator, UINT64_MAX, 2, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS, "an access does not go on at 0");
	cr_assert_eq(ask(validator, 0, 1, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	fm_validator_unref(validator);
}

Test(validator_check, what_is_no_access_is_not_judged)
{
	fm_validator *validator = open_one((fm_validator_region){ .size = 4096, .access = RWX }, (fm_validator_options){ 0 });

	cr_assert_eq(ask(validator, 0, 0, FM_ACCESS_READ), FM_E_ARGUMENT);
	cr_assert_eq(ask(validator, 0, 4, 0x100), FM_E_ARGUMENT);
	cr_assert_eq(ask(validator, 0, 4, 0x8000), FM_E_ARGUMENT);
	cr_assert_eq(ask(validator, 0, 8, FM_ACCESS_READ | FM_ACCESS_16 | FM_ACCESS_32), FM_E_ARGUMENT);
	cr_assert_eq(ask(validator, 0, 8, UINT32_MAX), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_check(NULL, 0, 4, FM_ACCESS_READ), FM_E_ARGUMENT);
	cr_assert_eq(fm_validator_refused(validator, FM_NONE), 0, "what is not judged is not refused");
	fm_validator_unref(validator);
}

Test(validator_check, many_are_each_judged)
{
	fm_access accesses[] = { { 0, 4, FM_ACCESS_READ, 0 }, { 4096, 1, FM_ACCESS_READ, 0 }, { 0, 0, 0, 0 }, { 4095, 1, FM_ACCESS_WRITE, 0 } };
	fm_status statuses[] = { 1, 1, 1, 1 };
	fm_validator *validator = open_one((fm_validator_region){ .size = 4096, .access = FM_ACCESS_READ }, (fm_validator_options){ 0 });

	cr_assert_eq(fm_validator_check_many(validator, accesses, COUNT(accesses), statuses), 3);
	cr_assert(statuses[0] == FM_OK && statuses[1] == FM_E_ACCESS_BOUNDS && statuses[2] == FM_E_ARGUMENT && statuses[3] == FM_E_ACCESS_PERMISSION);
	cr_assert_eq(fm_validator_check_many(validator, accesses, COUNT(accesses), NULL), 3);
	cr_assert_eq(fm_validator_check_many(validator, accesses, 0, statuses), 0);
	cr_assert_eq(fm_validator_check_many(validator, NULL, 4, statuses), 0);
	cr_assert_eq(fm_validator_check_many(NULL, accesses, 2, NULL), 2);
	cr_assert_eq(fm_validator_check_many(NULL, accesses, 2, statuses), 2);
	cr_assert(statuses[0] == FM_E_ARGUMENT && statuses[1] == FM_E_ARGUMENT && statuses[2] == FM_E_ARGUMENT && statuses[3] == FM_E_ACCESS_PERMISSION);
	fm_validator_unref(validator);
}

Test(validator_check, the_macros_are_the_calls)
{
	fm_access access = { 4096, 1, FM_ACCESS_READ, 0 };
	fm_validator *validator = open_one((fm_validator_region){ .size = 4096, .access = FM_ACCESS_READ }, (fm_validator_options){ 0 });

	cr_assert_eq(FM_CHECK(validator, 4096, 1, FM_ACCESS_READ), FM_E_ACCESS_BOUNDS);
	cr_assert_eq(FM_CHECK_PAIR(validator, &access, &access), FM_E_ACCESS_BOUNDS);
	fm_validator_unref(validator);
}
