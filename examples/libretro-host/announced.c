/* SPDX-License-Identifier: MIT */
/** @file
 * The environment callback: a core is told yes only where the host does what was asked. */
#include "announced.h"

#include <stdarg.h>
#include <stdio.h>

#include "heap_owner.h"

struct announced announced;

__attribute__((format(printf, 2, 3))) static void log_line(int level, const char *format, ...)
{
	enum heap_owner before = heap_enter(HEAP_HOST);
	va_list arguments;

	if (announced.verbose) {
		fprintf(stderr, "core (%d): ", level);
		va_start(arguments, format);
		vfprintf(stderr, format, arguments);
		va_end(arguments);
	}
	heap_enter(before);
}

static bool keep_format(const enum retro_pixel_format *format)
{
	if (announced.format_is_fixed || *format > RETRO_RGB565)
		return false;
	announced.format = *format;
	return true;
}

/** A core may draw less than it announced, never more: the planes are as large as its largest frame was to be. */
static bool keep_geometry(const struct retro_game_geometry *geometry)
{
	if (!announced.geometry_is_known || geometry->base_width > announced.geometry.max_width || geometry->base_height > announced.geometry.max_height)
		return false;
	announced.geometry.base_width = geometry->base_width;
	announced.geometry.base_height = geometry->base_height;
	return true;
}

static bool keep_map(const struct retro_memory_map *map)
{
	announced.map_count = map->count;
	for (unsigned i = 0; i < map->count && i < MAP_MAX; i++) {
		struct announced_memory *kept = &announced.map[i];

		kept->descriptor = map->descriptors[i];
		if (kept->descriptor.address_space != NULL) {
			snprintf(kept->space, sizeof kept->space, "%s", kept->descriptor.address_space);
			kept->descriptor.address_space = kept->space;
		}
	}
	return true;
}

static bool name_directory(const char **out)
{
	if (announced.directory == NULL)
		return false;
	*out = announced.directory;
	return true;
}

/** What a core asks; -1 iff `command` is no question that has an answer. */
static int answer(unsigned command, void *data)
{
	switch (command) {
	case RETRO_GET_CAN_DUPE: *(bool *)data = true; return true;
	case RETRO_GET_VARIABLE_UPDATE: *(bool *)data = false; return true;
	case RETRO_GET_LOG_INTERFACE: ((struct retro_log_callback *)data)->log = log_line; return true;
	case RETRO_GET_SYSTEM_DIRECTORY:
	case RETRO_GET_SAVE_DIRECTORY: return name_directory(data);
	default: return -1;
	}
}

/** What a core says; false also iff `command` is nothing that this host listens to. */
static bool listen(unsigned command, const void *data)
{
	switch (command) {
	case RETRO_SET_PIXEL_FORMAT: return keep_format(data);
	case RETRO_SET_GEOMETRY: return keep_geometry(data);
	case RETRO_SET_MEMORY_MAPS: return keep_map(data);
	case RETRO_SET_SUPPORT_NO_GAME: announced.runs_without_game = *(const bool *)data; return true;
	case RETRO_SET_MESSAGE: log_line(1, "%s\n", ((const struct retro_message *)data)->text); return true;
	case RETRO_SHUTDOWN: announced.asked_to_end = 1; return true;
	case RETRO_SET_PERFORMANCE_LEVEL:
	case RETRO_SET_INPUT_DESCRIPTORS:
	case RETRO_SET_CONTROLLER_INFO: return true;
	default: return false;
	}
}

bool announced_environment(unsigned command, void *data)
{
	enum heap_owner before = heap_enter(HEAP_HOST);
	int told = false;

	if (data != NULL || command == RETRO_SHUTDOWN) {
		told = answer(command, data);
		if (told == -1)
			told = listen(command, data);
	}
	announced.declined += !told;
	heap_enter(before);
	return told;
}
