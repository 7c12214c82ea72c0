/* SPDX-License-Identifier: MIT */
/** @file
 * The report as JSON. Addresses are "0x..." strings, since they may need all 64 bits; the numbers are below 2^53. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "announced.h"
#include "report.h"
#include "rows.h"
#include "screen.h"

/** A string of JSON, or null; what is no printable ASCII is escaped byte by byte, as Latin-1, so that any name stays valid JSON. */
static void put_text(const char *text)
{
	if (text == NULL) {
		printf("null");
		return;
	}
	putchar('"');
	for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++) {
		if (*at == '"' || *at == '\\')
			printf("\\%c", *at);
		else if (*at < 0x20 || *at >= 0x7F)
			printf("\\u%04x", *at);
		else
			putchar(*at);
	}
	putchar('"');
}

static void put_member(const char *name, const char *text)
{
	printf("\"%s\": ", name);
	put_text(text);
}

static void put_truth(const char *name, int holds)
{
	printf("\"%s\": %s", name, holds ? "true" : "false");
}

static void put_address(const char *name, size_t address)
{
	printf("\"%s\": \"0x%zX\", ", name, address);
}

static void put_core(const struct run *run, const char *path)
{
	printf("  \"core\": {");
	put_member("file", path);
	printf(", ");
	put_member("name", run->about.name);
	printf(", ");
	put_member("version", run->about.version);
	printf(", ");
	put_member("extensions", run->about.extensions);
	printf(", \"api_version\": %u, ", RETRO_API_VERSION);
	put_truth("opens_files", run->about.need_fullpath);
	printf(", ");
	put_truth("runs_without_game", announced.runs_without_game);
	printf(", \"declined_commands\": %" PRIu64 "},\n", announced.declined);
}

/** A rate that is no number is null. */
static void put_rate(const char *name, double rate)
{
	if (isfinite(rate))
		printf(", \"%s\": %.6f", name, rate);
	else
		printf(", \"%s\": null", name);
}

static void put_video(const struct run *run)
{
	const struct retro_game_geometry *geometry = &announced.geometry;

	printf("  \"video\": {\"width\": %u, \"height\": %u, \"max_width\": %u, \"max_height\": %u, ", geometry->base_width, geometry->base_height,
	       geometry->max_width, geometry->max_height);
	put_member("pixel_format", rows_format_name(announced.format));
	put_rate("frames_per_second", run->video.frames_per_second);
	put_rate("sample_rate", run->video.sample_rate);
	printf("},\n");
}

static void put_frames(const struct run *run)
{
	const fm_plane *plane = &screen.shown;
	const fm_pool_usage *usage = &run->usage;

	printf("  \"frames\": {\"run\": %" PRIu64 ", \"drawn\": %" PRIu64 ", \"repeated\": %" PRIu64 ", \"refused\": %" PRIu64
	       ", \"bytes_written\": %" PRIu64 ", \"nanoseconds\": %" PRIu64 "},\n",
	       run->frames, screen.drawn, screen.repeated, screen.refused, screen.bytes_written, run->nanoseconds);
	printf("  \"plane\": {\"width\": %u, \"height\": %u, \"pixel_bits\": %u, \"stride\": %u, \"bytes\": %zu},\n", plane->width, plane->height,
	       plane->pixel_bits, plane->stride, plane->buffer.len);
	printf("  \"pool\": {\"planes\": %d, \"capacity\": %" PRIu64 ", \"used\": %" PRIu64 ", \"peak\": %" PRIu64 ", \"granted\": %" PRIu64
	       ", \"refused\": %" PRIu64 ", ",
	       SCREEN_PLANES, usage->capacity, usage->used, usage->peak, usage->granted, usage->refused);
	put_truth("sealed", usage->sealed != 0);
	printf("},\n");
}

static void put_heap(const char *name, const struct heap_counts *counts)
{
	if (!heap_is_counted()) {
		printf("\"%s\": null", name);
		return;
	}
	printf("\"%s\": {\"host\": %" PRIu64 ", \"host_bytes\": %" PRIu64 ", \"core\": %" PRIu64 ", \"core_bytes\": %" PRIu64 "}", name,
	       counts->calls[HEAP_HOST], counts->bytes[HEAP_HOST], counts->calls[HEAP_CORE], counts->bytes[HEAP_CORE]);
}

static void put_memory(const struct run *run)
{
	static const char *const names[RETRO_MEMORY_KINDS] = { "save_ram", "rtc", "system_ram", "video_ram" };

	printf("  \"memory\": {");
	for (unsigned kind = 0; kind < RETRO_MEMORY_KINDS; kind++)
		printf("%s\"%s\": %zu", kind == 0 ? "" : ", ", names[kind], run->memory[kind]);
	printf("},\n");
}

/** The first descriptor whose memory begins at the same byte: mirrors of one memory share it. */
static unsigned store_of(unsigned index)
{
	unsigned store = 0;

	while (announced.map[store].descriptor.memory != announced.map[index].descriptor.memory)
		store++;
	return store;
}

static void put_map(void)
{
	printf("  \"memory_map_announced\": %u,\n  \"memory_map\": [", announced.map_count);
	for (unsigned i = 0; i < announced.map_count && i < MAP_MAX; i++) {
		const struct retro_memory_descriptor *descriptor = &announced.map[i].descriptor;

		printf("%s\n    {", i == 0 ? "" : ",");
		put_address("start", descriptor->start);
		put_address("bytes", descriptor->length);
		put_address("select", descriptor->select);
		put_address("disconnect", descriptor->disconnect);
		put_address("offset", descriptor->offset);
		put_member("address_space", descriptor->address_space);
		printf(", \"flags\": \"0x%" PRIX64 "\", ", descriptor->flags);
		put_truth("constant", (descriptor->flags & RETRO_MEMORY_CONST) != 0);
		printf(", ");
		put_truth("has_memory", descriptor->memory != NULL);
		printf(", \"store\": %u}", store_of(i));
	}
	printf("\n  ]\n");
}

void report_json(const struct run *run, const struct options *options)
{
	printf("{\n  \"schema\": 1,\n");
	put_core(run, options->core);
	printf("  ");
	put_member("game", options->game);
	printf(",\n");
	if (run->game_is_loaded) {
		put_video(run);
		put_frames(run);
		printf("  \"allocations\": {");
		put_heap("while_frames_ran", &run->during);
		printf(", ");
		put_heap("before", &run->start);
		printf("},\n");
		put_memory(run);
	}
	put_map();
	printf("}\n");
}
