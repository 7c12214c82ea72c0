/* SPDX-License-Identifier: MIT */
/** @file
 * A program as pieces and symbols, and what the names of sections say about them. */
#include "image.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../command.h"

enum { NAME_LONGEST = 4096, OVERLAYS_MOST = 4096 };

const char *const piece_kind_names[PIECE_KINDS] = {
	[PIECE_CODE] = "code", [PIECE_CONSTANT] = "constants", [PIECE_DATA] = "data",   [PIECE_ZERO] = "zeroed",
	[PIECE_THREAD] = "thread", [PIECE_IMAGE] = "image",	[PIECE_STACK] = "stack", [PIECE_HEAP] = "heap",
};

void *grow(void *array, size_t count, size_t size)
{
	void *more = array;

	if (count == 0 || (count >= 16 && (count & (count - 1)) == 0))
		more = realloc(array, (count == 0 ? 16 : count * 2) * size);
	if (more == NULL)
		exit((int)complain(EXIT_INPUT, "no memory for the program's sections and symbols"));
	return more;
}

const char *image_text(struct image *image, const char *bytes, size_t length)
{
	size_t kept = length < NAME_LONGEST ? length : NAME_LONGEST;
	char *text = malloc(kept + 1);

	if (text == NULL)
		exit((int)complain(EXIT_INPUT, "no memory for the program's names"));
	for (size_t i = 0; i < kept; i++)
		text[i] = bytes[i] >= 0x20 && bytes[i] < 0x7F ? bytes[i] : '?';
	text[kept] = '\0';
	image->texts = grow(image->texts, image->text_count, sizeof *image->texts);
	image->texts[image->text_count++] = text;
	return text;
}

struct piece *image_add_piece(struct image *image, const char *name, uint64_t address, uint64_t size)
{
	image->pieces = grow(image->pieces, image->piece_count, sizeof *image->pieces);
	image->pieces[image->piece_count] = (struct piece){ .name = name, .address = address, .load = address, .size = size, .region = PIECE_NONE,
							       .copy_region = PIECE_NONE };
	return &image->pieces[image->piece_count++];
}

void image_add_symbol(struct image *image, const char *name, uint64_t address, uint64_t size, uint32_t piece)
{
	image->symbols = grow(image->symbols, image->symbol_count, sizeof *image->symbols);
	image->symbols[image->symbol_count++] = (struct symbol){ name, address, size, piece, 0 };
}

const struct symbol *image_find_symbol(const struct image *image, const char *name)
{
	for (size_t i = 0; i < image->symbol_count; i++)
		if (strcmp(image->symbols[i].name, name) == 0)
			return &image->symbols[i];
	return NULL;
}

static int by_address(const void *left, const void *right)
{
	const struct symbol *a = left, *b = right;

	if (a->address != b->address)
		return a->address < b->address ? -1 : 1;
	return strcmp(a->name, b->name);
}

/** 1 iff `name` is "__load_start_" or "__load_stop_" with the letters of `section` that a C name can have: what ld's OVERLAY defines. */
static int names_overlay(const char *name, const char *prefix, const char *section)
{
	size_t length = strlen(prefix);

	if (strncmp(name, prefix, length) != 0)
		return 0;
	for (name += length; *section != '\0'; section++) {
		int letter = (*section >= '0' && *section <= '9') || (*section >= 'a' && *section <= 'z') || (*section >= 'A' && *section <= 'Z') || *section == '_';

		if (letter && *name++ != *section)
			return 0;
	}
	return *name == '\0';
}

static void mark_overlays(struct image *image)
{
	size_t seen = 0;

	for (size_t s = 0; s < image->symbol_count && seen < OVERLAYS_MOST; s++) {
		if (strncmp(image->symbols[s].name, "__load_start_", 13) != 0)
			continue;
		seen++;
		for (size_t p = 0; p < image->piece_count; p++)
			if (names_overlay(image->symbols[s].name, "__load_start_", image->pieces[p].name))
				image->pieces[p].overlay = 1;
	}
}

/** What the name of a section says: a reserve keeps bytes free that nothing is linked into. */
static void mark_names(struct piece *piece)
{
	if (strncmp(piece->name, ".dma", 4) == 0)
		piece->dma = 1;
	if (piece->stored != 0 && piece->kind != PIECE_ZERO && piece->kind != PIECE_DATA)
		return;
	if (strncmp(piece->name, ".stack", 6) == 0 || strstr(piece->name, "heap_stack") != NULL)
		piece->kind = PIECE_STACK;
	else if (strncmp(piece->name, ".heap", 5) == 0)
		piece->kind = PIECE_HEAP;
}

void image_finish(struct image *image)
{
	if (image->symbol_count > 0)
		qsort(image->symbols, image->symbol_count, sizeof *image->symbols, by_address);
	for (size_t i = 0; i < image->piece_count; i++)
		mark_names(&image->pieces[i]);
	mark_overlays(image);
}

void image_free(struct image *image)
{
	for (size_t i = 0; i < image->text_count; i++)
		free(image->texts[i]);
	free(image->texts);
	free(image->pieces);
	free(image->symbols);
	*image = (struct image){ 0 };
}
