/* SPDX-License-Identifier: MIT */
/** @file
 * Files by descriptors. */
#define _GNU_SOURCE 1

#include "os/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/** What errno says of a file. */
static int reason(void)
{
	if (errno == EACCES || errno == EPERM)
		return FM_FILE_DENIED;
	return errno == ENOENT || errno == ENOTDIR ? FM_FILE_MISSING : FM_FILE_BROKEN;
}

int fm_folder_open(const char *path)
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	return folder < 0 ? reason() : folder;
}

int fm_file_open(int folder, const char *path)
{
	struct stat about;

	/* Asked before it is opened: opening alone makes some devices act. */
	if (fstatat(folder, path, &about, 0) != 0)
		return reason();
	if (!S_ISREG(about.st_mode))
		return FM_FILE_BROKEN;

	int file = openat(folder, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

	return file < 0 ? reason() : file;
}

long fm_file_read(int file, void *bytes, size_t size)
{
	ssize_t got;

	do
		got = read(file, bytes, size);
	while (got < 0 && errno == EINTR);
	return got < 0 ? (errno == EACCES || errno == EPERM ? FM_FILE_DENIED : FM_FILE_BROKEN) : got;
}

void fm_file_close(int file)
{
	close(file);
}
