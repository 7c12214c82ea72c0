/* SPDX-License-Identifier: MIT */
/** @file
 * Memory of the system and limits of the process: Documentation/filesystems/proc.rst, getrlimit(2). */
#include "host/text.h"

#include "os/process.h"

/** Lines of /proc/meminfo. */
static const struct line {
	char key[16];
	uint8_t id;
} lines[] = {
	{ "MemTotal", FM_HOST_PHYSICAL }, { "MemFree", FM_HOST_FREE }, { "MemAvailable", FM_HOST_RECLAIMABLE }, { "SwapTotal", FM_HOST_SWAP },
	{ "SwapFree", FM_HOST_SWAP_FREE }, { "CommitLimit", FM_HOST_COMMIT_LIMIT }, { "Committed_AS", FM_HOST_COMMITTED },
};

#define LINES (sizeof lines / sizeof lines[0])

/** Limits, in the order of FM_PROCESS_..., and their lines in /proc/self/limits. */
static const struct limit {
	char key[18];
	uint8_t id;
	uint16_t source;
} limits[] = {
	[FM_PROCESS_ADDRESSES] = { "Max address space", FM_HOST_LIMIT_ADDRESSES, FM_FROM_ADDRESSES },
	[FM_PROCESS_DATA] = { "Max data size", FM_HOST_LIMIT_DATA, FM_FROM_DATA },
	[FM_PROCESS_STACK] = { "Max stack size", FM_HOST_LIMIT_STACK, FM_FROM_STACK },
	[FM_PROCESS_LOCKED] = { "Max locked memory", FM_HOST_LIMIT_LOCKED, FM_FROM_LOCKED },
};

#define LIMITS (sizeof limits / sizeof limits[0])

/** Huge pages of the usual size only: what each size has is in a folder of its own. */
static void read_huge_pages(fm_host *host, const fm_host_text *text)
{
	static const struct line counts[] = { { "HugePages_Total", FM_HOST_HUGE_TOTAL }, { "HugePages_Free", FM_HOST_HUGE_FREE } };
	uint64_t size, count;

	if (fm_host_text_number(fm_host_text_find(text, "Hugepagesize"), &size) != FM_CAPABILITY_YES || size == 0)
		return;
	for (unsigned i = 0; i < 2; i++)
		if (fm_host_text_number(fm_host_text_find(text, counts[i].key), &count) == FM_CAPABILITY_YES && count <= UINT64_MAX / size)
			fm_host_know(host, counts[i].id, count * size, FM_FROM_MEMINFO);
}

void fm_host_read_memory(fm_host *host)
{
	fm_host_text text;
	uint64_t value;

	fm_host_text_read(host, "proc/meminfo", &text);
	for (unsigned i = 0; i < LINES; i++)
		if (fm_host_text_number(fm_host_text_find(&text, lines[i].key), &value) == FM_CAPABILITY_YES)
			fm_host_know(host, lines[i].id, value, FM_FROM_MEMINFO);
	read_huge_pages(host, &text);
	fm_host_text_read(host, "proc/self/status", &text);
	if (fm_host_text_number(fm_host_text_find(&text, "VmSize"), &value) == FM_CAPABILITY_YES)
		fm_host_know(host, FM_HOST_MAPPED, value, FM_FROM_STATUS);
	if (!host->live)
		fm_host_text_read(host, "proc/self/limits", &text);
	for (unsigned i = 0; i < LIMITS; i++) {
		uint32_t state;

		if (host->live) {
			state = !fm_process_limit(i, &value) ? FM_CAPABILITY_UNKNOWN : value == FM_PROCESS_UNLIMITED ? FM_CAPABILITY_NO : FM_CAPABILITY_YES;
			value = state == FM_CAPABILITY_YES ? value : 0;
		} else {
			state = fm_host_text_number(fm_host_text_find(&text, limits[i].key), &value);
		}
		if (state == FM_CAPABILITY_YES || state == FM_CAPABILITY_NO)
			fm_host_set(host, limits[i].id, state, value, limits[i].source);
	}
}
