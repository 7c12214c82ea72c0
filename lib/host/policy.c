/* SPDX-License-Identifier: MIT */
/** @file
 * Write or execute: who may have a say, from the one who is sure to the ones who only may.
 *
 * MDWE (prctl(2), Linux 6.3) and PaX say what they do. A seccomp filter (Documentation/userspace-api/seccomp_filter.rst) and SELinux (its
 * permissions execmem and execmod) can't be asked what they would say. */
#include "host/text.h"

#include "os/process.h"

/** "PaX: PemRs": an M says that what was written is never executed. */
static int pax_refuses(const fm_host *host)
{
	const char *at = fm_host_text_find(host, "PaX");

	while (at != NULL && *at != '\n' && *at != '\0')
		if (*at++ == 'M')
			return 1;
	return 0;
}

/** Who may refuse without saying so beforehand. Another file may be in host->text then. */
static enum fm_host_source undecided(fm_host *host)
{
	enum { FILTER = 2 };
	uint64_t value;

	if (fm_host_text_value(host, "Seccomp", &value) && value == FILTER)
		return FM_FROM_SECCOMP;
	if (fm_host_number(host, "sys/fs/selinux/enforce", &value) == FM_CAPABILITY_YES && value == 1)
		return FM_FROM_SELINUX;
	return FM_FROM_NOBODY;
}

void fm_host_read_policy(fm_host *host)
{
	fm_fact may = host->live ? fm_process_may_execute() : FM_FACT_UNKNOWN;
	uint32_t read = fm_host_text_read(host, "proc/self/status");
	int pax = pax_refuses(host);
	enum fm_host_source who = undecided(host);

	if (may == FM_FACT_NO)
		fm_host_set(host, FM_HOST_EXECUTABLE, FM_CAPABILITY_DENIED, 0, FM_FROM_MDWE);
	else if (pax)
		fm_host_set(host, FM_HOST_EXECUTABLE, FM_CAPABILITY_DENIED, 0, FM_FROM_PAX);
	else if (host->flags & FM_HOST_TRY && (who != FM_FROM_NOBODY || read != FM_CAPABILITY_YES))
		fm_host_set(host, FM_HOST_EXECUTABLE, fm_process_try_execute(), 0, FM_FROM_MPROTECT);
	else if (who != FM_FROM_NOBODY)
		fm_host_set(host, FM_HOST_EXECUTABLE, FM_CAPABILITY_UNKNOWN, 0, who);
	else if (host->live && read == FM_CAPABILITY_YES)
		fm_host_know(host, FM_HOST_EXECUTABLE, 0, may == FM_FACT_YES ? FM_FROM_MDWE : FM_FROM_STATUS);
}
