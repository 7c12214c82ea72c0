/* SPDX-License-Identifier: MIT */
/** @file
 * Caches, nodes, huge pages and settings, as sysfs and procfs have them: Documentation/ABI/testing/sysfs-devices-system-cpu,
 * .../stable/sysfs-devices-node, .../testing/sysfs-kernel-mm-hugepages, admin-guide/mm/transhuge.rst, admin-guide/sysctl/vm.rst. */
#include "host/text.h"

#include "base/text.h"
#include "os/cpu.h"
#include "os/process.h"

/** Bytes of the longest path that is made here. */
#define PATH_BYTES 80

/** A power of two that a line or page can have. */
static int is_size(uint64_t bytes, uint64_t least, uint64_t most)
{
	return bytes >= least && bytes <= most && (bytes & (bytes - 1)) == 0;
}

/** The path of a file that belongs to a number. */
static void make_path(char path[PATH_BYTES], const char *before, uint64_t number, const char *after)
{
	fm_text text = fm_text_begin(path, PATH_BYTES);

	fm_text_add(&text, before);
	fm_text_add_number(&text, number);
	fm_text_add(&text, after);
	fm_text_end(&text);
}

static uint32_t number_of(const fm_host *host, const char *before, uint64_t number, const char *after, uint64_t *value)
{
	char path[PATH_BYTES];

	make_path(path, before, number, after);
	return fm_host_number(host, path, value);
}

/** 1 iff the cache at `index` holds data: instructions have lines of their own. */
static int holds_data(const fm_host *host, unsigned index)
{
	char path[PATH_BYTES];
	fm_host_text type;

	make_path(path, "sys/devices/system/cpu/cpu0/cache/index", index, "/type");
	fm_host_text_read(host, path, &type);
	return fm_host_text_is(type.bytes, "Data") || fm_host_text_is(type.bytes, "Unified");
}

/** One cache. Sizes of 0 and odd lines are what some machines say instead of nothing. */
static void read_cache(fm_host *host, unsigned index, uint64_t *longest)
{
	static const char folder[] = "sys/devices/system/cpu/cpu0/cache/index";
	uint64_t level, line, size;

	if (!holds_data(host, index))
		return;
	number_of(host, folder, index, "/level", &level);
	if (number_of(host, folder, index, "/coherency_line_size", &line) == FM_CAPABILITY_YES && is_size(line, 8, 4096)) {
		*longest = line > *longest ? line : *longest;
		if (level == 1)
			fm_host_know(host, FM_HOST_CACHE_LINE, line, FM_FROM_CACHE);
	}
	if (number_of(host, folder, index, "/size", &size) == FM_CAPABILITY_YES && size != 0 && level >= 1 && level <= 3)
		fm_host_know(host, FM_HOST_CACHE_L1 + (fm_host_id)level - 1, size, FM_FROM_CACHE);
}

static void read_caches(fm_host *host)
{
	enum { CACHES = 8 };
	uint64_t longest = 0;

	for (unsigned index = 0; index < CACHES; index++)
		read_cache(host, index, &longest);
	if (fm_host_value(host, FM_HOST_CACHE_LINE) == 0 && host->live) {
		uint64_t line = fm_process_cache_line();

		if (is_size(line, 8, 4096))
			fm_host_know(host, FM_HOST_CACHE_LINE, line, FM_FROM_SYSCONF);
		else if (fm_cpu_cache_line() != 0)
			fm_host_know(host, FM_HOST_CACHE_LINE, fm_cpu_cache_line(), FM_FROM_CTR);
	}
	if (longest != 0)
		fm_host_know(host, FM_HOST_CACHE_APART, longest, FM_FROM_CACHE);
}

/** Puts down how many CPUs or nodes a list names. */
static void know_count(fm_host *host, fm_host_id id, const char *list, enum fm_host_source source)
{
	uint32_t count = fm_host_text_count(list);

	if (count != 0)
		fm_host_know(host, id, count, source);
}

static void read_nodes(fm_host *host, fm_host_text *text)
{
	uint32_t state = fm_host_text_read(host, "sys/devices/system/node/has_memory", text);

	if (state == FM_HOST_MISSING) /* before Linux 3.8 */
		state = fm_host_text_read(host, "sys/devices/system/node/online", text);
	know_count(host, FM_HOST_NUMA_NODES, text->bytes, FM_FROM_NODES);
	/* A kernel without nodes has no such folder; a sandbox may have no sysfs at all. */
	if (state == FM_HOST_MISSING && fm_host_text_read(host, "sys/devices/system/cpu/online", text) == FM_CAPABILITY_YES)
		fm_host_set(host, FM_HOST_NUMA_NODES, FM_CAPABILITY_NO, 1, FM_FROM_NODES);
}

/** Folders are named by sizes, so sizes are tried: no folder is listed. A folder says that the size is supported, not that a page is free. */
static void read_huge_sizes(fm_host *host)
{
	enum { SMALLEST_SHIFT = 16, LARGEST_SHIFT = 34 };
	uint64_t sizes = 0, count;

	for (unsigned shift = SMALLEST_SHIFT; shift <= LARGEST_SHIFT; shift++) {
		uint64_t size = UINT64_C(1) << shift;

		if (number_of(host, "sys/kernel/mm/hugepages/hugepages-", size / 1024, "kB/nr_hugepages", &count) == FM_CAPABILITY_YES)
			sizes |= size;
	}
	if (sizes != 0)
		fm_host_know(host, FM_HOST_HUGE_SIZES, sizes, FM_FROM_HUGE);
}

static void read_transparent(fm_host *host, fm_host_text *text)
{
	uint64_t size, enabled;
	uint32_t state = fm_host_text_read(host, "proc/self/status", text), switch_state;

	state = fm_host_text_number(state == FM_CAPABILITY_YES ? fm_host_text_find(text, "THP_enabled") : NULL, &enabled);
	fm_host_number(host, "sys/kernel/mm/transparent_hugepage/hpage_pmd_size", &size);
	size = is_size(size, 1 << 16, UINT64_C(1) << 34) ? size : 0;
	switch_state = fm_host_text_read(host, "sys/kernel/mm/transparent_hugepage/enabled", text);
	if (switch_state == FM_HOST_MISSING && fm_host_value(host, FM_HOST_HUGE_SIZES) != 0)
		fm_host_set(host, FM_HOST_HUGE_TRANSPARENT, FM_CAPABILITY_NO, 0, FM_FROM_THP);
	if (switch_state != FM_CAPABILITY_YES)
		return;
	if (fm_host_text_field(text->bytes, "never]") != NULL)
		fm_host_set(host, FM_HOST_HUGE_TRANSPARENT, FM_CAPABILITY_DENIED, size, FM_FROM_THP);
	else if (state == FM_CAPABILITY_YES && enabled == 0)
		fm_host_set(host, FM_HOST_HUGE_TRANSPARENT, FM_CAPABILITY_DENIED, size, FM_FROM_THP_OFF);
	else if (fm_host_text_field(text->bytes, "always]") != NULL || fm_host_text_field(text->bytes, "madvise]") != NULL)
		fm_host_know(host, FM_HOST_HUGE_TRANSPARENT, size, FM_FROM_THP);
}

void fm_host_read_machine(fm_host *host)
{
	fm_host_text text;
	uint64_t value;

	read_caches(host);
	read_nodes(host, &text);
	fm_host_text_read(host, "proc/self/status", &text);
	know_count(host, FM_HOST_CPUS, fm_host_text_find(&text, "Cpus_allowed_list"), FM_FROM_STATUS);
	know_count(host, FM_HOST_NUMA_ALLOWED, fm_host_text_find(&text, "Mems_allowed_list"), FM_FROM_STATUS);
	read_huge_sizes(host);
	read_transparent(host, &text);
	if (fm_host_number(host, "proc/sys/vm/overcommit_memory", &value) == FM_CAPABILITY_YES && value <= 2)
		fm_host_know(host, FM_HOST_OVERCOMMIT, value, FM_FROM_OVERCOMMIT);
	if (fm_host_number(host, "proc/sys/vm/max_map_count", &value) == FM_CAPABILITY_YES)
		fm_host_know(host, FM_HOST_MAPPINGS_MAX, value, FM_FROM_MAPPINGS);
	if (fm_host_text_read(host, "proc/meminfo", &text) != FM_CAPABILITY_YES)
		return;
	if (fm_host_text_number(fm_host_text_find(&text, "Hugepagesize"), &value) == FM_CAPABILITY_YES && is_size(value, 1 << 16, UINT64_C(1) << 34))
		fm_host_know(host, FM_HOST_HUGE_PAGE, value, FM_FROM_MEMINFO);
	/* A kernel without an MMU counts copies of mappings; there addresses end where memory does. */
	if (fm_host_text_find(&text, "MmapCopy") == NULL) {
		fm_host_know(host, FM_HOST_MMU, 0, FM_FROM_MEMINFO);
	} else {
		fm_host_set(host, FM_HOST_MMU, FM_CAPABILITY_NO, 0, FM_FROM_MEMINFO);
		fm_host_set(host, FM_HOST_ADDRESS_END, FM_CAPABILITY_UNKNOWN, 0, FM_FROM_MEMINFO);
	}
}
