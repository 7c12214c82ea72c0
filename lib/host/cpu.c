/* SPDX-License-Identifier: MIT */
/** @file
 * What the CPU has: asked of itself in the process that this is, else as /proc/cpuinfo lists it. */
#include "host/text.h"

#include "os/cpu.h"

/* Lines of /proc/cpuinfo that list what a CPU has: x86; ARM; IBM Z; RISC-V; POWER. */
static const char keys[][9] = { "flags", "Features", "features", "isa", "cpu" };

#define KEYS (sizeof keys / sizeof keys[0])

/** Vectors, the widest first. */
static const struct vector {
	uint32_t feature;
	uint16_t bits;
} vectors[] = {
	{ FM_CPU_AVX512F, 512 }, { FM_CPU_AVX, 256 },
	{ FM_CPU_SSE2 | FM_CPU_ASIMD | FM_CPU_NEON | FM_CPU_ALTIVEC | FM_CPU_VX | FM_CPU_SVE | FM_CPU_V, 128 },
};

/** RISC-V: "rv64imafdcv_zicbom": single letters, then names. */
static int has_vector_letter(const char *at)
{
	if (at[0] != 'r' || at[1] != 'v')
		return 0;
	at += 2;
	while ((*at >= '0' && *at <= '9') || (*at >= 'a' && *at <= 'u'))
		at++;
	return *at == 'v';
}

/** The first CPU of the file speaks for all. Returns 1 iff it lists what it has. */
static int listed(fm_host *host, uint32_t *features)
{
	int any = 0;

	*features = 0;
	fm_host_text_read(host, "proc/cpuinfo");
	for (unsigned key = 0; key < KEYS; key++) {
		const char *at = fm_host_text_find(host, keys[key]);

		any |= at != NULL;
		for (uint32_t bit = 1; bit <= FM_CPU_ZICBOM; bit <<= 1)
			if (bit == FM_CPU_V ? at != NULL && has_vector_letter(at) : fm_host_text_word(at, fm_cpu_feature_name(bit), 0) != NULL)
				*features |= bit;
	}
	return any;
}

void fm_host_read_cpu(fm_host *host)
{
	uint32_t features, own = host->live ? fm_cpu_vector_bits() : 0;
	enum fm_host_source source = host->live ? FM_FROM_CPU : FM_FROM_CPUINFO;

	if (host->live ? !fm_cpu_features(&features) : !listed(host, &features))
		return;
	fm_host_know(host, FM_HOST_CPU_FEATURES, features, source);
	fm_host_set(host, FM_HOST_SIMD, FM_CAPABILITY_NO, 0, source);
	for (unsigned i = sizeof vectors / sizeof vectors[0]; i-- > 0;)
		if (features & vectors[i].feature)
			fm_host_know(host, FM_HOST_SIMD, vectors[i].bits, source);
	if (own != 0)
		fm_host_know(host, FM_HOST_SIMD, own, FM_FROM_VECTOR);
}
