/* SPDX-License-Identifier: MIT */
/** @file
 * The report for people. */
#include "report.h"

#include <inttypes.h>
#include <stdio.h>

#include "announced.h"
#include "rows.h"
#include "screen.h"

/** What a core leaves NULL is shown as nothing. */
static const char *text(const char *said)
{
	return said == NULL ? "" : said;
}

void report_text(const struct run *run, const struct options *options)
{
	const struct retro_game_geometry *geometry = &announced.geometry;

	printf("%s %s, for %s, opens its files %s\n", text(run->about.name), text(run->about.version), text(run->about.extensions),
	       run->about.need_fullpath ? "itself" : "never");
	if (!run->game_is_loaded)
		return;
	printf("%s: %u x %u of at most %u x %u in %s, %.2f frames a second\n", options->game, geometry->base_width, geometry->base_height,
	       geometry->max_width, geometry->max_height, rows_format_name(announced.format), run->video.frames_per_second);
	printf("%" PRIu64 " frames in %.2f s: %" PRIu64 " drawn to planes (%" PRIu64 " bytes), %" PRIu64 " repeated\n", run->frames,
	       (double)run->nanoseconds / 1e9, screen.drawn, screen.bytes_written, screen.repeated);
	printf("pool %s: %" PRIu64 " of %" PRIu64 " bytes at most in use, %" PRIu64 " planes granted, %" PRIu64 " refused, sealed\n",
	       fm_pool_name(screen.pool), run->usage.peak, run->usage.capacity, run->usage.granted, run->usage.refused);
	if (heap_is_counted())
		printf("allocations while the frames ran: %" PRIu64 " of the host, %" PRIu64 " of the core\n", run->during.calls[HEAP_HOST],
		       run->during.calls[HEAP_CORE]);
	printf("%u memory descriptors announced\n", announced.map_count);
}
