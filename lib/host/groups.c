/* SPDX-License-Identifier: MIT */
/** @file
 * Limits of control groups, from the process' own up to the highest that is seen, and what they leave. Each limit is held against what is
 * used at its own level; the smallest of each wins, which need not be at the same level. */
#include "host/group.h"

/** Limits in the folder of a group. */
struct limit {
	char file[28];
	uint8_t id;
	uint16_t source;
};

enum { MAX, HIGH, SWAP, LIMITS };

/** What the versions call them. */
static const struct files {
	struct limit limits[LIMITS];
	char used[22], unused[20];
	uint16_t used_source;
} files[] = {
	{ { { "memory.limit_in_bytes", FM_HOST_CGROUP_LIMIT, FM_FROM_GROUP_MAX_1 }, { "", 0, 0 },
		{ "memory.memsw.limit_in_bytes", FM_HOST_CGROUP_SWAP, FM_FROM_GROUP_SWAP_1 } },
		"memory.usage_in_bytes", "total_inactive_file", FM_FROM_USED_1 },
	{ { { "memory.max", FM_HOST_CGROUP_LIMIT, FM_FROM_GROUP_MAX }, { "memory.high", FM_HOST_CGROUP_HIGH, FM_FROM_GROUP_HIGH },
		{ "memory.swap.max", FM_HOST_CGROUP_SWAP, FM_FROM_GROUP_SWAP } },
		"memory.current", "inactive_file", FM_FROM_USED },
};

/** Puts down the smaller of what stands and a figure; `id` has the unit. */
static void narrow_limit(fm_host *host, fm_host_id id, uint64_t value, const char *source)
{
	fm_host_figure *figure = &host->facts.figures[id];

	if (figure->state != FM_CAPABILITY_YES || value < figure->value)
		*figure = (fm_host_figure){ source, value, FM_CAPABILITY_YES, FM_UNIT_BYTES };
}

/** What a limit leaves of itself. */
static void leave(fm_host *host, uint64_t limit, uint64_t used, const char *source)
{
	narrow_limit(host, FM_HOST_AVAILABLE, used < limit ? limit - used : 0, source);
}

/** A number in the folder of a group. Version 1 writes one near 2^63 where there is no limit: others with other pages. */
static uint32_t number_of(fm_host *host, fm_host_group *group, const char *file, uint64_t *value)
{
	uint32_t state = fm_host_group_read(host, group, file);

	*value = 0;
	if (state == FM_CAPABILITY_YES)
		state = fm_host_text_number(host->text, value);
	return state == FM_CAPABILITY_YES && *value >> 62 != 0 ? FM_CAPABILITY_NO : state;
}

/** Bytes used at this level, without files that nobody has used lately: those are given up first. Returns 1 iff they are known. */
static int used_of(fm_host *host, fm_host_group *group, uint64_t *used)
{
	const struct files *names = &files[group->version - 1];
	uint32_t state = number_of(host, group, names->used, used);
	uint64_t unused;

	fm_host_group_read(host, group, "memory.stat");
	if (fm_host_text_value(host, names->unused, &unused))
		*used -= unused < *used ? unused : *used;
	return state == FM_CAPABILITY_YES;
}

/** Puts down the smaller of what stands and `value`. Returns 1 iff that is `value`. */
static int take_smaller(fm_host *host, fm_host_id id, uint32_t state, uint64_t value, enum fm_host_source source)
{
	const fm_host_figure *figure = &host->facts.figures[id];
	uint32_t before = figure->state;

	/* A level that may not be read could have any limit; one that was read is still none to pass. Of equal ones the higher level bites first. */
	if (state == FM_HOST_MISSING || (before == FM_CAPABILITY_YES && (state != before || value > figure->value)) ||
	    (state != FM_CAPABILITY_YES && before != FM_CAPABILITY_UNKNOWN && (before != FM_CAPABILITY_NO || state == before)))
		return 0;
	fm_host_set(host, id, state, state == FM_CAPABILITY_YES ? value : 0, source);
	return state == FM_CAPABILITY_YES;
}

/** One level. */
static void read_level(fm_host *host, fm_host_group *group, uint32_t level)
{
	const struct files *names = &files[group->version - 1];

	for (unsigned i = group->version == 1 ? SWAP : HIGH; i < LIMITS; i++) {
		uint64_t value;
		uint32_t state = number_of(host, group, names->limits[i].file, &value);

		take_smaller(host, names->limits[i].id, state, value, names->limits[i].source);
	}

	enum fm_host_source source = names->limits[MAX].source;
	uint64_t limit, used;
	uint32_t state = number_of(host, group, names->limits[MAX].file, &limit);
	int smallest = take_smaller(host, FM_HOST_CGROUP_LIMIT, state, limit, source);

	if (state != FM_CAPABILITY_YES)
		return;

	int known = used_of(host, group, &used);

	if (known)
		leave(host, limit, used, fm_host_source(source));
	if (smallest) {
		fm_host_know(host, FM_HOST_CGROUP_LEVEL, level, source);
		fm_host_set(host, FM_HOST_CGROUP_USED, known ? FM_CAPABILITY_YES : FM_CAPABILITY_UNKNOWN, used, names->used_source);
	}
}

/**
 * Version 1 says in a group what its ancestors allow, the hidden ones too. Returns 1 iff it does. Whose limit it is, is hidden then; that one has
 * used what this group has, and perhaps more.
 */
static int read_hidden(fm_host *host, fm_host_group *group)
{
	uint64_t limit, used = 0;

	fm_host_group_read(host, group, "memory.stat");
	if (!fm_host_text_value(host, "hierarchical_memory_limit", &limit))
		return 0;
	if (limit >> 62 != 0)
		return 1;
	used_of(host, group, &used);
	leave(host, limit, used, fm_host_source(FM_FROM_HIERARCHY_1));
	fm_host_know(host, FM_HOST_CGROUP_LIMIT, limit, FM_FROM_HIERARCHY_1);
	return 1;
}

/** 1 iff this is the root of a hierarchy of version 2: it has no limit, and every other group has one. */
static int is_root(fm_host *host, fm_host_group *group)
{
	if (fm_host_group_read(host, group, "memory.max") != FM_HOST_MISSING)
		return 0;
	if (fm_host_group_read(host, group, "cgroup.controllers") == FM_CAPABILITY_YES)
		take_smaller(host, FM_HOST_CGROUP_LIMIT, FM_CAPABILITY_NO, 0, FM_FROM_GROUP_MAX);
	return 1;
}

static void walk_group(fm_host *host, fm_host_group *group)
{
	uint32_t level = 0;
	int whole = group->version == 1 && read_hidden(host, group);

	do
		read_level(host, group, level++);
	while (fm_host_group_up(group));
	whole |= !group->hidden && (group->version == 1 || is_root(host, group));
	fm_host_set(host, FM_HOST_CGROUP_HIDDEN, whole ? FM_CAPABILITY_NO : FM_CAPABILITY_YES, 0, FM_FROM_MOUNTS);
}

/** The smallest of all, by whatever name. */
static void conclude(fm_host *host)
{
	static const uint8_t bounds[] = { FM_HOST_PHYSICAL, FM_HOST_CGROUP_LIMIT, FM_HOST_LIMIT_ADDRESSES, FM_HOST_LIMIT_DATA };
	const fm_host_figure *figures = host->facts.figures, *addresses = &figures[FM_HOST_LIMIT_ADDRESSES];

	for (unsigned i = 0; i < sizeof bounds; i++)
		if (figures[bounds[i]].state == FM_CAPABILITY_YES)
			narrow_limit(host, FM_HOST_LIMIT, figures[bounds[i]].value, figures[bounds[i]].source);
	if (figures[FM_HOST_RECLAIMABLE].state == FM_CAPABILITY_YES)
		leave(host, figures[FM_HOST_RECLAIMABLE].value, 0, figures[FM_HOST_RECLAIMABLE].source);
	if (addresses->state == FM_CAPABILITY_YES && figures[FM_HOST_MAPPED].state == FM_CAPABILITY_YES)
		leave(host, addresses->value, figures[FM_HOST_MAPPED].value, addresses->source);
}

void fm_host_read_groups(fm_host *host)
{
	fm_host_group group;
	uint32_t state = fm_host_group_find(host, &group);

	if (state != FM_CAPABILITY_UNKNOWN)
		fm_host_set(host, FM_HOST_CGROUP, state, group.version, FM_FROM_GROUP);
	if (state == FM_CAPABILITY_YES)
		walk_group(host, &group);
	else if (state == FM_CAPABILITY_NO)
		fm_host_set(host, FM_HOST_CGROUP_LIMIT, FM_CAPABILITY_NO, 0, FM_FROM_GROUP);
	conclude(host);
}
