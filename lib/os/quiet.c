/* SPDX-License-Identifier: MIT */
/** @file
 * A thread's quiet scope: its beginning, what it hears, its end. Its pools: quiet_watch.c. */
#define _GNU_SOURCE 1

#include "os/quiet.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/abi.h"
#include "os/frames.h"

/** Bytes of the structs in the first release. */
#define QUIET_OPTIONS_FIRST_SIZE (offsetof(fm_quiet_options, reserved) + sizeof(uint32_t))
#define QUIET_REPORT_FIRST_SIZE (offsetof(fm_quiet_report, reserved) + sizeof(uint32_t))
#define QUIET_PLACE_FIRST_SIZE (offsetof(fm_quiet_place, frames) + FM_QUIET_FRAMES * sizeof(void *))

/* A key, and no thread-local variable: those would make the library need the loader, and room in every thread of every program. */
static pthread_key_t thread_key;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;
static int key_is_made;

/** A thread ends: so does its scope. */
static void end_with_thread(void *memory)
{
	fm_quiet_forget_pools(memory);
	free(memory);
}

static void make_key(void)
{
	key_is_made = pthread_key_create(&thread_key, end_with_thread) == 0;
}

fm_quiet *fm_quiet_here(void)
{
	pthread_once(&key_once, make_key);
	return key_is_made ? pthread_getspecific(thread_key) : NULL;
}

/** The calling thread's scope, made where there is none; NULL iff there is no memory for it. */
static fm_quiet *make_scope(void)
{
	fm_quiet *scope = fm_quiet_here();

	if (scope != NULL || !key_is_made)
		return scope;
	scope = calloc(1, sizeof *scope);
	if (scope != NULL && pthread_setspecific(thread_key, scope) != 0) {
		free(scope);
		scope = NULL;
	}
	return scope;
}

static void count_call(fm_quiet_report *report, const fm_quiet_call *call)
{
	static const struct {
		size_t calls, bytes, returns;
	} figures[] = {
		[FM_QUIET_POOL] = { offsetof(fm_quiet_report, pool_calls), offsetof(fm_quiet_report, pool_bytes), offsetof(fm_quiet_report, pool_returns) },
		[FM_QUIET_HEAP] = { offsetof(fm_quiet_report, heap_calls), offsetof(fm_quiet_report, heap_bytes), offsetof(fm_quiet_report, heap_returns) },
		[FM_QUIET_PAGES] = { offsetof(fm_quiet_report, page_calls), offsetof(fm_quiet_report, page_bytes), offsetof(fm_quiet_report, page_returns) },
	};
	char *at = (char *)report;
	uint64_t *calls = (uint64_t *)(void *)(at + figures[call->source].calls);
	uint64_t *bytes = (uint64_t *)(void *)(at + figures[call->source].bytes);
	uint64_t *returns = (uint64_t *)(void *)(at + figures[call->source].returns);

	if (call->returns) {
		++*returns;
		return;
	}
	++*calls;
	*bytes = call->size > UINT64_MAX - *bytes ? UINT64_MAX : *bytes + call->size;
}

void fm_quiet_hear(const fm_quiet_call *call)
{
	fm_quiet *scope = fm_quiet_here();

	if (scope == NULL || !scope->open || scope->deaf)
		return;
	count_call(&scope->report, call);
	if (call->returns && scope->options.returns == FM_QUIET_RETURNS_COUNTED)
		return;
	if (scope->report.places == FM_QUIET_PLACES && scope->options.heard == NULL)
		return;

	fm_quiet_place place = { .struct_size = sizeof place, .call = call->name, .source = call->source };

	scope->deaf = 1;
	place.size = call->returns ? 0 : call->size;
	place.depth = fm_frames_get(call->from, place.frames, FM_QUIET_FRAMES);
	if (scope->report.places < FM_QUIET_PLACES)
		scope->places[scope->report.places++] = place;
	if (scope->options.heard != NULL)
		scope->options.heard(scope->options.user, &place);
	scope->deaf = 0;
}

void fm_quiet_hear_pages(const char *name, size_t size, int returns)
{
	const fm_quiet *scope = fm_quiet_here();

	if (scope != NULL && scope->report.pages_heard != FM_QUIET_HEARS)
		fm_quiet_hear(&(fm_quiet_call){ name, FM_QUIET_PAGES, returns, size, FM_RETURN_ADDRESS });
}

/** Listens to libflightmem-quiet, if it is there, and tries what is heard: a sanitizer or valgrind may have taken the calls over. */
static void listen_to_process(fm_quiet *scope)
{
	static void *(*volatile ask)(size_t) = malloc; /* the compiler leaves out what it sees through */
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	void *found = dlsym(RTLD_DEFAULT, FM_QUIET_LISTEN);

	scope->report.pages_heard = FM_QUIET_OWN;
	if (found == NULL)
		return;
	memcpy(&scope->listen, &found, sizeof found);

	scope->listen(fm_quiet_hear);
	free(ask(1));

	void *mapped = mmap(NULL, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (mapped != MAP_FAILED)
		munmap(mapped, page);
}

/** From what the trial was heard of to a clean record. */
static void end_trial(fm_quiet *scope)
{
	uint32_t heap = scope->report.heap_calls != 0 ? FM_QUIET_HEARS : FM_QUIET_DEAF;
	uint32_t pages = scope->report.page_calls != 0 ? FM_QUIET_HEARS : FM_QUIET_OWN;

	memset(scope->places, 0, sizeof scope->places);
	scope->report = (fm_quiet_report){ .struct_size = sizeof scope->report, .heap_heard = heap, .pages_heard = pages };
}

fm_status fm_quiet_begin(const fm_quiet_options *options)
{
	fm_quiet *scope = fm_quiet_here();
	fm_quiet_options known = { .struct_size = sizeof known };
	fm_status status = options == NULL ? FM_OK : fm_abi_import(&known, sizeof known, QUIET_OPTIONS_FIRST_SIZE, options);

	if (status == FM_OK && known.reserved != 0)
		status = FM_E_ABI_FIELD;
	if (status == FM_OK && known.returns > FM_QUIET_RETURNS_REPORTED)
		status = FM_E_UNSUPPORTED;
	if (status == FM_OK && scope != NULL && scope->open)
		status = FM_E_BUSY;
	if (status != FM_OK)
		return status;
	scope = make_scope();
	if (scope == NULL)
		return FM_E_NO_MEMORY;

	memset(scope, 0, sizeof *scope);
	fm_frames_prepare();
	scope->open = 1;
	listen_to_process(scope);
	end_trial(scope);
	scope->options = known;
	return FM_OK;
}

static int was_quiet(const fm_quiet *scope)
{
	const fm_quiet_report *report = &scope->report;
	uint64_t returns = report->pool_returns | report->heap_returns | report->page_returns;

	if ((report->pool_calls | report->heap_calls | report->page_calls) != 0)
		return 0;
	return scope->options.returns == FM_QUIET_RETURNS_COUNTED || returns == 0;
}

fm_status fm_quiet_end(fm_quiet_report *report)
{
	fm_quiet *scope = fm_quiet_here();
	fm_status status = report == NULL ? FM_OK : fm_abi_check(report, QUIET_REPORT_FIRST_SIZE);

	if (status == FM_OK && (scope == NULL || !scope->open))
		status = FM_E_NOT_FOUND;
	if (status == FM_OK && scope->deaf) /* inside `heard` */
		status = FM_E_BUSY;
	if (status != FM_OK)
		return status;

	if (scope->listen != NULL)
		scope->listen(NULL);
	scope->open = 0;
	fm_quiet_forget_pools(scope);
	if (report != NULL)
		fm_abi_export(report, &scope->report, sizeof scope->report);
	return was_quiet(scope) ? FM_OK : FM_E_NOT_QUIET;
}

fm_status fm_quiet_get_place(uint32_t index, fm_quiet_place *out)
{
	const fm_quiet *scope = fm_quiet_here();
	fm_status status = fm_abi_check(out, QUIET_PLACE_FIRST_SIZE);

	if (status == FM_OK && (scope == NULL || index >= scope->report.places))
		status = FM_E_NOT_FOUND;
	if (status == FM_OK)
		fm_abi_export(out, &scope->places[index], sizeof *out);
	return status;
}
