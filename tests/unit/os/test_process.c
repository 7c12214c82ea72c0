/* SPDX-License-Identifier: MIT */
/** @file
 * The running process: what the C library and the kernel say of it. */
#include <criterion/criterion.h>
#include <sys/auxv.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "os/process.h"

Test(process, entries_of_the_vector_are_those_of_the_kernel)
{
	cr_assert_eq(fm_process_aux(AT_PAGESZ), getauxval(AT_PAGESZ));
	cr_assert_eq(fm_process_aux(AT_PAGESZ), (uint64_t)sysconf(_SC_PAGESIZE));
	cr_assert_eq(fm_process_aux(0x7FFFFFFF), 0);
	cr_assert_eq(fm_process_page(), (uint64_t)sysconf(_SC_PAGESIZE));
}

Test(process, a_cache_line_is_a_size_or_nothing)
{
	uint64_t line = fm_process_cache_line();

	cr_assert(line <= 4096 && (line & (line - 1)) == 0);
}

Test(process, limits_are_the_soft_ones)
{
	static const struct {
		enum fm_process_limit ours;
		int resource;
	} limits[] = { { FM_PROCESS_ADDRESSES, RLIMIT_AS }, { FM_PROCESS_DATA, RLIMIT_DATA }, { FM_PROCESS_STACK, RLIMIT_STACK },
		{ FM_PROCESS_LOCKED, RLIMIT_MEMLOCK } };

	for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
		struct rlimit limit;
		uint64_t bytes = 77;

		cr_assert_eq(getrlimit((__rlimit_resource_t)limits[i].resource, &limit), 0);
		cr_assert_eq(fm_process_limit(limits[i].ours, &bytes), 1);
		cr_assert_eq(bytes, limit.rlim_cur == RLIM_INFINITY ? FM_PROCESS_UNLIMITED : limit.rlim_cur);
	}

	struct rlimit limit, small;
	uint64_t bytes = 0;
	int said;

	cr_assert_eq(getrlimit(RLIMIT_DATA, &limit), 0);
	small = limit;
	small.rlim_cur = 64 << 20;
	cr_assert_eq(setrlimit(RLIMIT_DATA, &small), 0);
	said = fm_process_limit(FM_PROCESS_DATA, &bytes);
	cr_assert_eq(setrlimit(RLIMIT_DATA, &limit), 0);
	cr_assert(said && bytes == 64 << 20);
}

Test(process, what_the_policy_says_is_what_a_page_shows)
{
	fm_fact may = fm_process_may_execute();
	fm_capability_state tried = fm_process_try_execute();

	cr_assert_neq(tried, FM_CAPABILITY_UNKNOWN);
	if (may == FM_FACT_NO)
		cr_assert_eq(tried, FM_CAPABILITY_DENIED);
}

Test(process, without_a_page_the_trial_says_nothing)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		struct rlimit limit = { 1, 1 };

		_exit(setrlimit(RLIMIT_AS, &limit) == 0 ? (int)fm_process_try_execute() : 99);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == FM_CAPABILITY_UNKNOWN);
}
