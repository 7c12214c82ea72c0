/* SPDX-License-Identifier: MIT */
/** @file
 * Signs that memory ends: Documentation/accounting/psi.rst, memory.events and memory.oom_control of the process' group. */
#include "host/group.h"

/** "0.12" as 12. Exactly two digits follow the point. Returns 1 iff it is so. */
static int hundredths(const char *at, uint64_t *value)
{
	uint64_t whole = 0, part = 0;
	const char *point = fm_host_text_digits(at, &whole);
	const char *end = point != NULL && *point == '.' ? fm_host_text_digits(point + 1, &part) : NULL;

	if (end == NULL || end - point != 3 || whole > 100)
		return 0;
	*value = whole * 100 + part;
	return 1;
}

/** The lines "some" and "full" about the last 10 seconds: `id` and the next one. `state` is that of the file, which is in host->text. */
static void read_stalls(fm_host *host, uint32_t state, fm_host_id id, enum fm_host_source source)
{
	static const char lines[2][5] = { "some", "full" };

	for (unsigned i = 0; i < 2; i++) {
		uint64_t value = 0;
		int found = hundredths(fm_host_text_word(fm_host_text_find(host, lines[i]), "avg10=", 1), &value);

		fm_host_set(host, id + i, found ? FM_CAPABILITY_YES : state == FM_CAPABILITY_DENIED ? state : FM_CAPABILITY_UNKNOWN, value, source);
	}
}

static void read_system(fm_host *host)
{
	uint32_t state = fm_host_text_read(host, "proc/pressure/memory");
	uint64_t stall;

	if (state != FM_HOST_MISSING) {
		read_stalls(host, state, FM_HOST_PRESSURE_SOME, FM_FROM_PRESSURE);
		if (fm_host_text_number(fm_host_text_word(fm_host_text_find(host, "some"), "total=", 1), &stall) == FM_CAPABILITY_YES)
			fm_host_know(host, FM_HOST_PRESSURE_STALL, stall, FM_FROM_PRESSURE);
		return;
	}
	/* Where there is a procfs, what is missing in it is not in the kernel. */
	state = fm_host_text_read(host, "proc/meminfo");
	for (fm_host_id id = FM_HOST_PRESSURE_SOME; state == FM_CAPABILITY_YES && id <= FM_HOST_PRESSURE_STALL; id++)
		fm_host_set(host, id, FM_CAPABILITY_NO, 0, FM_FROM_PRESSURE);
}

void fm_host_read_pressure(fm_host *host)
{
	fm_host_group group;
	uint64_t kills;
	int first;

	read_system(host);
	if (fm_host_group_find(host, &group) != FM_CAPABILITY_YES)
		return;
	first = group.version == 1;
	fm_host_group_read(host, &group, first ? "memory.oom_control" : "memory.events");
	if (fm_host_text_value(host, "oom_kill", &kills))
		fm_host_know(host, FM_HOST_GROUP_KILLS, kills, first ? FM_FROM_EVENTS_1 : FM_FROM_EVENTS);
	if (first)
		return;

	uint32_t state = fm_host_group_read(host, &group, "memory.pressure");

	if (state != FM_HOST_MISSING)
		read_stalls(host, state, FM_HOST_GROUP_SOME, FM_FROM_GROUP_PRESSURE);
}
