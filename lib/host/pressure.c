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

/** What a line says about the last 10 seconds. `state` is that of the file. */
static void read_average(fm_host *host, uint32_t state, const fm_host_text *text, const char *line, fm_host_id id, enum fm_host_source source)
{
	const char *at = fm_host_text_find(text, line);
	uint64_t value;

	at = at == NULL ? NULL : fm_host_text_field(at, "avg10=");
	if (hundredths(at, &value))
		fm_host_know(host, id, value, source);
	else
		fm_host_set(host, id, state == FM_CAPABILITY_DENIED ? FM_CAPABILITY_DENIED : FM_CAPABILITY_UNKNOWN, 0, source);
}

/** 1 iff there is a procfs at all, so that what is missing in it is not in the kernel. */
static int has_procfs(const fm_host *host, fm_host_text *text)
{
	return fm_host_text_read(host, "proc/meminfo", text) == FM_CAPABILITY_YES;
}

static void read_system(fm_host *host)
{
	fm_host_text text;
	uint32_t state = fm_host_text_read(host, "proc/pressure/memory", &text);
	const char *at;
	uint64_t stall;

	if (state == FM_HOST_MISSING && has_procfs(host, &text)) {
		for (fm_host_id id = FM_HOST_PRESSURE_SOME; id <= FM_HOST_PRESSURE_STALL; id++)
			fm_host_set(host, id, FM_CAPABILITY_NO, 0, FM_FROM_PRESSURE);
		return;
	}
	if (state == FM_HOST_MISSING)
		return;
	read_average(host, state, &text, "some", FM_HOST_PRESSURE_SOME, FM_FROM_PRESSURE);
	read_average(host, state, &text, "full", FM_HOST_PRESSURE_FULL, FM_FROM_PRESSURE);
	at = fm_host_text_find(&text, "some");
	at = at == NULL ? NULL : fm_host_text_field(at, "total=");
	if (fm_host_text_number(at, &stall) == FM_CAPABILITY_YES)
		fm_host_know(host, FM_HOST_PRESSURE_STALL, stall, FM_FROM_PRESSURE);
}

static void read_group(fm_host *host)
{
	fm_host_group group;
	fm_host_text text;
	uint64_t kills;
	uint32_t state = fm_host_group_find(host, &group);
	int first = group.version == 1;

	if (state != FM_CAPABILITY_YES)
		return;
	state = fm_host_group_read(host, &group, first ? "memory.oom_control" : "memory.events", &text);
	if (state == FM_CAPABILITY_YES && fm_host_text_number(fm_host_text_find(&text, "oom_kill"), &kills) == FM_CAPABILITY_YES)
		fm_host_know(host, FM_HOST_GROUP_KILLS, kills, first ? FM_FROM_EVENTS_1 : FM_FROM_EVENTS);
	state = first ? FM_HOST_MISSING : fm_host_group_read(host, &group, "memory.pressure", &text);
	if (state == FM_HOST_MISSING)
		return;
	read_average(host, state, &text, "some", FM_HOST_GROUP_SOME, FM_FROM_GROUP_PRESSURE);
	read_average(host, state, &text, "full", FM_HOST_GROUP_FULL, FM_FROM_GROUP_PRESSURE);
}

void fm_host_read_pressure(fm_host *host)
{
	read_system(host);
	read_group(host);
}
