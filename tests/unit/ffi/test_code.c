/* SPDX-License-Identifier: MIT */
/** @file
 * Executable memory: libffi's where the system grants it, a status where it does not, and tables of callers of any age. */
#include "wraps.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int one(void)
{
	return 1;
}

Test(ffi_code, is_obtained_and_given_back)
{
	const fm_code_provider *provider = fm_code_default();
	void *writable = NULL, *code = NULL;

	cr_assert(provider->struct_size == sizeof *provider && provider->drop == NULL);
	cr_assert_eq(provider->obtain(provider->user, sizeof(ffi_closure), &writable, &code), FM_OK);
	cr_assert(writable != NULL && code != NULL && (uintptr_t)writable % 8 == 0);
	memset(writable, 0, sizeof(ffi_closure));
	provider->give_back(provider->user, writable, sizeof(ffi_closure));
}

Test(ffi_code, tables_are_read)
{
	fm_code_provider given = *fm_code_default(), known = { .struct_size = 0 };

	cr_assert_eq(fm_ffi_read_code(NULL, &known), FM_OK);
	cr_assert(known.obtain == given.obtain && known.give_back == given.give_back);
	known.obtain = NULL;
	given.obtain = NULL;
	cr_assert_eq(fm_ffi_read_code(&given, &known), FM_E_ARGUMENT);
	given = *fm_code_default();
	given.give_back = NULL;
	cr_assert_eq(fm_ffi_read_code(&given, &known), FM_E_ARGUMENT);
	given = *fm_code_default();
	given.struct_size = 8;
	cr_assert_eq(fm_ffi_read_code(&given, &known), FM_E_ABI_SIZE);
	cr_assert_null(known.obtain, "a failure changes nothing");
	given.struct_size = offsetof(fm_code_provider, drop);
	cr_assert_eq(fm_ffi_read_code(&given, &known), FM_OK);
}

/** Refuses every mapping that could be executed, with EPERM, as a service manager may. Returns 0 iff the kernel does. */
static int forbid_code(void)
{
	struct sock_filter rules[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 1, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mprotect, 0, 3),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2])),
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { .len = sizeof rules / sizeof rules[0], .filter = rules };

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0;
}

/** What a child says that can get no executable memory: 0: all as promised; 77: the kernel can't forbid it. */
static int try_without(void)
{
	fm_wrap_options options = { .struct_size = sizeof options, .function = (fm_function)one, .signature = "int()", .validator = host };
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_wrap *wrap = NULL;
	int result = 0;

	if (forbid_code() != 0 || mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
		return 77;
	if (fm_wrap_open(&options, &wrap, NULL, &why) != FM_E_NO_MEMORY || wrap != NULL || strcmp(why.subject, "executable memory") != 0)
		return 1;
	options.flags = FM_WRAP_WITHOUT_CODE;
	if (fm_wrap_open(&options, &wrap, NULL, &why) != FM_OK || fm_wrap_call(wrap, NULL, &result) != FM_OK || result != 1)
		return 2;
	return fm_wrap_close(wrap) == FM_OK ? 0 : 3;
}

/** Ends a child with what `run` says. */
static int in_child(int (*run)(void))
{
	int status = 0;
	pid_t child = fork();

	if (child == 0)
		_exit(run());
	cr_assert_eq(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Test(ffi_code, where_the_kernel_grants_none_is_a_status, .init = open_host)
{
	int said = in_child(try_without);

	if (said == 77)
		cr_skip("this kernel or container has no seccomp filters; a host of its own has");
	cr_assert_eq(said, 0, "the child ended with %d", said);
}

#ifndef PR_SET_MDWE
#define PR_SET_MDWE 65
#endif

/** Under PR_SET_MDWE a mapping is never both written and executed. libffi may have another way: then it works, else it is a status. */
static int try_mdwe(void)
{
	fm_refusal why = FM_STRUCT(fm_refusal);
	fm_wrap *wrap = NULL;
	fm_status status;

	if (prctl(PR_SET_MDWE, 1, 0, 0, 0) != 0)
		return 77;
	if (mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
		return 1;
	status = fm_wrap_open(FM_OPTIONS(fm_wrap_options, .function = (fm_function)one, .signature = "int()", .validator = host), &wrap, NULL, &why);
	if (status == FM_E_NO_MEMORY)
		return strcmp(why.subject, "executable memory") == 0 ? 0 : 2;
	return status == FM_OK && AS(int (*)(void), wrap)() == 1 && fm_wrap_close(wrap) == FM_OK ? 0 : 3;
}

Test(ffi_code, memory_deny_write_execute_is_no_surprise, .init = open_host)
{
	int said = in_child(try_mdwe);

	if (said == 77)
		cr_skip("this kernel has no PR_SET_MDWE: Linux 6.3 or later has");
	cr_assert_eq(said, 0, "the child ended with %d", said);
}

Test(ffi_code, a_forked_child_has_it_too, .init = open_host)
{
	fm_wrap *wrap = open_wrap((fm_function)one, "int()");
	pid_t child = fork();
	int status = 0;

	if (child == 0)
		_exit(AS(int (*)(void), wrap)() == 1 ? 0 : 1);
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert_eq(status, 0);
	fm_wrap_unref(wrap);
}
