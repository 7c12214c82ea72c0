/* SPDX-License-Identifier: MIT */
/** @file
 * The form of a platform: data/schemas/platform.json, interpreted. */
#ifndef FLIGHTMEM_TOOLS_COMPILER_FORM_H
#define FLIGHTMEM_TOOLS_COMPILER_FORM_H

#include "compiler/tree.h"

/**
 * Judges the form of the root; what is wrong becomes problems of the source. Returns 0, or -1 iff the schema itself can't be used, which is a
 * fault of this program: a message says which keyword.
 */
int judge_form(struct source *source);

#endif
