/* SPDX-License-Identifier: MIT */
/** @file
 * The three parts of reading an ELF file, each on what the one before has found. */
#ifndef FLIGHTMEM_TOOLS_CHECK_ELF_H
#define FLIGHTMEM_TOOLS_CHECK_ELF_H

#include <gelf.h>

#include "image.h"
#include "input.h"

/** A file while it is read. */
struct elf_file {
	Elf *elf;
	uint64_t size; /**< bytes of the file */
	GElf_Ehdr header;
	GElf_Phdr *segments; /**< those that are loaded */
	size_t segment_count;
	uint32_t *piece_of; /**< by index of a section: its piece, or PIECE_NONE */
	size_t section_count;
	char *why; /**< WHY_BYTES */
};

/** Finds the segments that are loaded. Returns 0, or -1 and `why`, here and below. */
int elf_read_segments(struct elf_file *file);

/** Pieces from sections, or from segments where there are no sections. */
int elf_read_sections(struct elf_file *file, struct image *image);

/** Symbols. */
int elf_read_symbols(struct elf_file *file, struct image *image);

#endif
