/* SPDX-License-Identifier: MIT */
/** @file
 * The watch over memory: when it counts, and how it is proved able to see something. */
#include "heap_count.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct heap_calls heap_count;
uint64_t heap_count_on;

/** Made before the watch begins, given back by the provoked free(). */
static void *kept;

void heap_watch_start(void)
{
	kept = malloc(1);
	heap_watch_begin();
	memset(&heap_count, 0, sizeof heap_count);
	heap_count_on = 1;
}

struct heap_calls heap_watch_stop(void)
{
	heap_count_on = 0;
	free(kept);
	kept = NULL;
	return heap_count;
}

/** The compiler may leave out an allocation that nobody looks at; it can't know that nobody looks at this. */
static void *volatile result;

static void provoke_malloc(void)
{
	result = malloc(32);
}

static void provoke_calloc(void)
{
	result = calloc(4, 8);
}

static void provoke_realloc(void)
{
	result = realloc(kept, 64);
	kept = result;
}

static void provoke_aligned(void)
{
	result = aligned_alloc(64, 64);
}

static void provoke_free(void)
{
	free(kept);
	kept = NULL;
}

static void provoke_mmap(void)
{
	result = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static const struct {
	const char *name;
	void (*call)(void);
} provocations[] = {
	{ "malloc", provoke_malloc },   { "calloc", provoke_calloc }, { "realloc", provoke_realloc },
	{ "aligned", provoke_aligned }, { "free", provoke_free },     { "mmap", provoke_mmap },
};

enum { PROVOCATIONS = sizeof provocations / sizeof provocations[0] };

int heap_watch_can_provoke(const char *call)
{
	for (unsigned i = 0; i < PROVOCATIONS; i++)
		if (strcmp(call, provocations[i].name) == 0)
			return 1;
	return 0;
}

void heap_watch_provoke(const char *call)
{
	for (unsigned i = 0; i < PROVOCATIONS; i++)
		if (strcmp(call, provocations[i].name) == 0)
			provocations[i].call();
}
