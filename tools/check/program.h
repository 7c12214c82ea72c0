/* SPDX-License-Identifier: MIT */
/** @file
 * Inputs that are programs: each is read into an image, and all images are judged alike. */
#ifndef FLIGHTMEM_TOOLS_CHECK_PROGRAM_H
#define FLIGHTMEM_TOOLS_CHECK_PROGRAM_H

#include "image.h"
#include "input.h"

/** Reads an input into an image, which starts all zero. Returns 0; or -1, and `why` names the flaw. The caller frees the image either way. */
typedef int read_image(const struct invocation *call, const struct input *input, struct image *image, char why[WHY_BYTES]);

/** Reads, judges, says, and compares with a baseline. */
enum exit_code run_program(const struct invocation *call, const struct input *input, read_image *read);

/* The kinds of program, one file each. */
int recognises_elf(const struct invocation *call, const struct input *input);
enum exit_code run_elf(const struct invocation *call, const struct input *input);
read_image read_elf;

int recognises_map(const struct invocation *call, const struct input *input);
enum exit_code run_map(const struct invocation *call, const struct input *input);
read_image read_map;

int recognises_rom(const struct invocation *call, const struct input *input);
enum exit_code run_rom(const struct invocation *call, const struct input *input);
read_image read_rom;

#endif
