/* SPDX-License-Identifier: MIT */
/** @file
 * What kind of process a root shows: words of its auxiliary vector, architecture, pages, the end of addresses. */
#include "roots.h"

Test(process, the_words_of_the_vector_tell_width_and_order)
{
	yes("cgroup-v2", FM_HOST_POINTER, 64, "/proc/self/auxv");
	yes("cgroup-v2", FM_HOST_ENDIAN, FM_ENDIAN_LITTLE, "/proc/self/auxv");
	yes("s390x", FM_HOST_POINTER, 64, "/proc/self/auxv");
	yes("s390x", FM_HOST_ENDIAN, FM_ENDIAN_BIG, "/proc/self/auxv");
	yes("no-mount", FM_HOST_POINTER, 32, "/proc/self/auxv");
	yes("no-mount", FM_HOST_ENDIAN, FM_ENDIAN_LITTLE, "/proc/self/auxv");
}

Test(process, pages_are_what_the_kernel_was_built_with)
{
	yes("arm64-4k", FM_HOST_PAGE, 4096, "AT_PAGESZ");
	yes("arm64-16k", FM_HOST_PAGE, 16384, "AT_PAGESZ");
	yes("arm64-64k", FM_HOST_PAGE, 65536, "AT_PAGESZ");
	yes("ppc64le", FM_HOST_PAGE, 65536, "AT_PAGESZ");
	yes("s390x", FM_HOST_PAGE, 4096, "AT_PAGESZ");
	yes("arm64-16k", FM_HOST_GRANULARITY, 16384, "mmap: whole pages");
	yes("arm64-4k", FM_HOST_PAGE_MAX, 65536, "largest page of the architecture's binary interface");
	yes("cgroup-v2", FM_HOST_PAGE_MAX, 4096, "largest page of the architecture's binary interface");
}

Test(process, the_architecture_is_what_the_kernel_calls_itself_or_what_its_cpu_looks_like)
{
	yes("cgroup-v2", FM_HOST_ARCH, FM_ARCH_X86_64, "/proc/sys/kernel/arch");
	yes("s390x", FM_HOST_ARCH, FM_ARCH_S390X, "/proc/sys/kernel/arch");
	yes("no-mount", FM_HOST_ARCH, FM_ARCH_X86, "/proc/sys/kernel/arch");
	yes("nommu", FM_HOST_ARCH, FM_ARCH_ARM, "/proc/sys/kernel/arch");
	yes("cgroup-v1", FM_HOST_ARCH, FM_ARCH_X86_64, "/proc/cpuinfo");
	yes("arm64-4k", FM_HOST_ARCH, FM_ARCH_AARCH64, "/proc/cpuinfo");
	yes("riscv64", FM_HOST_ARCH, FM_ARCH_RISCV64, "/proc/cpuinfo");
	yes("ppc64le", FM_HOST_ARCH, FM_ARCH_PPC64LE, "/proc/cpuinfo");
}

Test(process, addresses_end_above_the_first_stack)
{
	yes("cgroup-v2", FM_HOST_ADDRESS_END, UINT64_C(1) << 47, "AT_EXECFN");
	yes("arm64-4k", FM_HOST_ADDRESS_END, UINT64_C(1) << 39, "AT_EXECFN");
	yes("arm64-64k", FM_HOST_ADDRESS_END, UINT64_C(1) << 48, "AT_EXECFN");
	yes("riscv64", FM_HOST_ADDRESS_END, UINT64_C(1) << 38, "AT_EXECFN");
	yes("no-mount", FM_HOST_ADDRESS_END, UINT64_C(1) << 32, "AT_EXECFN");
	unknown("nommu", FM_HOST_ADDRESS_END, "/proc/meminfo");
}

Test(process, a_vector_that_is_none_says_nothing)
{
	static const fm_host_id all[] = { FM_HOST_ARCH, FM_HOST_ENDIAN, FM_HOST_POINTER, FM_HOST_PAGE, FM_HOST_PAGE_MAX, FM_HOST_GRANULARITY, FM_HOST_ADDRESS_END };

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
		unknown("hostile", all[i], NULL);
		unknown("empty", all[i], NULL);
	}
}
