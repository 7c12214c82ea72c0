/* SPDX-License-Identifier: MIT */
/** @file
 * A step of a scenario and the ops that execute one. */
#ifndef FLIGHTMEM_TEST_OPS_H
#define FLIGHTMEM_TEST_OPS_H

#include <flightmem.h>
#include <jansson.h>

/** One step: what it says and what it gave. */
struct step {
	json_t *json;
	json_t *answer; /**< members as text */
	fm_refusal why; /**< written by a refused call */
	size_t at;      /**< where a text is wrong */
};

/** Executes a step and fills its answer. */
typedef fm_status op_function(struct step *step);

/** The op of that name; NULL iff there is none. */
op_function *op_find(const char *name);

/** Ends a scenario: what is out or open goes, the newest first. */
void objects_drop(void);

/** Says what is wrong with the step itself, and exits with 2. */
void die(const struct step *step, const char *what);

#endif
