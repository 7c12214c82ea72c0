/* SPDX-License-Identifier: MIT */
/** @file
 * The report as JSON. Every number here is below 2^53: memory of consoles, counts of frames. */
#include <inttypes.h>
#include <stdio.h>

#include "report.h"

/** A string of JSON; what is no printable ASCII is escaped byte by byte, as Latin-1, so that any file name stays one line of valid JSON. */
static void put_text(const char *text)
{
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

static void put_usage(uint64_t used, uint64_t peak, uint64_t capacity, uint64_t refused)
{
	printf("\"used\": %" PRIu64 ", \"peak\": %" PRIu64 ", \"capacity\": %" PRIu64 ", \"refused\": %" PRIu64, used, peak, capacity, refused);
}

static void put_modes(const struct stage *stage)
{
	printf("  \"modes\": [");
	for (uint32_t i = 0; i < stage->mode_count; i++) {
		const struct stage_mode *mode = &stage->modes[i];

		printf("%s\n    {", i == 0 ? "" : ",");
		put_member("name", mode->name);
		printf(", \"page_bytes\": %" PRIu64 ", \"pages\": %u, \"double_buffered\": %s, \"chosen\": %s}", mode->page_bytes, mode->pages,
		       mode->pages > 1 ? "true" : "false", mode->chosen ? "true" : "false");
	}
	printf("\n  ],\n");
}

static void put_regions(const struct stage *stage)
{
	const fm_profile *profile = fm_space_profile(stage->space);
	fm_profile_info info = FM_STRUCT(fm_profile_info);
	const char *comma = "";

	printf("  \"regions\": [");
	for (uint32_t i = 0; fm_profile_get_info(profile, &info) == FM_OK && i < info.region_count; i++) {
		fm_region region = FM_STRUCT(fm_region);
		fm_region_usage usage = FM_STRUCT(fm_region_usage);

		if (fm_profile_region(profile, i, &region) != FM_OK || fm_space_get_usage(stage->space, region.id, &usage) != FM_OK || usage.peak == 0)
			continue;
		printf("%s\n    {", comma);
		put_member("id", region.id);
		printf(", ");
		put_usage(usage.used, usage.peak, usage.capacity, usage.refused);
		printf("}");
		comma = ",";
	}
	printf("\n  ],\n");
}

static void put_pools(const struct stage *stage)
{
	printf("  \"pools\": [");
	for (uint32_t i = 0; i < stage->pool_count; i++) {
		const struct stage_pool *listed = &stage->pools[i];
		fm_pool_usage usage = FM_STRUCT(fm_pool_usage);

		if (fm_pool_get_usage(listed->pool, &usage) != FM_OK)
			continue;
		printf("%s\n    {", i == 0 ? "" : ",");
		put_member("name", fm_pool_name(listed->pool));
		printf(", \"region\": ");
		if (listed->region == NULL)
			printf("null");
		else
			put_text(listed->region);
		printf(", ");
		put_member("strategy", fm_pool_strategy(listed->pool));
		printf(", ");
		put_member("holds", listed->holds);
		printf(", ");
		put_usage(usage.used, usage.peak, usage.capacity, usage.refused);
		printf(", \"granted\": %" PRIu64 ", \"sealed\": %s}", usage.granted, usage.sealed ? "true" : "false");
	}
	printf("\n  ],\n");
}

static void put_refusals(const struct stage *stage)
{
	printf("  \"refusals\": [");
	for (uint32_t i = 0; i < stage->note_count; i++) {
		printf("%s\n    {", i == 0 ? "" : ",");
		put_member("asked", stage->notes[i].asked);
		printf(", ");
		put_member("why", stage->notes[i].why);
		printf(", ");
		put_member("consequence", stage->notes[i].consequence);
		printf("}");
	}
	printf("\n  ],\n");
}

static void put_proof(const struct proof *proof)
{
	printf("  \"proof\": {\"holds\": %s, \"frames\": %" PRIu64 ", \"allocations\": %" PRIu64 ", \"frees\": %" PRIu64 ", \"mappings\": %" PRIu64
	       ", \"pools_grew\": %" PRIu64 ", \"planes_reused\": %" PRIu64 ", \"nanoseconds\": %" PRIu64 "}\n",
	       proof_holds(proof) ? "true" : "false", proof->frames, proof->heard.heap_calls, proof->heard.heap_returns,
	       proof->heard.page_calls + proof->heard.page_returns, proof->growth, proof->planes, proof->nanoseconds);
}

void report_json(const struct stage *stage, const struct options *options, const struct proof *proof)
{
	char address[NAME_BYTES] = "";

	fm_profile_address_format(fm_space_profile(stage->space), stage->shown_at, address, sizeof address);
	printf("{\n  \"schema\": 1,\n  ");
	put_member("platform", stage->console->id);
	printf(",\n  \"input\": {");
	put_member("path", options->input);
	printf(", \"width\": %u, \"height\": %u},\n", stage->source.width, stage->source.height);
	printf("  \"crop\": {\"x\": %u, \"y\": %u, \"width\": %u, \"height\": %u},\n", stage->crop.x, stage->crop.y, stage->crop.width, stage->crop.height);
	printf("  \"screen\": {\"width\": %u, \"height\": %u, ", stage->width, stage->height);
	put_member("address", address);
	printf(", \"bytes_written\": %" PRIu64 "},\n  ", stage->written);
	put_member("output", options->output);
	printf(",\n");
	put_modes(stage);
	put_regions(stage);
	put_pools(stage);
	put_refusals(stage);
	put_proof(proof);
	printf("}\n");
}
