/* SPDX-License-Identifier: MIT */
/** @file
 * The running process: auxiliary vector, limits, policies. */
#define _GNU_SOURCE 1

#include "os/process.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/auxv.h>
#include <sys/prctl.h>

/* linux/prctl.h of 6.3 and later; older headers do not know them. */
#ifndef PR_GET_MDWE
#define PR_GET_MDWE 66
#endif
#define REFUSES_EXECUTE 1 /* PR_MDWE_REFUSE_EXEC_GAIN */

uint64_t fm_process_aux(uint32_t type)
{
	return getauxval(type);
}

fm_fact fm_process_may_execute(void)
{
	int flags = prctl(PR_GET_MDWE, 0UL, 0UL, 0UL, 0UL);

	return flags < 0 ? FM_FACT_UNKNOWN : flags & REFUSES_EXECUTE ? FM_FACT_NO : FM_FACT_YES;
}
#else
uint64_t fm_process_aux(uint32_t type)
{
	(void)type;
	return 0;
}

fm_fact fm_process_may_execute(void)
{
	return FM_FACT_UNKNOWN;
}
#endif

/** What sysconf() knows: 0 and -1 both mean that it knows nothing. */
static uint64_t ask_system(int name)
{
	long answer = sysconf(name);

	return answer > 0 ? (uint64_t)answer : 0;
}

uint64_t fm_process_page(void)
{
	return ask_system(_SC_PAGESIZE);
}

uint64_t fm_process_cache_line(void)
{
#ifdef _SC_LEVEL1_DCACHE_LINESIZE
	return ask_system(_SC_LEVEL1_DCACHE_LINESIZE);
#else
	return 0;
#endif
}

int fm_process_limit(enum fm_process_limit limit, uint64_t *bytes)
{
	struct rlimit found;
	int failed = limit == FM_PROCESS_ADDRESSES ? getrlimit(RLIMIT_AS, &found)
		   : limit == FM_PROCESS_DATA	   ? getrlimit(RLIMIT_DATA, &found)
		   : limit == FM_PROCESS_STACK	   ? getrlimit(RLIMIT_STACK, &found)
						   : getrlimit(RLIMIT_MEMLOCK, &found);

	if (failed)
		return 0;
	*bytes = found.rlim_cur == RLIM_INFINITY ? FM_PROCESS_UNLIMITED : (uint64_t)found.rlim_cur;
	return 1;
}

fm_capability_state fm_process_try_execute(void)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	unsigned char *mapped = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (mapped == MAP_FAILED)
		return FM_CAPABILITY_UNKNOWN;
	*mapped = 0; /* some policies ask whether the page was written */

	int failed = mprotect(mapped, page, PROT_READ | PROT_EXEC);

	munmap(mapped, page);
	return failed ? FM_CAPABILITY_DENIED : FM_CAPABILITY_YES;
}
