/* SPDX-License-Identifier: MIT */
/** @file
 * What the compiler judges of an access is what a validator judges: at the edges of every window of every region, and at random. The macros
 * are expressions, so here they are asked at run time. test_macros.sh writes rows.h: a REGION() for each region that has them. */
#include <flightmem.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platforms.h"

enum { ASKED = 1500 };

struct row {
	const char *platform, *region;
	uint64_t (*left)(uint64_t address);
	uint64_t (*byte)(uint64_t address);
	int (*allows)(uint64_t address, uint64_t size, uint32_t access);
};

#define REGION(platform_id, region_id, platform, region) \
	static uint64_t left_##platform##_##region(uint64_t a) { return FM_LEFT_##platform##_##region(a); } \
	static uint64_t byte_##platform##_##region(uint64_t a) { return FM_BYTE_##platform##_##region(a); } \
	static int allows_##platform##_##region(uint64_t a, uint64_t n, uint32_t access) \
	{ \
		return FM_ALLOWS_BOUNDS(platform, region, a, n) && FM_ALLOWS_ALIGNMENT(platform, region, a, access) && \
		       FM_ALLOWS_PERMISSION(platform, region, access) && FM_ALLOWS_WIDTH(platform, region, n, access) && \
		       FM_ALLOWS_DMA(platform, region, a, n, access) && FM_ALLOWS_BYTES(platform, region, a, n); \
	}
#include "rows.h"
#undef REGION
#define REGION(platform_id, region_id, platform, region) \
	{ platform_id, region_id, left_##platform##_##region, byte_##platform##_##region, allows_##platform##_##region },
static const struct row rows[] = {
#include "rows.h"
};

static uint64_t state = 7, compared, allowed, transfers;
static int wrong;

static uint64_t dice(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state;
}

/** An address near the begin or end of a window, of one of its slices or seams, or anywhere in it. */
static uint64_t some_address(const fm_profile *profile, const fm_region *region)
{
	fm_mirror mirror = FM_STRUCT(fm_mirror);
	uint64_t base = region->base, size = region->size, period = 0;
	uint32_t which = (uint32_t)(dice() % (region->mirror_count + 1));

	if (which < region->mirror_count && fm_profile_mirror(profile, region->index, which, &mirror) == FM_OK && mirror.space == region->space) {
		base = mirror.base + (mirror.count > 1 ? dice() % mirror.count * mirror.stride : 0);
		size = mirror.size;
		period = mirror.period;
	}
	switch (dice() % 6) {
	case 0: return base - 4 + dice() % 8;
	case 1: return base + size - 8 + dice() % 12;
	case 2: return base + (period != 0 ? period : size / 2) - 4 + dice() % 8;
	case 3: return (base + dice() % size) & ~UINT64_C(255);
	default: return base + dice() % size;
	}
}

static uint64_t some_size(uint64_t left)
{
	static const uint64_t sizes[] = { 0, 1, 2, 4, 8, 16, 32, 64, 128, 160, 256, 0x20000, UINT64_MAX };

	switch (dice() % 4) {
	case 0: return left - 1 + dice() % 3;
	case 1: return dice() % 96;
	default: return sizes[dice() % (sizeof sizes / sizeof sizes[0])];
	}
}

/** Compares one access, where no other region hides what the macro names. */
static void compare(const struct row *row, const fm_profile *profile, const fm_validator *validator, const fm_region *region)
{
	static const uint32_t widths[] = { 0, 0, FM_ACCESS_8, FM_ACCESS_16, FM_ACCESS_32, FM_ACCESS_64, FM_ACCESS_8 | FM_ACCESS_32, 0x100 };
	uint64_t address = some_address(profile, region), left = row->left(address), size = some_size(left);
	uint32_t access = (uint32_t)(dice() & 15) | widths[dice() % 8];
	fm_location location = FM_STRUCT(fm_location);
	fm_status status = fm_profile_locate(profile, (fm_address){ .value = address, .space = region->space }, &location);

	if (status == FM_OK ? location.region != region->index || location.left < left : left != 0)
		return;
	status = fm_validator_check(validator, address, size, access);
	compared++;
	allowed += status == FM_OK;
	transfers += status == FM_OK && access & FM_ACCESS_DMA;
	if ((status == FM_OK) == row->allows(address, size, access) && left == location.left && row->byte(address) == location.offset)
		return;
	if (wrong++ < 20)
		printf("%s %s: 0x%" PRIX64 ", %" PRIu64 " bytes, access 0x%X: the validator says %s, byte %" PRIu64 ", %" PRIu64 " left; the macros %d, %" PRIu64
		       ", %" PRIu64 "\n", row->platform, row->region, address, size, access, fm_status_name(status), location.offset, location.left,
		       row->allows(address, size, access), row->byte(address), left);
}

int main(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const fm_profile *profile = fm_profile_find(rows[i].platform);
		fm_region region = FM_STRUCT(fm_region);
		fm_validator *validator = NULL;

		if (fm_profile_region_find(profile, rows[i].region, &region) != FM_OK ||
		    fm_validator_open(FM_OPTIONS(fm_validator_options, .profile = profile, .space = region.space), &validator, NULL) != FM_OK)
			return printf("%s %s: there is no such region\n", rows[i].platform, rows[i].region), EXIT_FAILURE;
		for (int k = 0; k < ASKED; k++)
			compare(&rows[i], profile, validator, &region);
		fm_validator_unref(validator);
	}
	printf("%zu regions, %" PRIu64 " accesses, %" PRIu64 " allowed, %" PRIu64 " of them by DMA: %d differ\n", sizeof rows / sizeof rows[0], compared, allowed,
	       transfers, wrong);
	return wrong == 0 && compared > 100000 && allowed > 10000 && transfers > 100 ? EXIT_SUCCESS : EXIT_FAILURE;
}
