/* SPDX-License-Identifier: MIT */
/** @file
 * Symbols of an ELF file: names for addresses, with sizes. */
#include <string.h>

#include "elf.h"

/** 1 iff the symbol names a place or a number, not a file, a section, or what kind of code follows (ARM, RISC-V). */
static int is_of_use(const GElf_Sym *symbol, const char *name)
{
	unsigned type = GELF_ST_TYPE(symbol->st_info);

	if (name == NULL || name[0] == '\0' || name[0] == '$' || symbol->st_shndx == SHN_UNDEF || symbol->st_shndx == SHN_COMMON)
		return 0;
	return type == STT_NOTYPE || type == STT_OBJECT || type == STT_FUNC || type == STT_COMMON;
}

/** Bit 0 of the address of Thumb code says only that it is Thumb code. */
static uint64_t address_of(const struct elf_file *file, const GElf_Sym *symbol)
{
	if (file->header.e_machine == EM_ARM && GELF_ST_TYPE(symbol->st_info) == STT_FUNC)
		return symbol->st_value & ~UINT64_C(1);
	return symbol->st_value;
}

static void add_table(struct elf_file *file, struct image *image, Elf_Scn *at, const GElf_Shdr *section)
{
	for (Elf_Data *data = elf_getdata(at, NULL); data != NULL; data = elf_getdata(at, data)) {
		size_t entry = gelf_fsize(file->elf, ELF_T_SYM, 1, EV_CURRENT), count = entry == 0 ? 0 : data->d_size / entry;

		for (size_t i = 0; i < count && i <= INT32_MAX; i++) {
			GElf_Sym symbol;
			const char *name;

			if (gelf_getsym(data, (int)i, &symbol) == NULL)
				break;
			name = elf_strptr(file->elf, section->sh_link, symbol.st_name);
			if (!is_of_use(&symbol, name))
				continue;
			image_add_symbol(image, image_text(image, name, strlen(name)), address_of(file, &symbol), symbol.st_size,
					 symbol.st_shndx < file->section_count ? file->piece_of[symbol.st_shndx] : PIECE_NONE);
		}
	}
}

int elf_read_symbols(struct elf_file *file, struct image *image)
{
	for (Elf_Scn *at = elf_nextscn(file->elf, NULL); at != NULL; at = elf_nextscn(file->elf, at)) {
		GElf_Shdr section;

		if (gelf_getshdr(at, &section) == NULL || section.sh_type != SHT_SYMTAB)
			continue;
		if (section.sh_offset > file->size || section.sh_size > file->size - section.sh_offset) {
			snprintf(file->why, WHY_BYTES, "the symbol table lies outside the file: the file is cut off");
			return -1;
		}
		add_table(file, image, at, &section);
	}
	return 0;
}
