/* SPDX-License-Identifier: MIT */
/** @file
 * Memory of the system and limits of the process, from files of roots. */
#include "roots.h"

#define GIB (UINT64_C(1) << 30)

Test(memory, the_system_says_what_it_has)
{
	yes("cgroup-v2", FM_HOST_PHYSICAL, 16 * GIB, "/proc/meminfo");
	yes("cgroup-v2", FM_HOST_FREE, 4 * GIB, "/proc/meminfo");
	yes("cgroup-v2", FM_HOST_RECLAIMABLE, 12 * GIB, "/proc/meminfo");
	yes("cgroup-v2", FM_HOST_SWAP, UINT64_C(2097148) << 10, "/proc/meminfo");
	yes("cgroup-v2", FM_HOST_SWAP_FREE, UINT64_C(2097148) << 10, "/proc/meminfo");
	yes("cgroup-v2", FM_HOST_COMMIT_LIMIT, UINT64_C(14439192) << 10, "/proc/meminfo");
	yes("cgroup-v2", FM_HOST_COMMITTED, UINT64_C(213984) << 10, "/proc/meminfo");
	yes("cgroup-v2", FM_HOST_HUGE_TOTAL, 8, "/proc/meminfo");
	yes("cgroup-v2", FM_HOST_HUGE_FREE, 3, "/proc/meminfo");
	yes("cgroup-v2", FM_HOST_MAPPED, 8 << 20, "/proc/self/status");
}

Test(memory, what_an_old_kernel_does_not_estimate_is_unknown)
{
	yes("nommu", FM_HOST_PHYSICAL, 31652 << 10, "/proc/meminfo");
	unknown("nommu", FM_HOST_RECLAIMABLE, NULL);
	unknown("nommu", FM_HOST_HUGE_FREE, NULL);
	unknown("nommu", FM_HOST_AVAILABLE, NULL);
}

Test(memory, no_limit_is_an_answer_of_its_own)
{
	yes("cgroup-v2", FM_HOST_LIMIT_ADDRESSES, 8 * GIB, "RLIMIT_AS");
	no("cgroup-v2", FM_HOST_LIMIT_DATA, "RLIMIT_DATA");
	yes("cgroup-v2", FM_HOST_LIMIT_STACK, 8 << 20, "RLIMIT_STACK");
	yes("cgroup-v2", FM_HOST_LIMIT_LOCKED, 64 << 20, "RLIMIT_MEMLOCK");
	yes("arm64-4k", FM_HOST_LIMIT_DATA, GIB, "RLIMIT_DATA");
	unknown("nommu", FM_HOST_LIMIT_STACK, NULL);
}

Test(memory, numbers_that_are_none_say_nothing)
{
	for (fm_host_id id = FM_HOST_PHYSICAL; id <= FM_HOST_LIMIT_LOCKED; id++) {
		unknown("hostile", id, NULL);
		unknown("empty", id, NULL);
	}
}
