/* SPDX-License-Identifier: MIT */
/** @file
 * What hosts can do: each state is some host's, and what no figure answers is answered by the kind of machine. */
#include "roots.h"

static FM_ALIGNED(8) unsigned char storage[FM_HOST_PROFILE_BYTES];

static void can(const char *root, fm_capability_id id, fm_capability_state state, uint64_t value, const char *source)
{
	fm_host_facts facts = facts_of(root);
	fm_capability c = FM_STRUCT(fm_capability);
	const fm_profile *profile;

	cr_assert_eq(fm_host_profile(&facts, storage, sizeof storage, &profile), FM_OK);
	cr_assert_eq(fm_profile_capability(profile, id, &c), FM_OK);
	cr_assert(c.state == state && c.value == value, "%s, %s: %s, %llu", root, fm_capability_name(id), fm_capability_state_name(c.state),
		  (unsigned long long)c.value);
	cr_assert((c.unit == FM_UNIT_NONE) == (c.value == 0), "%s, %s", root, fm_capability_name(id));
	if (source == NULL)
		cr_assert_null(c.source);
	else
		cr_assert_str_eq(c.source, source);
}

#define YES FM_CAPABILITY_YES
#define NO FM_CAPABILITY_NO
#define UNKNOWN FM_CAPABILITY_UNKNOWN
#define DENIED FM_CAPABILITY_DENIED

Test(capability, the_unit_is_asked_of_the_kernel)
{
	can("arm64-64k", FM_HAS_MMU, YES, 65536, "/proc/meminfo");
	can("cgroup-outside", FM_HAS_MMU, YES, 0, "/proc/meminfo");
	can("nommu", FM_HAS_MMU, NO, 0, "/proc/meminfo");
	can("empty", FM_HAS_MMU, UNKNOWN, 0, NULL);
	can("cgroup-v1", FM_HAS_MPU, NO, 0, "linux-x86_64: L2, L20");
	can("arm64-16k", FM_HAS_MEMORY_GROWTH, YES, 16384, "linux-aarch64: A13");
}

Test(capability, huge_pages_are_had_or_kept_back)
{
	can("hybrid", FM_HAS_HUGE_PAGES, DENIED, 2 << 20, "/proc/meminfo");
	can("cgroup-v2", FM_HAS_HUGE_PAGES, YES, 2 << 20, "/sys/kernel/mm/transparent_hugepage");
	can("s390x", FM_HAS_HUGE_PAGES, DENIED, 1 << 20, "/proc/meminfo");
	can("arm64-64k", FM_HAS_HUGE_PAGES, DENIED, 512 << 20, "/proc/meminfo");
	can("musl-sandbox", FM_HAS_HUGE_PAGES, UNKNOWN, 0, NULL);
}

Test(capability, pages_that_were_set_aside_are_enough)
{
	fm_host_facts facts = facts_of("s390x");
	fm_capability c = FM_STRUCT(fm_capability);
	const fm_profile *profile;

	facts.figures[FM_HOST_HUGE_FREE].value = 1;
	cr_assert_eq(fm_host_profile(&facts, storage, sizeof storage, &profile), FM_OK);
	cr_assert_eq(fm_profile_capability(profile, FM_HAS_HUGE_PAGES, &c), FM_OK);
	cr_assert(c.state == YES && c.value == 1 << 20);
	facts.figures[FM_HOST_HUGE_FREE].state = NO;
	cr_assert_eq(fm_host_profile(&facts, storage, sizeof storage, &profile), FM_OK);
	cr_assert_eq(fm_profile_capability(profile, FM_HAS_HUGE_PAGES, &c), FM_OK);
	cr_assert(c.state == NO && c.value == 0);
}

Test(capability, write_or_execute_is_a_policy)
{
	can("pax", FM_HAS_EXECUTABLE_MEMORY, DENIED, 0, "/proc/self/status PaX");
	can("selinux", FM_HAS_EXECUTABLE_MEMORY, UNKNOWN, 0, "/sys/fs/selinux/enforce: the policy may refuse");
	can("cgroup-v2", FM_HAS_EXECUTABLE_MEMORY, UNKNOWN, 0, NULL);
}

Test(capability, the_cpu_may_have_more_than_its_kind)
{
	can("cgroup-v2", FM_HAS_ATOMICS_WIDTH, YES, 128, "/proc/cpuinfo");
	can("arm64-4k", FM_HAS_ATOMICS_WIDTH, YES, 128, "linux-aarch64: A22");
	can("ppc64le", FM_HAS_ATOMICS_WIDTH, YES, 64, "linux-ppc64le: P17");
	can("cgroup-v2", FM_HAS_SIMD_WIDTH, YES, 256, "/proc/cpuinfo");
	can("nommu", FM_HAS_SIMD_WIDTH, NO, 0, "/proc/cpuinfo");
	can("cgroup-v2", FM_HAS_CACHE_CONTROL, YES, 0, "/proc/cpuinfo");
	can("arm64-4k", FM_HAS_CACHE_CONTROL, UNKNOWN, 0, NULL);
}

Test(capability, signals_are_counted)
{
	can("cgroup-v2", FM_HAS_PRESSURE_SIGNALS, YES, 2, "/proc/pressure/memory");
	can("cgroup-v1", FM_HAS_PRESSURE_SIGNALS, YES, 1, "memory.oom_control oom_kill");
	can("s390x", FM_HAS_PRESSURE_SIGNALS, NO, 0, "/proc/pressure/memory");
	can("hostile", FM_HAS_PRESSURE_SIGNALS, UNKNOWN, 0, "/proc/pressure/memory");
}

Test(capability, without_an_architecture_only_figures_answer)
{
	can("cgroup-outside", FM_HAS_THREADS, UNKNOWN, 0, NULL);
	can("riscv64", FM_HAS_THREADS, YES, 0, "linux-riscv64: V19");
	can("riscv64", FM_HAS_UNALIGNED_ACCESS, UNKNOWN, 0, NULL);
	can("nommu", FM_HAS_THREADS, UNKNOWN, 0, NULL);
}
