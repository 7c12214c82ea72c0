/* SPDX-License-Identifier: MIT */
/** @file
 * The CPU: what it has, as far as the system lets programs use it. Bits of the auxiliary vector are those of the kernel's asm/hwcap.h. */
#define _GNU_SOURCE 1

#include "os/cpu.h"

#include "os/process.h"

/** Entries of the auxiliary vector. */
#define HWCAP 16
#define HWCAP2 26

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>

/** What the system keeps when it switches threads: register XCR0. Only where the CPU says that it is in use. */
static uint32_t kept_state(void)
{
	uint32_t low, high;

	__asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
	return low;
}

uint32_t fm_cpu_arch(void)
{
	return sizeof(void *) == 8 ? FM_ARCH_X86_64 : FM_ARCH_X86;
}

/** Vectors above 128 bits: the CPU has them, and the system keeps their registers. */
static uint32_t wide_vectors(uint32_t first_ecx)
{
	enum { YMM = 0x6, ZMM = 0xE6 };
	uint32_t a = 0, b = 0, c = 0, d = 0, kept = first_ecx & bit_OSXSAVE ? kept_state() : 0, features = 0;

	__get_cpuid_count(7, 0, &a, &b, &c, &d);
	if ((kept & YMM) == YMM) {
		features |= first_ecx & bit_AVX ? FM_CPU_AVX : 0;
		features |= b & bit_AVX2 ? FM_CPU_AVX2 : 0;
	}
	if ((kept & ZMM) == ZMM && b & bit_AVX512F)
		features |= FM_CPU_AVX512F;
	return features;
}

int fm_cpu_features(uint32_t *features)
{
	enum { CLFSH = 1 << 19 };
	uint32_t a, b, c, d;

	*features = 0;
	if (!__get_cpuid(1, &a, &b, &c, &d))
		return 0;
	*features = wide_vectors(c);
	*features |= d & bit_SSE2 ? FM_CPU_SSE2 : 0;
	*features |= d & CLFSH ? FM_CPU_CLFLUSH : 0;
	*features |= c & bit_SSE4_1 ? FM_CPU_SSE4_1 : 0;
	*features |= c & bit_CMPXCHG16B ? FM_CPU_CX16 : 0;
	return 1;
}
#else
/** Which bit of which entry stands for what. */
struct hardware_bit {
	uint32_t entry, mask, feature;
};

#if defined(__aarch64__)
static const struct hardware_bit bits[] = { { HWCAP, 1 << 1, FM_CPU_ASIMD }, { HWCAP, 1 << 22, FM_CPU_SVE },
	{ HWCAP, 1 << 16, FM_CPU_DCPOP }, { HWCAP2, 1 << 1, FM_CPU_SVE2 } };
#define ARCH FM_ARCH_AARCH64
#elif defined(__arm__)
static const struct hardware_bit bits[] = { { HWCAP, 1 << 12, FM_CPU_NEON } };
#define ARCH FM_ARCH_ARM
#elif defined(__riscv) && __riscv_xlen == 64
static const struct hardware_bit bits[] = { { HWCAP, 1 << ('V' - 'A'), FM_CPU_V } };
#define ARCH FM_ARCH_RISCV64
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
static const struct hardware_bit bits[] = { { HWCAP, 1 << 28, FM_CPU_ALTIVEC } };
#define ARCH FM_ARCH_PPC64LE
#elif defined(__s390x__)
static const struct hardware_bit bits[] = { { HWCAP, 1 << 11, FM_CPU_VX } };
#define ARCH FM_ARCH_S390X
#else
static const struct hardware_bit bits[] = { { HWCAP2, 0, 0 } };
#define ARCH 0
#endif

uint32_t fm_cpu_arch(void)
{
	return ARCH;
}

int fm_cpu_features(uint32_t *features)
{
	*features = 0;
	for (size_t i = 0; i < sizeof bits / sizeof bits[0]; i++)
		if (fm_process_aux(bits[i].entry) & bits[i].mask)
			*features |= bits[i].feature;
	return fm_process_aux(HWCAP) != 0;
}
#endif

#if defined(__aarch64__) && defined(__linux__)
#include <sys/prctl.h>

#ifndef PR_SVE_GET_VL
#define PR_SVE_GET_VL 51
#endif
#define SVE_BYTES 0xFFFF /* PR_SVE_VL_LEN_MASK */

uint32_t fm_cpu_vector_bits(void)
{
	int length = prctl(PR_SVE_GET_VL);

	return length < 0 ? 0 : (uint32_t)(length & SVE_BYTES) * 8;
}

/* CTR_EL0 may be read by programs: the kernel lets them, or answers for the CPU (Documentation/arch/arm64/cpu-feature-registers.rst). */
uint32_t fm_cpu_cache_line(void)
{
	uint64_t type;

	__asm__("mrs %0, ctr_el0" : "=r"(type));
	return 4u << (type >> 16 & 15);
}
#else
uint32_t fm_cpu_vector_bits(void)
{
	return 0;
}

uint32_t fm_cpu_cache_line(void)
{
	return 0;
}
#endif
