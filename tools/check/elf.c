/* SPDX-License-Identifier: MIT */
/** @file
 * ELF of any class and byte order, by libelf: what kind of file, for which processor, and its segments. */
#include "elf.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "program.h"

int recognises_elf(const struct invocation *call, const struct input *input)
{
	(void)call;
	return input->size >= SELFMAG && memcmp(input->bytes, ELFMAG, SELFMAG) == 0;
}

enum exit_code run_elf(const struct invocation *call, const struct input *input)
{
	return run_program(call, input, read_elf);
}

int elf_read_segments(struct elf_file *file)
{
	size_t count = 0;

	if (elf_getphdrnum(file->elf, &count) != 0)
		count = 0;
	for (size_t i = 0; i < count; i++) {
		GElf_Phdr segment;

		if (gelf_getphdr(file->elf, (int)i, &segment) == NULL) {
			snprintf(file->why, WHY_BYTES, "program header %zu of %zu lies outside the file: is it whole?", i, count);
			return -1;
		}
		if (segment.p_type != PT_LOAD || segment.p_memsz == 0)
			continue;
		if (segment.p_offset > file->size || segment.p_filesz > file->size - segment.p_offset) {
			snprintf(file->why, WHY_BYTES, "segment %zu ends at byte %" PRIu64 " of a file of %" PRIu64 ": the file is cut off", i,
				 segment.p_offset + segment.p_filesz, file->size);
			return -1;
		}
		if (segment.p_vaddr > UINT64_MAX - segment.p_memsz) {
			snprintf(file->why, WHY_BYTES, "segment %zu passes the top of the addresses", i);
			return -1;
		}
		file->segments = grow(file->segments, file->segment_count, sizeof *file->segments);
		file->segments[file->segment_count++] = segment;
	}
	return 0;
}

/** Some linkers leave every physical address 0: then there is none. */
static void forget_physical(struct elf_file *file)
{
	for (size_t i = 0; i < file->segment_count; i++)
		if (file->segments[i].p_paddr != 0)
			return;
	for (size_t i = 0; i < file->segment_count; i++)
		file->segments[i].p_paddr = file->segments[i].p_vaddr;
}

/** 0 iff the file is a program that was linked; else why not. */
static int judge_header(const struct elf_file *file)
{
	switch (file->header.e_type) {
	case ET_EXEC:
	case ET_DYN:
		return 0;
	case ET_REL:
		snprintf(file->why, WHY_BYTES, "an object file, whose addresses are not settled: check takes the program that the linker made of it");
		return -1;
	default:
		snprintf(file->why, WHY_BYTES, "ELF type %u is no program: check takes an executable", (unsigned)file->header.e_type);
		return -1;
	}
}

static int read_parts(struct elf_file *file, struct image *image)
{
	if (elf_kind(file->elf) != ELF_K_ELF || gelf_getehdr(file->elf, &file->header) == NULL) {
		snprintf(file->why, WHY_BYTES, "the ELF header is cut off or of no known class and byte order (%s)", elf_errmsg(-1));
		return -1;
	}
	image->kind = "elf";
	image->machine = file->header.e_machine;
	image->bits = file->header.e_ident[EI_CLASS] == ELFCLASS64 ? 64 : 32;
	image->big_endian = file->header.e_ident[EI_DATA] == ELFDATA2MSB;
	image->knows_rights = 1;
	if (judge_header(file) != 0 || elf_read_segments(file) != 0)
		return -1;
	forget_physical(file);
	if (elf_read_sections(file, image) != 0 || elf_read_symbols(file, image) != 0)
		return -1;
	if (image->piece_count > 0)
		return 0;
	snprintf(file->why, WHY_BYTES, "nothing in the file takes memory: no section and no segment is loaded");
	return -1;
}

int read_elf(const struct invocation *call, const struct input *input, struct image *image, char why[WHY_BYTES])
{
	struct elf_file file = { .size = input->size, .why = why };
	int failed;

	(void)call;
	elf_version(EV_CURRENT);
	file.elf = elf_memory((char *)input->bytes, input->size);
	if (file.elf == NULL) {
		snprintf(why, WHY_BYTES, "libelf can't open it: is it whole? (%s)", elf_errmsg(-1));
		return -1;
	}
	failed = read_parts(&file, image);
	if (failed == 0)
		image_finish(image);
	elf_end(file.elf);
	free(file.segments);
	free(file.piece_of);
	return failed;
}
