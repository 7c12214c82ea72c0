/* SPDX-License-Identifier: MIT */
/** @file
 * Names of what a host is described by, and the units of its figures. */
#include "host/host.h"

#define COUNT(names) (sizeof(names) / sizeof(names)[0])

/** A figure. */
struct figure_name {
	char name[19];
	uint8_t unit;
};

static const struct figure_name figures[] = {
	[FM_HOST_ARCH] = { "arch", FM_UNIT_NUMBER },
	[FM_HOST_ENDIAN] = { "endian", FM_UNIT_NUMBER },
	[FM_HOST_POINTER] = { "pointer", FM_UNIT_BITS },
	[FM_HOST_MMU] = { "mmu", FM_UNIT_NONE },
	[FM_HOST_PAGE] = { "page", FM_UNIT_BYTES },
	[FM_HOST_PAGE_MAX] = { "page_max", FM_UNIT_BYTES },
	[FM_HOST_GRANULARITY] = { "granularity", FM_UNIT_BYTES },
	[FM_HOST_ADDRESS_END] = { "address_end", FM_UNIT_BYTES },
	[FM_HOST_MAPPINGS_MAX] = { "mappings_max", FM_UNIT_COUNT },
	[FM_HOST_CACHE_LINE] = { "cache_line", FM_UNIT_BYTES },
	[FM_HOST_CACHE_APART] = { "cache_apart", FM_UNIT_BYTES },
	[FM_HOST_CACHE_L1] = { "cache_l1", FM_UNIT_BYTES },
	[FM_HOST_CACHE_L2] = { "cache_l2", FM_UNIT_BYTES },
	[FM_HOST_CACHE_L3] = { "cache_l3", FM_UNIT_BYTES },
	[FM_HOST_CPU_FEATURES] = { "cpu_features", FM_UNIT_MASK },
	[FM_HOST_SIMD] = { "simd", FM_UNIT_BITS },
	[FM_HOST_CPUS] = { "cpus", FM_UNIT_COUNT },
	[FM_HOST_NUMA_NODES] = { "numa_nodes", FM_UNIT_COUNT },
	[FM_HOST_NUMA_ALLOWED] = { "numa_allowed", FM_UNIT_COUNT },
	[FM_HOST_HUGE_SIZES] = { "huge_sizes", FM_UNIT_MASK },
	[FM_HOST_HUGE_PAGE] = { "huge_page", FM_UNIT_BYTES },
	[FM_HOST_HUGE_TRANSPARENT] = { "huge_transparent", FM_UNIT_BYTES },
	[FM_HOST_OVERCOMMIT] = { "overcommit", FM_UNIT_NUMBER },
	[FM_HOST_EXECUTABLE] = { "executable", FM_UNIT_NONE },
	[FM_HOST_PHYSICAL] = { "physical", FM_UNIT_BYTES },
	[FM_HOST_FREE] = { "free", FM_UNIT_BYTES },
	[FM_HOST_RECLAIMABLE] = { "reclaimable", FM_UNIT_BYTES },
	[FM_HOST_SWAP] = { "swap", FM_UNIT_BYTES },
	[FM_HOST_SWAP_FREE] = { "swap_free", FM_UNIT_BYTES },
	[FM_HOST_COMMIT_LIMIT] = { "commit_limit", FM_UNIT_BYTES },
	[FM_HOST_COMMITTED] = { "committed", FM_UNIT_BYTES },
	[FM_HOST_HUGE_TOTAL] = { "huge_total", FM_UNIT_COUNT },
	[FM_HOST_HUGE_FREE] = { "huge_free", FM_UNIT_COUNT },
	[FM_HOST_MAPPED] = { "mapped", FM_UNIT_BYTES },
	[FM_HOST_LIMIT_ADDRESSES] = { "limit_addresses", FM_UNIT_BYTES },
	[FM_HOST_LIMIT_DATA] = { "limit_data", FM_UNIT_BYTES },
	[FM_HOST_LIMIT_STACK] = { "limit_stack", FM_UNIT_BYTES },
	[FM_HOST_LIMIT_LOCKED] = { "limit_locked", FM_UNIT_BYTES },
	[FM_HOST_CGROUP] = { "cgroup", FM_UNIT_NUMBER },
	[FM_HOST_CGROUP_LIMIT] = { "cgroup_limit", FM_UNIT_BYTES },
	[FM_HOST_CGROUP_LEVEL] = { "cgroup_level", FM_UNIT_COUNT },
	[FM_HOST_CGROUP_USED] = { "cgroup_used", FM_UNIT_BYTES },
	[FM_HOST_CGROUP_HIGH] = { "cgroup_high", FM_UNIT_BYTES },
	[FM_HOST_CGROUP_SWAP] = { "cgroup_swap", FM_UNIT_BYTES },
	[FM_HOST_CGROUP_HIDDEN] = { "cgroup_hidden", FM_UNIT_NONE },
	[FM_HOST_LIMIT] = { "limit", FM_UNIT_BYTES },
	[FM_HOST_AVAILABLE] = { "available", FM_UNIT_BYTES },
	[FM_HOST_PRESSURE_SOME] = { "pressure_some", FM_UNIT_BASIS_POINTS },
	[FM_HOST_PRESSURE_FULL] = { "pressure_full", FM_UNIT_BASIS_POINTS },
	[FM_HOST_PRESSURE_STALL] = { "pressure_stall", FM_UNIT_MICROSECONDS },
	[FM_HOST_GROUP_SOME] = { "group_some", FM_UNIT_BASIS_POINTS },
	[FM_HOST_GROUP_FULL] = { "group_full", FM_UNIT_BASIS_POINTS },
	[FM_HOST_GROUP_KILLS] = { "group_kills", FM_UNIT_COUNT },
};

FM_STATIC_ASSERT(COUNT(figures) == FM_HOST_FIGURES, "lib/host/names.c: a figure has no name");

/* By number. */
static const char arch_names[][8] = { "?", "x86_64", "aarch64", "riscv64", "ppc64le", "s390x", "x86", "arm" };

/* By bit. */
static const char feature_names[][9] = { "sse2", "sse4_1", "avx", "avx2", "avx512f", "cx16", "clflush", "asimd", "sve", "sve2", "dcpop", "neon",
	"altivec", "vx", "v", "zicbom" };

static const struct fm_host_texts host_texts = {
#define TEXT(name, text) text,
	FM_HOST_SOURCES(TEXT)
#undef TEXT
};

const char *fm_host_source(enum fm_host_source source)
{
	return (const char *)&host_texts + source;
}

uint32_t fm_host_figure_count(void)
{
	return FM_HOST_FIGURES;
}

const char *fm_host_figure_name(fm_host_id id)
{
	return id < COUNT(figures) ? figures[id].name : "?";
}

const char *fm_arch_name(uint32_t arch)
{
	return arch < COUNT(arch_names) ? arch_names[arch] : "?";
}

const char *fm_cpu_feature_name(uint64_t bit)
{
	for (unsigned i = 0; i < COUNT(feature_names); i++)
		if (bit == UINT64_C(1) << i)
			return feature_names[i];
	return "?";
}

void fm_host_set(fm_host *host, fm_host_id id, fm_capability_state state, uint64_t value, enum fm_host_source source)
{
	host->facts.figures[id] = (fm_host_figure){ .source = fm_host_source(source), .value = value, .state = state,
		.unit = value == 0 && state != FM_CAPABILITY_YES ? FM_UNIT_NONE : figures[id].unit };
}

void fm_host_know(fm_host *host, fm_host_id id, uint64_t value, enum fm_host_source source)
{
	fm_host_set(host, id, FM_CAPABILITY_YES, value, source);
}

uint64_t fm_host_value(const fm_host *host, fm_host_id id)
{
	const fm_host_figure *figure = &host->facts.figures[id];

	return figure->state == FM_CAPABILITY_YES ? figure->value : 0;
}
