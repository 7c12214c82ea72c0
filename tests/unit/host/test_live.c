/* SPDX-License-Identifier: MIT */
/** @file
 * The host that this is: read once, the same to every thread, new only where something changed. */
#include "roots.h"

#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

Test(live, every_thread_gets_the_same)
{
	pthread_t threads[8];
	void *found[8];
	const fm_profile *host;

	for (int i = 0; i < 8; i++)
		cr_assert_eq(pthread_create(&threads[i], NULL, (void *(*)(void *))(void (*)(void))fm_profile_host, NULL), 0);
	for (int i = 0; i < 8; i++)
		pthread_join(threads[i], &found[i]);
	host = fm_profile_host();
	for (int i = 0; i < 8; i++)
		cr_assert_eq(found[i], host);
	cr_assert_not_null(host);
}

Test(live, what_did_not_change_is_the_same_profile)
{
	const fm_profile *host = fm_profile_host();

	cr_assert_eq(fm_profile_host_refresh(0), FM_OK);
	cr_assert_eq(fm_profile_host(), host);
}

static fm_capability_state huge_pages(const fm_profile *profile)
{
	fm_capability capability = FM_STRUCT(fm_capability);

	cr_assert_eq(fm_profile_capability(profile, FM_HAS_HUGE_PAGES, &capability), FM_OK);
	return capability.state;
}

static uint64_t ram(const fm_profile *profile)
{
	fm_region region = FM_STRUCT(fm_region);

	cr_assert_eq(fm_profile_region(profile, 0, &region), FM_OK);
	return region.size;
}

/** Changes what the process may have: huge pages, or, where it has none, data; a limit on data would stop the sanitizers. */
static void restrict_process(int on, int by_pages)
{
	struct rlimit limit;

	if (by_pages) {
		cr_assert_eq(prctl(PR_SET_THP_DISABLE, (unsigned long)on, 0UL, 0UL, 0UL), 0);
	} else {
		cr_assert_eq(getrlimit(RLIMIT_DATA, &limit), 0);
		limit.rlim_cur = on ? 256 << 20 : limit.rlim_max;
		cr_assert_eq(setrlimit(RLIMIT_DATA, &limit), 0);
	}
	cr_assert_eq(fm_profile_host_refresh(0), FM_OK);
}

Test(live, a_change_is_seen_when_asked_and_what_was_handed_out_stays)
{
	const fm_profile *host, *restricted;
	int by_pages = huge_pages(fm_profile_host()) == FM_CAPABILITY_YES;

	restrict_process(0, by_pages);
	host = fm_profile_host();
	restrict_process(1, by_pages);
	restricted = fm_profile_host();
	cr_assert_neq(restricted, host);
	cr_assert(by_pages ? huge_pages(restricted) == FM_CAPABILITY_DENIED : ram(restricted) == 256 << 20);
	cr_assert(by_pages ? huge_pages(host) == FM_CAPABILITY_YES : ram(host) != 256 << 20);
	restrict_process(0, by_pages);
	cr_assert_eq(fm_profile_host(), host, "what was there before comes back");
	restrict_process(1, by_pages);
	cr_assert_eq(fm_profile_host(), restricted);
	restrict_process(0, by_pages);
	fm_profile_unref(fm_profile_ref(host));
	cr_assert_eq(huge_pages(host) == FM_CAPABILITY_YES, by_pages);
}

Test(live, a_first_call_may_be_the_refresh)
{
	cr_assert_eq(fm_profile_host_refresh(0), FM_OK);
	cr_assert_not_null(fm_profile_host());
}

Test(live, a_flag_that_is_none_is_refused_and_changes_nothing)
{
	const fm_profile *host = fm_profile_host();

	cr_assert_eq(fm_profile_host_refresh(2), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_host_refresh(UINT32_MAX), FM_E_ARGUMENT);
	cr_assert_eq(fm_profile_host(), host);
}

/** In a child, which has no memory for another profile: a limit on addresses leaves nothing to map, and is itself what changed. */
static int without_memory(void)
{
	const fm_profile *host = fm_profile_host();
	struct rlimit nothing = { 1, 1 };

	if (setrlimit(RLIMIT_AS, &nothing) != 0)
		return 99;
	if (fm_profile_host_refresh(0) != FM_E_NO_MEMORY)
		return 1;
	return fm_profile_host() == host ? 0 : 2;
}

Test(live, without_memory_for_another_the_profile_stays)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(without_memory());
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert(WIFEXITED(status));
	cr_assert_eq(WEXITSTATUS(status), 0);
}
