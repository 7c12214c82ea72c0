/* SPDX-License-Identifier: MIT */
/** @file
 * The live host: the machine and the process that the library runs in, or another root of a Linux system, read from its /proc and /sys.
 *
 *     fm_host_facts facts = FM_STRUCT(fm_host_facts);
 *     if (fm_host_read(NULL, &facts) == FM_OK && facts.figures[FM_HOST_AVAILABLE].state == FM_CAPABILITY_YES)
 *         budget = facts.figures[FM_HOST_AVAILABLE].value / 4;
 *
 * What a platform is, a fm_profile says, and fm_profile_host() is one. What changes while the program runs (memory that is left, limits,
 * pressure) are figures of fm_host_read(), which reads anew each time. Each figure says who gave it. What can't be read is unknown, never
 * guessed; texts of the system are judged like any other input. Only hosted. Nothing is read before the first call. */
#ifndef FLIGHTMEM_HOST_H
#define FLIGHTMEM_HOST_H

#include <flightmem/capability.h>

/** Which figure: an open set of numbers, for ever, from 0 to fm_host_figure_count() - 1. The unit stands before the colon. */
typedef uint32_t fm_host_id;
/* The machine: FM_HOST_MACHINE. */
#define FM_HOST_ARCH 0u              /**< number: FM_ARCH_... */
#define FM_HOST_ENDIAN 1u            /**< number: FM_ENDIAN_... */
#define FM_HOST_POINTER 2u           /**< bits: width of the process' pointers */
#define FM_HOST_MMU 3u               /**< none: addresses are translated by page */
#define FM_HOST_PAGE 4u              /**< bytes: the page */
#define FM_HOST_PAGE_MAX 5u          /**< bytes: the largest page that a kernel of this architecture may have: what files and tables are aligned to */
#define FM_HOST_GRANULARITY 6u       /**< bytes: mappings begin at multiples */
#define FM_HOST_ADDRESS_END 7u       /**< bytes: user addresses that are had without asking for more end here */
#define FM_HOST_MAPPINGS_MAX 8u      /**< count: mappings that a process may have */
#define FM_HOST_CACHE_LINE 9u        /**< bytes: of the data cache; what is used together belongs into one */
#define FM_HOST_CACHE_APART 10u      /**< bytes: the longest line of any data cache; what threads write apart belongs that far apart */
#define FM_HOST_CACHE_L1 11u         /**< bytes: data cache of the first level */
#define FM_HOST_CACHE_L2 12u         /**< bytes: of the second level */
#define FM_HOST_CACHE_L3 13u         /**< bytes: of the third level */
#define FM_HOST_CPU_FEATURES 14u     /**< mask: FM_CPU_... that the CPU has and the system lets programs use */
#define FM_HOST_SIMD 15u             /**< bits: the widest vector registers; those of the reading thread where they have no fixed length */
#define FM_HOST_CPUS 16u             /**< count: CPUs that the process may run on */
#define FM_HOST_NUMA_NODES 17u       /**< count: nodes with memory. NO: the system knows no nodes, and the value is 1 */
#define FM_HOST_NUMA_ALLOWED 18u     /**< count: nodes that the process may have memory of */
#define FM_HOST_HUGE_SIZES 19u       /**< mask: sizes of huge pages, in bytes, each its own bit */
#define FM_HOST_HUGE_PAGE 20u        /**< bytes: the size that huge pages have where none is asked for */
#define FM_HOST_HUGE_TRANSPARENT 21u /**< bytes: a huge page that the system makes by itself or on advice. DENIED: switched off */
#define FM_HOST_OVERCOMMIT 22u       /**< number: vm.overcommit_memory: 0 by a rule of thumb, 1 always, 2 never */
#define FM_HOST_EXECUTABLE 23u       /**< none: memory that was written may be made executable. DENIED: write or execute, never both */
/* What there is and what may be had: FM_HOST_MEMORY. A limit's state is NO where there is none. */
#define FM_HOST_PHYSICAL 24u         /**< bytes: memory that the system manages */
#define FM_HOST_FREE 25u             /**< bytes: used for nothing at all */
#define FM_HOST_RECLAIMABLE 26u      /**< bytes: what the system could hand out without swapping */
#define FM_HOST_SWAP 27u             /**< bytes */
#define FM_HOST_SWAP_FREE 28u        /**< bytes */
#define FM_HOST_COMMIT_LIMIT 29u     /**< bytes: where FM_HOST_OVERCOMMIT is 2, no more is promised */
#define FM_HOST_COMMITTED 30u        /**< bytes: promised by now */
#define FM_HOST_HUGE_TOTAL 31u       /**< count: huge pages of the usual size that were set aside */
#define FM_HOST_HUGE_FREE 32u        /**< count: of these free */
#define FM_HOST_MAPPED 33u           /**< bytes: address space that the process has in use */
#define FM_HOST_LIMIT_ADDRESSES 34u  /**< bytes: RLIMIT_AS */
#define FM_HOST_LIMIT_DATA 35u       /**< bytes: RLIMIT_DATA */
#define FM_HOST_LIMIT_STACK 36u      /**< bytes: RLIMIT_STACK */
#define FM_HOST_LIMIT_LOCKED 37u     /**< bytes: RLIMIT_MEMLOCK */
#define FM_HOST_CGROUP 38u           /**< number: version of the hierarchy that limits memory, 1 or 2. NO: the process is in none */
#define FM_HOST_CGROUP_LIMIT 39u     /**< bytes: the smallest limit on the way from the process' group up */
#define FM_HOST_CGROUP_LEVEL 40u     /**< count: levels above the process' own group where that limit stands */
#define FM_HOST_CGROUP_USED 41u      /**< bytes: used at that level, files that nobody has used lately left out */
#define FM_HOST_CGROUP_HIGH 42u      /**< bytes: the smallest on the way up; above it the process is slowed down */
#define FM_HOST_CGROUP_SWAP 43u      /**< bytes: the smallest limit on the way up; version 1 counts memory and swap together */
#define FM_HOST_CGROUP_HIDDEN 44u    /**< none: there are groups above that the process does not see, and their limits neither */
#define FM_HOST_LIMIT 45u            /**< bytes: the smallest of physical memory and all limits; the source names the winner */
#define FM_HOST_AVAILABLE 46u        /**< bytes: the smallest of what the system and each limit leave; the source names the winner */
/* Signs that memory ends: FM_HOST_PRESSURE. */
#define FM_HOST_PRESSURE_SOME 47u    /**< basis points: time in which some task waited for memory, last 10 seconds */
#define FM_HOST_PRESSURE_FULL 48u    /**< basis points: time in which all tasks waited */
#define FM_HOST_PRESSURE_STALL 49u   /**< microseconds: in which some task waited, since the system began */
#define FM_HOST_GROUP_SOME 50u       /**< basis points: FM_HOST_PRESSURE_SOME of the process' own group */
#define FM_HOST_GROUP_FULL 51u       /**< basis points: FM_HOST_PRESSURE_FULL of the process' own group */
#define FM_HOST_GROUP_KILLS 52u      /**< count: processes killed in the process' own group for want of memory */
#define FM_HOST_FIGURES 53u          /**< figures of this header; a later library may have more */

/* What is read: bits of options.groups. */
#define FM_HOST_MACHINE 1u  /**< FM_HOST_ARCH to FM_HOST_EXECUTABLE */
#define FM_HOST_MEMORY 2u   /**< FM_HOST_PHYSICAL to FM_HOST_AVAILABLE */
#define FM_HOST_PRESSURE 4u /**< FM_HOST_PRESSURE_SOME to FM_HOST_GROUP_KILLS */

/** options.flags: where facts leave FM_HOST_EXECUTABLE open (a seccomp filter, SELinux), a page is mapped, written, made executable and unmapped. The
 *  system may write the attempt into its log; a filter that kills, kills. */
#define FM_HOST_TRY 1u

/* Architectures, an open set. */
#define FM_ARCH_X86_64 1u  /**< x86, 64 bits */
#define FM_ARCH_AARCH64 2u /**< ARM, 64 bits */
#define FM_ARCH_RISCV64 3u /**< RISC-V, 64 bits */
#define FM_ARCH_PPC64LE 4u /**< POWER, little-endian */
#define FM_ARCH_S390X 5u   /**< IBM Z */
#define FM_ARCH_X86 6u     /**< x86, 32 bits */
#define FM_ARCH_ARM 7u     /**< ARM, 32 bits */

/* What a CPU has beyond its architecture, as far as it is about memory: bits, an open set. */
#define FM_CPU_SSE2 0x1u     /**< 128-bit vectors */
#define FM_CPU_SSE4_1 0x2u   /**< streaming loads */
#define FM_CPU_AVX 0x4u      /**< 256-bit vectors */
#define FM_CPU_AVX2 0x8u     /**< of integers too */
#define FM_CPU_AVX512F 0x10u /**< 512-bit vectors */
#define FM_CPU_CX16 0x20u    /**< 16 bytes are compared and exchanged at once */
#define FM_CPU_CLFLUSH 0x40u /**< a program flushes cache lines */
#define FM_CPU_ASIMD 0x80u   /**< 128-bit vectors of AArch64 */
#define FM_CPU_SVE 0x100u    /**< vectors of AArch64 without a fixed length */
#define FM_CPU_SVE2 0x200u   /**< the second version */
#define FM_CPU_DCPOP 0x400u  /**< a program cleans cache lines to persistent memory */
#define FM_CPU_NEON 0x800u   /**< 128-bit vectors of 32-bit ARM */
#define FM_CPU_ALTIVEC 0x1000u /**< 128-bit vectors of POWER */
#define FM_CPU_VX 0x2000u    /**< 128-bit vectors of IBM Z */
#define FM_CPU_V 0x4000u     /**< vectors of RISC-V without a fixed length, at least 128 bits */
#define FM_CPU_ZICBOM 0x8000u /**< a program manages cache blocks of RISC-V */

/** A figure. Frozen. Zero: unknown. */
typedef struct fm_host_figure {
	const char *source;        /**< who gave it, "/proc/meminfo MemTotal"; static; NULL: nobody was asked */
	uint64_t value;            /**< in `unit`s; where the state is not YES what there would be, or 0 */
	fm_capability_state state; /**< YES: it is so; NO: there is none; UNKNOWN; DENIED: there is, but not for this process, or it may not know */
	fm_unit unit;              /**< FM_UNIT_... */
} fm_host_figure;

/** What a host is at a moment. An output struct: set struct_size first. */
typedef struct fm_host_facts {
	size_t struct_size; /**< bytes of the struct: abi.h */
	fm_host_figure figures[FM_HOST_FIGURES]; /**< by FM_HOST_... */
} fm_host_facts;

/** Options of a reading. Zero is the default of each member. */
typedef struct fm_host_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *root;   /**< NULL: this process. Else a folder that has the proc and sys of a Linux system: only its files are asked, by no environment */
	uint32_t groups;    /**< bits of what is read; 0: all */
	uint32_t flags;     /**< FM_HOST_TRY; only for this process */
} fm_host_options;

/** Bytes that any profile of fm_host_profile() fits into. */
#define FM_HOST_PROFILE_BYTES 4096

FM_BEGIN_DECLS

/**
 * Reads a host. Nothing is asked for memory, about 20 KiB of stack are used, and no file stays open. Any thread, any number at once.
 *
 * Figures of groups that are not read stay as they are. FM_HOST_LIMIT and FM_HOST_AVAILABLE are of one reading.
 *
 * Returns FM_OK, however little could be read; FM_E_ARGUMENT iff `out` is NULL, or `groups` or `flags` have a bit that is none of the above, or
 * FM_HOST_TRY comes with a root; FM_E_NOT_FOUND iff `root` is no folder that can be opened; FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure
 * leaves `*out`. O(files), those of the system among them; of a file the begin is read, 8 KiB, of mountinfo 16 MiB.
 */
FM_API fm_status fm_host_read(const fm_host_options *options, fm_host_facts *out);

/** How many figures this library knows. O(1), any thread, here and below. */
FM_API uint32_t fm_host_figure_count(void);

/** The name of a figure as JSON has it ("page"); "?" iff the library knows no such id. Static. */
FM_API const char *fm_host_figure_name(fm_host_id id);

/** The name of an architecture ("x86_64"); "?" iff the library knows no such number. Static. */
FM_API const char *fm_arch_name(uint32_t arch);

/** The name of one bit of FM_CPU_... as /proc/cpuinfo has it ("avx2"); "?" iff the library knows no such bit. Static. */
FM_API const char *fm_cpu_feature_name(uint64_t bit);

/**
 * Makes a profile of what was read. Pure: the same figures make the same profile. It lives in `storage` and is good as long as that is;
 * references to it count nothing.
 *
 * Its id is "host". Where no figure answers for a capability, the built-in profile of the same architecture ("linux-aarch64") does, as for
 * every machine of its kind, and is named as the source; its advice is taken over, too. There is one address space, "process", and one
 * region, "ram", without an address: what may be had, FM_HOST_LIMIT.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `facts`, `storage` or `out` is NULL; FM_E_ALIGNMENT iff `storage` is not aligned to 8; FM_E_TOO_LARGE iff `size`
 * does not suffice, which FM_HOST_PROFILE_BYTES does; FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says. A failure leaves `*out`, and of `storage` no promise.
 */
FM_API fm_status fm_host_profile(const fm_host_facts *facts, void *storage, size_t size, const fm_profile **out);

/**
 * The machine and process that this is, read at the first call and kept: later calls read nothing. There for ever without a reference; never
 * NULL. What changes while the program runs (limits, policies) is as it was at the last reading. Any thread.
 */
FM_API const fm_profile *fm_profile_host(void);

/**
 * Reads the host anew, so that fm_profile_host() gives what it is now. Profiles that were handed out before stay as they are, for ever; where
 * nothing changed the same one stays, and one that was seen before comes back.
 *
 * `flags` is 0 or FM_HOST_TRY. Returns FM_OK; FM_E_ARGUMENT iff it is anything else; FM_E_NO_MEMORY iff nothing could be had for another profile,
 * which takes a page. A failure leaves the profile that there was. Any thread.
 */
FM_API fm_status fm_profile_host_refresh(uint32_t flags);

FM_END_DECLS

#endif
