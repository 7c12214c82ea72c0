/* SPDX-License-Identifier: MIT */
/** @file
 * Processors as ELF numbers them. */
#ifndef FLIGHTMEM_TOOLS_CHECK_PROCESSORS_H
#define FLIGHTMEM_TOOLS_CHECK_PROCESSORS_H

#include <stdint.h>

/** e_machine of AVR, whose programs number several address spaces in one. */
#define MACHINE_AVR 83u

/** A name for an e_machine. */
struct machine {
	uint32_t number;
	const char *name;
};

/** A processor of a platform. */
struct processor {
	const char *profile;
	const char *name;
	uint32_t machine;
	int runs_program; /**< 0: it has a program and addresses of its own */
};

/** The tables, ended by a row of zeroes. */
extern const struct machine machines[];
extern const struct processor processors[];

#endif
