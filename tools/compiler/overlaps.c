/* SPDX-License-Identifier: MIT */
/** @file
 * Windows of one space share no address, unless the regions say so. The windows are swept by their bases; those that are still open are
 * compared with each that begins. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/rules.h"

static int compare(const void *a, const void *b)
{
	const struct window *one = a, *other = b;
	int order = strcmp(one->space, other->space);

	if (order != 0)
		return order;
	return one->base != other->base ? (one->base < other->base ? -1 : 1) : (one->at < other->at ? -1 : one->at > other->at);
}

/** True iff both say who sees them, and nobody sees both. */
static int are_apart(const struct node *a, const struct node *b)
{
	const struct node *one = entry(a, "visible_to"), *other = entry(b, "visible_to");

	for (const struct node *name = one == NULL ? NULL : one->first; name != NULL; name = name->next)
		if (holds_text(other, name->text))
			return 0;
	return one != NULL && other != NULL;
}

/** True iff one of the regions says that the other lies at its addresses. Two windows of one region may not meet. */
static int is_declared(const struct node *a, const struct node *b)
{
	const char *one = text_of(a, "id"), *other = text_of(b, "id");

	if (a == b)
		return 0;
	return holds_text(entry(a, "overlays"), other) || holds_text(entry(b, "overlays"), one) || is_same(text_of(a, "alias_of"), other) ||
	       is_same(text_of(b, "alias_of"), one) || are_apart(a, b);
}

/** True iff an earlier problem tells of this pair of region and mirror. */
static int is_told(const struct window *const *told, unsigned count, const struct window *a, const struct window *b)
{
	for (unsigned i = 0; i < count; i++)
		if (told[i * 2]->at == a->at && told[i * 2 + 1]->at == b->at)
			return 1;
	return 0;
}

enum { TOLD_MAX = 64 };

/** What was found so far. */
struct sweep {
	struct source *source;
	const struct window *told[TOLD_MAX * 2];
	unsigned told_count;
	const struct window **open;
	unsigned open_count;
};

static void meet(struct sweep *sweep, const struct window *open, const struct window *window)
{
	if (sweep->told_count == TOLD_MAX || is_declared(open->region, window->region) || is_told(sweep->told, sweep->told_count, open, window))
		return;
	sweep->told[sweep->told_count * 2] = open;
	sweep->told[sweep->told_count * 2 + 1] = window;
	sweep->told_count++;
	add_problem_at(sweep->source, window->at, "%s%s at 0x%" PRIX64 " overlaps %s%s at 0x%" PRIX64 ": one of them names the other in overlays or alias_of",
		       window->is_mirror ? "mirror of " : "region ", text_of(window->region, "id"), window->base, open->is_mirror ? "mirror of " : "region ",
		       text_of(open->region, "id"), open->base);
}

/** Takes out the windows that end before `window` begins. */
static void close_windows(struct sweep *sweep, const struct window *window)
{
	unsigned kept = 0;

	for (unsigned i = 0; i < sweep->open_count; i++)
		if (strcmp(sweep->open[i]->space, window->space) == 0 && sweep->open[i]->last >= window->base)
			sweep->open[kept++] = sweep->open[i];
	sweep->open_count = kept;
}

void judge_windows(struct source *source, struct windows *windows)
{
	struct sweep sweep = { .source = source, .open = source_memory(source, (windows->count + (size_t)1) * sizeof(struct window *)) };

	if (windows->count != 0)
		qsort(windows->list, windows->count, sizeof *windows->list, compare);
	for (unsigned i = 0; i < windows->count && sweep.told_count < TOLD_MAX; i++) {
		close_windows(&sweep, &windows->list[i]);
		for (unsigned k = 0; k < sweep.open_count; k++)
			meet(&sweep, sweep.open[k], &windows->list[i]);
		sweep.open[sweep.open_count++] = &windows->list[i];
	}
}
