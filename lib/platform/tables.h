/* SPDX-License-Identifier: MIT */
/** @file
 * The form of a profile: fixed-width rows and one pool of texts, joined by offsets, so that it needs no relocation and means the same
 * as a constant and as a file that was loaded.
 *
 *     fm_profile | ... | spaces | regions | mirrors | reserved areas | capabilities | engines | advice | texts
 *        |_______________^________^_________^_________^________________^______________^_________^________^      offsets from the profile, in bytes
 *
 * A text is an offset into the pool, which begins with an empty text: 0 is "no text". Facts are packed, two bits each.
 * scripts/generate-platforms.py writes tables.c in this form and proves what the readers rely on; of a profile that is loaded,
 * lib/platform/sound.c proves it:
 *
 * - every index and offset leads into its array; every text ends with a NUL;
 * - base + size <= 2^width of the space; of a mirror, base + (count - 1) * stride + size <= 2^width and size <= stride;
 * - what a mirror shows lies in its region: offset + (count - 1) * advance + min(size, period) <= size of the region;
 * - slices that go on in the region without a seam do not touch: advance != size or size < stride;
 * - units of an inverted mirror fill its window: size is a multiple of inverted, and count and period are 0;
 * - of a lane_stride that is not 0, lane is less; align and boundary of an engine are 0 or powers of two;
 * - capabilities are ordered by id, each at most once;
 * - each use is advised at most once, and every text of the advice is there. */
#ifndef FLIGHTMEM_PLATFORM_TABLES_H
#define FLIGHTMEM_PLATFORM_TABLES_H

#include <flightmem/capability.h>

/** A text: its offset in the pool; 0 is none. */
typedef uint32_t fm_table_text;

/** Facts, two bits each, in a row's `facts`: the bits of FM_FACT_... at the place that is named here. */
enum {
	FM_TABLE_HAS_BASE = 0,
	FM_TABLE_CPU_MAPPED = 2,
	FM_TABLE_READ = 4,
	FM_TABLE_WRITE = 6,
	FM_TABLE_EXECUTE = 8,
	FM_TABLE_CACHED_CODE = 10,
	FM_TABLE_CACHED_DATA = 12,
	FM_TABLE_DMA = 14,
	FM_TABLE_VOLATILE = 16,
	FM_TABLE_PERSISTENT = 18,
	FM_TABLE_OPTIONAL = 20,
	FM_TABLE_FAST = 22,
	FM_TABLE_HIDDEN = 24 /**< not a fact: a bit for each processor, the main one first, that does not see the region */
};

/** The facts of a region, without the processors. */
#define FM_TABLE_FACTS ((UINT32_C(1) << FM_TABLE_HIDDEN) - 1)

/** A platform: the head of its rows. */
struct fm_profile {
	uint32_t bytes;              /**< from here to the end of the texts */
	uint32_t texts;              /**< offset of the pool */
	uint32_t spaces;             /**< offset of its first fm_table_space */
	uint32_t regions;            /**< offset of its first fm_table_region */
	uint32_t mirrors;            /**< offset of its first fm_table_mirror */
	uint32_t reserved;           /**< offset of its first fm_table_reserved */
	uint32_t capabilities;       /**< offset of its first fm_table_capability */
	uint32_t engines;            /**< offset of its first fm_table_engine */
	uint32_t advice;             /**< offset of its first fm_table_advice */
	uint32_t space_count;        /**< rows */
	uint32_t region_count;       /**< rows */
	uint32_t mirror_count;       /**< rows */
	uint32_t reserved_count;     /**< rows */
	uint32_t capability_count;   /**< rows */
	uint32_t engine_count;       /**< rows */
	uint32_t advice_count;       /**< rows */
	fm_table_text id;            /**< "psx" */
	fm_table_text name;          /**< "Sony PlayStation" */
	fm_table_text aliases;       /**< names one after the other, each with its NUL, an empty one ends the list */
	uint32_t tier;               /**< FM_TIER_... */
	uint16_t endian;             /**< FM_ENDIAN_... */
	uint16_t counted;            /**< 1: fm_profile_load() made it, and its references are counted; in tables and files 0 */
	uint32_t word_bits;          /**< 0: unknown */
	uint32_t pointer_bits;       /**< 0: unknown */
	uint32_t bus_bits;           /**< 0: unknown */
	uint32_t cache_line_bytes;   /**< 0: unknown; FM_NONE: there is none */
	uint32_t page_bytes;         /**< 0: unknown; FM_NONE: there are none */
	uint32_t misaligned;         /**< FM_MISALIGNED_... */
	uint32_t natural_bytes;      /**< widest alignment that the main CPU wants; 0: unknown */
};

/** An address space. */
struct fm_table_space {
	fm_table_text id;
	uint16_t width_bits;
	uint8_t style;       /**< FM_ADDRESS_... */
	uint8_t cpu_visible; /**< 0 or 1 */
};

/** A region. */
struct fm_table_region {
	uint64_t base;             /**< 0 where it has none */
	uint64_t size;             /**< 0: unknown */
	uint64_t bank_total_bytes; /**< 0: not banked or unknown */
	fm_table_text id;
	fm_table_text name;
	fm_table_text access_via;
	fm_table_text wait_states;
	fm_table_text note;
	uint32_t facts; /**< FM_TABLE_... */
	uint32_t bank_count;
	uint32_t alias_of; /**< index of a region or FM_NONE */
	uint32_t first_mirror;
	uint32_t mirror_count;
	uint32_t first_reserved;
	uint16_t reserved_count;
	uint16_t lane;       /**< byte of each lane_stride that is there */
	uint16_t lane_stride; /**< 0: all bytes are there */
	uint16_t bus_bits;   /**< 0: unknown */
	uint8_t space;
	uint8_t kind;        /**< FM_REGION_... */
	uint8_t read_widths; /**< bits 1, 2, 4, 8 */
	uint8_t write_widths;
};

/** A window onto a region's bytes. */
struct fm_table_mirror {
	uint64_t base;
	uint64_t size;   /**< of each slice */
	uint64_t period; /**< 0: the bytes are there once */
	uint64_t stride; /**< 0: one slice */
	uint64_t offset; /**< byte of the region that the first slice begins with */
	uint64_t advance; /**< what each slice adds to it */
	uint32_t count;  /**< slices; 0: one */
	uint8_t space;
	uint8_t inverted; /**< units of so many bytes lie in opposite order; 0: no */
	uint16_t facts;   /**< FM_TABLE_CACHED_... */
};

/** Bytes that are spoken for. */
struct fm_table_reserved {
	uint64_t base;
	uint64_t size; /**< 0: unknown */
	fm_table_text what;
	uint32_t zero;
};

/** What a platform can do; what no source says has no row. */
struct fm_table_capability {
	uint64_t value;
	fm_table_text source;
	fm_table_text note;
	uint32_t id;
	uint16_t state; /**< FM_CAPABILITY_... */
	uint16_t unit;  /**< FM_UNIT_... */
};

/** A DMA engine. */
struct fm_table_engine {
	fm_table_text id;
	fm_table_text source;
	uint32_t align;    /**< of a transfer's begin, bytes; 0: unknown */
	uint32_t granule;  /**< of its length, bytes; 0: unknown */
	uint32_t boundary; /**< that it does not cross, bytes; 0: none is known */
	uint16_t space;    /**< index; FM_TABLE_ANY_SPACE: all */
	uint16_t address_bits; /**< 0: no limit is known */
};
#define FM_TABLE_ANY_SPACE 0xFFFFu

/** Which strategy for which use. */
struct fm_table_advice {
	fm_table_text use;
	fm_table_text strategy;
	fm_table_text reason;
};

/* The rows hold no padding: a file has the same bytes as a constant of the same byte order. */
FM_STATIC_ASSERT(sizeof(struct fm_profile) == 112, "lib/platform/tables.h: fm_profile has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_space) == 8, "lib/platform/tables.h: fm_table_space has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_region) == 80, "lib/platform/tables.h: fm_table_region has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_mirror) == 56, "lib/platform/tables.h: fm_table_mirror has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_reserved) == 24, "lib/platform/tables.h: fm_table_reserved has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_capability) == 24, "lib/platform/tables.h: fm_table_capability has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_engine) == 24, "lib/platform/tables.h: fm_table_engine has padding");
FM_STATIC_ASSERT(sizeof(struct fm_table_advice) == 12, "lib/platform/tables.h: fm_table_advice has padding");

/** The begin of the built-in tables: the profiles, ordered by id, lie from byte `profiles` on. */
struct fm_tables_head {
	uint32_t profile_count;
	uint32_t profiles;
};

/** The built-in tables; tables.c, which is generated, knows the rest of the type. It begins with a fm_tables_head. */
struct fm_tables;
extern const struct fm_tables fm_builtin_tables;

#endif
