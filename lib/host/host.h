/* SPDX-License-Identifier: MIT */
/** @file
 * One reading of a host: who asks, where answers go, and the texts that name sources. */
#ifndef FLIGHTMEM_HOST_PRIVATE_H
#define FLIGHTMEM_HOST_PRIVATE_H

#include <flightmem/host.h>

/** Bytes of a file that are kept. More than any file of /proc that is read whole has, but for /proc/cpuinfo, whose first CPU suffices. */
#define FM_HOST_TEXT_BYTES 8192

/** A reading. */
typedef struct fm_host {
	fm_host_facts facts; /**< so far */
	int root;       /**< folder that has proc and sys */
	int live;       /**< 1: it is this process; the system and the CPU may be asked directly */
	uint32_t flags; /**< FM_HOST_TRY */
	uint32_t length; /**< bytes of `text` */
	char text[FM_HOST_TEXT_BYTES + 1]; /**< the file that was read last; text[length] is 0 */
} fm_host;

/* Sources: fm_host_source() leads from the name to the text. One block of texts, so that the tables need no relocation. */
#define FM_HOST_SOURCES(X) \
	X(NOBODY, "") \
	X(ADDRESSES, "RLIMIT_AS") \
	X(ARCH, "/proc/sys/kernel/arch") \
	X(AUXV, "/proc/self/auxv") \
	X(CACHE, "/sys/devices/system/cpu/cpu0/cache") \
	X(COMPILER, "what the library was compiled for") \
	X(CPU, "the CPU: cpuid, AT_HWCAP") \
	X(CPUINFO, "/proc/cpuinfo") \
	X(CTR, "register CTR_EL0") \
	X(DATA, "RLIMIT_DATA") \
	X(EVENTS, "memory.events oom_kill") \
	X(EVENTS_1, "memory.oom_control oom_kill") \
	X(EXECFN, "AT_EXECFN") \
	X(GROUP, "/proc/self/cgroup") \
	X(GROUP_HIGH, "memory.high") \
	X(GROUP_MAX, "memory.max") \
	X(GROUP_MAX_1, "memory.limit_in_bytes") \
	X(GROUP_PRESSURE, "memory.pressure") \
	X(GROUP_SWAP, "memory.swap.max") \
	X(GROUP_SWAP_1, "memory.memsw.limit_in_bytes") \
	X(HIERARCHY_1, "memory.stat hierarchical_memory_limit") \
	X(HUGE, "/sys/kernel/mm/hugepages") \
	X(LOCKED, "RLIMIT_MEMLOCK") \
	X(MAPPINGS, "/proc/sys/vm/max_map_count") \
	X(MDWE, "prctl(PR_GET_MDWE)") \
	X(MEMINFO, "/proc/meminfo") \
	X(MMAP, "mmap: whole pages") \
	X(MOUNTS, "/proc/self/mountinfo") \
	X(MPROTECT, "mprotect(PROT_EXEC)") \
	X(NODES, "/sys/devices/system/node") \
	X(OVERCOMMIT, "/proc/sys/vm/overcommit_memory") \
	X(PAGESZ, "AT_PAGESZ") \
	X(PAX, "/proc/self/status PaX") \
	X(PRESSURE, "/proc/pressure/memory") \
	X(PSABI, "largest page of the architecture's binary interface") \
	X(SECCOMP, "/proc/self/status Seccomp: a filter may refuse") \
	X(SELINUX, "/sys/fs/selinux/enforce: the policy may refuse") \
	X(STACK, "RLIMIT_STACK") \
	X(STATUS, "/proc/self/status") \
	X(SYSCONF, "sysconf") \
	X(THP, "/sys/kernel/mm/transparent_hugepage") \
	X(THP_OFF, "/proc/self/status THP_enabled") \
	X(USED, "memory.current, memory.stat inactive_file") \
	X(USED_1, "memory.usage_in_bytes, memory.stat total_inactive_file") \
	X(VECTOR, "prctl(PR_SVE_GET_VL)")

/** The block of texts. */
struct fm_host_texts {
#define FM_HOST_TEXT(name, text) char name[sizeof(text)];
	FM_HOST_SOURCES(FM_HOST_TEXT)
#undef FM_HOST_TEXT
};

/** A source: where its text lies in the block. */
enum fm_host_source {
#define FM_HOST_SOURCE(name, text) FM_FROM_##name = offsetof(struct fm_host_texts, name),
	FM_HOST_SOURCES(FM_HOST_SOURCE)
#undef FM_HOST_SOURCE
};

/** The text of a source; static. */
const char *fm_host_source(enum fm_host_source source);

/** Puts a figure down. `value` is 0 where none is known. */
void fm_host_set(fm_host *host, fm_host_id id, fm_capability_state state, uint64_t value, enum fm_host_source source);

/** Puts a figure down that is YES. */
void fm_host_know(fm_host *host, fm_host_id id, uint64_t value, enum fm_host_source source);

/** The value of a figure that was put down as YES; else 0. */
uint64_t fm_host_value(const fm_host *host, fm_host_id id);

/* The parts of a reading, in this order. */
void fm_host_read_process(fm_host *host);  /**< what kind of process, its pages and addresses */
void fm_host_read_cpu(fm_host *host);      /**< features and vectors */
void fm_host_read_settings(fm_host *host); /**< figures that stand in a file as they are: CPUs, nodes, settings */
void fm_host_read_machine(fm_host *host);  /**< caches, nodes, huge pages, whether pages are translated */
void fm_host_read_policy(fm_host *host);   /**< write or execute */
void fm_host_read_memory(fm_host *host);   /**< memory and limits of the system and the process, which stand in a file as they are too */
void fm_host_read_groups(fm_host *host);   /**< limits of control groups; then the smallest of all */
void fm_host_read_pressure(fm_host *host); /**< signs that memory ends */

#endif
