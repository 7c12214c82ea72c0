/* SPDX-License-Identifier: MIT */
/** @file
 * Programs with the address sanitizer: nobody may replace its malloc, but it calls hooks. */
#define _GNU_SOURCE 1

#include <dlfcn.h>

#include "interpose/heard.h"

#if defined(__GLIBC__)
#include <execinfo.h>
#else
#define backtrace(frames, room) 0
#endif

/** Frames of the sanitizer between its malloc's caller and a hook, at most. */
#define SANITIZER_FRAMES 16

int heard_sanitizer;

/** Who called the sanitizer: what stands after the first function with a name, as of the sanitizer only what it replaces has one that the linker
 *  knows. The sanitizer may be a file of its own or part of the program. `hook_from` where that fails. */
static const void *caller_of_sanitizer(const void *hook_from)
{
	void *frames[SANITIZER_FRAMES];
	int count = backtrace(frames, SANITIZER_FRAMES), i = 0;
	Dl_info info;

	while (i < count && frames[i] != hook_from)
		i++;
	while (i < count && (dladdr((const char *)frames[i] - 1, &info) == 0 || info.dli_sname == NULL))
		i++;
	return i + 1 < count ? frames[i + 1] : hook_from;
}

static void hear_hook(const char *name, int returns, size_t size, const void *hook_from)
{
	fm_quiet_listener listener = heard_by;

	if (listener == NULL)
		return;
	heard_by = NULL; /* the walk may ask for memory itself */
	fm_quiet_call call = { name, FM_QUIET_HEAP, returns, size, caller_of_sanitizer(hook_from) };
	heard_by = listener;
	listener(&call);
}

static void on_malloc(const volatile void *block, size_t size)
{
	(void)block;
	hear_hook("malloc", 0, size, FM_RETURN_ADDRESS);
}

static void on_free(const volatile void *block)
{
	if (block != NULL)
		hear_hook("free", 1, 0, FM_RETURN_ADDRESS);
}

void heard_ask_sanitizer(void)
{
	static int asked;
	int (*install)(void (*)(const volatile void *, size_t), void (*)(const volatile void *));

	if (__atomic_exchange_n(&asked, 1, __ATOMIC_ACQ_REL))
		return;
	*(void **)(void *)&install = dlsym(RTLD_DEFAULT, "__sanitizer_install_malloc_and_free_hooks");
	if (install != NULL)
		heard_sanitizer = install(on_malloc, on_free) != 0;
}
