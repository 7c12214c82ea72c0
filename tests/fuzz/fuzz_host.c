/* SPDX-License-Identifier: MIT */
/** @file
 * Any bytes at all are the files of a host: what is read of them is figures that keep their form, and a profile that answers. For libFuzzer;
 * tests/check/hostile.c drives it without. The input is a list of files, each as \036 PATH \n BYTES; it stands in for lib/os/file.c. */
#include <flightmem/host.h>
#include <stdlib.h>
#include <string.h>

#include "os/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { BEGIN = 036, LARGEST_READ = 700 };

static const uint8_t *files, *end, *at, *file_end;

int fm_folder_open(const char *path)
{
	(void)path;
	return 1;
}

/** The end of the file that begins at `file`. */
static const uint8_t *end_of(const uint8_t *file)
{
	const uint8_t *next = memchr(file, BEGIN, (size_t)(end - file));

	return next == NULL ? end : next;
}

int fm_file_open(int folder, const char *path)
{
	size_t length = strlen(path);

	(void)folder;
	for (const uint8_t *file = files; file < end; file = end_of(file + 1)) {
		at = file + 1 + length + 1;
		if (*file != BEGIN || (size_t)(end - file) < length + 2 || memcmp(file + 1, path, length) != 0 || at[-1] != '\n')
			continue;
		file_end = end_of(at);
		return at < file_end && *at == 0xFF ? FM_FILE_DENIED : 2;
	}
	return FM_FILE_MISSING;
}

long fm_file_read(int file, void *bytes, size_t size)
{
	size_t left = (size_t)(file_end - at), count = left < size ? left : size;

	(void)file;
	count = count < LARGEST_READ ? count : LARGEST_READ;
	memcpy(bytes, at, count);
	at += count;
	return (long)count;
}

void fm_file_close(int file)
{
	(void)file;
}

static void must(int holds)
{
	if (!holds)
		abort();
}

static void judge_figure(const fm_host_figure *figure)
{
	must(figure->state <= FM_CAPABILITY_DENIED);
	must(figure->unit != FM_UNIT_NONE || figure->value == 0);
	must(figure->source != NULL ? strlen(figure->source) < 100 : figure->state == FM_CAPABILITY_UNKNOWN);
}

static int knows(const fm_host_figure *figure)
{
	return figure->state == FM_CAPABILITY_YES;
}

static void judge(const fm_host_facts *facts)
{
	const fm_host_figure *figures = facts->figures, *page = &figures[FM_HOST_PAGE], *limit = &figures[FM_HOST_LIMIT], *line = &figures[FM_HOST_CACHE_LINE];

	for (fm_host_id id = 0; id < FM_HOST_FIGURES; id++)
		judge_figure(&figures[id]);
	must(!knows(page) || (page->value != 0 && (page->value & (page->value - 1)) == 0));
	must(!knows(line) || (line->value != 0 && (line->value & (line->value - 1)) == 0));
	must(!knows(&figures[FM_HOST_PHYSICAL]) || (knows(limit) && limit->value <= figures[FM_HOST_PHYSICAL].value));
	must(!knows(&figures[FM_HOST_CGROUP_LIMIT]) || (knows(limit) && limit->value <= figures[FM_HOST_CGROUP_LIMIT].value));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static FM_ALIGNED(8) unsigned char storage[FM_HOST_PROFILE_BYTES];
	fm_host_options options = { .struct_size = sizeof options, .root = "/" };
	fm_host_facts facts = FM_STRUCT(fm_host_facts);
	const fm_profile *profile;

	files = data;
	end = data + size;
	must(fm_host_read(&options, &facts) == FM_OK);
	judge(&facts);
	must(fm_host_profile(&facts, storage, sizeof storage, &profile) == FM_OK);
	for (fm_capability_id id = 1; id <= fm_capability_count(); id++) {
		fm_capability capability = FM_STRUCT(fm_capability);

		must(fm_profile_capability(profile, id, &capability) == FM_OK && capability.state <= FM_CAPABILITY_DENIED);
		must((capability.value == 0) == (capability.unit == FM_UNIT_NONE));
	}
	return 0;
}
