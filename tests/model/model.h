/* SPDX-License-Identifier: MIT */
/** @file
 * A plain model of any pool: a list of what is out. It takes random steps with the pool, knows what each must say, and holds the pool's own
 * account (walk, figures, check) against its list after each. A strategy needs no line here unless its blocks go back in an order. */
#ifndef FLIGHTMEM_TEST_MODEL_H
#define FLIGHTMEM_TEST_MODEL_H

#include <flightmem.h>

/** Where choices come from: a generator, or a fuzzer's bytes. */
typedef struct model_source {
	uint64_t (*next)(void *context);
	void *context;
} model_source;

/** Says what went wrong and does not return: each program has its own. */
void model_fail(const char *file, int line, const char *what);

/** Opens a pool and takes `steps` steps with it, then gives everything back and closes it. The options name storage. */
void model_run(const fm_pool_options *options, uint64_t steps, model_source source);

#endif
