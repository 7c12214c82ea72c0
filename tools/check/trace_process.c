/* SPDX-License-Identifier: MIT */
/** @file
 * A trace in a process: the file of --map, and what the trace itself says of the map. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "trace.h"

/** Fields of a line before the name: addresses, rights, offset, device, node. */
enum { FIELDS_BEFORE_NAME = 5 };

enum exit_code trace_change(struct trace_judge *judge, const struct trace_event *event, uint64_t line)
{
	char name[TRACE_NAME + 8];
	uint32_t both = FM_ACCESS_WRITE | FM_ACCESS_EXECUTE, label = 0;

	if (judge->profile != NULL)
		return complain(EXIT_INPUT, "%s:%" PRIu64 ": the map of a process changes, but the trace is judged on %s", judge->name, line, judge->info.id);
	if (event->kind == TRACE_MAP) {
		snprintf(name, sizeof name, "%c%c%c %s", event->access & FM_ACCESS_READ ? 'r' : '-', event->access & FM_ACCESS_WRITE ? 'w' : '-',
			 event->access & FM_ACCESS_EXECUTE ? 'x' : '-', event->name[0] == '\0' ? "(anonymous)" : event->name);
		label = trace_place_named(judge, name);
	}
	judge->wx_mappings += event->kind != TRACE_UNMAP && (event->access & both) == both;
	judge->map_changed = judge->map_given = 1;
	memset(judge->cached, 0, sizeof judge->cached);
	if (trace_map_change(&judge->map, event, label) != 0)
		return complain(EXIT_INPUT, "%s:%" PRIu64 ": more than %d mappings", judge->name, line, TRACE_MAPPINGS);
	return EXIT_YES;
}

/** What follows the fifth field, cut to fit; bytes that a terminal would obey become '?'. */
static void read_name(const char *at, const char *end, char name[TRACE_NAME])
{
	size_t length = 0;

	for (int field = 0; field < FIELDS_BEFORE_NAME; field++) {
		while (at < end && *at != ' ')
			at++;
		while (at < end && *at == ' ')
			at++;
	}
	for (; at < end && length < TRACE_NAME - 1; at++)
		name[length++] = (char)(*at < ' ' || *at > '~' ? '?' : *at);
	name[length] = '\0';
}

/** The mapping of a line that fm_process_map_parse() has read. */
static void read_mapping(const char *line, const char *end, struct trace_event *event)
{
	char *at;

	*event = (struct trace_event){ .kind = TRACE_MAP };
	event->base = strtoull(line, &at, 16);
	event->size = strtoull(at + 1, &at, 16) - event->base;
	for (int right = 0; right < 3; right++)
		event->access |= at[1 + right] == '-' ? 0 : 1u << right;
	read_name(line, end, event->name);
}

enum exit_code trace_read_map(struct trace_judge *judge, const char *file)
{
	struct input map;
	struct trace_event event;
	enum exit_code code = read_input(file, &map);
	uint32_t count;
	uint64_t line = 0;
	fm_status status;

	if (code != EXIT_YES)
		return code;
	status = fm_process_map_parse((const char *)map.bytes, map.size, NULL, 0, &count, &line);
	if (status != FM_OK)
		code = complain(EXIT_INPUT, "%s:%" PRIu64 ": %s", file, line,
				status == FM_E_RANGE ? "the mapping is empty, too wide, or begins before the one above it ends" :
							     "no line of /proc/PID/maps: 00400000-00452000 r-xp 00000000 08:02 173521 /usr/bin/program");
	for (const char *at = (const char *)map.bytes, *end = at + map.size, *next; code == EXIT_YES && at < end; at = next + 1) {
		next = memchr(at, '\n', (size_t)(end - at));
		read_mapping(at, next, &event);
		code = trace_change(judge, &event, 0);
	}
	judge->map_given = 1;
	free(map.bytes);
	return code;
}
