/* SPDX-License-Identifier: MIT */
/** @file
 * A program as pieces and symbols, and what the names of sections say about them. */
#include "image.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../command.h"

enum { NAME_LONGEST = 4096 };

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
	if (a->size != b->size)
		return a->size < b->size ? -1 : 1;
	if (a->piece != b->piece)
		return a->piece < b->piece ? -1 : 1;
	return strcmp(a->name, b->name);
}

static int by_turn(const void *left, const void *right)
{
	const struct piece *a = *(struct piece *const *)left, *b = *(struct piece *const *)right;

	return a->address < b->address ? -1 : a->address > b->address;
}

/** 1 iff the piece is brought to where it runs from somewhere else. */
static int is_brought(const struct piece *piece)
{
	return piece->stored > 0 && piece->load != piece->address;
}

/** Sections that begin at one address, each brought there from a place of its own, take turns: what ld's OVERLAY makes. */
static void mark_overlays(struct image *image)
{
	struct piece **sorted = malloc((image->piece_count + 1) * sizeof *sorted);

	if (sorted == NULL)
		exit((int)complain(EXIT_INPUT, "no memory to look for overlays"));
	for (size_t i = 0; i < image->piece_count; i++)
		sorted[i] = &image->pieces[i];
	qsort(sorted, image->piece_count, sizeof(struct piece *), by_turn);
	for (size_t i = 1; i < image->piece_count; i++)
		if (sorted[i]->address == sorted[i - 1]->address && is_brought(sorted[i]) && is_brought(sorted[i - 1]))
			sorted[i]->overlay = sorted[i - 1]->overlay = 1;
	free(sorted);
}

/** What the name of a section says: a reserve keeps bytes free that nothing is linked into. */
static void mark_names(struct piece *piece)
{
	if (strncmp(piece->name, ".dma", 4) == 0)
		piece->dma = 1;
	if (piece->kind != PIECE_ZERO && piece->kind != PIECE_DATA)
		return;
	if (strncmp(piece->name, ".stack", 6) == 0 || strstr(piece->name, "heap_stack") != NULL)
		piece->kind = PIECE_STACK;
	else if (strncmp(piece->name, ".heap", 5) == 0)
		piece->kind = PIECE_HEAP;
}

/** Sorted, other names for the same bytes follow each other. */
static void mark_aliases(struct image *image)
{
	for (size_t i = 1; i < image->symbol_count; i++) {
		const struct symbol *before = &image->symbols[i - 1];
		struct symbol *symbol = &image->symbols[i];

		symbol->alias = symbol->size > 0 && symbol->address == before->address && symbol->size == before->size && symbol->piece == before->piece;
	}
}

void image_finish(struct image *image)
{
	if (image->symbol_count > 0)
		qsort(image->symbols, image->symbol_count, sizeof *image->symbols, by_address);
	mark_aliases(image);
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
