/* SPDX-License-Identifier: MIT */
/** @file
 * Any bytes at all are steps of a pool: the first chooses strategy and alignment, the others what the plain model of tests/model does with it,
 * which holds the pool's account against its own after each. For libFuzzer; tests/model/test_fuzz.sh runs it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../model/first_fit.h"
#include "../model/model.h"
#include "strategy/strategy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static FM_ALIGNED(64) unsigned char storage[4096];

void model_fail(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: %s\n", file, line, what);
	abort();
}

struct bytes {
	const uint8_t *at, *end;
};

/** Eight bytes a word; what is left over is 0. */
static uint64_t next_word(void *context)
{
	struct bytes *bytes = context;
	uint64_t word = 0;
	size_t left = (size_t)(bytes->end - bytes->at), take = left < sizeof word ? left : sizeof word;

	memcpy(&word, bytes->at, take);
	bytes->at += take;
	return word;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fm_pool_options options = { .struct_size = sizeof options, .storage = storage, .capacity = sizeof storage };
	fm_strategy_wish wish = { .alignment = FM_POOL_ALIGN };
	const char *at_fault;

	if (size < 2)
		return 0;

	const fm_strategy *strategy = fm_strategy_at(data[0] % 16);

	options.alignment = (size_t)1 << data[1] % 8;
	if (strategy == NULL)
		options.ops = &first_fit;
	else
		options.strategy = strategy->name;
	if (strategy != NULL && strategy->judge(&wish, &at_fault) != FM_OK)
		options.block_size = 48;

	struct bytes bytes = { data + 2, data + size };

	model_run(&options, (size - 2) / 8, (model_source){ next_word, &bytes });
	return 0;
}
