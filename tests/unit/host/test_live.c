/* SPDX-License-Identifier: MIT */
/** @file
 * The host that this is: read once, the same to every thread, new only where something changed. */
#include "roots.h"

#include <pthread.h>
#include <sys/resource.h>

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

static uint64_t ram(const fm_profile *profile)
{
	fm_region region = FM_STRUCT(fm_region);

	cr_assert_eq(fm_profile_region(profile, 0, &region), FM_OK);
	return region.size;
}

static void limit_data(rlim_t bytes)
{
	struct rlimit limit;

	cr_assert_eq(getrlimit(RLIMIT_DATA, &limit), 0);
	limit.rlim_cur = bytes;
	cr_assert_eq(setrlimit(RLIMIT_DATA, &limit), 0);
	cr_assert_eq(fm_profile_host_refresh(0), FM_OK);
}

Test(live, a_change_is_seen_when_asked_and_what_was_handed_out_stays)
{
	struct rlimit before;
	const fm_profile *host = fm_profile_host(), *limited;
	uint64_t whole = ram(host);

	cr_assert_eq(getrlimit(RLIMIT_DATA, &before), 0);
	limit_data(256 << 20);
	limited = fm_profile_host();
	cr_assert_neq(limited, host);
	cr_assert_eq(ram(limited), 256 << 20);
	cr_assert_eq(ram(host), whole);
	limit_data(before.rlim_cur);
	cr_assert_eq(fm_profile_host(), host, "what was there before comes back");
	limit_data(256 << 20);
	cr_assert_eq(fm_profile_host(), limited);
	limit_data(before.rlim_cur);
	fm_profile_unref(fm_profile_ref(host));
	cr_assert_eq(ram(host), whole);
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
