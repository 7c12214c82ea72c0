/* SPDX-License-Identifier: MIT */
/** @file
 * A program as it lies in memory, whatever it was read from: pieces and symbols. */
#ifndef FLIGHTMEM_TOOLS_CHECK_IMAGE_H
#define FLIGHTMEM_TOOLS_CHECK_IMAGE_H

#include <stddef.h>
#include <stdint.h>

/** What a piece is; piece_kind_names says it to people and in JSON. */
enum piece_kind { PIECE_CODE, PIECE_CONSTANT, PIECE_DATA, PIECE_ZERO, PIECE_THREAD, PIECE_IMAGE, PIECE_STACK, PIECE_HEAP, PIECE_KINDS };

extern const char *const piece_kind_names[PIECE_KINDS];

/** Index of a piece that is none. */
#define PIECE_NONE UINT32_MAX

/** A piece of the program: an output section, a segment of a file without sections, an image, or a reserve. */
struct piece {
	const char *name;
	uint64_t address; /**< where it runs */
	uint64_t load;    /**< where its bytes come from; `address` where they are loaded in place, or where it has none */
	uint64_t size;    /**< bytes at `address` */
	uint64_t stored;  /**< bytes at `load`; 0: nothing is stored */
	uint64_t align;   /**< what it asks for; 0 or 1: nothing */
	uint32_t region;      /**< index of the region that `address` lies in, and that of `load` where it is another place; FM_NONE: in none */
	uint32_t copy_region;
	enum piece_kind kind;
	unsigned writes : 1;   /**< the program stores into it */
	unsigned executes : 1; /**< the CPU fetches from it */
	unsigned dma : 1;      /**< a DMA engine reads or writes it */
	unsigned overlay : 1;  /**< shares its place with others, one at a time */
	unsigned unloaded : 1; /**< has bytes, but no segment carries them */
	unsigned assumed : 1;  /**< a reserve whose place check chose */
};

/** A name for an address. */
struct symbol {
	const char *name;
	uint64_t address;
	uint64_t size;  /**< 0: not known */
	uint32_t piece; /**< index; PIECE_NONE: absolute, or in none */
	int alias;      /**< another name for the bytes of an earlier one: it is found, and not counted again */
};

/** A program. */
struct image {
	const char *kind; /**< name of the kind of input */
	struct piece *pieces;
	size_t piece_count;
	struct symbol *symbols;
	size_t symbol_count;
	char **texts; /**< what names point to */
	size_t text_count;
	uint64_t fill;       /**< bytes of one value at the end of an image */
	int has_space;       /**< addresses are of `space`, whatever the CPU sees */
	uint32_t space;      /**< index of an address space of the profile */
	uint32_t machine;    /**< e_machine of ELF; 0: not known */
	uint32_t bits;       /**< 32 or 64; 0: not known */
	int big_endian;      /**< -1: not known */
	int knows_rights;    /**< what is written, executed and asked for is known */
};

/** Bytes of a message about a flaw of the input. */
enum { WHY_BYTES = 240 };

/** Room for one more element behind `count`; ends the program where there is no memory. */
void *grow(void *array, size_t count, size_t size);

/** A copy of a name that lives as long as the image. What is no printable ASCII becomes '?': names go to terminals and into JSON. */
const char *image_text(struct image *image, const char *bytes, size_t length);

/** One more piece, all zero but for its name and place. The pointer holds until the next call. */
struct piece *image_add_piece(struct image *image, const char *name, uint64_t address, uint64_t size);

/** One more symbol. */
void image_add_symbol(struct image *image, const char *name, uint64_t address, uint64_t size, uint32_t piece);

/** The symbol that is called so; NULL: there is none. */
const struct symbol *image_find_symbol(const struct image *image, const char *name);

/** Sorts the symbols by address and marks overlays and what names say: stack and heap sections, DMA buffers. */
void image_finish(struct image *image);

/** Frees everything in it. */
void image_free(struct image *image);

#endif
