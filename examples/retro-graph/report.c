/* SPDX-License-Identifier: MIT */
/** @file
 * The report for people. */
#include "report.h"

#include <inttypes.h>
#include <stdio.h>

/** Room for any size, grouped. */
enum { SIZE_BYTES = 40 };

/** Bytes grouped by three, without the unit. */
static const char *grouped(uint64_t bytes, char out[SIZE_BYTES])
{
	size_t length = fm_size_format(bytes, FM_SIZE_EXACT, out, SIZE_BYTES);

	if (length > 2 && length < SIZE_BYTES)
		out[length - 2] = '\0';
	return out;
}

static void say_row(const char *where, uint64_t used, uint64_t peak, uint64_t capacity, const char *what)
{
	char a[SIZE_BYTES], b[SIZE_BYTES], c[SIZE_BYTES];

	printf("  %-22s %11s %11s %11s  %s\n", where, grouped(used, a), grouped(peak, b), grouped(capacity, c), what);
}

static void say_picture(const struct stage *stage, const struct options *options)
{
	char address[NAME_BYTES] = "?";
	const fm_profile *profile = fm_space_profile(stage->space);

	fm_profile_address_format(profile, stage->shown_at, address, sizeof address);
	printf("%s, %u x %u, on the screen of platform %s\n", options->input, stage->source.width, stage->source.height, stage->console->id);
	printf("  cropped to %u x %u at %u, %u (the screen's shape), scaled to %u x %u, dithered\n", stage->crop.width, stage->crop.height, stage->crop.x,
	       stage->crop.y, stage->width, stage->height);
	printf("  shown at %s of video memory, saved as %s\n", address, options->output);
}

static void say_modes(const struct stage *stage)
{
	char bytes[SIZE_BYTES];

	printf("\nscreen\n");
	for (uint32_t i = 0; i < stage->mode_count; i++) {
		const struct stage_mode *mode = &stage->modes[i];

		printf("%s %s: %s bytes each, %u fit: %s\n", mode->chosen ? " >" : "  ", mode->name, grouped(mode->page_bytes, bytes), mode->pages,
		       mode->pages > 1 ? "double-buffered" : "one buffer");
	}
}

/** Regions that were used at all, each with the pools in it. */
static void say_memory(const struct stage *stage)
{
	const fm_profile *profile = fm_space_profile(stage->space);
	fm_profile_info info = FM_STRUCT(fm_profile_info);

	printf("\n  %-22s %11s %11s %11s\n", "bytes", "used", "peak", "capacity");
	if (fm_profile_get_info(profile, &info) != FM_OK)
		return;
	for (uint32_t i = 0; i < info.region_count; i++) {
		fm_region region = FM_STRUCT(fm_region);
		fm_region_usage usage = FM_STRUCT(fm_region_usage);

		if (fm_profile_region(profile, i, &region) == FM_OK && fm_space_get_usage(stage->space, region.id, &usage) == FM_OK && usage.peak > 0)
			say_row(region.id, usage.used, usage.peak, usage.capacity, region.access_via == NULL ? region.name : region.access_via);
	}
	printf("pools, each in its region\n");
	for (uint32_t i = 0; i < stage->pool_count; i++) {
		const struct stage_pool *listed = &stage->pools[i];
		fm_pool_usage usage = FM_STRUCT(fm_pool_usage);
		char where[NAME_BYTES];

		if (fm_pool_get_usage(listed->pool, &usage) != FM_OK)
			continue;
		snprintf(where, sizeof where, "%s, %s", listed->region == NULL ? "host" : listed->region, fm_pool_strategy(listed->pool));
		say_row(where, usage.used, usage.peak, usage.capacity, listed->holds);
	}
}

static void say_refusals(const struct stage *stage)
{
	printf("\nrefused\n");
	for (uint32_t i = 0; i < stage->note_count; i++)
		printf("  %s:\n    %s\n    so %s\n", stage->notes[i].asked, stage->notes[i].why, stage->notes[i].consequence);
}

static void say_proof(const struct proof *proof)
{
	char frames[SIZE_BYTES], planes[SIZE_BYTES];

	printf("\n%s frames after the warm-up, %.2f ms each; %s planes acquired meanwhile, all in bytes used before\n", grouped(proof->frames, frames),
	       (double)proof->nanoseconds / 1e6 / (double)proof->frames, grouped(proof->planes, planes));
	printf("%s: %" PRIu64 " allocations, %" PRIu64 " frees, %" PRIu64 " mappings, pools grew by %" PRIu64 " bytes\n",
	       proof_holds(proof) ? "nothing was asked for" : "THE PROMISE WAS BROKEN", proof->heard.heap_calls, proof->heard.heap_returns,
	       proof->heard.page_calls + proof->heard.page_returns, proof->growth);
	if (!proof_holds(proof))
		printf("%s\n", fm_quiet_text());
}

void report_text(const struct stage *stage, const struct options *options, const struct proof *proof)
{
	say_picture(stage, options);
	say_modes(stage);
	say_memory(stage);
	say_refusals(stage);
	say_proof(proof);
}
