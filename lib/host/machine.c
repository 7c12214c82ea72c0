/* SPDX-License-Identifier: MIT */
/** @file
 * Caches, nodes, huge pages, as sysfs has them: Documentation/ABI/testing/sysfs-devices-system-cpu, .../testing/sysfs-kernel-mm-hugepages,
 * admin-guide/mm/transhuge.rst. */
#include "host/text.h"

#include "base/text.h"
#include "os/cpu.h"
#include "os/process.h"

/** A power of two that a line or page can have. */
static int is_size(uint64_t bytes, uint64_t least, uint64_t most)
{
	return bytes >= least && bytes <= most && (bytes & (bytes - 1)) == 0;
}

/** Reads the number in a file whose path has one. Its text stays in host->text. */
static uint32_t number_in(fm_host *host, const char *before, uint64_t number, const char *after, uint64_t *value)
{
	char path[80];
	fm_text text = fm_text_begin(path, sizeof path);

	fm_text_add(&text, before);
	fm_text_add_number(&text, number);
	fm_text_add(&text, after);
	fm_text_end(&text);
	return fm_host_number(host, path, value);
}

/** A line can't be zero or odd; some machines say so instead of nothing. */
static uint64_t as_line(uint64_t bytes)
{
	return is_size(bytes, 8, 4096) ? bytes : 0;
}

/** A cache. Returns the length of its lines; 0: it says none, or holds instructions, which have lines of their own. */
static uint64_t read_cache(fm_host *host, unsigned index)
{
	static const char folder[] = "sys/devices/system/cpu/cpu0/cache/index";
	uint64_t level, line, size;

	number_in(host, folder, index, "/type", &size);
	if (!fm_host_text_is(host->text, "Data") && !fm_host_text_is(host->text, "Unified"))
		return 0;
	number_in(host, folder, index, "/level", &level);
	number_in(host, folder, index, "/coherency_line_size", &line);
	number_in(host, folder, index, "/size", &size);
	line = as_line(line);
	if (line != 0 && level == 1)
		fm_host_know(host, FM_HOST_CACHE_LINE, line, FM_FROM_CACHE);
	if (size != 0 && level - 1 < 3)
		fm_host_know(host, FM_HOST_CACHE_L1 + (fm_host_id)level - 1, size, FM_FROM_CACHE);
	return line;
}

static void read_caches(fm_host *host)
{
	enum { CACHES = 8 };
	uint64_t longest = 0, line;

	for (unsigned index = 0; index < CACHES; index++) {
		line = read_cache(host, index);
		longest = line > longest ? line : longest;
	}
	if (longest != 0)
		fm_host_know(host, FM_HOST_CACHE_APART, longest, FM_FROM_CACHE);
	if (!host->live || fm_host_value(host, FM_HOST_CACHE_LINE) != 0)
		return;
	line = as_line(fm_process_cache_line());
	if (line != 0)
		fm_host_know(host, FM_HOST_CACHE_LINE, line, FM_FROM_SYSCONF);
	else if (fm_cpu_cache_line() != 0)
		fm_host_know(host, FM_HOST_CACHE_LINE, fm_cpu_cache_line(), FM_FROM_CTR);
}

/** Folders are named by sizes, so sizes are tried: no folder is listed. A folder says that the size is supported, not that a page is free. */
static void read_huge_sizes(fm_host *host)
{
	enum { SMALLEST_SHIFT = 16, LARGEST_SHIFT = 34 };
	uint64_t sizes = 0, count;

	for (unsigned shift = SMALLEST_SHIFT; shift <= LARGEST_SHIFT; shift++) {
		uint64_t size = UINT64_C(1) << shift;

		if (number_in(host, "sys/kernel/mm/hugepages/hugepages-", size / 1024, "kB/nr_hugepages", &count) == FM_CAPABILITY_YES)
			sizes |= size;
	}
	if (sizes != 0)
		fm_host_know(host, FM_HOST_HUGE_SIZES, sizes, FM_FROM_HUGE);
}

/** The administrator has a switch for all ("always madvise [never]"), and each process one for itself. */
static void read_transparent(fm_host *host)
{
	uint64_t size, enabled;
	uint32_t state;
	int own;

	fm_host_text_read(host, "proc/self/status");
	own = fm_host_text_value(host, "THP_enabled", &enabled);
	fm_host_number(host, "sys/kernel/mm/transparent_hugepage/hpage_pmd_size", &size);
	size = is_size(size, 1 << 16, UINT64_C(1) << 34) ? size : 0;
	state = fm_host_text_read(host, "sys/kernel/mm/transparent_hugepage/enabled");
	if (state == FM_HOST_MISSING && fm_host_value(host, FM_HOST_HUGE_SIZES) != 0)
		fm_host_set(host, FM_HOST_HUGE_TRANSPARENT, FM_CAPABILITY_NO, 0, FM_FROM_THP);
	if (fm_host_text_word(host->text, "never]", 0) != NULL)
		fm_host_set(host, FM_HOST_HUGE_TRANSPARENT, FM_CAPABILITY_DENIED, size, FM_FROM_THP);
	else if (fm_host_text_word(host->text, "always]", 0) == NULL && fm_host_text_word(host->text, "madvise]", 0) == NULL)
		return;
	else if (own && enabled == 0)
		fm_host_set(host, FM_HOST_HUGE_TRANSPARENT, FM_CAPABILITY_DENIED, size, FM_FROM_THP_OFF);
	else
		fm_host_know(host, FM_HOST_HUGE_TRANSPARENT, size, FM_FROM_THP);
}

void fm_host_read_machine(fm_host *host)
{
	read_caches(host);
	read_huge_sizes(host);
	read_transparent(host);
	/* A kernel without nodes has no such folder; a sandbox may have no sysfs at all. */
	if (fm_host_text_read(host, "sys/devices/system/node/online") == FM_HOST_MISSING &&
	    fm_host_text_read(host, "sys/devices/system/cpu/online") == FM_CAPABILITY_YES)
		fm_host_set(host, FM_HOST_NUMA_NODES, FM_CAPABILITY_NO, 1, FM_FROM_NODES);
	if (fm_host_text_read(host, "proc/meminfo") != FM_CAPABILITY_YES)
		return;
	if (fm_host_text_find(host, "MmapCopy") == NULL) {
		fm_host_know(host, FM_HOST_MMU, 0, FM_FROM_MEMINFO);
		return;
	}
	/* A kernel without an MMU counts copies of mappings; there addresses end where memory does. */
	fm_host_set(host, FM_HOST_MMU, FM_CAPABILITY_NO, 0, FM_FROM_MEMINFO);
	fm_host_set(host, FM_HOST_ADDRESS_END, FM_CAPABILITY_UNKNOWN, 0, FM_FROM_MEMINFO);
}
