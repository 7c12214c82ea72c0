/* SPDX-License-Identifier: MIT */
/** @file
 * plugin-host: loads and unloads plugins, round after round, and looks at what stays behind. It knows nothing of flightmem. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "loaded.h"
#include "process.h"

enum { PLUGINS_MAX = 8, WARM_UP = 10 };

/** A thread that works with every plugin, then outlives them. */
struct worker {
	pthread_t thread;
	pthread_barrier_t worked;   /**< the plugins may go */
	pthread_barrier_t unloaded; /**< they are gone; the thread ends */
	const struct loaded *plugins;
	int count;
	int failed;
};

static void *outlive(void *argument)
{
	struct worker *worker = argument;

	for (int i = 0; i < worker->count; i++)
		worker->failed |= loaded_work(&worker->plugins[i]);
	pthread_barrier_wait(&worker->worked);
	pthread_barrier_wait(&worker->unloaded);
	return NULL;
}

/** Loads all plugins side by side. Returns how many: fewer than `count` iff one failed. */
static int load_all(struct loaded *plugins, char **paths, int count)
{
	int loaded = 0;

	while (loaded < count && loaded_open(&plugins[loaded], paths[loaded]) == 0)
		loaded++;
	return loaded;
}

static int unload_all(struct loaded *plugins, int count)
{
	int failed = 0;

	for (int i = 0; i < count; i++)
		failed |= loaded_close(&plugins[i]);
	return failed;
}

static int work_and_unload(struct loaded *plugins, int count)
{
	struct worker worker = { .plugins = plugins, .count = count };
	int failed = 0;

	pthread_barrier_init(&worker.worked, NULL, 2);
	pthread_barrier_init(&worker.unloaded, NULL, 2);
	if (pthread_create(&worker.thread, NULL, outlive, &worker) != 0) {
		fprintf(stderr, "plugin-host: no thread\n");
		exit(EXIT_FAILURE);
	}
	for (int i = 0; i < count; i++)
		failed |= loaded_work(&plugins[i]);
	pthread_barrier_wait(&worker.worked);
	failed |= worker.failed;
	failed |= unload_all(plugins, count);
	pthread_barrier_wait(&worker.unloaded);
	pthread_join(worker.thread, NULL);
	pthread_barrier_destroy(&worker.worked);
	pthread_barrier_destroy(&worker.unloaded);
	return failed;
}

static int run_round(char **paths, int count, int is_first)
{
	struct loaded plugins[PLUGINS_MAX];
	int loaded = load_all(plugins, paths, count);

	if (loaded < count) {
		unload_all(plugins, loaded);
		return -1;
	}
	for (int i = 0; is_first && i < count; i++)
		printf("%s: %s\n", paths[i], plugins[i].plugin->about());
	return work_and_unload(plugins, count);
}

/** Runs the rounds; after the first few nothing may grow any more. */
static int run_rounds(unsigned long rounds, char **paths, int count)
{
	struct process before = process_now();
	struct process after;

	for (unsigned long i = 0; i < rounds; i++) {
		if (run_round(paths, count, i == 0) != 0)
			return EXIT_FAILURE;
		if (i + 1 == WARM_UP)
			before = process_now();
	}
	after = process_now();
	printf("%lu rounds, %d plugins: heap %zu -> %zu bytes, mappings %zu -> %zu\n", rounds, count, before.heap, after.heap, before.mappings,
	       after.mappings);
	if (rounds > WARM_UP && (after.heap > before.heap || after.mappings > before.mappings)) {
		fprintf(stderr, "plugin-host: something stays behind\n");
		return EXIT_FAILURE;
	}
	return EXIT_SUCCESS;
}

int main(int count, char **arguments)
{
	unsigned long rounds = count < 2 ? 0 : strtoul(arguments[1], NULL, 10);

	if (rounds == 0 || count < 3 || count - 2 > PLUGINS_MAX) {
		fprintf(stderr, "usage: plugin-host ROUNDS PLUGIN... (at most %d)\n", (int)PLUGINS_MAX);
		return 2;
	}
	return run_rounds(rounds, &arguments[2], count - 2);
}
