/* SPDX-License-Identifier: MIT */
/** @file
 * The rules that check judges by, and what each says: for --allow, --explain and the documents. */
#ifndef FLIGHTMEM_TOOLS_CHECK_RULES_H
#define FLIGHTMEM_TOOLS_CHECK_RULES_H

/** A name and a sentence. */
struct said {
	const char *name;
	const char *sentence;
};

/** Rules, and the numbers of the table; both are ended by a row of NULLs. */
extern const struct said check_rules[];
extern const struct said check_numbers[];

#endif
