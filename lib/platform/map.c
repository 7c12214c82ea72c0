/* SPDX-License-Identifier: MIT */
/** @file
 * The memory map as a picture: drawn twice by the same code, first without a writer to learn its height. */
#include <flightmem/picture.h>

#include "base/abi.h"
#include "base/svg.h"
#include "base/text.h"
#include "platform/map_rows.h"

/** Bytes of fm_picture_options in the first release. */
#define OPTIONS_FIRST_SIZE (offsetof(fm_picture_options, reserved) + sizeof(uint32_t))

/* Pixels. A row is at least as high as its two lines of text, so labels can't meet. */
enum { WIDTH = 800, MARGIN = 16, BAR = 176, BAR_WIDTH = 64, LANE = 16, LABEL = 272, ROW = 38, TALLEST = 92, SHORTEST = 5, USUAL = 28, GAP = 22, HEADING = 34 };
/* Characters that fit beside the bar: 12 and 11 pixels high, 0.602 of that wide. */
enum { COLUMNS = (WIDTH - LABEL - MARGIN) * 100 / 723, SMALL_COLUMNS = (WIDTH - LABEL - MARGIN) * 100 / 663, TEXT = 256 };

/** The map while it is drawn. */
struct map {
	fm_svg *svg;
	const fm_profile *profile;
	uint64_t y;
	uint64_t usual; /* bytes of the row of middle size in this space: what is drawn USUAL pixels high */
	uint64_t end;   /* after the last address drawn so far in this space; 0 at its beginning */
	int wrapped;    /* the space is drawn to its very last address, so `end` says 0 */
};

/** How many rows of `space` are smaller than `size`, and in `*all` how many have a size. */
static uint32_t count_smaller(const fm_profile *profile, uint32_t space, uint64_t size, uint32_t *all)
{
	uint32_t smaller = 0;
	fm_map_row row;

	*all = 0;
	for (int first = 1; fm_map_next(profile, space, first, &row); first = 0) {
		*all += row.size != 0;
		smaller += row.size != 0 && row.size < size;
	}
	return smaller;
}

/** The largest size of which at most half of the rows of `space` are smaller. */
static uint64_t middle_size(const fm_profile *profile, uint32_t space)
{
	uint64_t middle = 1;
	fm_map_row row;

	for (int first = 1; fm_map_next(profile, space, first, &row); first = 0) {
		uint32_t all, smaller = count_smaller(profile, space, row.size, &all);

		if (row.size > middle && smaller <= all / 2)
			middle = row.size;
	}
	return middle;
}

/** Pixels of a row of `size` bytes; TALLEST stands for anything taller. */
static uint64_t pixels(const struct map *map, uint64_t size)
{
	if (size / USUAL >= map->usual / USUAL * (TALLEST / USUAL + 1))
		return TALLEST;

	uint64_t height = size > UINT64_MAX / USUAL ? TALLEST : size * USUAL / map->usual;

	return height > TALLEST ? TALLEST : height < SHORTEST ? SHORTEST : height;
}

/** A zigzag in the colour of the paper through a bar that is too large to be drawn to scale. */
static void draw_break(const struct map *map, uint64_t x, uint64_t y)
{
	fm_svg_add(map->svg, "<path class=\"b\" d=\"M");
	fm_svg_add_number(map->svg, x);
	for (unsigned i = 0; i < BAR_WIDTH / 8; i++) {
		fm_svg_add(map->svg, i == 0 ? " " : "l8 ");
		if (i == 0)
			fm_svg_add_number(map->svg, y);
		else
			fm_svg_add(map->svg, i % 2 ? "6" : "-6");
	}
	fm_svg_add(map->svg, "l8 6\"/>\n");
}

/** What of the region is spoken for, darkened at its place in the bar. */
static void draw_reserved(const struct map *map, const fm_region *region, uint64_t x, uint64_t height)
{
	for (uint32_t i = 0; i < region->reserved_count; i++) {
		fm_reserved_area area = { .struct_size = sizeof area };

		if (fm_profile_reserved(map->profile, region->index, i, &area) != FM_OK || area.area.base < region->base)
			continue;

		uint64_t step = region->size / height + 1; /* bytes a pixel, rounded up: no product that could wrap */
		uint64_t top = (area.area.base - region->base) / step, tall = area.area.size / step;

		tall = tall < 2 ? 2 : tall;
		if (top < height)
			fm_svg_add_rectangle(map->svg, "r", x, map->y + (top + tall > height ? height - (tall < height ? tall : height) : top), BAR_WIDTH,
					     tall < height ? tall : height);
	}
}

static void draw_bar(const struct map *map, const fm_region *region, const fm_map_row *row, uint64_t height)
{
	/* A row inside what is drawn already shares addresses with it: it stands aside. */
	uint64_t x = BAR + (!row->unmapped && (row->base < map->end || map->wrapped) ? LANE : 0);
	char kind[] = "k0\0";

	if (region->kind <= 9)
		kind[1] = (char)('0' + region->kind);
	else {
		kind[1] = '1';
		kind[2] = (char)('0' + region->kind % 10);
	}
	fm_svg_add_rectangle(map->svg, kind, x, map->y, BAR_WIDTH, height);
	if (row->mirror != FM_NONE)
		fm_svg_add_rectangle(map->svg, "x", x, map->y, BAR_WIDTH, height);
	else if (region->size != 0)
		draw_reserved(map, region, x, height);
	fm_svg_add_rectangle(map->svg, "o", x, map->y, BAR_WIDTH, height);
	if (height == TALLEST && row->size != 0)
		draw_break(map, x, map->y + height / 2);
}

static void add_size(fm_text *text, uint64_t bytes)
{
	char human[24];

	fm_size_format(bytes, FM_SIZE_HUMAN, human, sizeof human);
	fm_text_add(text, bytes == 0 ? "size unknown" : human);
}

static void add_permissions(fm_text *text, const fm_region *region)
{
	const fm_fact facts[] = { region->read, region->write, region->execute };

	for (unsigned i = 0; i < 3; i++)
		fm_text_add_char(text, facts[i] == FM_FACT_YES ? "rwx"[i] : facts[i] == FM_FACT_NO ? '-' : '?');
}

static void add_fact(fm_text *text, fm_fact fact, const char *yes)
{
	if (fact == FM_FACT_YES)
		fm_text_add(text, yes);
}

/** ", writes 16 32 bit only" where not every width is legal. */
static void add_widths(fm_text *text, const char *what, uint32_t widths)
{
	if (widths == 0 || (widths & (widths + 1)) == 0) /* not documented, or all up to the widest */
		return;
	fm_text_add(text, what);
	for (uint32_t bytes = 1; bytes <= 8; bytes <<= 1)
		if (widths & bytes) {
			fm_text_add_char(text, ' ');
			fm_text_add_number(text, bytes * 8);
		}
	fm_text_add(text, " bit only");
}

/** The small line under a region: its name and what is special about it. */
static void describe_region(fm_text *text, const fm_region *region)
{
	fm_text_add(text, region->name);
	if (region->bus_bits != 0) {
		fm_text_add(text, ", ");
		fm_text_add_number(text, region->bus_bits);
		fm_text_add(text, "-bit bus");
	}
	add_fact(text, region->cached_code, ", cached code");
	add_fact(text, region->cached_data, ", cached data");
	add_fact(text, region->dma, ", DMA");
	add_fact(text, region->is_volatile, ", volatile");
	add_fact(text, region->persistent, ", persistent");
	add_fact(text, region->optional, ", optional");
	if (region->bank_count > 1) {
		fm_text_add(text, ", ");
		fm_text_add_number(text, region->bank_count);
		fm_text_add(text, " banks");
	}
	add_widths(text, ", reads", region->read_widths);
	add_widths(text, ", writes", region->write_widths);
	if (region->access_via != NULL) {
		fm_text_add(text, ", reached by ");
		fm_text_add(text, region->access_via);
	}
}

/** The small line under a mirror. */
static void describe_mirror(fm_text *text, const fm_region *region, const fm_mirror *mirror)
{
	fm_text_add(text, mirror->inverted != 0         ? "the same bytes in opposite order, in units of "
			  : mirror->region_advance == 0 ? "the same bytes"
							: "the bytes that follow");
	if (mirror->inverted != 0)
		fm_text_add_number(text, mirror->inverted);
	if (mirror->period != 0) {
		fm_text_add(text, " every ");
		add_size(text, mirror->period);
	}
	if (mirror->count > 1) {
		fm_text_add(text, ", slices ");
		add_size(text, mirror->stride);
		fm_text_add(text, " apart");
	}
	if (mirror->region_offset != 0) {
		fm_text_add(text, ", from byte ");
		fm_text_add_number(text, mirror->region_offset);
		fm_text_add(text, " on");
	}
	if (mirror->region_advance != 0) {
		fm_text_add(text, ", each ");
		add_size(text, mirror->region_advance);
		fm_text_add(text, " further");
	}
	if (mirror->cached_data != region->cached_data)
		fm_text_add(text, mirror->cached_data == FM_FACT_YES ? ", cached" : mirror->cached_data == FM_FACT_NO ? ", uncached" : "");
}

static void name_region(fm_text *text, const fm_region *region)
{
	fm_text_add(text, region->id);
	fm_text_add(text, "  ");
	add_size(text, region->size);
	fm_text_add(text, "  ");
	add_permissions(text, region);
	fm_text_add(text, "  ");
	fm_text_add(text, region->kind == FM_REGION_IO ? "registers" : fm_region_kind_name(region->kind));
}

static void name_mirror(fm_text *text, const fm_region *region, const fm_mirror *mirror)
{
	fm_text_add(text, "mirror of ");
	fm_text_add(text, region->id);
	fm_text_add(text, "  ");
	if (mirror->count > 1) {
		fm_text_add_number(text, mirror->count);
		fm_text_add(text, " x ");
	}
	add_size(text, mirror->size);
	fm_text_add(text, "  ");
	add_permissions(text, region);
}

static void draw_labels(const struct map *map, const fm_region *region, const fm_map_row *row)
{
	char line[TEXT];
	fm_mirror mirror = { .struct_size = sizeof mirror };
	fm_text text = fm_text_begin(line, sizeof line);
	int mirrors = row->mirror != FM_NONE && fm_profile_mirror(map->profile, row->region, row->mirror, &mirror) == FM_OK;

	if (!row->unmapped) {
		fm_profile_address_format(map->profile, (fm_address){ row->base, mirrors ? mirror.space : region->space, 0 }, line, sizeof line);
		fm_svg_add_text(map->svg, "d e", BAR - 8, map->y + 11, line, 24);
	}
	text = fm_text_begin(line, sizeof line);
	if (mirrors)
		name_mirror(&text, region, &mirror);
	else
		name_region(&text, region);
	fm_text_end(&text);
	fm_svg_add_text(map->svg, mirrors ? "" : "s", LABEL, map->y + 12, line, COLUMNS * 12 / 13);

	text = fm_text_begin(line, sizeof line);
	if (mirrors)
		describe_mirror(&text, region, &mirror);
	else
		describe_region(&text, region);
	fm_text_end(&text);
	fm_svg_add_text(map->svg, "d", LABEL, map->y + 27, line, SMALL_COLUMNS);
}

/** Closes and names the addresses between what is drawn and `row`. */
static void draw_gap(struct map *map, const fm_map_row *row)
{
	char line[TEXT];
	fm_text text = fm_text_begin(line, sizeof line);

	if (row->unmapped || map->wrapped || row->base <= map->end)
		return;
	add_size(&text, row->base - map->end);
	fm_text_add(&text, " unmapped");
	fm_text_end(&text);
	fm_svg_add(map->svg, "<path class=\"g\" d=\"M");
	fm_svg_add_number(map->svg, BAR + BAR_WIDTH / 2);
	fm_svg_add(map->svg, " ");
	fm_svg_add_number(map->svg, map->y);
	fm_svg_add(map->svg, "v18\"/>\n");
	fm_svg_add_text(map->svg, "d", LABEL, map->y + 12, line, SMALL_COLUMNS);
	map->y += GAP;
}

static void draw_row(struct map *map, const fm_map_row *row)
{
	fm_region region = { .struct_size = sizeof region };
	uint64_t height = row->size == 0 ? SHORTEST : pixels(map, row->size);

	if (fm_profile_region(map->profile, row->region, &region) != FM_OK)
		return;
	draw_gap(map, row);
	draw_bar(map, &region, row, height);
	draw_labels(map, &region, row);
	map->y += (height < ROW - 4 ? ROW - 4 : height) + 4;
	if (!row->unmapped && !map->wrapped && (row->base > UINT64_MAX - row->size || row->base + row->size > map->end)) {
		map->end = row->base + row->size;
		map->wrapped = map->end == 0 && row->size != 0;
	}
}

static void draw_space(struct map *map, uint32_t index, const fm_space_info *space)
{
	char line[TEXT];
	fm_text text = fm_text_begin(line, sizeof line);
	fm_map_row row;

	if (!fm_map_next(map->profile, index, 1, &row))
		return;
	fm_text_add(&text, space->id);
	fm_text_add(&text, ": ");
	fm_text_add_number(&text, space->width_bits);
	fm_text_add(&text, space->cpu_visible ? "-bit addresses of the main CPU" : "-bit addresses that the main CPU does not see");
	fm_text_end(&text);
	map->usual = middle_size(map->profile, index);
	map->end = row.unmapped ? 0 : row.base; /* what lies below the first row is not worth a gap */
	map->wrapped = 0;
	map->y += 12;
	fm_svg_add_text(map->svg, "s", MARGIN, map->y + 12, line, 90);
	map->y += HEADING - 12;
	for (int first = 1; fm_map_next(map->profile, index, first, &row); first = 0)
		draw_row(map, &row);
}

/** Draws everything below the title; returns the y after it. */
static uint64_t draw(fm_svg *svg, const fm_profile *profile)
{
	struct map map = { .svg = svg, .profile = profile, .y = MARGIN + 24 };
	fm_space_info space;

	for (uint32_t i = 0; space.struct_size = sizeof space, fm_profile_space(profile, i, &space) == FM_OK; i++)
		draw_space(&map, i, &space);
	return map.y + MARGIN;
}

fm_status fm_profile_draw_map(const fm_profile *profile, const fm_picture_options *options, fm_write write, void *context)
{
	fm_picture_options known = { .struct_size = sizeof known };
	fm_profile_info info = { .struct_size = sizeof info };
	char title[TEXT];
	fm_text text = fm_text_begin(title, sizeof title);
	fm_svg svg;

	if (profile == NULL || write == NULL)
		return FM_E_ARGUMENT;

	fm_status status = options == NULL ? FM_OK : fm_abi_import(&known, sizeof known, OPTIONS_FIRST_SIZE, options);

	if (status == FM_OK && known.theme > FM_THEME_DARK)
		status = FM_E_UNSUPPORTED;
	if (status == FM_OK)
		status = fm_profile_get_info(profile, &info);
	if (status != FM_OK)
		return status;

	fm_text_add(&text, info.name);
	fm_text_add(&text, " (");
	fm_text_add(&text, info.id);
	fm_text_add(&text, "): memory map");
	fm_text_end(&text);

	fm_svg_begin(&svg, NULL, NULL);
	uint64_t height = draw(&svg, profile);

	fm_svg_begin(&svg, write, context);
	fm_svg_open(&svg, title, WIDTH, height, known.theme);
	fm_svg_add_text(&svg, "h", MARGIN, MARGIN + 16, title, 78);
	draw(&svg, profile);
	return fm_svg_close(&svg);
}
