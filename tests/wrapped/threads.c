/* SPDX-License-Identifier: MIT */
/** @file
 * Threads that call one wrapped function at once, some wrongly: each call is judged by its own arguments, and all are counted. Ends with 0
 * iff so; under ThreadSanitizer also iff nothing raced. */
#include <pthread.h>

#include "wrapped.h"

enum { THREADS = 4, ROUNDS = 20000, SHARE = 64 };

static unsigned char from[SHARE], to[THREADS][SHARE];
static fm_wrap *wrap;
static uint32_t heard;

static void count(void *user, const fm_wrap_finding *finding)
{
	(void)finding;
	FM_ATOMIC_ADD((uint32_t *)user, 1);
}

/** Memory of the C library: the sanitizer knows it, and what stands below the library's own is not built here. */
static fm_status obtain(void *user, size_t size, size_t align, void **out)
{
	void *block = aligned_alloc(align, (size + align - 1) / align * align);

	(void)user;
	EXPECT(block != NULL);
	*out = memset(block, 0, size);
	return FM_OK;
}

static void give_back(void *user, void *memory, size_t size, size_t align)
{
	(void)user, (void)size, (void)align;
	free(memory);
}

static const fm_memory_provider heap = { .struct_size = sizeof heap, .obtain = obtain, .give_back = give_back };

/** Copies into its own bytes; every third call is one byte too long. */
static void *work(void *mine)
{
	void *(*copy)(void *, const void *, size_t) = (void *(*)(void *, const void *, size_t))fm_wrap_function(wrap);

	for (int i = 0; i < ROUNDS; i++) {
		size_t size = i % 3 == 0 ? SHARE + 1 : SHARE;
		void *said = copy(mine, from, size);

		EXPECT(said == (size == SHARE ? mine : NULL));
	}
	return NULL;
}

int main(void)
{
	pthread_t threads[THREADS];
	fm_validator_region regions[THREADS + 1] = { region_of(from, SHARE, FM_ACCESS_READ) };
	fm_wrap_usage usage = FM_STRUCT(fm_wrap_usage);
	fm_validator *host = NULL;
	uint32_t wrong = THREADS * ((ROUNDS + 2) / 3);

	for (int i = 0; i < THREADS; i++)
		regions[i + 1] = region_of(to[i], SHARE, FM_ACCESS_WRITE);

	EXPECT(fm_validator_open(FM_OPTIONS(fm_validator_options, .regions = regions, .region_count = THREADS + 1, .provider = &heap), &host, NULL) == FM_OK);
	EXPECT(fm_wrap_open(FM_OPTIONS(fm_wrap_options, .function = (fm_function)memcpy, .signature = "handle(out u8[n] to, in u8[n] from, size n)",
				       .validator = host, .refused = count, .user = &heard, .provider = &heap),
			    &wrap, NULL, NULL) == FM_OK);
	for (int i = 0; i < THREADS; i++)
		EXPECT(pthread_create(&threads[i], NULL, work, to[i]) == 0);
	for (int i = 0; i < THREADS; i++)
		EXPECT(pthread_join(threads[i], NULL) == 0);
	EXPECT(fm_wrap_get_usage(wrap, &usage) == FM_OK);
	EXPECT(usage.calls == (uint32_t)THREADS * ROUNDS && usage.refused == wrong && heard == wrong && usage.running == 0);
	EXPECT(fm_validator_refused(host, FM_NONE) == wrong && fm_wrap_close(wrap) == FM_OK && fm_validator_close(host) == FM_OK);
	return 0;
}
