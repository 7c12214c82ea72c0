/* SPDX-License-Identifier: MIT */
/** @file
 * The stack, by the C library's own means where it has them. */
#define _GNU_SOURCE 1

#include "os/frames.h"

#include <dlfcn.h>
#include <string.h>

/** Frames that are walked: the caller's, and before them those of the library and the way here. */
#define WALKED 32

#if defined(__GLIBC__)
#include <execinfo.h>

static uint32_t walk(void **frames)
{
	int found = backtrace(frames, WALKED);

	return found > 0 ? (uint32_t)found : 0;
}
#else
static uint32_t walk(void **frames)
{
	(void)frames;
	return 0;
}
#endif

void fm_frames_prepare(void)
{
	void *frames[WALKED];

	walk(frames);
}

/** What holds this byte of code. A return address is that of the next instruction, which may be the next function's. */
static int look_up(const void *frame, Dl_info *info)
{
	return dladdr((const void *)((uintptr_t)frame - 1), info) != 0;
}

/** How many frames belong to the library: up to the last of its exported calls before the stack leaves the file that holds it. */
static uint32_t own_frames(void *const *frames, uint32_t count)
{
	Dl_info own, info;
	uint32_t ours = 0;

	if (dladdr((const void *)(uintptr_t)fm_frames_prepare, &own) == 0)
		return 0;
	for (uint32_t i = 0; i < count && look_up(frames[i], &info) && info.dli_fbase == own.dli_fbase; i++)
		if (info.dli_sname != NULL && strncmp(info.dli_sname, "fm_", 3) == 0)
			ours = i + 1;
	return ours < count ? ours : 0;
}

uint32_t fm_frames_get(const void *from, const void **frames, uint32_t room)
{
	void *walked[WALKED];
	uint32_t count = walk(walked), first = 0, given = 0;

	while (first < count && walked[first] != from)
		first++;
	first += own_frames(walked + first, count - first);
	while (given < room && first + given < count) {
		frames[given] = walked[first + given];
		given++;
	}
	if (given == 0)
		frames[given++] = from;
	return given;
}

/** The last part of a path. */
static const char *file_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static void add_offset(fm_text *text, const void *frame, const void *base)
{
	fm_text_add(text, "+0x");
	fm_text_add_hex(text, (uintptr_t)frame - (uintptr_t)base, 1);
}

void fm_frames_add_name(fm_text *text, const void *frame)
{
	Dl_info info;

	if (!look_up(frame, &info) || info.dli_fname == NULL) {
		fm_text_add(text, "0x");
		fm_text_add_hex(text, (uintptr_t)frame, 1);
	} else if (info.dli_sname == NULL) {
		fm_text_add(text, file_of(info.dli_fname));
		add_offset(text, frame, info.dli_fbase);
	} else {
		fm_text_add(text, info.dli_sname);
		add_offset(text, frame, info.dli_saddr);
		fm_text_add(text, " (");
		fm_text_add(text, file_of(info.dli_fname));
		fm_text_add_char(text, ')');
	}
}
