/* SPDX-License-Identifier: MIT */
/** @file
 * Profiles are opened by id, by path, and by the folders that the user names; what is wrong with a file is told; nobody's file takes the
 * place of a built-in platform. */
#include <flightmem/load.h>
#include <stdio.h>
#include <unistd.h>

#include "../platform/blobs.h"

static char folder[] = "/tmp/flightmem-test-XXXXXX", path[256];

static void make_folder(void)
{
	cr_assert_not_null(mkdtemp(folder));
	unsetenv(FM_PROFILE_PATH);
}

static void remove_folder(void)
{
	char command[300];

	snprintf(command, sizeof command, "rm -rf %s", folder);
	cr_assert_eq(system(command), 0);
}

/** Writes `size` bytes to a file of the folder, whose path is then in `path`. */
static void write_file(const char *name, const void *bytes, size_t size)
{
	FILE *to;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	to = fopen(path, "wb");
	cr_assert_not_null(to);
	cr_assert_eq(fwrite(bytes, 1, size, to), size);
	cr_assert_eq(fclose(to), 0);
}

/** Writes the psx as a profile with another id, "psy", as ID.fmprofile. */
static void write_psy(const char *name)
{
	blob made = blob_of("psx");

	made.texts[made.profile->id + 2] = 'y';
	seal_blob(&made);
	write_file(name, made.head, made.bytes);
	free_blob(&made);
}

static const char *id_of(const fm_profile *profile)
{
	static fm_profile_info info;

	info.struct_size = sizeof info;
	cr_assert_eq(fm_profile_get_info(profile, &info), FM_OK);
	return info.id;
}

/** Expects the name to be refused, and nothing to be changed. */
static void expect_refused(const char *name, fm_status want, const char *subject)
{
	const fm_profile *profile = (const fm_profile *)folder;
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_status status = fm_profile_open(name, &profile, NULL, &why);

	cr_assert_eq(status, want, "%s: %s", name, fm_status_name(status));
	cr_assert_eq(profile, (const fm_profile *)folder);
	cr_assert_eq(why.status, want);
	cr_assert_str_eq(why.subject, subject);
	cr_assert_eq(fm_profile_open(name, &profile, NULL, NULL), want);
}

TestSuite(profile, .init = make_folder, .fini = remove_folder);

Test(profile, a_built_in_one_needs_no_file)
{
	const fm_profile *profile = NULL;

	cr_assert_eq(fm_profile_open("gba", &profile, NULL, NULL), FM_OK);
	cr_assert_eq(profile, fm_profile_find("gba"));
	cr_assert_eq(fm_profile_open("agb", &profile, NULL, NULL), FM_OK);
	cr_assert_eq(profile, fm_profile_find("gba"));
	fm_profile_unref(profile);
}

Test(profile, a_path_is_read_and_let_go)
{
	const fm_profile *profile = NULL;

	write_psy("mine.fmprofile");
	cr_assert_eq(fm_profile_open(path, &profile, NULL, NULL), FM_OK);
	cr_assert_eq(truncate(path, 0), 0);
	cr_assert_str_eq(id_of(profile), "psy", "the file may go");
	fm_profile_unref(profile);
	cr_assert_eq(chdir(folder), 0);
	write_psy("mine.fmprofile");
	cr_assert_eq(fm_profile_open("mine.fmprofile", &profile, NULL, NULL), FM_OK, "the ending makes it a path");
	fm_profile_unref(profile);
}

Test(profile, an_id_is_looked_for_in_the_users_folders)
{
	const fm_profile *profile = NULL;
	char list[600];

	write_psy("psy.fmprofile");
	expect_refused("psy", FM_E_NOT_FOUND, "profile 'psy'");
	snprintf(list, sizeof list, "/nowhere::%s/none:%s", folder, folder);
	setenv(FM_PROFILE_PATH, list, 1);
	cr_assert_eq(fm_profile_open("psy", &profile, NULL, NULL), FM_OK);
	cr_assert_str_eq(id_of(profile), "psy");
	fm_profile_unref(profile);
	expect_refused("psz", FM_E_NOT_FOUND, "profile 'psz'");
	setenv(FM_PROFILE_PATH, "", 1);
	expect_refused("psy", FM_E_NOT_FOUND, "profile 'psy'");
}

Test(profile, a_built_in_platform_is_nobodys)
{
	const fm_profile *profile = NULL;

	write_psy("gba.fmprofile");
	setenv(FM_PROFILE_PATH, folder, 1);
	cr_assert_eq(fm_profile_open("gba", &profile, NULL, NULL), FM_OK);
	cr_assert_eq(profile, fm_profile_find("gba"));
}

Test(profile, the_first_folder_that_has_the_file_answers_even_with_a_broken_one)
{
	char list[600];

	write_file("psy.fmprofile", "nothing", 7);
	snprintf(list, sizeof list, "%s:%s", folder, folder);
	setenv(FM_PROFILE_PATH, list, 1);
	expect_refused("psy", FM_E_DAMAGED, "head");
}

Test(profile, what_is_wrong_with_a_file_is_told)
{
	const fm_profile *profile = NULL;
	fm_refusal why = FM_STRUCT(fm_refusal);
	size_t at = 12345;
	char *large = calloc(1, FM_PROFILE_FILE_MAX + 1);

	cr_assert_not_null(large);
	expect_refused("/nowhere/none", FM_E_NOT_FOUND, "file '/nowhere/none'");
	expect_refused("none.fmprofile", FM_E_NOT_FOUND, "file 'none.fmprofile'");
	expect_refused("/tmp/", FM_E_PERMISSION, "file '/tmp/'");
	expect_refused("/dev/zero", FM_E_PERMISSION, "file '/dev/zero'");
	write_file("large", large, FM_PROFILE_FILE_MAX + 1);
	expect_refused(path, FM_E_TOO_LARGE, "");
	write_file("zeros", large, FM_PROFILE_FILE_MAX);
	expect_refused(path, FM_E_DAMAGED, "magic");
	write_file("empty", large, 0);
	cr_assert_eq(fm_profile_open(path, &profile, &at, &why), FM_E_DAMAGED);
	cr_assert_eq(at, 0);
	free(large);
}

Test(profile, no_name_is_an_argument_at_fault)
{
	const fm_profile *profile = NULL;

	cr_assert_eq(fm_profile_open(NULL, &profile, NULL, NULL), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_open("gba", NULL, NULL, NULL), FM_E_ARGUMENT);
	expect_refused("", FM_E_NOT_FOUND, "profile ''");
}

Test(profile, a_name_of_any_length_is_refused)
{
	char *name = malloc(100001);
	const fm_profile *profile = NULL;

	cr_assert_not_null(name);
	memset(name, 'x', 100000);
	name[100000] = 0;
	setenv(FM_PROFILE_PATH, folder, 1);
	cr_assert_eq(fm_profile_open(name, &profile, NULL, NULL), FM_E_NOT_FOUND);
	name[0] = '/';
	cr_assert_neq(fm_profile_open(name, &profile, NULL, NULL), FM_OK);
	cr_assert_null(profile);
	free(name);
}
