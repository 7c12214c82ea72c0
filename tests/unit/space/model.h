/* SPDX-License-Identifier: MIT */
/** @file
 * A plain model of reservations: one mark a byte, and the answers by looking at every place. */
#ifndef FLIGHTMEM_TEST_SPACE_MODEL_H
#define FLIGHTMEM_TEST_SPACE_MODEL_H

#include "fake.h"

enum { MODEL_BYTES = 0x1000, MODEL_PIECES = 40 };

/** Memory with one or several names. A mark is 0: free, 1: reserved by the platform, else 2 + the piece. */
struct model {
	unsigned char marks[MODEL_BYTES];
	uint64_t sizes[MODEL_PIECES];
};

/** A name of a model's bytes. */
struct model_region {
	const char *id;
	uint64_t base;  /**< address */
	uint64_t begin; /**< byte of the model */
	uint64_t size;
	struct model *model;
	uint64_t peak;
	uint64_t refused;
};

/** What a request comes to. */
struct model_answer {
	fm_status status;
	uint64_t at;      /**< byte of the model */
	uint64_t largest;
	uint64_t release; /**< on FM_E_EXHAUSTED the fewest bytes of pieces to give back */
};

static inline int is_in_the_way(unsigned char mark, int empty)
{
	return empty ? mark == 1 : mark != 0;
}

/** The longest run at a multiple of `align`, and the lowest that holds `size`: its byte, or UINT64_MAX. */
static inline uint64_t model_find(const struct model_region *region, uint64_t size, uint64_t align, int empty, uint64_t *largest)
{
	uint64_t lowest = UINT64_MAX;
	uint64_t run = 0;

	*largest = 0;
	for (uint64_t i = region->size; i-- > 0;) {
		run = is_in_the_way(region->model->marks[region->begin + i], empty) ? 0 : run + 1;
		if ((region->base + i) % align != 0)
			continue;
		*largest = run > *largest ? run : *largest;
		if (run >= size)
			lowest = region->begin + i;
	}
	return lowest;
}

/** The fewest bytes of pieces that lie in the way of one place. */
static inline uint64_t model_release(const struct model_region *region, uint64_t size, uint64_t align)
{
	const struct model *model = region->model;
	uint64_t least = UINT64_MAX;

	for (uint64_t i = 0; i + size <= region->size; i++) {
		uint64_t sum = 0;
		uint64_t k;

		for (k = 0; (region->base + i) % align == 0 && k < size; k++) {
			unsigned char mark = model->marks[region->begin + i + k];

			if (mark == 1)
				break;
			if (mark > 1 && (k == 0 || model->marks[region->begin + i + k - 1] != mark))
				sum += model->sizes[mark - 2];
		}
		least = k == size && sum < least ? sum : least;
	}
	return least;
}

static inline struct model_answer model_ask(const struct model_region *region, uint64_t size, uint64_t align)
{
	struct model_answer answer = { .status = FM_OK };
	uint64_t ignored;

	answer.at = model_find(region, size, align, 0, &answer.largest);
	if (answer.at == UINT64_MAX)
		answer.status = model_find(region, size, align, 1, &ignored) == UINT64_MAX ? FM_E_TOO_LARGE : FM_E_EXHAUSTED;
	if (answer.status == FM_E_EXHAUSTED)
		answer.release = model_release(region, size, align);
	return answer;
}

static inline void model_mark(struct model *model, uint64_t at, uint64_t size, unsigned char mark)
{
	memset(model->marks + at, mark, size);
	if (mark > 1)
		model->sizes[mark - 2] = size;
}

/** Bytes of a region that a piece covers, or, with `free_too`, that one could. */
static inline uint64_t model_count(const struct model_region *region, int free_too)
{
	uint64_t count = 0;

	for (uint64_t i = 0; i < region->size; i++) {
		unsigned char mark = region->model->marks[region->begin + i];

		count += mark > 1 || (free_too && mark == 0);
	}
	return count;
}

#endif
