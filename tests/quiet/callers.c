/* SPDX-License-Identifier: MIT */
/** @file
 * A program whose functions each make one call that a quiet scope hears; it prints what was heard. usage: callers [NAME...]
 *
 * Names are functions of the table below, in the order in which they are called inside one scope; none: an empty scope. Ends with 0 iff
 * the scope was quiet, 3 iff it was not. */
#define _GNU_SOURCE 1

#include <flightmem.h>
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/** Made before the scope, for what gives back. */
static void *block, *pages;
static fm_pool *arena, *slots, *unwatched;
static fm_buffer lent;
/** The compiler may not know that nobody looks at it. */
static void *volatile result;

#define CALLER(name) FM_NOINLINE void name(void); void name(void)

CALLER(by_malloc) { result = malloc(32); }
CALLER(by_calloc) { result = calloc(4, 8); }
CALLER(by_realloc) { result = block = realloc(block, 64); }
CALLER(by_reallocarray) { result = block = reallocarray(block, 10, 10); }
CALLER(by_aligned_alloc) { result = aligned_alloc(64, 128); }
CALLER(by_posix_memalign) { void *out; result = posix_memalign(&out, 64, 256) == 0 ? out : NULL; }
CALLER(by_memalign) { result = memalign(64, 512); }
CALLER(by_valloc) { result = valloc(1024); }
CALLER(by_pvalloc) { result = pvalloc(2048); }
CALLER(by_strdup) { result = strdup("a text"); }
CALLER(by_free) { free(block); block = NULL; }
CALLER(by_free_of_null) { void *volatile none = NULL; free(none); }
CALLER(by_mmap) { result = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }
CALLER(by_mmap64) { result = mmap64(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }
CALLER(by_mremap) { result = pages = mremap(pages, 4096, 8192, MREMAP_MAYMOVE); }
CALLER(by_munmap) { munmap(pages, 4096); }
CALLER(by_pool_alloc) { result = fm_pool_alloc(arena, 24); }
CALLER(by_plane)
{
	fm_plane plane;
	const fm_plane_options *options = FM_OPTIONS(fm_plane_options, .width = 4, .height = 4, .format = FM_PIXEL_INDEX8);

	result = fm_plane_acquire(slots, options, &plane, NULL) == FM_OK ? &block : NULL;
}
CALLER(by_release) { fm_pool_release(slots, lent.token); }
CALLER(by_unwatched_pool) { result = fm_pool_alloc(unwatched, 24); }
CALLER(by_new_pool) { result = fm_pool_new(FM_KIB(64)); }
CALLER(by_nested_scope) { if (fm_quiet_begin(NULL) != FM_E_BUSY) abort(); }

static pthread_barrier_t turn;

static void *other_thread(void *unused)
{
	void *volatile mine;

	pthread_barrier_wait(&turn);
	mine = malloc(32);
	free(mine);
	pthread_barrier_wait(&turn);
	return unused;
}

CALLER(by_other_thread) { pthread_barrier_wait(&turn); pthread_barrier_wait(&turn); }

#define ENTRY(name) { #name, name }
static const struct {
	const char *name;
	void (*call)(void);
} callers[] = {
	ENTRY(by_malloc), ENTRY(by_calloc), ENTRY(by_realloc), ENTRY(by_reallocarray), ENTRY(by_aligned_alloc), ENTRY(by_posix_memalign),
	ENTRY(by_memalign), ENTRY(by_valloc), ENTRY(by_pvalloc), ENTRY(by_strdup), ENTRY(by_free), ENTRY(by_free_of_null), ENTRY(by_mmap),
	ENTRY(by_mmap64), ENTRY(by_mremap), ENTRY(by_munmap), ENTRY(by_pool_alloc), ENTRY(by_plane), ENTRY(by_release), ENTRY(by_unwatched_pool),
	ENTRY(by_new_pool), ENTRY(by_nested_scope), ENTRY(by_other_thread),
};

static void call(const char *name)
{
	for (unsigned i = 0; i < sizeof callers / sizeof callers[0]; i++)
		if (strcmp(callers[i].name, name) == 0) {
			callers[i].call();
			return;
		}
	fprintf(stderr, "no caller %s\n", name);
	exit(2);
}

/** What the callers need; 0 iff it is there. */
static int prepare(pthread_t *other)
{
	block = malloc(16);
	pages = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	arena = fm_pool_new(FM_KIB(4));
	unwatched = fm_pool_new(FM_KIB(4));
	pthread_barrier_init(&turn, NULL, 2);
	if (fm_pool_open(FM_OPTIONS(fm_pool_options, .capacity = FM_KIB(4), .block_size = 128, .alignment = 64), &slots, NULL) != FM_OK ||
	    fm_pool_acquire(slots, 8, 0, &lent, NULL) != FM_OK || pthread_create(other, NULL, other_thread, NULL) != 0)
		return 2;
	return 0;
}

int main(int count, char **words)
{
	int reported = getenv("REPORT_RETURNS") != NULL;
	fm_quiet_report report = FM_STRUCT(fm_quiet_report);
	pthread_t other;

	if (prepare(&other) != 0)
		return 2;
	if (fm_quiet_begin(FM_OPTIONS(fm_quiet_options, .returns = reported ? FM_QUIET_RETURNS_REPORTED : FM_QUIET_RETURNS_COUNTED)) != FM_OK ||
	    fm_quiet_watch(arena) != FM_OK || fm_quiet_watch(slots) != FM_OK)
		return 2;
	for (int i = 1; i < count; i++)
		call(words[i]);

	fm_status status = fm_quiet_end(&report);

	by_malloc(); /* after the end: heard by nobody */
	free(result);
	printf("%s %u %u\n%s\n", fm_status_name(status), report.heap_heard, report.pages_heard, fm_quiet_text());
	if (count != 2 || strcmp(words[1], "by_other_thread") != 0)
		by_other_thread();
	pthread_join(other, NULL);
	free(block);
	return status == FM_OK ? 0 : status == FM_E_NOT_QUIET ? 3 : 2;
}
