/* SPDX-License-Identifier: MIT */
/** @file
 * Limits of control groups, from the process' own up to the highest that is seen, and what they leave. Each limit is held against what is
 * used at its own level; the smallest of each wins, which need not be at the same level. */
#include "host/group.h"

/** Files of a version, in the folder of a group. */
static const struct files {
	char limit[22], high[12], swap[28], used[22], unused[26];
	uint16_t limit_source, swap_source, used_source;
} files[] = {
	{ "memory.limit_in_bytes", "", "memory.memsw.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file", FM_FROM_GROUP_MAX_1,
		FM_FROM_GROUP_SWAP_1, FM_FROM_USED_1 },
	{ "memory.max", "memory.high", "memory.swap.max", "memory.current", "inactive_file", FM_FROM_GROUP_MAX, FM_FROM_GROUP_SWAP, FM_FROM_USED },
};

/** What is left, and who says so: the smallest. */
struct least {
	uint64_t value;
	const char *source; /**< NULL: nobody said anything */
};

static void narrow(struct least *least, uint64_t value, const char *source)
{
	if (least->source == NULL || value < least->value)
		*least = (struct least){ value, source };
}

/** A limit in the folder of a group. Version 1 writes a number near 2^63 for none: other ones with other pages. */
static uint32_t limit_of(const fm_host *host, fm_host_group *group, const char *file, uint64_t *value)
{
	fm_host_text text;
	uint32_t state = fm_host_group_read(host, group, file, &text);

	*value = 0;
	if (state == FM_CAPABILITY_YES)
		state = fm_host_text_number(text.bytes, value);
	if (state == FM_CAPABILITY_YES && *value >= UINT64_C(1) << 62)
		state = FM_CAPABILITY_NO;
	return state;
}

/** Bytes used at this level, without files that nobody has used lately: those are given up first. */
static uint32_t used_of(const fm_host *host, fm_host_group *group, uint64_t *used)
{
	const struct files *names = &files[group->version - 1];
	uint32_t state = limit_of(host, group, names->used, used);
	fm_host_text text;
	uint64_t unused;

	fm_host_group_read(host, group, "memory.stat", &text);
	if (state == FM_CAPABILITY_YES && fm_host_text_number(fm_host_text_find(&text, names->unused), &unused) == FM_CAPABILITY_YES)
		*used -= unused < *used ? unused : *used;
	return state;
}

/** Puts down the smaller of what stands and `value`. Returns 1 iff that is `value`. */
static int take_smaller(fm_host *host, fm_host_id id, uint32_t state, uint64_t value, enum fm_host_source source)
{
	fm_capability_state before = host->facts->figures[id].state;

	if (state == FM_CAPABILITY_YES && (before != FM_CAPABILITY_YES || value < fm_host_value(host, id))) {
		fm_host_know(host, id, value, source);
		return 1;
	}
	/* A level that may not be read could have any limit; one that was read is still none to pass. */
	if (state != FM_CAPABILITY_YES && state != FM_HOST_MISSING && (before == FM_CAPABILITY_UNKNOWN || (before == FM_CAPABILITY_NO && state != before)))
		fm_host_set(host, id, state, 0, source);
	return 0;
}

/** One level. */
static void read_level(fm_host *host, fm_host_group *group, uint32_t level, struct least *left)
{
	const struct files *names = &files[group->version - 1];
	uint64_t limit, value, used;
	uint32_t state = limit_of(host, group, names->limit, &limit);

	if (state == FM_CAPABILITY_YES) {
		uint32_t used_state = used_of(host, group, &used);

		if (take_smaller(host, FM_HOST_CGROUP_LIMIT, state, limit, names->limit_source)) {
			fm_host_know(host, FM_HOST_CGROUP_LEVEL, level, names->limit_source);
			fm_host_set(host, FM_HOST_CGROUP_USED, used_state == FM_CAPABILITY_YES ? FM_CAPABILITY_YES : FM_CAPABILITY_UNKNOWN, used, names->used_source);
		}
		if (used_state == FM_CAPABILITY_YES)
			narrow(left, used < limit ? limit - used : 0, fm_host_source(names->limit_source));
	} else {
		take_smaller(host, FM_HOST_CGROUP_LIMIT, state, 0, names->limit_source);
	}
	if (names->high[0] != '\0') {
		state = limit_of(host, group, names->high, &value);
		take_smaller(host, FM_HOST_CGROUP_HIGH, state, value, FM_FROM_GROUP_HIGH);
	}
	state = limit_of(host, group, names->swap, &value);
	take_smaller(host, FM_HOST_CGROUP_SWAP, state, value, names->swap_source);
}

/** Version 1 says in a group what its ancestors allow, the hidden ones too. Returns 1 iff it does. */
static int hierarchical(const fm_host *host, fm_host_group *group, uint64_t *limit)
{
	fm_host_text text;

	fm_host_group_read(host, group, "memory.stat", &text);
	return fm_host_text_number(fm_host_text_find(&text, "hierarchical_memory_limit"), limit) == FM_CAPABILITY_YES;
}

/** Whose limit that is, is hidden; it has used what this group has, and perhaps more. */
static void take_hidden(fm_host *host, uint64_t limit, uint64_t used, struct least *left)
{
	if (!take_smaller(host, FM_HOST_CGROUP_LIMIT, limit >> 62 != 0 ? FM_CAPABILITY_NO : FM_CAPABILITY_YES, limit, FM_FROM_HIERARCHY_1))
		return;
	fm_host_set(host, FM_HOST_CGROUP_LEVEL, FM_CAPABILITY_UNKNOWN, 0, FM_FROM_HIERARCHY_1);
	fm_host_set(host, FM_HOST_CGROUP_USED, FM_CAPABILITY_UNKNOWN, 0, FM_FROM_HIERARCHY_1);
	narrow(left, used < limit ? limit - used : 0, fm_host_source(FM_FROM_HIERARCHY_1));
}

/** 1 iff this is the root of a hierarchy of version 2: it has no limit, and every other group has one. */
static int is_root(fm_host *host, fm_host_group *group)
{
	fm_host_text text;

	if (fm_host_group_read(host, group, "memory.max", &text) != FM_HOST_MISSING)
		return 0;
	if (fm_host_group_read(host, group, "cgroup.controllers", &text) == FM_CAPABILITY_YES)
		take_smaller(host, FM_HOST_CGROUP_LIMIT, FM_CAPABILITY_NO, 0, FM_FROM_GROUP_MAX);
	return 1;
}

static void walk(fm_host *host, fm_host_group *group, struct least *left)
{
	uint32_t level = 0;
	uint64_t hidden = 0, used = 0;
	int told = group->version == 1 && hierarchical(host, group, &hidden);

	if (told)
		used_of(host, group, &used);
	do
		read_level(host, group, level++, left);
	while (fm_host_group_up(group));
	if (told)
		take_hidden(host, hidden, used, left);
	told |= !group->hidden && (group->version == 1 || is_root(host, group));
	fm_host_set(host, FM_HOST_CGROUP_HIDDEN, told ? FM_CAPABILITY_NO : FM_CAPABILITY_YES, 0, FM_FROM_MOUNTS);
}

/** The smallest of all, by whatever name. */
static void conclude(fm_host *host, struct least *left)
{
	static const uint8_t bounds[] = { FM_HOST_PHYSICAL, FM_HOST_CGROUP_LIMIT, FM_HOST_LIMIT_ADDRESSES, FM_HOST_LIMIT_DATA };
	const fm_host_figure *figures = host->facts->figures;
	struct least limit = { 0, NULL };

	for (unsigned i = 0; i < sizeof bounds; i++)
		if (figures[bounds[i]].state == FM_CAPABILITY_YES)
			narrow(&limit, figures[bounds[i]].value, figures[bounds[i]].source);
	if (figures[FM_HOST_RECLAIMABLE].state == FM_CAPABILITY_YES)
		narrow(left, figures[FM_HOST_RECLAIMABLE].value, figures[FM_HOST_RECLAIMABLE].source);
	if (figures[FM_HOST_LIMIT_ADDRESSES].state == FM_CAPABILITY_YES && figures[FM_HOST_MAPPED].state == FM_CAPABILITY_YES) {
		uint64_t may = figures[FM_HOST_LIMIT_ADDRESSES].value, has = figures[FM_HOST_MAPPED].value;

		narrow(left, has < may ? may - has : 0, figures[FM_HOST_LIMIT_ADDRESSES].source);
	}
	if (limit.source != NULL)
		host->facts->figures[FM_HOST_LIMIT] = (fm_host_figure){ limit.source, limit.value, FM_CAPABILITY_YES, FM_UNIT_BYTES };
	if (left->source != NULL)
		host->facts->figures[FM_HOST_AVAILABLE] = (fm_host_figure){ left->source, left->value, FM_CAPABILITY_YES, FM_UNIT_BYTES };
}

void fm_host_read_groups(fm_host *host)
{
	struct least left = { 0, NULL };
	fm_host_group group;
	uint32_t state = fm_host_group_find(host, &group);

	if (state == FM_CAPABILITY_YES) {
		fm_host_know(host, FM_HOST_CGROUP, group.version, FM_FROM_GROUP);
		walk(host, &group, &left);
	} else if (state == FM_CAPABILITY_NO) {
		fm_host_set(host, FM_HOST_CGROUP, FM_CAPABILITY_NO, 0, FM_FROM_GROUP);
		fm_host_set(host, FM_HOST_CGROUP_LIMIT, FM_CAPABILITY_NO, 0, FM_FROM_GROUP);
	}
	conclude(host, &left);
}
