/* SPDX-License-Identifier: MIT */
/** @file
 * Files below a folder: what is no regular file stays closed, and each failure says why. */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "os/file.h"

static char folder_path[] = "/tmp/fm-file-XXXXXX";
static int folder;

static void make(void)
{
	cr_assert_not_null(mkdtemp(folder_path));
	cr_assert_eq(chdir(folder_path), 0);
	cr_assert_eq(chmod(folder_path, 0755), 0);
	FILE *file = fopen("file", "w");

	cr_assert_not_null(file);
	fputs("hello", file);
	fclose(file);
	cr_assert_eq(mkfifo("pipe", 0600), 0);
	cr_assert_eq(symlink("loop", "loop"), 0);
	folder = fm_folder_open(folder_path);
	cr_assert_geq(folder, 0);
}

static void remove_all(void)
{
	fm_file_close(folder);
	unlink("file");
	unlink("pipe");
	unlink("loop");
	rmdir(folder_path);
}

Test(file, is_read_from_its_begin_to_its_end, .init = make, .fini = remove_all)
{
	char bytes[8] = "";
	int file = fm_file_open(folder, "file");

	cr_assert_geq(file, 0);
	cr_assert_eq(fm_file_read(file, bytes, 3), 3);
	cr_assert_eq(fm_file_read(file, bytes + 3, 5), 2);
	cr_assert_str_eq(bytes, "hello");
	cr_assert_eq(fm_file_read(file, bytes, 8), 0);
	cr_assert(fcntl(file, F_GETFD) & FD_CLOEXEC);
	fm_file_close(file);
	cr_assert_eq(fm_file_read(file, bytes, 8), FM_FILE_BROKEN);
}

Test(file, what_is_not_there_is_missing, .init = make, .fini = remove_all)
{
	cr_assert_eq(fm_file_open(folder, "none"), FM_FILE_MISSING);
	cr_assert_eq(fm_file_open(folder, "file/none"), FM_FILE_MISSING);
	cr_assert_eq(fm_folder_open("/none"), FM_FILE_MISSING);
	cr_assert_eq(fm_folder_open("file"), FM_FILE_MISSING);
}

Test(file, what_is_no_regular_file_stays_closed, .init = make, .fini = remove_all, .timeout = 10)
{
	cr_assert_eq(fm_file_open(folder, "pipe"), FM_FILE_BROKEN, "nobody waits for a writer");
	cr_assert_eq(fm_file_open(folder, "."), FM_FILE_BROKEN);
	cr_assert_eq(fm_file_open(folder, "loop"), FM_FILE_BROKEN);
	cr_assert_eq(fm_file_open(folder, "../../dev/null"), FM_FILE_BROKEN);
	cr_assert_eq(fm_file_open(-1, "file"), FM_FILE_BROKEN);
}

/** As nobody, for root may read all. */
static int as_nobody(void)
{
	if (getuid() == 0 && setuid(65534) != 0)
		return 77;
	return fm_file_open(folder, "file") == FM_FILE_DENIED ? 0 : 1;
}

Test(file, what_may_not_be_read_is_denied, .init = make, .fini = remove_all)
{
	int status;
	pid_t child;

	cr_assert_eq(chmod("file", 0), 0);
	child = fork();
	if (child == 0)
		_exit(as_nobody());
	cr_assert_eq(waitpid(child, &status, 0), child);
	if (WEXITSTATUS(status) == 77)
		cr_skip_test("the system lets root be nobody else");
	cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
