/* SPDX-License-Identifier: MIT */
/** @file
 * Compiled profiles in files: by their path, or by id in the folders that the user names. Nothing is read unless it is asked for, and no
 * file stays open or mapped: what was found sound can't change. */
#define _GNU_SOURCE 1

#include <flightmem/load.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/refuse.h"
#include "base/text.h"
#include "os/file.h"

/** Bytes of a path, its end mark included. A longer one is no file's. */
#define PROFILE_PATH_BYTES 4096

/** Bytes of a file that is read at all. */
#define PROFILE_FILE_ROOM (FM_PROFILE_FILE_MAX + 1)

/** The user's folders; NULL where there are none, or where the user is not the one on whose rights this program runs. */
static const char *folders(void)
{
#if defined(__GLIBC__) || defined(__linux__)
	return secure_getenv(FM_PROFILE_PATH);
#else
	return issetugid() ? NULL : getenv(FM_PROFILE_PATH);
#endif
}

/** Reads an open file to its end. Returns its bytes, at most PROFILE_FILE_ROOM, or FM_FILE_.... */
static long read_whole(int file, char *bytes)
{
	long size = 0, got = 1;

	while (got > 0 && size < PROFILE_FILE_ROOM) {
		got = fm_file_read(file, bytes + size, (size_t)(PROFILE_FILE_ROOM - size));
		size += got;
	}
	return got < 0 ? got : size;
}

/** Loads an open file by way of pages that are given back. Returns as fm_profile_load(), and FM_E_PERMISSION or FM_E_TOO_LARGE. */
static fm_status load_file(int file, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	const fm_memory_provider *pages = fm_memory_default();
	fm_refusal what = { .asked = PROFILE_FILE_ROOM };
	void *bytes = NULL;
	fm_status status;

	what.status = pages->obtain(pages->user, PROFILE_FILE_ROOM, 1, &bytes);
	if (what.status != FM_OK)
		return fm_refuse(why, &what);

	long size = read_whole(file, bytes);

	if (size >= 0 && size < PROFILE_FILE_ROOM) {
		status = fm_profile_load(bytes, (size_t)size, NULL, out, error_at, why);
	} else {
		what.status = size < 0 ? FM_E_PERMISSION : FM_E_TOO_LARGE;
		what.capacity = FM_PROFILE_FILE_MAX;
		status = fm_refuse(why, &what);
	}
	pages->give_back(pages->user, bytes, PROFILE_FILE_ROOM, 1);
	return status;
}

/** Opens and loads the file at `path`. Returns as load_file(), and FM_E_NOT_FOUND. */
static fm_status open_path(const char *path, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	int file = fm_file_open(AT_FDCWD, path);
	fm_refusal what = { .status = file == FM_FILE_MISSING ? FM_E_NOT_FOUND : FM_E_PERMISSION, .help = FM_HELP_OTHER };
	fm_status status;

	if (file < 0) {
		fm_refusal_set_quoted(&what, "file", path);
		return fm_refuse(why, &what);
	}
	status = load_file(file, out, error_at, why);
	fm_file_close(file);
	return status;
}

/** Looks for ID.fmprofile in the folders, first come wins. Returns as open_path(). */
static fm_status search(const char *id, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	const char *folder = folders();
	fm_refusal what = { .status = FM_E_NOT_FOUND, .help = FM_HELP_OTHER };
	fm_status status = FM_E_NOT_FOUND;
	char path[PROFILE_PATH_BYTES];

	while (folder != NULL && *folder != '\0' && status == FM_E_NOT_FOUND) {
		size_t length = strcspn(folder, ":");
		fm_text text = fm_text_begin(path, sizeof path);

		for (size_t i = 0; i < length; i++)
			fm_text_add_char(&text, folder[i]);
		fm_text_add_char(&text, '/');
		fm_text_add(&text, id);
		fm_text_add(&text, FM_PROFILE_SUFFIX);
		if (length != 0 && fm_text_end(&text) < sizeof path)
			status = open_path(path, out, error_at, why);
		folder += length + (folder[length] == ':');
	}
	if (status != FM_E_NOT_FOUND)
		return status;
	fm_refusal_set_quoted(&what, "profile", id);
	return fm_refuse(why, &what);
}

/** True iff the name is a path: it has a folder, or the ending of a file. */
static int is_path(const char *name)
{
	size_t length = strlen(name), suffix = sizeof FM_PROFILE_SUFFIX - 1;

	return strchr(name, '/') != NULL || (length >= suffix && strcmp(name + length - suffix, FM_PROFILE_SUFFIX) == 0);
}

fm_status fm_profile_open(const char *name, const fm_profile **out, size_t *error_at, fm_refusal *why)
{
	const fm_profile *found;

	if (name == NULL || out == NULL)
		return fm_refuse(why, &(fm_refusal){ .status = FM_E_ARGUMENT });
	if (is_path(name))
		return open_path(name, out, error_at, why);
	found = fm_profile_find(name);
	if (found == NULL)
		return search(name, out, error_at, why);
	*out = found;
	return FM_OK;
}
