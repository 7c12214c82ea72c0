/* SPDX-License-Identifier: MIT */
/** @file
 * The map file of GNU ld (-Map): output sections where they run and where they are loaded, symbols, and what names say of the rest.
 *
 * A map does not say whether an output section has bytes. It has none iff nothing was put into it but what is zeroed. Nor does it say sizes
 * of symbols: one that has an input section for itself (-fdata-sections, -ffunction-sections) has the size of that. */
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "program.h"

#define HEADING "Linker script and memory map"

/** A map while it is read line by line. */
struct map {
	struct image *image;
	char *why;
	size_t line;
	size_t piece;        /**< the output section, or image->piece_count: none that takes memory */
	char pending[512];   /**< a name that stood alone on its line; "" */
	int pending_output;  /**< it is that of an output section */
	int has_bytes;       /**< something other than zeroes was put into the output section */
	uint64_t input_at, input_size; /**< the input section */
	size_t input_symbols;          /**< how many symbols it has so far */
	size_t input_first;            /**< index of the first of them */
	int after_output;              /**< the script is over: what follows takes no memory where its address is 0 */
};

/** Reads "0x1234" at `*text`, moves behind it and the blanks that follow. Returns 0; -1 iff there is none that fits. */
static int read_number(const char **text, uint64_t *out)
{
	const char *at = *text;
	uint64_t value = 0;
	int digits = 0;

	if (at[0] != '0' || at[1] != 'x')
		return -1;
	for (at += 2; isxdigit((unsigned char)*at); at++, digits++) {
		if (value >> 60 != 0)
			return -1;
		value = value << 4 | (uint64_t)(isdigit((unsigned char)*at) ? *at - '0' : tolower((unsigned char)*at) - 'a' + 10);
	}
	if (digits == 0 || (*at != '\0' && *at != ' '))
		return -1;
	*text = at + strspn(at, " ");
	*out = value;
	return 0;
}

static int begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/** 1 iff sections of this name have no place in memory; they stand at address 0. */
static int takes_no_memory(const char *name)
{
	static const char *const names[] = { ".debug", ".comment", ".stab", ".note.GNU-stack", ".ARM.attributes", ".riscv.attributes", ".gnu.",
					     ".mdebug", ".line", ".pdr", ".gptab", ".strtab", ".symtab", ".shstrtab" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (begins(name, names[i]))
			return 1;
	return 0;
}

/** 1 iff an input section of this name is only zeroed. */
static int is_zeroed(const char *name)
{
	return begins(name, ".bss") || begins(name, ".sbss") || begins(name, "COMMON") || begins(name, ".noinit") || begins(name, ".dynbss") ||
	       begins(name, ".tbss") || begins(name, "*fill*") || begins(name, ".scommon") || begins(name, ".dynsbss");
}

/** What an output section is, as far as its name and what was put into it tell. */
static enum piece_kind kind_of(const char *name, int has_bytes)
{
	if (!has_bytes)
		return PIECE_ZERO;
	if (begins(name, ".text") || begins(name, ".init") || begins(name, ".fini"))
		return PIECE_CODE;
	return begins(name, ".rodata") || begins(name, ".ARM.ex") || begins(name, ".eh_frame") ? PIECE_CONSTANT : PIECE_DATA;
}

/** The output section ends here. */
static void end_output(struct map *map)
{
	struct piece *piece;

	if (map->piece >= map->image->piece_count)
		return;
	piece = &map->image->pieces[map->piece];
	piece->kind = kind_of(piece->name, map->has_bytes);
	piece->stored = map->has_bytes ? piece->size : 0;
	piece->writes = piece->kind == PIECE_DATA || piece->kind == PIECE_ZERO;
	if (!map->has_bytes && begins(piece->name, ".tbss")) /* each thread has its own: no bytes here */
		map->image->piece_count--;
	map->piece = SIZE_MAX;
}

/** "0xADDRESS 0xSIZE [load address 0xADDRESS]" of the output section `name`. Returns 0, or -1 and why. */
static int read_output(struct map *map, const char *name, const char *rest)
{
	uint64_t address, size, load;
	struct piece *piece;

	if (read_number(&rest, &address) != 0 || read_number(&rest, &size) != 0)
		return 0;
	end_output(map);
	map->input_size = 0;
	map->has_bytes = 0;
	if (size == 0 || (address == 0 && (map->after_output || takes_no_memory(name))))
		return 0;
	if (address > UINT64_MAX - size) {
		snprintf(map->why, WHY_BYTES, "line %zu: section %.60s passes the top of the addresses", map->line, name);
		return -1;
	}
	map->piece = map->image->piece_count;
	piece = image_add_piece(map->image, image_text(map->image, name, strlen(name)), address, size);
	if (begins(rest, "load address ")) {
		rest += strlen("load address ");
		if (read_number(&rest, &load) != 0 || load > UINT64_MAX - size) {
			snprintf(map->why, WHY_BYTES, "line %zu: the load address of %.60s can't be read", map->line, name);
			return -1;
		}
		piece->load = load;
	}
	return 0;
}

/** "0xADDRESS 0xSIZE FILE" of the input section `name`, or of a statement such as LONG. */
static void read_input_section(struct map *map, const char *name, const char *rest)
{
	uint64_t address, size;

	if (read_number(&rest, &address) != 0 || read_number(&rest, &size) != 0)
		return;
	map->input_at = address;
	map->input_size = size;
	map->input_symbols = 0;
	if (size > 0 && !is_zeroed(name))
		map->has_bytes = 1;
}

/** 1 iff `name`, `length` letters long, is that of a symbol: not of the place itself, nor of an expression that was not evaluated. */
static int names_symbol(const char *name, size_t length, int assigned)
{
	if (length == 0 || strchr(".[(", *name) != NULL)
		return 0;
	return name[length] == '\0' || assigned || begins(name, "PROVIDE");
}

/** A symbol that lies in an input section has its size as long as it is the only one there. */
static void size_symbol(struct map *map)
{
	size_t last = map->image->symbol_count - 1;

	map->input_symbols++;
	if (map->input_symbols == 1)
		map->input_first = last;
	if (map->input_symbols == 1 && map->image->symbols[last].address == map->input_at)
		map->image->symbols[last].size = map->input_size;
	else
		map->image->symbols[map->input_first].size = 0;
}

/** "0xADDRESS NAME" or "0xVALUE NAME = EXPRESSION". */
static void read_symbol(struct map *map, uint64_t address, const char *name)
{
	size_t length = strcspn(name, " ");
	int assigned = name[length] == ' ' && name[length + strspn(name + length, " ")] == '=';
	int inside = map->piece < map->image->piece_count && address >= map->input_at && address - map->input_at < map->input_size && !assigned;

	if (!names_symbol(name, length, assigned))
		return;
	image_add_symbol(map->image, image_text(map->image, name, length), address, 0, inside ? (uint32_t)map->piece : PIECE_NONE);
	if (inside)
		size_symbol(map);
}

/** A line that begins with an address, `rest` on: it continues a name, states data, or has a symbol. */
static int read_continued(struct map *map, const char *rest)
{
	const char *after = rest;
	uint64_t address;

	if (read_number(&after, &address) != 0)
		return 0;
	if (map->pending[0] != '\0' && map->pending_output)
		return read_output(map, map->pending, rest);
	if (begins(after, "0x"))
		read_input_section(map, map->pending[0] != '\0' ? map->pending : "data", rest);
	else
		read_symbol(map, address, after);
	return 0;
}

/** A line that begins with a name: an output section at the very left, an input section one to the right. */
static int read_named(struct map *map, const char *line, int output)
{
	size_t length = strcspn(line, " ");
	const char *rest = line + length + strspn(line + length, " ");

	if (output && begins(line, "OUTPUT("))
		map->after_output = 1;
	if (length == 0 || length >= sizeof map->pending || strchr("*(/", line[0]) != NULL ? !begins(line, "*fill*") : 0)
		return 0;
	snprintf(map->pending, sizeof map->pending, "%.*s", (int)length, line);
	map->pending_output = output;
	if (*rest == '\0')
		return 0;
	if (output) {
		char name[sizeof map->pending];

		memcpy(name, map->pending, sizeof name);
		map->pending[0] = '\0';
		return read_output(map, name, rest);
	}
	read_input_section(map, map->pending, rest);
	map->pending[0] = '\0';
	return 0;
}

static int read_line(struct map *map, const char *line)
{
	size_t blanks = strspn(line, " ");
	int failed;

	if (line[blanks] == '\0')
		return 0;
	if (blanks < 2)
		return read_named(map, line + blanks, blanks == 0);
	failed = read_continued(map, line + blanks);
	map->pending[0] = '\0';
	return failed;
}

/** The next line of the input as text; 0 iff there is none. A longer line than there is room for is cut. */
static int next_line(const struct input *input, size_t *at, char *line, size_t room)
{
	const unsigned char *end;
	size_t length, kept;

	if (*at >= input->size)
		return 0;
	end = memchr(input->bytes + *at, '\n', input->size - *at);
	length = end == NULL ? input->size - *at : (size_t)(end - input->bytes) - *at;
	kept = length < room - 1 ? length : room - 1;
	memcpy(line, input->bytes + *at, kept);
	for (size_t i = 0; i < kept; i++)
		if (line[i] == '\0' || line[i] == '\r' || line[i] == '\t')
			line[i] = ' ';
	while (kept > 0 && line[kept - 1] == ' ')
		kept--;
	line[kept] = '\0';
	*at += length + 1;
	return 1;
}

int read_map(const struct invocation *call, const struct input *input, struct image *image, char why[WHY_BYTES])
{
	struct map map = { .image = image, .why = why, .piece = SIZE_MAX };
	char line[2048];
	size_t at = 0;
	int inside = 0;

	(void)call;
	image->kind = "map";
	image->big_endian = -1;
	while (next_line(input, &at, line, sizeof line)) {
		map.line++;
		if (begins(line, "Cross Reference Table"))
			break;
		if (inside && read_line(&map, line) != 0)
			return -1;
		inside |= begins(line, HEADING);
	}
	end_output(&map);
	if (image->piece_count == 0) {
		snprintf(why, WHY_BYTES, "line %zu is the last, and no section in the map takes memory: is it whole?", map.line);
		return -1;
	}
	image_finish(image);
	return 0;
}

int recognises_map(const struct invocation *call, const struct input *input)
{
	(void)call;
	return input_has(input, "\n" HEADING "\n", SIZE_MAX) || input_has(input, "\nMemory Configuration\n", SIZE_MAX);
}

enum exit_code run_map(const struct invocation *call, const struct input *input)
{
	return run_program(call, input, read_map);
}
