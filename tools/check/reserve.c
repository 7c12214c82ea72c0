/* SPDX-License-Identifier: MIT */
/** @file
 * Stack and heap: bytes that nothing is linked into and that the program needs all the same. What options say comes first, then sections
 * named .stack and .heap, then the symbols that linker scripts use. A heap that takes what is left is no reserve: it is the free bytes. */
#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "report.h"

static const char *const stack_sizes[] = { "_Min_Stack_Size", "__stack_size", "__stack_size__", "__STACK_SIZE", "_stack_size", "stack_size", "stack_bytes",
					   "__StackSize", "_STACK_SIZE", "Stack_Size", NULL };
static const char *const stack_tops[] = { "__StackTop", "_estack", "__stack_top", "_stack_top", "stack_top", "__stack", "_stack", "__initial_sp", "__sp_usr",
					  "_sp", NULL };
static const char *const stack_bottoms[] = { "__StackBottom", "__StackLimit", "__stack_limit", "_sstack", "_stack_bottom", "stack_bottom", NULL };
static const char *const heap_sizes[] = { "_Min_Heap_Size", "__heap_size", "__heap_size__", "__HEAP_SIZE", "_heap_size", "heap_size", "heap_bytes",
					  "__HeapSize", "Heap_Size", NULL };

/** What is known of a reserve. */
struct reserve {
	enum piece_kind kind;
	int has_size, has_top;
	uint64_t size;
	uint64_t top; /**< the address behind its last byte */
};

static const struct symbol *first_of(const struct image *image, const char *const *names)
{
	const struct symbol *symbol = NULL;

	for (; *names != NULL && symbol == NULL; names++)
		symbol = image_find_symbol(image, *names);
	return symbol;
}

/** 1 iff the name is that of a number of bytes, not of a place. */
static int names_size(const char *name)
{
	char lower[128];
	size_t i = 0;

	for (; name[i] != '\0' && i < sizeof lower - 1; i++)
		lower[i] = (char)tolower((unsigned char)name[i]);
	lower[i] = '\0';
	return strstr(lower, "size") != NULL || strstr(lower, "bytes") != NULL || strstr(lower, "length") != NULL;
}

/** Reads --stack and --heap: a size, the symbol of a size, or the symbol of the stack's top. */
static enum exit_code read_option(const struct report *report, const char *option, struct reserve *reserve)
{
	size_t at = 0, error_at;

	for (const char *value; (value = next_option_value(report->call, option, &at)) != NULL;) {
		const struct symbol *symbol = image_find_symbol(report->image, value);

		if (symbol == NULL && fm_size_parse(value, strlen(value), &reserve->size, &error_at) != FM_OK)
			return complain(EXIT_USAGE, "--%s %s: neither a size such as 4KiB nor a symbol of the program", option, value);
		if (symbol != NULL && names_size(value))
			reserve->size = symbol->address;
		if (symbol == NULL || names_size(value)) {
			reserve->has_size = 1;
		} else if (reserve->kind == PIECE_HEAP) {
			return complain(EXIT_USAGE, "--heap %s: give its size, or the symbol of a size; a heap without one takes what is free", value);
		} else {
			reserve->top = symbol->address;
			reserve->has_top = 1;
		}
	}
	return EXIT_YES;
}

/** 1 iff a section keeps both, as ._user_heap_stack does: all of it is counted as the stack's. */
static int keeps_both(const struct image *image)
{
	for (size_t i = 0; i < image->piece_count; i++)
		if (strstr(image->pieces[i].name, "heap_stack") != NULL)
			return 1;
	return 0;
}

/** The section that is this reserve already; NULL: none. */
static const struct piece *section_of(const struct image *image, enum piece_kind kind)
{
	for (size_t i = 0; i < image->piece_count; i++)
		if (image->pieces[i].kind == kind)
			return &image->pieces[i];
	return NULL;
}

static void read_symbols(const struct report *report, struct reserve *reserve)
{
	const struct image *image = report->image;
	const struct symbol *size = first_of(image, reserve->kind == PIECE_STACK ? stack_sizes : heap_sizes);
	const struct symbol *top = reserve->kind == PIECE_STACK ? first_of(image, stack_tops) : NULL;
	const struct symbol *bottom = reserve->kind == PIECE_STACK ? first_of(image, stack_bottoms) : NULL;

	if (top != NULL && !reserve->has_top) {
		reserve->has_top = 1;
		reserve->top = top->address;
	}
	if (reserve->has_size)
		return;
	if (size != NULL) {
		reserve->has_size = 1;
		reserve->size = size->address;
	} else if (reserve->has_top && bottom != NULL && bottom->address < reserve->top) {
		reserve->has_size = 1;
		reserve->size = reserve->top - bottom->address;
	}
}

/** The last of what the program writes; NULL: it writes nothing. */
static const struct span *last_written(const struct report *report)
{
	const struct span *last = NULL;

	for (size_t i = 0; i < report->span_count; i++) {
		const struct span *span = &report->spans[i];
		const struct piece *piece = span->piece == PIECE_NONE ? NULL : &report->image->pieces[span->piece];

		if (span->use == USE_SECTION && piece->writes && (last == NULL || span->number >= last->number))
			last = span;
	}
	return last;
}

/** Where a reserve without a place goes: the stack to the end of the largest free run of the region that data ends in, the heap to its begin. */
static enum exit_code choose_place(const struct report *report, const struct reserve *reserve, uint64_t *address)
{
	const struct span *last = last_written(report);
	const struct tally *tally;

	if (last == NULL)
		return complain(EXIT_USAGE, "--%s: nothing of the program is written, so no region is known for it; name the symbol of its top",
				piece_kind_names[reserve->kind]);
	tally = &report->tallies[last->region];
	*address = last->number - last->offset + tally->largest_at; /* through the window that data is reached by */
	if (reserve->kind == PIECE_STACK && tally->largest > reserve->size)
		*address += tally->largest - reserve->size;
	return EXIT_YES;
}

static enum exit_code add_reserve(struct report *report, const struct reserve *reserve)
{
	const char *name = piece_kind_names[reserve->kind];
	uint64_t address = reserve->top - reserve->size;
	size_t first = report->image->piece_count;
	struct piece *piece;

	if (reserve->has_top && !reserve->has_size) {
		char at[PLACE_BYTES];

		add_finding(report, "stack_size", WEIGHT_NOTE, name, "the stack begins below %s, and nothing says how much it needs, so none is counted",
			    place_text(report, reserve->top, at));
		remedy_finding(&report->findings[report->finding_count - 1], "say it: --stack 4KiB, or a symbol __stack_size in the linker script");
	}
	if (!reserve->has_size || reserve->size == 0)
		return EXIT_YES;
	if (report->image->bits == 32) /* a top of 0 is the end of the addresses */
		address &= UINT32_MAX;
	if (!reserve->has_top && choose_place(report, reserve, &address) != EXIT_YES)
		return EXIT_USAGE;
	piece = image_add_piece(report->image, name, address, reserve->size);
	piece->kind = reserve->kind;
	piece->writes = 1;
	piece->assumed = !reserve->has_top;
	place_pieces(report, first);
	tally_spans(report);
	return EXIT_YES;
}

/** Adds the reserve of one kind, if there is one. */
static enum exit_code find_reserve(struct report *report, enum piece_kind kind)
{
	struct reserve reserve = { .kind = kind };
	const struct piece *section = section_of(report->image, kind);
	enum exit_code code = read_option(report, piece_kind_names[kind], &reserve);

	if (code != EXIT_YES)
		return code;
	if (section != NULL && reserve.has_size)
		return complain(EXIT_USAGE, "--%s: the section %s keeps %" PRIu64 " bytes for it already", piece_kind_names[kind], section->name, section->size);
	if (section != NULL || (!reserve.has_size && keeps_both(report->image)))
		return EXIT_YES;
	read_symbols(report, &reserve);
	return add_reserve(report, &reserve);
}

enum exit_code add_reserves(struct report *report)
{
	enum exit_code code = find_reserve(report, PIECE_STACK);

	return code == EXIT_YES ? find_reserve(report, PIECE_HEAP) : code;
}
