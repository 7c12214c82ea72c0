/* SPDX-License-Identifier: MIT */
/** @file
 * One reading of a host. */
#include "host/host.h"

#include "base/abi.h"
#include "base/memory.h"
#include "os/file.h"

#define OPTIONS_FIRST_SIZE (offsetof(fm_host_options, flags) + sizeof(uint32_t))
#define FACTS_FIRST_SIZE (offsetof(fm_host_facts, figures) + 53 * sizeof(fm_host_figure))
#define ALL_GROUPS (FM_HOST_MACHINE | FM_HOST_MEMORY | FM_HOST_PRESSURE)

/** Forgets the figures of a group, which are about to be read. */
static void forget(fm_host *host, fm_host_id first, fm_host_id end)
{
	memset(&host->facts.figures[first], 0, (end - first) * sizeof host->facts.figures[0]);
}

static void read_groups(fm_host *host, uint32_t groups)
{
	if (groups & FM_HOST_MACHINE) {
		forget(host, FM_HOST_ARCH, FM_HOST_PHYSICAL);
		fm_host_read_process(host);
		fm_host_read_cpu(host);
		fm_host_read_settings(host);
		fm_host_read_machine(host);
		fm_host_read_policy(host);
	}
	if (groups & FM_HOST_MEMORY) {
		forget(host, FM_HOST_PHYSICAL, FM_HOST_PRESSURE_SOME);
		fm_host_read_memory(host);
		fm_host_read_groups(host);
	}
	if (groups & FM_HOST_PRESSURE) {
		forget(host, FM_HOST_PRESSURE_SOME, FM_HOST_FIGURES);
		fm_host_read_pressure(host);
	}
}

/** Copies the caller's options, or the defaults, and judges them. */
static fm_status take_options(const fm_host_options *options, fm_host_options *known)
{
	fm_status status = FM_OK;

	*known = (fm_host_options){ .struct_size = sizeof *known };
	if (options != NULL)
		status = fm_abi_import(known, sizeof *known, OPTIONS_FIRST_SIZE, options);
	if (status != FM_OK)
		return status;
	if (known->groups & ~ALL_GROUPS || known->flags & ~FM_HOST_TRY || (known->flags != 0 && known->root != NULL))
		return FM_E_ARGUMENT;
	known->groups = known->groups == 0 ? ALL_GROUPS : known->groups;
	return FM_OK;
}

fm_status fm_host_read(const fm_host_options *options, fm_host_facts *out)
{
	fm_host_options known;
	fm_status status = take_options(options, &known);

	if (status == FM_OK)
		status = fm_abi_check(out, FACTS_FIRST_SIZE);
	if (status != FM_OK)
		return status;

	fm_host host;

	host.root = fm_folder_open(known.root == NULL ? "/" : known.root);
	host.live = known.root == NULL;
	host.flags = known.flags;
	if (host.root < 0 && !host.live)
		return FM_E_NOT_FOUND;
	memcpy(&host.facts, out, out->struct_size < sizeof host.facts ? out->struct_size : sizeof host.facts);
	read_groups(&host, known.groups);
	if (host.root >= 0) /* a sandbox may hide every file; then the system and the CPU still answer */
		fm_file_close(host.root);
	fm_abi_export(out, &host.facts, sizeof host.facts);
	return FM_OK;
}
