/* SPDX-License-Identifier: MIT */
/** @file
 * What a run was, for people and as JSON. */
#ifndef LIBRETRO_HOST_REPORT_H
#define LIBRETRO_HOST_REPORT_H

#include "run.h"

/** Writes the report to stdout as a few lines. */
void report_text(const struct run *run, const struct options *options);

/** Writes the report to stdout as one JSON object. */
void report_json(const struct run *run, const struct options *options);

#endif
