/* SPDX-License-Identifier: MIT */
/** @file
 * Signs that memory ends: averages with two digits, stalls, kills; absent, unreadable and wrong files. */
#include "roots.h"

Test(pressure, averages_are_hundredths_of_a_percent)
{
	yes("cgroup-v2", FM_HOST_PRESSURE_SOME, 50, "/proc/pressure/memory");
	yes("cgroup-v2", FM_HOST_PRESSURE_FULL, 0, "/proc/pressure/memory");
	yes("cgroup-v2", FM_HOST_PRESSURE_STALL, 123456789, "/proc/pressure/memory");
	yes("cgroup-v2", FM_HOST_GROUP_SOME, 1234, "memory.pressure");
	yes("cgroup-v2", FM_HOST_GROUP_FULL, 105, "memory.pressure");
	yes("cgroup-v2", FM_HOST_GROUP_KILLS, 1, "memory.events oom_kill");
	yes("cgroup-v1", FM_HOST_GROUP_KILLS, 4, "memory.oom_control oom_kill");
	unknown("cgroup-v1", FM_HOST_GROUP_SOME, NULL);
}

Test(pressure, a_kernel_that_does_not_measure_says_no)
{
	for (fm_host_id id = FM_HOST_PRESSURE_SOME; id <= FM_HOST_PRESSURE_STALL; id++) {
		no("s390x", id, "/proc/pressure/memory");
		unknown("empty", id, NULL);
	}
}

Test(pressure, numbers_that_are_none_say_nothing)
{
	unknown("hostile", FM_HOST_PRESSURE_SOME, "/proc/pressure/memory");
	unknown("hostile", FM_HOST_PRESSURE_FULL, "/proc/pressure/memory");
	unknown("hostile", FM_HOST_PRESSURE_STALL, NULL);
	unknown("hostile", FM_HOST_GROUP_KILLS, NULL);
}
