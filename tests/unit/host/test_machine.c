/* SPDX-License-Identifier: MIT */
/** @file
 * Caches, nodes, huge pages and settings of roots. */
#include "roots.h"

#define CACHE "/sys/devices/system/cpu/cpu0/cache"
#define THP "/sys/kernel/mm/transparent_hugepage"

Test(machine, lines_of_data_caches_count_and_those_of_code_do_not)
{
	yes("cgroup-v2", FM_HOST_CACHE_LINE, 64, CACHE);
	yes("cgroup-v2", FM_HOST_CACHE_APART, 64, CACHE);
	yes("arm64-16k", FM_HOST_CACHE_LINE, 64, CACHE);
	yes("arm64-16k", FM_HOST_CACHE_APART, 128, CACHE);
	yes("arm64-64k", FM_HOST_CACHE_LINE, 256, CACHE);
	yes("cgroup-v2", FM_HOST_CACHE_L1, 48 << 10, CACHE);
	yes("cgroup-v2", FM_HOST_CACHE_L2, 2 << 20, CACHE);
	yes("cgroup-v2", FM_HOST_CACHE_L3, 36 << 20, CACHE);
}

Test(machine, zero_and_odd_lines_are_no_information)
{
	for (fm_host_id id = FM_HOST_CACHE_LINE; id <= FM_HOST_CACHE_L3; id++) {
		unknown("s390x", id, NULL);
		unknown("musl-sandbox", id, NULL);
	}
	unknown("hostile", FM_HOST_CACHE_LINE, NULL);
	yes("hostile", FM_HOST_CACHE_APART, 128, CACHE);
	unknown("hostile", FM_HOST_CACHE_L1, NULL);
}

Test(machine, nodes_are_those_with_memory_and_one_is_an_answer)
{
	yes("cgroup-v2", FM_HOST_NUMA_NODES, 2, "/sys/devices/system/node");
	yes("arm64-4k", FM_HOST_NUMA_NODES, 1, "/sys/devices/system/node");
	expect("s390x", FM_HOST_NUMA_NODES, FM_CAPABILITY_NO, 1, "/sys/devices/system/node");
	unknown("musl-sandbox", FM_HOST_NUMA_NODES, NULL);
	unknown("hostile", FM_HOST_NUMA_NODES, NULL);
	yes("cgroup-v2", FM_HOST_NUMA_ALLOWED, 2, "/proc/self/status");
	yes("cgroup-v2", FM_HOST_CPUS, 5, "/proc/self/status");
	unknown("hostile", FM_HOST_NUMA_ALLOWED, NULL);
	unknown("hostile", FM_HOST_CPUS, NULL);
}

Test(machine, huge_pages_have_sizes_and_a_switch)
{
	yes("arm64-4k", FM_HOST_HUGE_SIZES, 1 << 16 | 1 << 21 | 1 << 25 | 1 << 30, "/sys/kernel/mm/hugepages");
	yes("arm64-64k", FM_HOST_HUGE_SIZES, 1 << 21 | 1 << 29 | UINT64_C(1) << 34, "/sys/kernel/mm/hugepages");
	yes("arm64-16k", FM_HOST_HUGE_PAGE, 1 << 25, "/proc/meminfo");
	yes("hybrid", FM_HOST_HUGE_PAGE, 1 << 21, "/proc/meminfo");
	unknown("musl-sandbox", FM_HOST_HUGE_PAGE, NULL);
	unknown("hostile", FM_HOST_HUGE_SIZES, NULL);
	yes("cgroup-v2", FM_HOST_HUGE_TRANSPARENT, 1 << 21, THP);
	denied("cgroup-v1", FM_HOST_HUGE_TRANSPARENT, 1 << 21, THP);
	denied("arm64-64k", FM_HOST_HUGE_TRANSPARENT, 1 << 29, THP);
	denied("hybrid", FM_HOST_HUGE_TRANSPARENT, 1 << 21, "/proc/self/status THP_enabled");
	no("s390x", FM_HOST_HUGE_TRANSPARENT, THP);
	unknown("hostile", FM_HOST_HUGE_TRANSPARENT, NULL);
	unknown("musl-sandbox", FM_HOST_HUGE_TRANSPARENT, NULL);
}

Test(machine, settings_are_numbers_that_there_are)
{
	yes("cgroup-v2", FM_HOST_OVERCOMMIT, 2, "/proc/sys/vm/overcommit_memory");
	yes("nommu", FM_HOST_OVERCOMMIT, 1, "/proc/sys/vm/overcommit_memory");
	unknown("hostile", FM_HOST_OVERCOMMIT, NULL);
	yes("cgroup-v2", FM_HOST_MAPPINGS_MAX, 262144, "/proc/sys/vm/max_map_count");
	unknown("hostile", FM_HOST_MAPPINGS_MAX, NULL);
	yes("cgroup-v2", FM_HOST_MMU, 0, "/proc/meminfo");
	no("nommu", FM_HOST_MMU, "/proc/meminfo");
	unknown("empty", FM_HOST_MMU, NULL);
}
