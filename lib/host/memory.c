/* SPDX-License-Identifier: MIT */
/** @file
 * Figures that stand in a file as they are: memory of the system, limits of the process, CPUs, nodes, settings.
 * Documentation/filesystems/proc.rst, admin-guide/sysctl/vm.rst, ABI/stable/sysfs-devices-node, getrlimit(2). */
#include "host/text.h"

#include "os/process.h"

/** The files. */
enum { PROCESS_LIMITS, MAPPINGS, MEMINFO, NODES, OVERCOMMIT, STATUS };

static const char memory_files[][36] = {
	[PROCESS_LIMITS] = "proc/self/limits",
	[MAPPINGS] = "proc/sys/vm/max_map_count",
	[MEMINFO] = "proc/meminfo",
	[NODES] = "sys/devices/system/node/has_memory",
	[OVERCOMMIT] = "proc/sys/vm/overcommit_memory",
	[STATUS] = "proc/self/status",
};

/** How a value is read. */
enum { NUMBER, COUNT, LIMIT, MODE };

/** A figure: where it stands. Rows of one file follow each other. */
struct row {
	char key[18]; /**< begins its line; "": the file has nothing else */
	uint8_t file, id, kind;
	uint16_t source;
};

static const struct row settings[] = {
	{ "Cpus_allowed_list", STATUS, FM_HOST_CPUS, COUNT, FM_FROM_STATUS },
	{ "Mems_allowed_list", STATUS, FM_HOST_NUMA_ALLOWED, COUNT, FM_FROM_STATUS },
	{ "", NODES, FM_HOST_NUMA_NODES, COUNT, FM_FROM_NODES },
	{ "", OVERCOMMIT, FM_HOST_OVERCOMMIT, MODE, FM_FROM_OVERCOMMIT },
	{ "", MAPPINGS, FM_HOST_MAPPINGS_MAX, NUMBER, FM_FROM_MAPPINGS },
	{ "Hugepagesize", MEMINFO, FM_HOST_HUGE_PAGE, NUMBER, FM_FROM_MEMINFO },
};

static const struct row memory[] = {
	{ "MemTotal", MEMINFO, FM_HOST_PHYSICAL, NUMBER, FM_FROM_MEMINFO },
	{ "MemFree", MEMINFO, FM_HOST_FREE, NUMBER, FM_FROM_MEMINFO },
	{ "MemAvailable", MEMINFO, FM_HOST_RECLAIMABLE, NUMBER, FM_FROM_MEMINFO },
	{ "SwapTotal", MEMINFO, FM_HOST_SWAP, NUMBER, FM_FROM_MEMINFO },
	{ "SwapFree", MEMINFO, FM_HOST_SWAP_FREE, NUMBER, FM_FROM_MEMINFO },
	{ "CommitLimit", MEMINFO, FM_HOST_COMMIT_LIMIT, NUMBER, FM_FROM_MEMINFO },
	{ "Committed_AS", MEMINFO, FM_HOST_COMMITTED, NUMBER, FM_FROM_MEMINFO },
	{ "HugePages_Total", MEMINFO, FM_HOST_HUGE_TOTAL, NUMBER, FM_FROM_MEMINFO },
	{ "HugePages_Free", MEMINFO, FM_HOST_HUGE_FREE, NUMBER, FM_FROM_MEMINFO },
	{ "VmSize", STATUS, FM_HOST_MAPPED, NUMBER, FM_FROM_STATUS },
	/* In the order of FM_PROCESS_.... */
	{ "Max address space", PROCESS_LIMITS, FM_HOST_LIMIT_ADDRESSES, LIMIT, FM_FROM_ADDRESSES },
	{ "Max data size", PROCESS_LIMITS, FM_HOST_LIMIT_DATA, LIMIT, FM_FROM_DATA },
	{ "Max stack size", PROCESS_LIMITS, FM_HOST_LIMIT_STACK, LIMIT, FM_FROM_STACK },
	{ "Max locked memory", PROCESS_LIMITS, FM_HOST_LIMIT_LOCKED, LIMIT, FM_FROM_LOCKED },
};

#define ROWS(rows) (sizeof(rows) / sizeof(rows)[0])
#define LIMIT_ROWS 4

/** What the text that was read says of a row. */
static uint32_t read_memory_row(const fm_host *host, const struct row *row, uint64_t *value)
{
	const char *at = row->key[0] == '\0' ? host->text : fm_host_text_find(host, row->key);

	if (row->kind != COUNT)
		return fm_host_text_number(at, value);
	*value = fm_host_text_count(at);
	return *value != 0 ? FM_CAPABILITY_YES : FM_CAPABILITY_UNKNOWN;
}

static void put_row(fm_host *host, const struct row *row, uint32_t state, uint64_t value)
{
	enum { MODES = 3 };

	if ((state == FM_CAPABILITY_YES && !(row->kind == MODE && value >= MODES)) || (state == FM_CAPABILITY_NO && row->kind == LIMIT))
		fm_host_set(host, row->id, state, value, row->source);
}

static void read_rows(fm_host *host, const struct row *rows, size_t count)
{
	for (const struct row *row = rows; row < rows + count; row++) {
		uint64_t value;

		if (row == rows || row->file != row[-1].file)
			fm_host_text_read(host, memory_files[row->file]);

		uint32_t state = read_memory_row(host, row, &value);

		put_row(host, row, state, value);
	}
}

void fm_host_read_settings(fm_host *host)
{
	read_rows(host, settings, ROWS(settings));
}

void fm_host_read_memory(fm_host *host)
{
	const struct row *limits = memory + ROWS(memory) - LIMIT_ROWS;
	uint64_t value;

	read_rows(host, memory, host->live ? ROWS(memory) - LIMIT_ROWS : ROWS(memory));
	for (unsigned i = 0; host->live && i < LIMIT_ROWS; i++)
		if (fm_process_limit(i, &value))
			put_row(host, limits + i, value == FM_PROCESS_UNLIMITED ? FM_CAPABILITY_NO : FM_CAPABILITY_YES, value == FM_PROCESS_UNLIMITED ? 0 : value);
}
