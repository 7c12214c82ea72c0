/* SPDX-License-Identifier: MIT */
/** @file
 * Where regions and their mirrors are. All sums are compared by what is left: any 64-bit number may stand in a file. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/rules.h"

/** The last address of a space of `width` bits. */
static uint64_t last_of(const struct node *space)
{
	return UINT64_MAX >> (64 - number_of(space, "width_bits", 64));
}

/** True iff `size` bytes at `base` end inside the space; notes a problem at `at` else. */
static int fits(struct source *source, const struct node *at, const struct node *space, uint64_t base, uint64_t size)
{
	uint64_t last = last_of(space);

	if (base <= last && size - 1 <= last - base)
		return 1;
	add_problem_at(source, at, "0x%" PRIX64 " and %" PRIu64 " bytes pass the end of the space %s, whose last address is 0x%" PRIX64, base, size,
		       text_of(space, "id"), last);
	return 0;
}

static void add_window(struct windows *windows, struct window window)
{
	if (windows->count == windows->room) {
		windows->room = windows->room * 2 + 64;
		windows->list = realloc(windows->list, windows->room * sizeof *windows->list);
		if (windows->list == NULL)
			exit((int)complain(EXIT_INPUT, "no memory for %u windows", windows->room));
	}
	windows->list[windows->count++] = window;
}

/** A reserved area lies in its region, as far as both sizes are known. */
static void judge_area(struct source *source, const struct node *region, const struct node *area)
{
	uint64_t region_size = number_of(region, "size", 0), size = number_of(area, "size", 0);
	uint64_t region_base = number_of(region, "base", 0), base = number_of(area, "base", 0);

	if (region_size == 0 || size == 0)
		return;
	if (base < region_base || size > region_size || base - region_base > region_size - size)
		add_problem_at(source, area, "lies outside of the region %s", text_of(region, "id"));
}

/** The numbers of a mirror. */
struct view {
	uint64_t base, size, period, stride, offset, advance, unit;
	uint64_t more; /**< slices after the first */
};

static struct view view_of(const struct node *mirror)
{
	uint64_t size = number_of(mirror, "size", 1);

	return (struct view){
		.base = number_of(mirror, "base", 0),
		.size = size,
		.period = number_of(mirror, "period", size),
		.stride = number_of(mirror, "stride", size),
		.offset = number_of(mirror, "offset", 0),
		.advance = number_of(mirror, "advance", 0),
		.unit = number_of(mirror, "inverted", 1),
		.more = number_of(mirror, "count", 1) - 1,
	};
}

/** True iff all that the slices show is in the region. */
static int shows_region(const struct view *view, uint64_t region_size)
{
	uint64_t bytes = view->size < view->period ? view->size : view->period;

	if (bytes > region_size || view->offset > region_size - bytes)
		return 0;
	return view->more == 0 || view->advance <= (region_size - bytes - view->offset) / view->more;
}

/** What can be said of a mirror without its space. */
static void judge_view(struct source *source, const struct node *region, const struct node *mirror, const struct view *view)
{
	if (view->period >= view->size && has_number(mirror, "period"))
		add_problem_at(source, entry(mirror, "period"), "a window of %" PRIu64 " bytes does not repeat every %" PRIu64, view->size, view->period);
	if (!shows_region(view, number_of(region, "size", 0)))
		add_problem_at(source, mirror, "shows bytes from %" PRIu64 " on that the region %s has not: it has %s", view->offset, text_of(region, "id"),
			       text_of(region, "size"));
	if (((view->base | view->size | view->offset | number_of(region, "base", 0)) & (view->unit - 1)) != 0)
		add_problem_at(source, entry(mirror, "inverted"), "units of %" PRIu64 " bytes do not fill the window, or lie askew in the region", view->unit);
	if (has_number(mirror, "advance") && view->advance == view->stride && view->stride == view->size)
		add_problem_at(source, entry(mirror, "advance"), "slices that touch and go on in the region are one window");
}

/** Where the slices of a mirror are. */
static void judge_slices(struct source *source, const struct node *region, const struct node *mirror, const struct view *view, struct windows *windows)
{
	const char *id = text_of(mirror, "space") == NULL ? text_of(region, "space") : text_of(mirror, "space");
	const struct node *space = find_id(entry(source->root, "spaces"), id);
	uint64_t left;

	if (view->stride < view->size) {
		add_problem_at(source, entry(mirror, "stride"), "slices of %" PRIu64 " bytes overlap every %" PRIu64 " bytes", view->size, view->stride);
		return;
	}
	if (!fits(source, mirror, space, view->base, view->size))
		return;
	left = last_of(space) - view->base - (view->size - 1);
	if (view->more > left / view->stride) {
		add_problem_at(source, mirror, "its slices pass the end of the space %s, whose last address is 0x%" PRIX64, id, last_of(space));
		return;
	}
	if (windows->count >= WINDOWS_MAX || view->more >= WINDOWS_MAX - windows->count) {
		add_problem_at(source, mirror, "a platform has at most %d windows, each slice one", WINDOWS_MAX);
		return;
	}
	for (uint64_t i = 0; i <= view->more; i++)
		add_window(windows, (struct window){ mirror, region, id, view->base + i * view->stride, view->base + i * view->stride + (view->size - 1), 1 });
}

static void judge_mirror(struct source *source, const struct node *region, const struct node *mirror, struct windows *windows)
{
	const struct node *space = entry(mirror, "space");
	struct view view = view_of(mirror);

	if (!has_number(region, "size")) {
		add_problem_at(source, mirror, "the region %s has no size to mirror", text_of(region, "id"));
		return;
	}
	if (space != NULL && find_id(entry(source->root, "spaces"), space->text) == NULL) {
		add_problem_at(source, space, "there is no space %s", space->text);
		return;
	}
	judge_view(source, region, mirror, &view);
	judge_slices(source, region, mirror, &view, windows);
}

static void judge_lane(struct source *source, const struct node *region)
{
	const struct node *told = entry(region, "byte_lane");

	if (told == NULL)
		return;
	if (number_of(told, "stride", 0) >= 1 << 16 || (has_number(told, "lane") && number_of(told, "lane", 0) >= number_of(told, "stride", 0)))
		add_problem_at(source, told, "there is no byte %s of each %s", text_of(told, "lane"), text_of(told, "stride"));
}

/** A region without an address says how it is reached, and has no windows. */
static void judge_unplaced(struct source *source, const struct node *region)
{
	static const char *const windows[] = { "mirrors", "reserved" };

	for (int i = 0; i < 2; i++)
		if (entry(region, windows[i]) != NULL)
			add_problem_at(source, entry(region, windows[i]), "a region without an address has none");
}

/** A region with an address: its window, what is reserved, what mirrors it. */
static void judge_placed(struct source *source, const struct node *region, const struct node *space, struct windows *windows)
{
	const struct node *mirrors = entry(region, "mirrors"), *areas = entry(region, "reserved");
	uint64_t base = number_of(region, "base", 0), size = number_of(region, "size", 0);

	judge_lane(source, region);
	if (size != 0 && fits(source, entry(region, "size"), space, base, size))
		add_window(windows, (struct window){ region, region, text_of(space, "id"), base, base + (size - 1), 0 });
	for (const struct node *area = areas == NULL ? NULL : areas->first; area != NULL; area = area->next)
		judge_area(source, region, area);
	for (const struct node *mirror = mirrors == NULL ? NULL : mirrors->first; mirror != NULL; mirror = mirror->next)
		judge_mirror(source, region, mirror, windows);
}

static void judge_region(struct source *source, const struct node *region, struct windows *windows)
{
	const struct node *space = find_id(entry(source->root, "spaces"), text_of(region, "space")), *mapped = entry(region, "cpu_mapped");

	if (space == NULL) {
		add_problem_at(source, entry(region, "space"), "there is no space %s", text_of(region, "space"));
		return;
	}
	if (mapped->kind == NODE_TRUTH && mapped->number == 0 && is_same(text_of(region, "base"), "none") && entry(region, "access_via") == NULL)
		add_problem_at(source, region, "has no address: access_via says how it is reached");
	if (has_number(region, "base"))
		judge_placed(source, region, space, windows);
	else
		judge_unplaced(source, region);
}

void judge_regions(struct source *source)
{
	struct windows windows = { .list = NULL };

	for (const struct node *region = entry(source->root, "regions")->first; region != NULL; region = region->next)
		judge_region(source, region, &windows);
	judge_windows(source, &windows);
	free(windows.list);
}
