/* SPDX-License-Identifier: MIT */
/** @file
 * Where the control group of a root is; what is cut off or lies elsewhere is not followed. */
#include "roots.h"

#include "host/group.h"
#include "os/file.h"

static fm_host host;

static void open_root(const char *name)
{
	host.root = fm_folder_open(root_path(name));
	cr_assert_geq(host.root, 0);
}

static void expect_group(const char *name, uint32_t state, uint32_t version, const char *path, int hidden)
{
	fm_host_group group;

	open_root(name);
	cr_assert_eq(fm_host_group_find(&host, &group), state, "%s", name);
	cr_assert_eq(group.version, version, "%s", name);
	if (state == FM_CAPABILITY_YES) {
		cr_assert_str_eq(group.path, path);
		cr_assert_eq(group.length, strlen(path));
		cr_assert_eq(group.hidden, hidden);
	}
	fm_file_close(host.root);
}

Test(group, is_found_in_the_hierarchy_that_limits_memory)
{
	expect_group("cgroup-v2", FM_CAPABILITY_YES, 2, "sys/fs/cgroup two/kube.slice/pod:7/web", 0);
	expect_group("cgroup-v1", FM_CAPABILITY_YES, 1, "sys/fs/cgroup/memory", 1);
	expect_group("hybrid", FM_CAPABILITY_YES, 1, "sys/fs/cgroup/memory/process_api/13ad", 0);
	expect_group("cgroup-private", FM_CAPABILITY_YES, 2, "sys/fs/cgroup", 0);
	expect_group("musl-sandbox", FM_CAPABILITY_YES, 2, "sys/fs/cgroup", 0);
}

Test(group, of_what_can_not_be_seen_nothing_is_said)
{
	expect_group("no-mount", FM_CAPABILITY_UNKNOWN, 0, NULL, 0);
	expect_group("cgroup-outside", FM_CAPABILITY_UNKNOWN, 0, NULL, 0);
	expect_group("hostile", FM_CAPABILITY_UNKNOWN, 0, NULL, 0);
	expect_group("empty", FM_CAPABILITY_UNKNOWN, 0, NULL, 0);
}

Test(group, a_kernel_without_groups_says_so)
{
	expect_group("arm64-4k", FM_CAPABILITY_NO, 0, NULL, 0);
	expect_group("nommu", FM_CAPABILITY_NO, 0, NULL, 0);
}

Test(group, up_ends_where_the_hierarchy_is_mounted)
{
	fm_host_group group;

	open_root("cgroup-v2");
	cr_assert_eq(fm_host_group_find(&host, &group), FM_CAPABILITY_YES);
	cr_assert_eq(fm_host_group_read(&host, &group, "memory.max"), FM_CAPABILITY_YES);
	cr_assert_str_eq(host.text, "max\n");
	cr_assert_eq(fm_host_group_read(&host, &group, "memory.stat"), FM_HOST_MISSING);
	cr_assert(fm_host_group_up(&group) && fm_host_group_up(&group) && fm_host_group_up(&group));
	cr_assert_str_eq(group.path, "sys/fs/cgroup two");
	cr_assert_not(fm_host_group_up(&group));
	cr_assert_str_eq(group.path, "sys/fs/cgroup two");
	cr_assert_eq(fm_host_group_read(&host, &group, "memory.max"), FM_HOST_MISSING);
	fm_file_close(host.root);
}

Test(group, a_path_that_does_not_fit_is_not_read)
{
	fm_host_group group = { .version = 2, .length = FM_HOST_PATH_BYTES - 4 };

	open_root("cgroup-v2");
	memset(group.path, 'a', group.length);
	cr_assert_eq(fm_host_group_read(&host, &group, "memory.max"), FM_CAPABILITY_UNKNOWN);
	cr_assert_str_eq(host.text, "");
	cr_assert_eq(group.length, FM_HOST_PATH_BYTES - 4);
	cr_assert_eq(group.path[group.length], 0);
	fm_file_close(host.root);
}
