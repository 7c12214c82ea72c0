/* SPDX-License-Identifier: MIT */
/** @file
 * Sections of an ELF file as pieces: where each runs, where its bytes are loaded from, what is done with them. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "elf.h"

/** 1 iff the section is writable for the loader's sake only: a table of functions or addresses that nobody stores into once it is there. */
static int written_by_loader(const char *name, const GElf_Shdr *section)
{
	static const char *const names[] = { ".init_array", ".fini_array", ".preinit_array", ".ctors", ".dtors", ".jcr",
					     ".tm_clone_table", ".data.rel.ro", ".dynamic", ".eh_frame", ".got" };

	if (section->sh_type == SHT_INIT_ARRAY || section->sh_type == SHT_FINI_ARRAY || section->sh_type == SHT_PREINIT_ARRAY)
		return 1;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strncmp(name, names[i], strlen(names[i])) == 0)
			return 1;
	return 0;
}

/** The segment that carries the section; NULL: none does. By file offset where it has bytes, since overlays share their addresses. */
static const GElf_Phdr *segment_of(const struct elf_file *file, const GElf_Shdr *section)
{
	for (size_t i = 0; i < file->segment_count; i++) {
		const GElf_Phdr *segment = &file->segments[i];
		uint64_t into = section->sh_addr - segment->p_vaddr;

		if (section->sh_addr < segment->p_vaddr || into > segment->p_memsz || section->sh_size > segment->p_memsz - into)
			continue;
		if (section->sh_type == SHT_NOBITS)
			return segment;
		if (section->sh_offset >= segment->p_offset && section->sh_offset - segment->p_offset == into)
			return segment;
	}
	return NULL;
}

static enum piece_kind kind_of(const GElf_Shdr *section)
{
	if (section->sh_flags & SHF_TLS)
		return PIECE_THREAD;
	if (section->sh_flags & SHF_EXECINSTR)
		return PIECE_CODE;
	if (section->sh_type == SHT_NOBITS)
		return PIECE_ZERO;
	return section->sh_flags & SHF_WRITE ? PIECE_DATA : PIECE_CONSTANT;
}

static void add_section(const struct elf_file *file, struct image *image, const char *name, const GElf_Shdr *section)
{
	const GElf_Phdr *segment = segment_of(file, section);
	struct piece *piece = image_add_piece(image, image_text(image, name, strlen(name)), section->sh_addr, section->sh_size);

	piece->kind = kind_of(section);
	piece->align = section->sh_addralign;
	piece->writes = (section->sh_flags & SHF_WRITE) != 0 && piece->kind != PIECE_THREAD && !written_by_loader(name, section);
	piece->executes = (section->sh_flags & SHF_EXECINSTR) != 0;
	if (section->sh_type == SHT_NOBITS)
		return;
	piece->stored = section->sh_size;
	if (segment != NULL)
		piece->load = segment->p_paddr + (section->sh_addr - segment->p_vaddr);
	piece->unloaded = segment == NULL && file->segment_count > 0;
}

/** A file without section headers: what is loaded as it is, and the zeroes behind it. */
static void add_segments(const struct elf_file *file, struct image *image)
{
	for (size_t i = 0; i < file->segment_count; i++) {
		const GElf_Phdr *segment = &file->segments[i];
		char name[48];

		for (int zeroes = 0; zeroes < 2; zeroes++) {
			uint64_t from = zeroes ? segment->p_filesz : 0, to = zeroes ? segment->p_memsz : segment->p_filesz;
			struct piece *piece;

			if (to <= from)
				continue;
			snprintf(name, sizeof name, "segment %zu%s", i, zeroes ? " (zeroed)" : "");
			piece = image_add_piece(image, image_text(image, name, strlen(name)), segment->p_vaddr + from, to - from);
			piece->executes = (segment->p_flags & PF_X) != 0 && !zeroes;
			piece->writes = (segment->p_flags & PF_W) != 0;
			piece->kind = zeroes ? PIECE_ZERO : piece->executes ? PIECE_CODE : piece->writes ? PIECE_DATA : PIECE_CONSTANT;
			if (!zeroes) {
				piece->load = segment->p_paddr;
				piece->stored = to - from;
			}
		}
	}
}

/** Why a section that takes memory can't be used; NULL: it can. */
static int judge_section(const struct elf_file *file, const char *name, const GElf_Shdr *section)
{
	if (section->sh_type != SHT_NOBITS && (section->sh_offset > file->size || section->sh_size > file->size - section->sh_offset))
		snprintf(file->why, WHY_BYTES, "section %.60s ends at byte %" PRIu64 " of a file of %" PRIu64 ": the file is cut off", name,
			 section->sh_offset + section->sh_size, file->size);
	else if (section->sh_size != 0 && section->sh_addr > UINT64_MAX - section->sh_size)
		snprintf(file->why, WHY_BYTES, "section %.60s passes the top of the addresses", name);
	else
		return 0;
	return -1;
}

/** Room in `piece_of` for the section `index`. */
static void reach_section(struct elf_file *file, size_t index)
{
	while (file->section_count <= index) {
		file->piece_of = grow(file->piece_of, file->section_count, sizeof *file->piece_of);
		file->piece_of[file->section_count++] = PIECE_NONE;
	}
}

/** 1 iff the section takes memory. Zeroes of threads don't: each thread has its own. */
static int takes_memory(Elf_Scn *at, GElf_Shdr *section)
{
	if (gelf_getshdr(at, section) == NULL || (section->sh_flags & SHF_ALLOC) == 0 || section->sh_size == 0)
		return 0;
	return section->sh_type != SHT_NOBITS || (section->sh_flags & SHF_TLS) == 0;
}

int elf_read_sections(struct elf_file *file, struct image *image)
{
	size_t names = 0, count = 0;

	if (elf_getshdrnum(file->elf, &count) != 0 || elf_getshdrstrndx(file->elf, &names) != 0)
		count = 0;
	if (count == 0 && file->header.e_shoff != 0 && file->header.e_shnum != 0) {
		snprintf(file->why, WHY_BYTES, "the section headers lie outside the file: is it whole?");
		return -1;
	}
	for (Elf_Scn *at = elf_nextscn(file->elf, NULL); at != NULL; at = elf_nextscn(file->elf, at)) {
		size_t index = elf_ndxscn(at);
		GElf_Shdr section;
		const char *name;

		reach_section(file, index);
		if (!takes_memory(at, &section))
			continue;
		name = elf_strptr(file->elf, names, section.sh_name);
		name = name == NULL ? "(unnamed)" : name;
		if (judge_section(file, name, &section) != 0)
			return -1;
		file->piece_of[index] = (uint32_t)image->piece_count;
		add_section(file, image, name, &section);
	}
	if (image->piece_count == 0)
		add_segments(file, image);
	return 0;
}
