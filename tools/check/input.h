/* SPDX-License-Identifier: MIT */
/** @file
 * What flightmem check can be given. A new kind is one file with the two functions of a row, and its row in inputs.c. */
#ifndef FLIGHTMEM_TOOLS_CHECK_INPUT_H
#define FLIGHTMEM_TOOLS_CHECK_INPUT_H

#include <flightmem.h>

#include "../command.h"

/** The bytes that check was given. */
struct input {
	const char *name; /**< as the user wrote it, for messages */
	unsigned char *bytes;
	size_t size;
	FILE *rest; /**< what follows them; NULL: nothing does */
};

/** A kind of input. */
struct input_kind {
	const char *name; /**< as --as and JSON have it: "elf" */
	const char *what; /**< for people: "a linked program (ELF)" */
	/** 1 iff `input` is of this kind. Kinds are asked in the order of their rows. */
	int (*recognises)(const struct invocation *call, const struct input *input);
	/** Judges it and says what was found. */
	enum exit_code (*run)(const struct invocation *call, const struct input *input);
	int streams; /**< 1: it reads the rest of the input itself, which may be of any length */
};

/** The kinds, ended by a row of NULLs. */
extern const struct input_kind input_kinds[];

/** Reads a file, or standard input for "-". Returns EXIT_YES, or EXIT_INPUT after a message. The caller frees `input->bytes`. */
enum exit_code read_input(const char *name, struct input *input);

/** Reads the first bytes of it. Returns EXIT_YES, or EXIT_INPUT after a message; then read_rest(), or close_input(). */
enum exit_code open_input(const char *name, struct input *input);

/** Reads the rest, as read_input() does. After a failure nothing is held. */
enum exit_code read_rest(struct input *input);

/** Frees the bytes and closes the file. */
void close_input(struct input *input);

/** The kind whose mark is in the first bytes, of those that read their rest themselves, or that --as names; NULL: none, without a message. */
const struct input_kind *streaming_kind_of_input(const struct invocation *call, const struct input *input);

/** The kind that --as names, or that recognises the whole input; NULL after a message. */
const struct input_kind *kind_of_input(const struct invocation *call, const struct input *input);

/** The platform that --profile names; NULL after a message. */
const fm_profile *required_profile(const struct invocation *call);

/** 1 iff `text` occurs in the first `reach` bytes of the input. */
int input_has(const struct input *input, const char *text, size_t reach);

#endif
