/* SPDX-License-Identifier: MIT */
/** @file
 * The index: which row an address may belong to. Chosen when the validator is opened.
 *
 * - leading-bits buckets, where no bucket holds more than three boundaries: a load, and three comparisons at once;
 * - else a 16-ary tree of 32-bit keys, where the bases fit: fifteen comparisons at once, one node a level;
 * - else the tree with a table before it that leaves out what lies between: the bases of a 64-bit process are in a few places, far apart;
 * - else the buckets with as many halvings as the fullest needs.
 *
 * An address before the first row or far behind the last one leads to any row: the row itself judges. */
#include "validate/validate.h"

#define BOUNDARIES_MAX (FM_VALIDATE_NEAR - 1)
#define BUCKETS_MIN 64u
/** Keys of the tree are the relative addresses with the first bit turned, so that signed comparisons order them. */
#define BIAS 0x80000000u
#define KEY_LAST 0xFFFFFFFEu /**< the largest key of an address; one more is what fills the last nodes */

static uint32_t bucket_limit(uint32_t rows)
{
	return rows < BUCKETS_MIN / 4 ? BUCKETS_MIN : rows * 4;
}

/** Nodes of the level that has `below` keys. */
static uint32_t nodes_for(uint32_t below)
{
	return (below + FM_VALIDATE_FAN - 1) / FM_VALIDATE_FAN;
}

/** Bytes of a tree of `rows` keys. */
static size_t tree_bytes(uint32_t rows)
{
	size_t bytes = 0;

	do {
		rows = nodes_for(rows);
		bytes += rows * FM_VALIDATE_FAN * sizeof(int32_t);
	} while (rows > 1);
	return bytes;
}

size_t fm_validate_index_bytes(uint32_t rows)
{
	size_t buckets = bucket_limit(rows) * sizeof(uint16_t), tree = tree_bytes(rows);

	return tree > buckets ? tree : buckets;
}

/** Relative address of a row's base. */
static uint64_t relative(const fm_validator *validator, uint32_t row)
{
	return validator->rows[row].base - validator->origin;
}

/** The least shift that brings the last base below `limit`. */
static uint32_t shift_below(const fm_validator *validator, uint64_t limit)
{
	uint64_t last = relative(validator, validator->row_count);
	uint32_t shift = 0;

	while (last >> shift >= limit)
		shift++;
	return shift;
}

/** Fills the buckets and gives the most boundaries that one of them holds. */
static uint32_t fill_buckets(fm_validator *validator, uint16_t *buckets)
{
	uint32_t row = 0, most = 0;

	for (uint64_t b = 0; b <= validator->top; b++) {
		uint64_t first = b << validator->shift;
		uint32_t inside = 0;

		while (row < validator->row_count && relative(validator, row + 1) <= first)
			row++;
		while (row + inside < validator->row_count && relative(validator, row + inside + 1) >> validator->shift == b)
			inside++;
		buckets[b] = (uint16_t)row;
		most = inside > most ? inside : most;
	}
	return most;
}

/** Moves each begin so far down that `most` rows follow it: then no search passes the last row. */
static void lower_begins(const fm_validator *validator, uint16_t *buckets, uint32_t most)
{
	uint32_t highest = validator->row_count - most;

	for (uint64_t b = 0; b <= validator->top; b++)
		if (buckets[b] > highest)
			buckets[b] = (uint16_t)highest;
}

/** Makes buckets, and gives the most boundaries that one of them holds. */
static uint32_t make_buckets(fm_validator *validator, uint16_t *buckets)
{
	validator->shift = shift_below(validator, bucket_limit(validator->row_count));
	validator->top = relative(validator, validator->row_count) >> validator->shift;
	validator->buckets = buckets;

	uint32_t most = fill_buckets(validator, buckets);

	validator->span = most + 1;
	return most;
}

/** The bits that any base has, relative to the origin: a shift that drops none of them loses nothing. */
static uint64_t bits_of_bases(const fm_validator *validator)
{
	uint64_t bits = 0;

	for (uint32_t i = 1; i <= validator->row_count; i++)
		bits |= relative(validator, i);
	return bits;
}

/**
 * Fills a tree with the keys of the bases. A node says where its second to last children begin: what comes before them is the first one's.
 *
 *     [16 32 48 -]                                       each node ends with a key above all others, so a count of smaller ones ends, too
 *     [1 2 .. 15 -] [17 18 .. 31 -] [33 .. 47 -] [49 .. -] */
static void fill_tree(fm_validator *validator, int32_t *memory)
{
	uint32_t count = validator->row_count, keys = 0;

	validator->buckets = NULL;
	validator->span = 0;
	for (uint32_t stride = 1; keys != FM_VALIDATE_FAN; stride *= FM_VALIDATE_FAN, memory += keys) {
		keys = nodes_for((count - 1) / stride + 1) * FM_VALIDATE_FAN;
		for (uint32_t i = 0; i < keys; i++) {
			uint32_t row = (i + 1) * stride;
			int is_last = i % FM_VALIDATE_FAN == FM_VALIDATE_FAN - 1 || row >= count;

			memory[i] = is_last ? INT32_MAX : (int32_t)(fm_validate_key(validator, relative(validator, row + 1)) ^ BIAS);
		}
		validator->levels[validator->span++] = memory;
	}
}

/** Makes a tree; false iff the bases do not fit 32 bits without loss, and then nothing was written. */
static int make_tree(fm_validator *validator, void *memory)
{
	uint32_t shift = shift_below(validator, KEY_LAST);

	if (bits_of_bases(validator) >> shift << shift != bits_of_bases(validator))
		return 0;
	validator->shift = shift;
	validator->top = KEY_LAST;
	fill_tree(validator, memory);
	return 1;
}

/** How many chunks the bases of the first `rows` rows lie in. */
static uint64_t count_used(const fm_validator *validator, uint32_t rows, uint32_t chunk_shift)
{
	uint64_t used = 1;

	for (uint32_t i = 2; i <= rows; i++)
		used += relative(validator, i) >> chunk_shift != relative(validator, i - 1) >> chunk_shift;
	return used;
}

/**
 * Writes the chunks up to that of row `rows`, and one more for all that follows. Keys are handed out where bases are:
 *
 *     | base base |  none  |  none  | base   | none ...          last base? |      by address
 *     [   keys    ]   (the last key before)  [ keys  ][ one key for all of these ]   by key */
static void fill_chunks(fm_validator *validator, fm_validate_chunk *chunks, uint32_t rows, uint32_t mask)
{
	uint32_t row = 1, next = 0;

	for (uint64_t c = 0; c <= validator->top; c++) {
		chunks[c] = (fm_validate_chunk){ .first = next - (next != 0) };
		for (; row <= rows && relative(validator, row) >> validator->chunk_shift == c; row++)
			chunks[c] = (fm_validate_chunk){ .first = next, .mask = mask };
		next += chunks[c].mask + (chunks[c].mask != 0);
	}
	chunks[validator->top].first = next;
}

/** Makes a tree with chunks of the largest size that gives no more than 32 bits of keys; false iff there is none, or no room for the table. */
static int make_chunks(fm_validator *validator, uint32_t rows, void *memory, size_t bytes)
{
	size_t tree = tree_bytes(validator->row_count), room = tree > bytes ? 0 : (bytes - tree) / sizeof(fm_validate_chunk);
	uint32_t shift = 0, bits = 31;

	while (shift < 32 && (bits_of_bases(validator) >> shift & 1) == 0)
		shift++;
	while (bits > 0 && count_used(validator, rows, shift + bits) << bits > KEY_LAST - 1)
		bits--;
	validator->top = (relative(validator, rows) >> (shift + bits)) + 1;
	if (validator->top >= room)
		return 0;

	fm_validate_chunk *chunks = (void *)((char *)memory + tree);

	validator->shift = shift;
	validator->chunk_shift = shift + bits;
	validator->chunks = chunks;
	fill_chunks(validator, chunks, rows, (1u << bits) - 1);
	fill_tree(validator, memory);
	return 1;
}

void fm_validate_index(fm_validator *validator, void *memory, size_t bytes)
{
	uint16_t *buckets = memory;

	if (validator->row_count == 0) {
		buckets[0] = 0;
		validator->buckets = buckets;
		validator->span = 1;
		return;
	}
	validator->origin = validator->rows[1].base;
	if (make_buckets(validator, buckets) <= BOUNDARIES_MAX || make_tree(validator, memory))
		return;
	/* What lies far behind all others, as the last page of a process does, may be alone in the last chunk. */
	if (!make_chunks(validator, validator->row_count, memory, bytes) && !make_chunks(validator, validator->row_count - 1, memory, bytes))
		lower_begins(validator, buckets, make_buckets(validator, buckets));
}
