/* SPDX-License-Identifier: MIT */
/** @file
 * Wants: which of my wishes does a platform grant first, and why not those before it? Static profiles and the live host answer alike. Any
 * thread; of a space its own.
 *
 * A want is a row, or a text that anyone can write:
 *
 *     scratchpad, else fast ram, else main; at least 16 KiB; dma
 *     region iwram, else main has simd_width at least 128 bits
 *
 *     wants = want { [ "," | ";" ] "else" want } { ( "," | ";" ) term { term } }      what follows the last want is asked of every one
 *     want  = term { term }
 *     term  = "region" id | kind | [ "not" ] fact | "ram" | "uncached" | "optional"
 *           | [ "at least" ] size | "aligned to" size | "has" capability [ [ "at least" ] size [ "bits" | "bytes" ] ]
 *     fact  = "address" | "mapped" | "read" | "write" | "execute" | "cached" | "cached code" | "dma" | "volatile" | "persistent" | "fast"
 *
 * Kinds are those of fm_region_kind_name(), capabilities those of fm_capability_name(), sizes those of size.h, without a space but before
 * the unit; a size behind a capability is its value. Also understood: readable, writable, executable, dma-able, cpu-mapped. Upper and lower
 * case are alike, and so are "_", "-" and a space inside a name; ids are taken as they are. Of several kinds any will do. "ram" is read and
 * write, "uncached" is not cached. Every want names its region or kind itself: neither can be asked of all. */
#ifndef FLIGHTMEM_RESOLVE_H
#define FLIGHTMEM_RESOLVE_H

#include <flightmem/capability.h>
#include <flightmem/refusal.h>
#include <flightmem/size.h>
#include <flightmem/space.h>

/* Facts of a region, in fm_want.must and must_not: the members of fm_region of these names. Values are for ever. */
#define FM_WANT_ADDRESS 1u        /**< has_base */
#define FM_WANT_MAPPED 2u         /**< cpu_mapped */
#define FM_WANT_READ 4u           /**< read */
#define FM_WANT_WRITE 8u          /**< write */
#define FM_WANT_EXECUTE 0x10u     /**< execute */
#define FM_WANT_CACHED_CODE 0x20u /**< cached_code */
#define FM_WANT_CACHED 0x40u      /**< cached_data */
#define FM_WANT_DMA 0x80u         /**< dma */
#define FM_WANT_VOLATILE 0x100u   /**< is_volatile */
#define FM_WANT_PERSISTENT 0x200u /**< persistent */
#define FM_WANT_FAST 0x800u       /**< fast */

#define FM_WANT_OPTIONAL 1u /**< fm_want.flags: a region that not every machine has will do */

/** The bit of a kind in fm_want.kinds. */
#define FM_WANT_KIND(kind) (1u << (kind))

/** Bytes of an id in a want, the end mark included. */
#define FM_WANT_ID_BYTES 32
/** Capabilities that a want can name. */
#define FM_WANT_CAPABILITIES 4
/** Wants that a text can list. */
#define FM_WANTS_MAX 32u

/** A capability that a platform shall have. Frozen. */
typedef struct fm_want_capability {
	uint64_t least;      /**< its value at least, in the capability's own unit; 0: any */
	fm_capability_id id; /**< FM_HAS_...; 0: none */
	uint32_t reserved;   /**< 0 */
} fm_want_capability;

/** One wish. Zero members ask for nothing. Frozen, of the same bytes everywhere: an array of them crosses the border as it is. */
typedef struct fm_want {
	uint64_t bytes;                /**< in one piece, outside reserved areas */
	uint64_t align;                /**< of that piece, a power of two; 0: 1 */
	fm_want_capability capabilities[FM_WANT_CAPABILITIES]; /**< of the platform, all of them */
	uint32_t kinds;                /**< FM_WANT_KIND() of those that will do; 0: any that is a program's, no registers, nothing reserved */
	uint32_t must;                 /**< FM_WANT_... of the facts that a source says yes to */
	uint32_t must_not;             /**< FM_WANT_... of those that a source says no to */
	uint32_t flags;                /**< FM_WANT_OPTIONAL */
	char region[FM_WANT_ID_BYTES]; /**< id of the one region that will do, be it optional, ended by a NUL; empty: any */
} fm_want;

/** The answer. An output struct: set struct_size first. Texts live as long as the profile. */
typedef struct fm_resolution {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *id;     /**< of the region; NULL: the want asks for none */
	uint64_t bytes;     /**< its largest piece at this alignment, outside reserved areas; in a space of what is left. 0: unknown, or no region */
	uint32_t want;      /**< index of the first that holds */
	uint32_t region;    /**< index; FM_NONE: the want asks for none */
} fm_resolution;

FM_BEGIN_DECLS

/**
 * Reads one want of a text, with what is asked of every one.
 *
 * @param text      any bytes, by the grammar above
 * @param length    how many, or FM_TEXT: up to the NUL
 * @param index     of the want in the text
 * @param error_at  may be NULL; receives on FM_E_SYNTAX and FM_E_RANGE the index of the byte at fault
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff the text lists no more than `index`; FM_E_SYNTAX iff the text, all of it, is not of that grammar; FM_E_RANGE
 * iff a size is none that 64 bits hold, an id is longer than FM_WANT_ID_BYTES - 1, or there are more than FM_WANTS_MAX wants, or more than
 * FM_WANT_CAPABILITIES capabilities in one; FM_E_ARGUMENT iff `text` or `out` is NULL. A failure leaves `*out`. O(length).
 */
FM_API fm_status fm_want_parse(const char *text, size_t length, uint32_t index, fm_want *out, size_t *error_at);

/**
 * The first want that holds, and its region, the first of the profile that has everything. A want holds iff sources say so: what is unknown does
 * not hold. Whether a region that not every machine has is there is unknown, too, until FM_WANT_OPTIONAL or the region's id says that it will do.
 *
 * @param why  may be NULL; why the last want does not hold, where none does. Why another one does not: ask for it alone. Of several regions
 *             that could be meant the one that comes nearest is told of.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `profile`, `wants` or `out` is NULL or `count` is 0; FM_E_ABI_SIZE as abi.h says; else why the last want
 * does not hold:
 * - FM_E_NOT_FOUND iff there is no such region: `why->subject` is "region 'iwrm'", "kind 'scratchpad'" or "region";
 * - FM_E_PERMISSION iff a source says of a fact what the want does not want ("dma of scratchpad"), or programs are denied a capability;
 * - FM_E_FACT_UNKNOWN iff no source says ("dma of psram", "size of emmc", "presence of psram", "has threads");
 * - FM_E_UNSUPPORTED iff the platform has not that capability, or less of it: "has simd_width", `why->asked` and `why->available` are values;
 * - FM_E_TOO_LARGE iff there are fewer bytes in one piece: `why->help_bytes` are those that there are;
 * - FM_E_ALIGNMENT iff `align` is no power of two; FM_E_ABI_FIELD iff `flags` has a bit that is none of the above, or `region` does not end.
 * Facts and capabilities that the library does not know are unknown: "fact of iwram", "has ?".
 * A failure leaves `*out`. O(wants * regions).
 */
FM_API fm_status fm_profile_resolve(const fm_profile *profile, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why);

/**
 * fm_profile_resolve() for memory to be taken: what is already taken counts, and one byte at least must be left. Returns as that;
 * FM_E_EXHAUSTED also iff there would be room, but not now: `why` is as fm_space_reserve() has it; FM_E_PERMISSION also iff nothing of the region may
 * ever be taken. Takes nothing, and counts nothing as refused. O(wants * (regions + reservations)).
 */
FM_API fm_status fm_space_resolve(const fm_space *space, const fm_want *wants, uint32_t count, fm_resolution *out, fm_refusal *why);

FM_END_DECLS

#endif
