/* SPDX-License-Identifier: MIT */
/** @file
 * From windows that overlap to rows that do not: the addresses are swept upwards, and a heap holds the windows that are open, the winner
 * on top.
 *
 *     order 0        [=====]
 *     order 1   [================]
 *     rows      [ 1 ][  0  ][ 1  ] */
#include "validate/validate.h"

/** Where a window stands: by its first address, then by who wins. */
static int is_before(const fm_validate_window *a, const fm_validate_window *b)
{
	return a->base != b->base ? a->base < b->base : a->order < b->order;
}

/** Lets windows[at] sink to its place in a heap of `count` with the last one on top. */
static void sink(fm_validate_window *windows, uint32_t at, uint32_t count)
{
	for (uint32_t child; (child = at * 2 + 1) < count; at = child) {
		if (child + 1 < count && is_before(&windows[child], &windows[child + 1]))
			child++;
		if (!is_before(&windows[at], &windows[child]))
			return;

		fm_validate_window held = windows[at];

		windows[at] = windows[child];
		windows[child] = held;
	}
}

/** Heap sort: in place, without recursion, O(n log n) for any order. */
static void sort(fm_validate_window *windows, uint32_t count)
{
	for (uint32_t i = count / 2; i-- > 0;)
		sink(windows, i, count);
	for (uint32_t left = count; left > 1;) {
		fm_validate_window held = windows[--left];

		windows[left] = windows[0];
		windows[0] = held;
		sink(windows, 0, left);
	}
}

/** The windows that are open at an address, by index, the winner first. */
struct open {
	const fm_validate_window *windows;
	uint32_t *heap;
	uint32_t count;
};

static int wins(const struct open *open, uint32_t a, uint32_t b)
{
	return open->windows[open->heap[a]].order < open->windows[open->heap[b]].order;
}

static void exchange(const struct open *open, uint32_t a, uint32_t b)
{
	uint32_t held = open->heap[a];

	open->heap[a] = open->heap[b];
	open->heap[b] = held;
}

static void add_open(struct open *open, uint32_t index)
{
	uint32_t at = open->count++;

	open->heap[at] = index;
	for (; at > 0 && wins(open, at, (at - 1) / 2); at = (at - 1) / 2)
		exchange(open, at, (at - 1) / 2);
}

static void drop_winner(struct open *open)
{
	uint32_t at = 0;

	open->heap[0] = open->heap[--open->count];
	for (uint32_t child; (child = at * 2 + 1) < open->count; at = child) {
		if (child + 1 < open->count && wins(open, child + 1, child))
			child++;
		if (!wins(open, child, at))
			return;
		exchange(open, at, child);
	}
}

/** Appends a row to rows[1..count], or makes the last one longer where the same window goes on. Gives the new count. */
static uint32_t append_row(fm_validate_row *rows, uint32_t count, uint64_t base, uint64_t last, uint32_t window)
{
	fm_validate_row *row = &rows[count];

	if (count != 0 && row->window == window && row->base + row->size == base) {
		row->size += last - base + 1;
		return count;
	}
	row[1] = (fm_validate_row){ .base = base, .size = last - base + 1, .window = window };
	return count + 1;
}

uint32_t fm_validate_sweep(fm_validate_window *windows, uint32_t count, fm_validate_row *rows, uint32_t *scratch)
{
	struct open open = { .windows = windows, .heap = scratch };
	uint32_t next = 0, row_count = 0;
	uint64_t at = 0;

	sort(windows, count);
	while (next < count || open.count > 0) {
		if (open.count == 0)
			at = windows[next].base;
		while (next < count && windows[next].base <= at)
			add_open(&open, next++);

		const fm_validate_window *winner = &windows[open.heap[0]];

		if (winner->last < at) {
			drop_winner(&open);
			continue;
		}

		uint64_t last = next < count && windows[next].base <= winner->last ? windows[next].base - 1 : winner->last;

		row_count = append_row(rows, row_count, at, last, open.heap[0]);
		if (last == UINT64_MAX)
			break;
		at = last + 1;
	}
	return row_count;
}

int fm_validate_is_same(const fm_validate_window *a, const fm_validate_window *b)
{
	return a == b || (a->region == b->region && a->mirror == FM_NONE && b->mirror == FM_NONE);
}
