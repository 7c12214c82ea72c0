/* SPDX-License-Identifier: MIT */
/** @file
 * Good fit: taking, giving back and resizing. fit.h has the picture; what only looks at it is in fit_look.c. */
#include "strategy/fit.h"

#include "base/bits.h"
#include "base/memory.h"
#include "strategy/fit_line.h"

/** The node of a run. It is that of its last granule: so a run that is taken from, or grows, at its beginning keeps its place. */
static inline uint32_t node_of(uint32_t run, uint32_t length)
{
	return (run + length - 1) / 2;
}

static inline void enter_class(fm_fit *fit, uint32_t node, uint32_t class)
{
	uint32_t head = fit->heads + class, first = fit->links[head].next;

	fit->links[node].next = first;
	fit->links[node].previous = head;
	fit->links[first].previous = node;
	fit->links[head].next = node;
	fit->classes |= UINT64_C(1) << class;
}

/** Takes a run from its list. Where its neighbours are one, that is the head and the list is empty now. */
static inline void leave_class(fm_fit *fit, uint32_t node)
{
	uint32_t next = fit->links[node].next, previous = fit->links[node].previous;

	fit->links[previous].next = next;
	fit->links[next].previous = previous;
	fit->classes &= ~((uint64_t)(next == previous) << ((next - fit->heads) & 63));
}

/** The run of `node` was `before` granules long and is `now`, neither 0. Most stay in their class. */
static inline void change_class(fm_fit *fit, uint32_t node, uint32_t before, uint32_t now)
{
	uint32_t class = fm_fit_class(fit, now);

	if (class == fm_fit_class(fit, before))
		return;
	leave_class(fit, node);
	enter_class(fit, node, class);
}

/** Writes that [granule, granule + count) is a block. What lies behind it in its last line is right already, or is written next. */
static inline void write_block(fm_fit *fit, uint32_t granule, uint32_t count)
{
	uint32_t end = granule + count, first = granule / 64, last = (end - 1) / 64;

	fit->starts[first] |= fm_fit_bit(granule);
	if (first == last) {
		fit->free[first] &= ~(UINT64_MAX >> (64 - count) << (granule & 63));
	} else {
		fit->free[first] &= ~fm_fit_from(granule);
		fit->free[last] &= (end & 63) != 0 ? fm_fit_from(end) : 0;
	}
	if (end - first * 64 >= 64)
		fit->lengths[first] = count;
}

/** Writes that [granule, granule + count) is a free run, whose neighbours are blocks. */
static inline void write_run(fm_fit *fit, uint32_t granule, uint32_t count)
{
	uint32_t end = granule + count, first = granule / 64, last = (end - 1) / 64;

	if (first == last) {
		fit->free[first] |= UINT64_MAX >> (64 - count) << (granule & 63);
	} else {
		fit->free[first] |= fm_fit_from(granule);
		fit->free[last] |= UINT64_MAX >> (63 - ((end - 1) & 63));
	}
	if (first != last || (granule & 63) == 0)
		fit->begins[last] = granule;
	if (end - first * 64 >= 64)
		fit->lengths[first] = count;
}

/** Makes a block of `count` granules, `skip` behind the beginning of a listed run of `length`. */
static inline uint32_t carve(fm_fit *fit, uint32_t run, uint32_t length, uint32_t skip, uint32_t count)
{
	uint32_t block = run + skip, rest = length - skip - count, node = node_of(run, length);

	write_block(fit, block, count);
	if (FM_LIKELY(rest != 0)) {
		write_run(fit, block + count, rest);
		change_class(fit, node, length, rest);
	} else {
		leave_class(fit, node);
	}
	if (skip != 0) {
		write_run(fit, run, skip);
		enter_class(fit, node_of(run, skip), fm_fit_class(fit, skip));
	}
	fit->used += count;
	return block;
}

void fm_fit_start(fm_fit *fit, void *records, uint32_t granules)
{
	fm_fit_parts parts = fm_fit_cut(granules);
	unsigned char *bytes = (unsigned char *)records;

	memset(bytes, 0, parts.links);
	fit->free = (uint64_t *)(void *)bytes + 1;
	fit->starts = (uint64_t *)(void *)(bytes + parts.starts);
	fit->lengths = (uint32_t *)(void *)(bytes + parts.lengths);
	fit->begins = (uint32_t *)(void *)(bytes + parts.begins);
	fit->links = (fm_fit_link *)(void *)(bytes + parts.links);
	fit->classes = 0;
	fit->granules = granules;
	fit->used = 0;
	fit->heads = fm_fit_pairs(granules);
	fit->steps = granules < 1u << 16 ? 2 : 1;
	for (uint32_t i = fit->heads; i < fit->heads + 64; i++)
		fit->links[i] = (fm_fit_link){ i, i };
	/* Behind the last granule a block seems to begin that nobody can give back: so each piece ends where another begins. */
	fit->starts[granules / 64] |= fm_fit_bit(granules);
	write_run(fit, 0, granules);
	enter_class(fit, node_of(0, granules), fm_fit_class(fit, granules));
}

/** Takes `count` granules of the run of a node from a multiple of `align` on; FM_FIT_NONE iff it has not so many. */
static FM_NOINLINE uint32_t take_from(fm_fit *fit, uint32_t node, uint32_t count, uint32_t align, uint32_t phase)
{
	uint32_t end = fm_fit_end_of(fit, node), length = fm_fit_free_before(fit, end), run = end - length, skip = fm_fit_skip(run, align, phase);

	if (skip >= length || length - skip < count)
		return FM_FIT_NONE;
	return carve(fit, run, length, skip, count);
}

/** Takes from the first of the runs tried that has enough. */
static FM_COLD uint32_t take_slowly(fm_fit *fit, uint32_t count, uint32_t align, uint32_t phase)
{
	uint32_t floor = fm_fit_class(fit, count), block = FM_FIT_NONE;
	uint64_t classes = fit->classes >> floor << floor;

	for (; classes != 0 && block == FM_FIT_NONE; classes &= classes - 1) {
		uint32_t head = fit->heads + fm_lowest_bit(classes), node = fit->links[head].next;

		for (uint32_t i = 0; i < FM_FIT_TRIES && node != head && block == FM_FIT_NONE; i++) {
			uint32_t next = fit->links[node].next;

			block = take_from(fit, node, count, align, phase);
			node = next;
		}
	}
	return block;
}

/** Makes the first `count` granules of [run, end) a block that ends in the line it begins in, before the run does: the usual case. */
static inline void take_from_line(fm_fit *fit, uint32_t run, uint32_t end, uint32_t count)
{
	uint32_t line = run / 64, last = (end - 1) / 64;

	fit->starts[line] |= fm_fit_bit(run);
	fit->free[line] &= ~(UINT64_MAX >> (64 - count) << (run & 63));
	fit->begins[last] = last != line ? run + count : fit->begins[last];
	if (end - line * 64 >= 64)
		fit->lengths[line] = end - run - count;
	fit->used += count;
}

uint32_t fm_fit_take(fm_fit *fit, uint32_t count)
{
	if (FM_UNLIKELY(count - 1 >= fit->granules))
		return FM_FIT_NONE;

	uint64_t enough = fit->classes & fm_fit_classes_of(fit, count);

	if (FM_UNLIKELY(enough == 0))
		return take_slowly(fit, count, 1, 0);

	uint32_t node = fit->links[fit->heads + fm_lowest_bit(enough)].next;
	uint32_t end = fm_fit_end_of(fit, node), length = fm_fit_free_before(fit, end), run = end - length;

	if (FM_UNLIKELY(count == length || run / 64 != (run + count) / 64))
		return carve(fit, run, length, 0, count);
	take_from_line(fit, run, end, count);
	change_class(fit, node, length, length - count);
	return run;
}

uint32_t fm_fit_take_aligned(fm_fit *fit, uint32_t count, uint32_t align, uint32_t phase)
{
	if (FM_UNLIKELY(count - 1 >= fit->granules))
		return FM_FIT_NONE;

	uint64_t enough = align - 1 < fit->granules - count ? fit->classes & fm_fit_classes_of(fit, count + (align - 1)) : 0;

	if (enough == 0)
		return take_slowly(fit, count, align, phase);

	return take_from(fit, fit->links[fit->heads + fm_lowest_bit(enough)].next, count, align, phase);
}

static inline int is_free(const fm_fit *fit, uint32_t granule)
{
	return (fit->free[granule / 64] & fm_fit_bit(granule)) != 0;
}

uint32_t fm_fit_length(const fm_fit *fit, uint32_t granule)
{
	if (FM_UNLIKELY(granule >= fit->granules || (fit->starts[granule / 64] & fm_fit_bit(granule)) == 0))
		return 0;

	uint64_t next = (fit->starts[granule / 64] | fit->free[granule / 64]) >> (granule & 63) >> 1;

	return next != 0 ? fm_lowest_bit(next) + 1 : fit->lengths[granule / 64];
}

uint32_t fm_fit_give(fm_fit *fit, uint32_t granule)
{
	uint32_t count = fm_fit_length(fit, granule), end = granule + count;

	if (FM_UNLIKELY(count == 0))
		return 0;

	uint32_t before = fm_fit_free_before(fit, granule), behind = is_free(fit, end) ? fm_fit_run_length(fit, end) : 0;
	uint32_t run = granule - before, length = before + count + behind;

	fit->starts[granule / 64] &= ~fm_fit_bit(granule);
	if (before != 0)
		leave_class(fit, node_of(run, before));
	if (behind != 0)
		change_class(fit, node_of(end, behind), behind, length);
	else
		enter_class(fit, node_of(run, length), fm_fit_class(fit, length));
	write_run(fit, run, length);
	fit->used -= count;
	return count;
}

uint32_t fm_fit_room(const fm_fit *fit, uint32_t granule)
{
	uint32_t now = fm_fit_length(fit, granule), end = granule + now;

	return now != 0 && is_free(fit, end) ? now + fm_fit_run_length(fit, end) : now;
}

int fm_fit_resize(fm_fit *fit, uint32_t granule, uint32_t count)
{
	uint32_t now = fm_fit_length(fit, granule), room = fm_fit_room(fit, granule), node = node_of(granule, room);

	if (now == 0 || count == 0 || count > room)
		return 0;
	if (count == now)
		return 1;

	write_block(fit, granule, count);
	if (room == count)
		leave_class(fit, node);
	else if (room != now)
		change_class(fit, node, room - now, room - count);
	else
		enter_class(fit, node, fm_fit_class(fit, room - count));
	if (room != count)
		write_run(fit, granule + count, room - count);
	fit->used += count - now;
	return 1;
}
