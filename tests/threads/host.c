/* SPDX-License-Identifier: MIT */
/** @file
 * Threads meet at the first call of fm_profile_host(), use what they get, and refresh it under each other. */
#include <flightmem/host.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 8, ROUNDS = 20 };

static pthread_barrier_t start;

static void fail(const char *what)
{
	fprintf(stderr, "%s\n", what);
	exit(1);
}

static void *use_host(void *number)
{
	const fm_profile *first;

	pthread_barrier_wait(&start);
	first = fm_profile_host();
	for (int round = 0; round < ROUNDS; round++) {
		const fm_profile *host = fm_profile_host();
		fm_capability capability = FM_STRUCT(fm_capability);
		fm_region region = FM_STRUCT(fm_region);

		if (fm_profile_capability(host, FM_HAS_MMU, &capability) != FM_OK || fm_profile_region(host, 0, &region) != FM_OK)
			fail("a host does not answer");
		if (*(const int *)number % 2 == 0 && fm_profile_host_refresh(0) != FM_OK)
			fail("no refresh");
	}
	return (void *)(uintptr_t)first;
}

int main(void)
{
	pthread_t threads[THREADS];
	int numbers[THREADS];
	void *first[THREADS];

	pthread_barrier_init(&start, NULL, THREADS);
	for (int i = 0; i < THREADS; i++) {
		numbers[i] = i;
		if (pthread_create(&threads[i], NULL, use_host, &numbers[i]) != 0)
			fail("no thread");
	}
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], &first[i]);
	for (int i = 1; i < THREADS; i++)
		if (first[i] != first[0])
			fail("threads got different hosts though nothing changed");
	return 0;
}
