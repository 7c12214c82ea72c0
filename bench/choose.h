/* SPDX-License-Identifier: MIT */
/** @file
 * The command line of the programs whose instructions are counted: without arguments the names of the paths, else one path so many rounds. */
#ifndef FLIGHTMEM_BENCH_CHOOSE_H
#define FLIGHTMEM_BENCH_CHOOSE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct path {
	const char *name;
	void (*run)(long rounds);
};

/** What main() returns. */
static inline int choose_path(const struct path *paths, size_t count, int argc, char **argv)
{
	for (size_t i = 0; i < count; i++) {
		if (argc == 3 && strcmp(argv[1], paths[i].name) == 0) {
			paths[i].run(strtol(argv[2], NULL, 10));
			return 0;
		}
		if (argc == 1)
			puts(paths[i].name);
	}
	return argc == 1 ? 0 : 64;
}

#endif
