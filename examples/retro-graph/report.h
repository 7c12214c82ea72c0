/* SPDX-License-Identifier: MIT */
/** @file
 * What the program says at the end: what was shown, where the bytes lie, what was refused, and whether the promise was kept. */
#ifndef RETRO_GRAPH_REPORT_H
#define RETRO_GRAPH_REPORT_H

#include "frames.h"

/** Writes the report to standard output, for people. */
void report_text(const struct stage *stage, const struct options *options, const struct proof *proof);

/** The same as JSON; its first member is "schema": 1. */
void report_json(const struct stage *stage, const struct options *options, const struct proof *proof);

#endif
