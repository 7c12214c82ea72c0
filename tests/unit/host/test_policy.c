/* SPDX-License-Identifier: MIT */
/** @file
 * Write or execute: who says no, who might, and a kernel that really refuses. */
#include "roots.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef PR_SET_MDWE
#define PR_SET_MDWE 65
#endif

Test(policy, who_may_refuse_without_saying_so_leaves_it_open)
{
	unknown("cgroup-v1", FM_HOST_EXECUTABLE, "/proc/self/status Seccomp: a filter may refuse");
	unknown("selinux", FM_HOST_EXECUTABLE, "/sys/fs/selinux/enforce: the policy may refuse");
	unknown("cgroup-v2", FM_HOST_EXECUTABLE, NULL);
	unknown("hostile", FM_HOST_EXECUTABLE, NULL);
}

Test(policy, who_refuses_is_named)
{
	denied("pax", FM_HOST_EXECUTABLE, 0, "/proc/self/status PaX");
}

/** In a child, which a policy binds for ever. Returns what it exits with. */
static int in_child(int (*run)(void))
{
	int status = -1;
	pid_t child = fork();

	if (child == 0)
		_exit(run());
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int executable_state(uint32_t flags)
{
	fm_host_facts facts = FM_STRUCT(fm_host_facts);
	fm_host_options options = { .struct_size = sizeof options, .groups = FM_HOST_MACHINE, .flags = flags };

	return fm_host_read(&options, &facts) == FM_OK ? (int)facts.figures[FM_HOST_EXECUTABLE].state : 99;
}

/** 77 where the kernel has no such policy. */
static int under_mdwe(void)
{
	if (prctl(PR_SET_MDWE, 1UL, 0UL, 0UL, 0UL) != 0)
		return 77;
	if (executable_state(0) != FM_CAPABILITY_DENIED)
		return 1;
	return fm_profile_host_refresh(0) == FM_OK ? 0 : 2;
}

Test(policy, a_process_that_gave_it_up_is_denied)
{
	int code = in_child(under_mdwe);

	if (code == 77)
		cr_skip_test("the kernel has no PR_SET_MDWE: Linux 6.3 or later has");
	cr_assert_eq(code, 0);
}

static int tries(void)
{
	return executable_state(FM_HOST_TRY);
}

Test(policy, here_it_is_decided)
{
	int state = in_child(tries);

	cr_assert(state == FM_CAPABILITY_YES || state == FM_CAPABILITY_DENIED, "%d", state);
}
