/* SPDX-License-Identifier: MIT */
/** @file
 * What a validator is made of: regions, the windows that show them, and the table that is asked.
 *
 *     regions   one for each of the profile or the list: rights, widths, whose bytes
 *     windows   a region's own base, the slices of mirrors, each reserved area; sorted by base when compiled
 *     rows      sorted, disjoint: who wins where. Row 0 is empty, so that every address leads to a row
 *     index     leading-bits buckets, or a 16-ary tree of 32-bit keys: address -> row
 *
 * A row only says what is certainly allowed. What it does not allow at once is judged exactly, rule by rule, by judge.c, which uses
 * neither the row's rights nor the index: so a mistake in either can refuse nothing, and the tests ask both ways. */
#ifndef FLIGHTMEM_VALIDATE_VALIDATE_H
#define FLIGHTMEM_VALIDATE_VALIDATE_H

#include <flightmem/validator.h>

/** Bytes of fm_validator_options in the first release. */
#define FM_VALIDATE_OPTIONS_FIRST_SIZE (offsetof(fm_validator_options, reserved) + sizeof(uint32_t))
/** Alignment of the control block, bytes. */
#define FM_VALIDATE_CONTROL_ALIGN 16
/** Most windows: rows are numbered by 16 bits, and each window makes two at most. */
#define FM_VALIDATE_WINDOWS_MAX 32000u
#define FM_VALIDATE_RIGHTS 0xFu
#define FM_VALIDATE_WIDTHS 0xF0u
#define FM_VALIDATE_BANKS 0xFFFF0000u
/** Width of an access in bytes, 0: none stated; more than one bit where more than one was. */
#define FM_VALIDATE_WIDTH(access) ((access) >> 4 & 0xFu)
/** Bits of an address that the widest width aligns. */
#define FM_VALIDATE_NATURAL 7u
/** Rows that a bucket leaves to choose from where one look is enough. */
#define FM_VALIDATE_NEAR 4u
/** Keys of one node of the tree. */
#define FM_VALIDATE_FAN 16u

/** A region, of a profile or of a list. */
typedef struct fm_validate_region {
	const char *name; /**< NULL: of a list */
	uint64_t base, size;
	uint64_t begin;   /**< byte of the store that it begins with */
	uint32_t store;   /**< index of the region that owns the bytes */
	uint32_t space;   /**< index of its address space */
	uint32_t access;  /**< rights granted */
	uint32_t unknown; /**< rights that no source speaks of */
	uint32_t align;   /**< 1 or more, a power of two */
	uint32_t read_widths, write_widths;
	uint32_t lane, lane_stride;
	uint32_t bank_count;
	uint32_t unknown_banks; /**< 1: bank_count is 0, and that may only mean that no source says how many */
	uint32_t is_reserved; /**< 0 or 1 */
	fm_fact cached;
} fm_validate_region;

/** Addresses that show bytes of a region. Sorted by base, then order. Slices of a mirror that touch are one window with seams. */
typedef struct fm_validate_window {
	uint64_t base, last; /**< first and last address */
	uint64_t period;     /**< there is a seam at this distance, behind which it begins anew; 0: no */
	uint64_t advance;    /**< byte of the region that it begins with behind each seam, more than before it */
	uint64_t offset;     /**< byte of the region that it begins with */
	uint64_t shift;      /**< from its addresses to the platform's: not 0 where the region was put elsewhere */
	uint32_t region;
	uint32_t mirror;     /**< FM_NONE: the region itself */
	uint32_t order;      /**< of windows that overlap the lowest wins */
	uint32_t inverted;   /**< units of so many bytes lie in opposite order; 0: no */
	uint16_t is_area;    /**< a reserved area: a part of the region's own window */
	uint16_t cached;     /**< fm_fact */
} fm_validate_window;

/** Bytes that are spoken for, counted in the region that owns them. */
typedef struct fm_validate_area {
	uint64_t byte, size;
	uint32_t store;
	uint32_t region; /**< that it is told of */
} fm_validate_area;

/** A bit that no access has and each check adds. */
#define FM_VALIDATE_EXACT (UINT64_C(1) << 32)

/** A run of addresses that one window wins. 32 bytes. */
typedef struct fm_validate_row {
	uint64_t base, size;
	uint64_t refused; /**< bits of an access that are not certainly allowed; FM_VALIDATE_EXACT: nothing is */
	uint32_t fixed;   /**< the region's alignment - 1 */
	uint32_t window;  /**< index */
} fm_validate_row;

/** Addresses that share their leading bits, and the keys of the tree that they have. Chunks without a base take one key together. */
typedef struct fm_validate_chunk {
	uint32_t first; /**< key of its first address */
	uint32_t mask;  /**< bits of an address that are added to it */
} fm_validate_chunk;

/** What the options say of DMA: 0 is what the engines of the profile say. */
typedef struct fm_validate_dma {
	uint64_t limit, boundary;
	uint32_t align, granule;
	uint32_t line;   /**< of the cache; 0: unknown, FM_NONE: there is none or DMA sees it */
	uint32_t engine; /**< of the profile, from 1 on; 0: each; FM_NONE: none */
} fm_validate_dma;

struct fm_validator {
	/* what each check reads */
	const fm_validate_row *rows; /**< row_count + FM_VALIDATE_NEAR of them; [0] and what follows the last one are empty */
	const uint16_t *buckets;     /**< first row of each bucket; NULL: the tree is asked */
	const int32_t *levels[4];    /**< of the tree, the leaves first */
	const fm_validate_chunk *chunks; /**< NULL: an address shifted is its key */
	uint64_t origin;             /**< address that counts as 0 */
	uint64_t top;                /**< last bucket; largest key; last chunk */
	uint32_t shift;              /**< of an address relative to the origin */
	uint32_t span;               /**< rows that a bucket leaves to choose from; levels of the tree */
	uint32_t chunk_shift;        /**< of an address relative to the origin: its chunk */
	uint32_t natural;            /**< bits of an address that the width of a load or store aligns */
	/* what only a refusal reads */
	uint32_t *counters; /**< refusals of each rule; of all at FM_RULE_COUNT */
	const fm_validate_region *regions;
	const fm_validate_window *windows;
	const fm_validate_area *areas;
	const fm_profile *profile;
	fm_memory_provider provider; /**< a copy; without functions where there is none */
	size_t control_bytes;        /**< what the provider gave; 0: the caller's bytes */
	fm_validate_dma dma;
	uint32_t references;
	uint32_t rules;
	uint32_t flags;
	uint32_t row_count, area_count;
	uint32_t refusals[FM_RULE_COUNT + 1];
};

/** A profile whose regions lie elsewhere: where this program has their bytes. */
typedef struct fm_validate_host {
	const fm_profile *profile;
	/** Finds the first address of a region's bytes; false iff they are nowhere, or another region owns them. NULL: where the profile says. */
	int (*place)(const void *user, uint32_t region, uint64_t *base);
	const void *user;
} fm_validate_host;

/** How much there is of everything, and where it lies behind the validator in its block. */
typedef struct fm_validate_plan {
	uint32_t regions, areas, windows, rows;
	size_t at_windows, at_areas, at_rows, at_index, bytes;
} fm_validate_plan;

/** Bytes of the control block for an own list of at most `count` regions. */
size_t fm_validate_list_bytes(uint32_t count);

/** Judges an own list. Returns FM_OK, FM_E_ARGUMENT, FM_E_RANGE, FM_E_ALIGNMENT as fm_validator_open() says. */
fm_status fm_validate_judge_list(const fm_validator_region *regions, uint32_t count);

/** Reads the regions of the profile or list of the options, `count` of them. */
void fm_validate_read_regions(const fm_validator_options *options, fm_validate_region *regions, uint32_t count);

/** Reads the reserved areas whose size is known; without an array it only counts. Gives how many. */
uint32_t fm_validate_read_areas(const fm_validator_options *options, const fm_validate_region *regions, fm_validate_area *areas);

/** Writes the windows; without an array it only counts, to FM_VALIDATE_WINDOWS_MAX + 1 at most. `host`: NULL or with a place(). Gives how many. */
uint32_t fm_validate_read_windows(const fm_validator_options *options, const fm_validate_host *host, fm_validate_window *windows);

/** fm_validator_open() for regions that lie elsewhere: the options name neither profile nor regions, and may be NULL: all defaults. */
fm_status fm_validate_open_host(const fm_validator_options *options, const fm_validate_host *host, fm_validator **out, fm_refusal *why);

/** Sorts the windows and writes rows[1..]: the runs of addresses, each with its winner. `scratch`: one number a window. Gives how many. O(n log n). */
uint32_t fm_validate_sweep(fm_validate_window *windows, uint32_t count, fm_validate_row *rows, uint32_t *scratch);

/** Writes what each row certainly allows. */
void fm_validate_grant(const fm_validator *validator, fm_validate_row *rows);

/** Bytes that an index of `rows` rows takes at most. */
size_t fm_validate_index_bytes(uint32_t rows);

/** Makes the index of the validator's rows in `bytes` of `memory`, aligned to 16: as many as fm_validate_index_bytes() says, or more. */
void fm_validate_index(fm_validator *validator, void *memory, size_t bytes);

/** The key in the tree of an address relative to the origin. */
static FM_ALWAYS_INLINE uint32_t fm_validate_key(const fm_validator *validator, uint64_t relative)
{
	uint64_t at = relative >> (validator->chunks == NULL ? validator->shift : validator->chunk_shift);

	at = at > validator->top ? validator->top : at;
	if (validator->chunks == NULL)
		return (uint32_t)at;
	return validator->chunks[at].first + ((uint32_t)(relative >> validator->shift) & validator->chunks[at].mask);
}

/** Two windows are one to an access: the same, or a region and an area of it. */
int fm_validate_is_same(const fm_validate_window *a, const fm_validate_window *b);

#endif
