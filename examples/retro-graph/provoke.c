/* SPDX-License-Identifier: MIT */
/** @file
 * Calls that break the promise on purpose. */
#include "provoke.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/** Made before the scope begins, given back by the provoked free(). */
static void *kept;

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

void provoke_prepare(void)
{
	kept = malloc(1);
}

void provoke_clean_up(void)
{
	free(kept);
	kept = NULL;
}

int provoke_can(const char *call)
{
	for (unsigned i = 0; i < PROVOCATIONS; i++)
		if (strcmp(call, provocations[i].name) == 0)
			return 1;
	return 0;
}

void provoke(const char *call)
{
	for (unsigned i = 0; i < PROVOCATIONS; i++)
		if (strcmp(call, provocations[i].name) == 0)
			provocations[i].call();
}
