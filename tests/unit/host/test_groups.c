/* SPDX-License-Identifier: MIT */
/** @file
 * Limits on the way up: the smallest wins, what is used is of its level, and what is hidden is said to be. */
#include "roots.h"

#define MIB (UINT64_C(1) << 20)

Test(groups, the_smallest_limit_on_the_way_up_wins)
{
	yes("cgroup-v2", FM_HOST_CGROUP, 2, "/proc/self/cgroup");
	yes("cgroup-v2", FM_HOST_CGROUP_LIMIT, 512 * MIB, "memory.max");
	yes("cgroup-v2", FM_HOST_CGROUP_LEVEL, 1, "memory.max");
	yes("cgroup-v2", FM_HOST_CGROUP_USED, 90 * MIB, "memory.current, memory.stat inactive_file");
	yes("cgroup-v2", FM_HOST_CGROUP_HIGH, 483183820, "memory.high");
	yes("cgroup-v2", FM_HOST_CGROUP_SWAP, 0, "memory.swap.max");
	no("cgroup-v2", FM_HOST_CGROUP_HIDDEN, "/proc/self/mountinfo");
}

Test(groups, what_is_left_may_be_decided_at_another_level_than_the_limit)
{
	yes("cgroup-v2", FM_HOST_LIMIT, 512 * MIB, "memory.max");
	yes("cgroup-v2", FM_HOST_AVAILABLE, (1024 - 800) * MIB, "memory.max");
}

Test(groups, version_1_tells_limits_of_hidden_ancestors)
{
	yes("cgroup-v1", FM_HOST_CGROUP, 1, "/proc/self/cgroup");
	yes("cgroup-v1", FM_HOST_CGROUP_LIMIT, 192 * MIB, "memory.stat hierarchical_memory_limit");
	unknown("cgroup-v1", FM_HOST_CGROUP_LEVEL, NULL);
	unknown("cgroup-v1", FM_HOST_CGROUP_USED, NULL);
	yes("cgroup-v1", FM_HOST_CGROUP_SWAP, 512 * MIB, "memory.memsw.limit_in_bytes");
	no("cgroup-v1", FM_HOST_CGROUP_HIDDEN, "/proc/self/mountinfo");
	unknown("cgroup-v1", FM_HOST_CGROUP_HIGH, NULL);
	yes("cgroup-v1", FM_HOST_AVAILABLE, (192 - 48) * MIB, "memory.stat hierarchical_memory_limit");
}

Test(groups, the_number_for_no_limit_is_none)
{
	yes("hybrid", FM_HOST_CGROUP, 1, "/proc/self/cgroup");
	no("hybrid", FM_HOST_CGROUP_LIMIT, "memory.limit_in_bytes");
	yes("hybrid", FM_HOST_LIMIT, UINT64_C(24684084) << 10, "/proc/meminfo");
	yes("hybrid", FM_HOST_AVAILABLE, UINT64_C(24090064) << 10, "/proc/meminfo");
}

Test(groups, a_root_with_a_limit_is_none_and_hides_more)
{
	yes("cgroup-private", FM_HOST_CGROUP_LIMIT, 128 * MIB, "memory.max");
	yes("cgroup-private", FM_HOST_CGROUP_LEVEL, 0, "memory.max");
	expect("cgroup-private", FM_HOST_CGROUP_HIDDEN, FM_CAPABILITY_YES, 0, "/proc/self/mountinfo");
	yes("cgroup-private", FM_HOST_AVAILABLE, 0, "memory.max");
	yes("musl-sandbox", FM_HOST_LIMIT, 512 * MIB, "memory.max");
}

Test(groups, a_root_without_a_limit_is_the_root)
{
	no("s390x", FM_HOST_CGROUP_LIMIT, "memory.max");
	no("s390x", FM_HOST_CGROUP_HIDDEN, "/proc/self/mountinfo");
	yes("s390x", FM_HOST_LIMIT, UINT64_C(4194304) << 10, "/proc/meminfo");
}

Test(groups, what_can_not_be_seen_is_unknown_and_what_is_not_there_is_no)
{
	unknown("no-mount", FM_HOST_CGROUP, NULL);
	unknown("no-mount", FM_HOST_CGROUP_LIMIT, NULL);
	unknown("cgroup-outside", FM_HOST_CGROUP_LIMIT, NULL);
	no("nommu", FM_HOST_CGROUP, "/proc/self/cgroup");
	no("nommu", FM_HOST_CGROUP_LIMIT, "/proc/self/cgroup");
	for (fm_host_id id = FM_HOST_CGROUP; id <= FM_HOST_AVAILABLE; id++) {
		unknown("hostile", id, NULL);
		unknown("empty", id, NULL);
	}
}

Test(groups, limits_of_the_process_count_too)
{
	yes("arm64-4k", FM_HOST_LIMIT, UINT64_C(1) << 30, "RLIMIT_DATA");
}
