/* SPDX-License-Identifier: MIT */
/** @file
 * What a CPU has, as /proc/cpuinfo of each architecture lists it. */
#include "roots.h"

Test(cpu, features_are_found_in_the_list_of_each_architecture)
{
	yes("cgroup-v2", FM_HOST_CPU_FEATURES, FM_CPU_SSE2 | FM_CPU_SSE4_1 | FM_CPU_AVX | FM_CPU_AVX2 | FM_CPU_CX16 | FM_CPU_CLFLUSH, "/proc/cpuinfo");
	yes("arm64-4k", FM_HOST_CPU_FEATURES, FM_CPU_ASIMD, "/proc/cpuinfo");
	yes("arm64-64k", FM_HOST_CPU_FEATURES, FM_CPU_ASIMD | FM_CPU_SVE | FM_CPU_SVE2 | FM_CPU_DCPOP, "/proc/cpuinfo");
	yes("s390x", FM_HOST_CPU_FEATURES, FM_CPU_VX, "/proc/cpuinfo");
	yes("riscv64", FM_HOST_CPU_FEATURES, FM_CPU_V | FM_CPU_ZICBOM, "/proc/cpuinfo");
	yes("ppc64le", FM_HOST_CPU_FEATURES, FM_CPU_ALTIVEC, "/proc/cpuinfo");
	yes("nommu", FM_HOST_CPU_FEATURES, 0, "/proc/cpuinfo");
}

Test(cpu, the_widest_vectors_count)
{
	yes("cgroup-v2", FM_HOST_SIMD, 256, "/proc/cpuinfo");
	yes("s390x", FM_HOST_SIMD, 128, "/proc/cpuinfo");
	yes("riscv64", FM_HOST_SIMD, 128, "/proc/cpuinfo");
	no("nommu", FM_HOST_SIMD, "/proc/cpuinfo");
}

Test(cpu, words_count_whole_and_in_their_line)
{
	yes("hostile", FM_HOST_CPU_FEATURES, 0, "/proc/cpuinfo");
	unknown("empty", FM_HOST_CPU_FEATURES, NULL);
	unknown("empty", FM_HOST_SIMD, NULL);
}
