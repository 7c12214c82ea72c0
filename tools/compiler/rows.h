/* SPDX-License-Identifier: MIT */
/** @file
 * From a sound file to the rows of lib/platform/tables.h, and from these to the bytes of a blob. The same rows as scripts/platforms/tables.py
 * makes of the built-in platforms; tests/command/test_compile.sh compares what both hand out. */
#ifndef FLIGHTMEM_TOOLS_COMPILER_ROWS_H
#define FLIGHTMEM_TOOLS_COMPILER_ROWS_H

#include <flightmem/capability.h>

#include "compiler/tree.h"
#include "platform/tables.h"

/** Rows of one kind, or texts, one after the other; they grow. */
struct heap {
	unsigned char *bytes;
	size_t size, room;
};

/** The arrays of a profile, in their order in a blob. */
enum rows_of { ROWS_SPACES, ROWS_REGIONS, ROWS_MIRRORS, ROWS_RESERVED, ROWS_CAPABILITIES, ROWS_ENGINES, ROWS_ADVICE, ROWS_KINDS };

/** A profile on its way. */
struct compilation {
	struct source *source;
	const struct node *root;
	struct fm_profile head;
	struct heap rows[ROWS_KINDS];
	struct heap texts;
};

/** What a platform can do: the answer of its file, or of a rule. */
struct answer {
	int is_said; /**< 0: nothing is */
	fm_capability_state state;
	fm_unit unit;
	uint64_t value;
	const char *source, *note; /**< NULL: none */
};

/** Compiles a source that was judged and has no problem. */
void compile_source(struct compilation *made, struct source *source);

/** Appends `size` bytes to a heap and gives the place of the first. */
size_t append_bytes(struct heap *heap, const void *bytes, size_t size);

/** The offset of a text in the pool, where it is put if it is not there; 0 for NULL. */
fm_table_text pool_text(struct compilation *made, const char *text);

/** The texts of a list, a comma and a blank between; NULL iff there is none. Lives as long as the source. */
const char *joined_texts(struct source *source, const struct node *list);

/** What is said of the capability `id`. */
struct answer answer_of(struct source *source, const char *id);

/** Puts the profile into a blob for a machine of the order `endian`, FM_ENDIAN_...; 0: of this one. Returns its bytes, which end_compilation() frees. */
const unsigned char *make_blob(struct compilation *made, uint32_t endian, size_t *size);

/** Frees what was compiled. */
void end_compilation(struct compilation *made);

#endif
