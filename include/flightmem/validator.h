/* SPDX-License-Identifier: MIT */
/** @file
 * Validators: may this access happen? Rules compiled once for an address space of a profile, or for a list of regions; then a check costs
 * a table look-up and a few comparisons. Immutable once open: any number of threads may check; counters and references are atomic where
 * the platform has atomics.
 *
 * FM_E_ACCESS_... are the verdicts, one a rule, all of kind denied. OK means: every byte lies in one window of one region, without a seam,
 * and each rule that is on allows the access. What no source states is refused, unless FM_VALIDATOR_ALLOW_UNKNOWN says otherwise. */
#ifndef FLIGHTMEM_VALIDATOR_H
#define FLIGHTMEM_VALIDATOR_H

#include <flightmem/profile.h>
#include <flightmem/provider.h>
#include <flightmem/refusal.h>

/** A validator; opaque, reference counted. */
typedef struct fm_validator fm_validator;

/* What an access does: rights, at most one width, at most one bank. None of them: only where it lies is judged. */
#define FM_ACCESS_READ 1u    /**< loads */
#define FM_ACCESS_WRITE 2u   /**< stores */
#define FM_ACCESS_EXECUTE 4u /**< fetches instructions */
#define FM_ACCESS_DMA 8u     /**< a DMA engine does it, not the CPU */
#define FM_ACCESS_8 0x10u    /**< by single bytes. Without a width neither width nor natural alignment is judged */
#define FM_ACCESS_16 0x20u   /**< by units of 2 bytes */
#define FM_ACCESS_32 0x40u   /**< by units of 4 bytes */
#define FM_ACCESS_64 0x80u   /**< by units of 8 bytes */
/** With bank `index`, 0 to 65534, selected. Without it banks are not judged. */
#define FM_ACCESS_BANK(index) (((uint32_t)(index) + 1u) << 16)

/* Rules, in the order in which they judge. Values are for ever. */
#define FM_RULE_BOUNDS 0u     /**< every byte in one window of one region, without a seam; can't be switched off */
#define FM_RULE_ALIGNMENT 1u  /**< the address is a multiple of the region's own alignment and, for DMA and where the CPU wants it, of the width */
#define FM_RULE_PERMISSION 2u /**< the region may be read, written, executed */
#define FM_RULE_WIDTH 3u      /**< the region takes units of this width, and the size is a whole number of them */
#define FM_RULE_DMA 4u        /**< the engine reaches it; begin, length, boundary and cache lines are as it needs them */
#define FM_RULE_LANE 5u       /**< only bytes that are there: of some devices one byte of every few is */
#define FM_RULE_RESERVED 6u   /**< no byte that is spoken for, under whatever name */
#define FM_RULE_BANK 7u       /**< the bank exists */
#define FM_RULE_ALIAS 8u      /**< of two accesses: not the same bytes through two addresses with a write among them */
#define FM_RULE_WX 9u         /**< nothing that can be written is executed. A policy, no fact of a platform: never on by default */
#define FM_RULE_COUNT 10u     /**< rules of this header; a later library may have more */
/** The bit of a rule in options.rules. */
#define FM_RULE_BIT(rule) (1u << (rule))

/** How much is judged. */
typedef uint32_t fm_validator_level;
#define FM_VALIDATOR_FULL 0u /**< the rules of options.rules */
#define FM_VALIDATOR_FAST 1u /**< of those only bounds, alignment, permission and width */
#define FM_VALIDATOR_OFF 2u  /**< nothing: every access is OK */

#define FM_VALIDATOR_ALLOW_UNKNOWN 1u   /**< options.flags: what no source states is allowed */
#define FM_VALIDATOR_ALLOW_UNALIGNED 2u /**< options.flags: the CPU loads and stores at any address, whatever the profile says */
#define FM_VALIDATOR_COHERENT 4u        /**< options.flags: DMA sees what the caches hold: no whole lines are needed */

#define FM_VALIDATOR_REGION_CACHED 1u   /**< region.flags: loads are cached here */
#define FM_VALIDATOR_REGION_RESERVED 2u /**< region.flags: exists, but not for programs */

/** A region of an own list. Frozen: an array of them crosses the border as it is. Zero: nothing granted, no limit. */
typedef struct fm_validator_region {
	uint64_t base;         /**< first address */
	uint64_t size;         /**< bytes, at least 1 */
	uint64_t alias_offset; /**< byte of the other region that it begins with, where `alias` names one */
	uint32_t alias;        /**< 0: its bytes are its own; n: they are those of region n - 1, which stands earlier */
	uint32_t access;       /**< what is granted: FM_ACCESS_READ to FM_ACCESS_DMA */
	uint32_t flags;        /**< FM_VALIDATOR_REGION_... */
	uint32_t align;        /**< every access begins at a multiple, a power of two; 0: 1 */
	uint32_t read_widths;  /**< legal loads, bits 1, 2, 4, 8 for that many bytes; 0: any */
	uint32_t write_widths; /**< legal stores, the same */
	uint32_t lane;         /**< byte of each `lane_stride` that is there */
	uint32_t lane_stride;  /**< 0 or 1: all bytes are there */
	uint32_t bank_count;   /**< banks behind its window; 0: none */
	uint32_t reserved;     /**< 0 */
} fm_validator_region;

/** Options of a validator. Zero is the default of each member. */
typedef struct fm_validator_options {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const fm_profile *profile;          /**< whose address space is judged; NULL: `regions` */
	const fm_validator_region *regions; /**< an own list, copied; of regions that overlap the first wins. NULL where there is a profile */
	const fm_memory_provider *provider; /**< NULL: fm_memory_default() */
	void *control;                      /**< NULL or bytes for the control block, aligned to 16; they outlive the validator */
	size_t control_size;                /**< at least fm_validator_control_size() */
	uint64_t dma_limit;                 /**< first byte that the engine can't address, in the regions' own windows; 0: the profile's */
	uint64_t dma_boundary;              /**< no transfer crosses a multiple, a power of two; 0: the profile's */
	uint32_t region_count;              /**< of `regions` */
	uint32_t space;                     /**< index of the profile's address space */
	uint32_t rules;                     /**< FM_RULE_BIT() of those that judge; 0: all but FM_RULE_WX */
	fm_validator_level level;           /**< FM_VALIDATOR_... */
	uint32_t flags;                     /**< FM_VALIDATOR_... */
	uint32_t dma_align;                 /**< of a transfer's begin, bytes, a power of two; 0: the profile's; 1 for a list */
	uint32_t dma_granule;               /**< a transfer's length is a multiple, bytes; 0: the profile's; 1 for a list */
	uint32_t cache_line;                /**< bytes; 0: the profile's; FM_NONE: there is no cache */
	uint32_t dma_engine;                /**< n: the profile's engine n - 1; 0: a transfer must suit each of them; FM_NONE: none of them */
	uint32_t reserved;                  /**< 0 */
} fm_validator_options;

/** One access, for many at once. Frozen. */
typedef struct fm_access {
	uint64_t address; /**< first byte */
	uint64_t size;    /**< bytes, at least 1 */
	uint32_t access;  /**< FM_ACCESS_... */
	uint32_t reserved; /**< 0 */
} fm_access;

/** Why an access is refused: the rule, the place, what would do. An output struct. Texts live as long as the validator. */
typedef struct fm_finding {
	size_t struct_size; /**< bytes of the struct: abi.h */
	const char *rule_name;   /**< "alignment" */
	const char *region_name; /**< id of the region in the profile; NULL: an own list, or none */
	const char *remedy;      /**< what would help, one English sentence without its full stop */
	uint64_t at;             /**< first address at fault */
	uint64_t help;           /**< the size, alignment, length or address that would do, as the remedy says; 0: none would */
	fm_status status;        /**< FM_E_ACCESS_... */
	uint32_t rule;           /**< FM_RULE_... */
	uint32_t region;         /**< index in the profile or the list that the access begins in; FM_NONE: none */
	uint32_t mirror;         /**< index of the mirror that it came through; FM_NONE: none */
} fm_finding;

FM_BEGIN_DECLS

/**
 * Bytes of options.control. Returns FM_OK, or what fm_validator_open() returns for these options; the memory is not looked at. A failure
 * leaves `*bytes`. FM_E_ARGUMENT also iff `bytes` is NULL.
 */
FM_API fm_status fm_validator_control_size(const fm_validator_options *options, size_t *bytes);

/**
 * Compiles the rules. A profile is referenced until the end; an own list is copied.
 *
 * Returns FM_OK; FM_E_ARGUMENT iff `options` or `out` is NULL, or not exactly one of `profile` and `regions` is there, or `level`, `rules`,
 * `flags` or a member of a region is none of the above, or the provider lacks obtain() or give_back(); FM_E_RANGE iff a region has no bytes,
 * passes the top of the numbers or the end of the one whose bytes it shares; FM_E_ALIGNMENT iff an alignment, boundary or `control` is not
 * as said; FM_E_NOT_FOUND iff the profile has no such space, or there is no such engine; FM_E_ABI_SIZE, FM_E_ABI_FIELD as abi.h says;
 * FM_E_TOO_LARGE iff there are more than 32,000 windows, or `control_size` is too small: `why->help_bytes` is what it takes; FM_E_NO_MEMORY
 * iff the control block is to come from a provider, and it had none or there is none, or what else the provider returned. A failure leaves
 * `*out` and holds nothing.
 * O(n log n) in the windows.
 */
FM_API FM_NODISCARD fm_status fm_validator_open(const fm_validator_options *options, fm_validator **out, fm_refusal *why);

/** One more reference. Returns `validator`; NULL stays NULL. */
FM_API fm_validator *fm_validator_ref(fm_validator *validator);

/** Drops a reference; the last one closes. NULL is fine. */
FM_API void fm_validator_unref(fm_validator *validator);

/** Closes. Returns FM_OK; FM_E_BUSY iff another reference is held, and then nothing changes; FM_E_ARGUMENT iff `validator` is NULL. */
FM_API fm_status fm_validator_close(fm_validator *validator);

/**
 * May this access happen? Total in `address`, `size` and `access`.
 *
 * Returns FM_OK; the FM_E_ACCESS_... of the first rule that refuses, in the order of FM_RULE_...; FM_E_ARGUMENT iff `validator` is NULL or
 * no rule is asked: `size` is 0, `access` has a bit that is none of FM_ACCESS_..., or more than one width. O(log of the windows) at most.
 */
FM_API fm_status fm_validator_check(const fm_validator *validator, uint64_t address, uint64_t size, uint32_t access);

/**
 * fm_validator_check() of each.
 *
 * @param statuses  NULL, or room for `count`: the verdicts
 * @return how many are not FM_OK; all `count`, with FM_E_ARGUMENT each, iff `validator` is NULL; 0 iff `accesses` is NULL.
 */
FM_API size_t fm_validator_check_many(const fm_validator *validator, const fm_access *accesses, size_t count, fm_status *statuses);

/**
 * May two accesses happen side by side? Returns as fm_validator_check() of `first`, then of `second`; FM_E_ACCESS_ALIAS iff FM_RULE_ALIAS is
 * on, they have bytes in common under different addresses, and at least one writes: then neither cache nor compiler knows of the other.
 * FM_E_ARGUMENT iff `first` or `second` is NULL.
 */
FM_API fm_status fm_validator_check_pair(const fm_validator *validator, const fm_access *first, const fm_access *second);

/**
 * Every reason why the access is refused, one an index. `other` is NULL, or the second access of a pair. Counts nothing.
 *
 * Returns FM_OK; FM_E_NOT_FOUND iff no more than `index` rules refuse; FM_E_ARGUMENT iff `validator` or `access` is NULL, or a check would
 * say so; FM_E_ABI_SIZE as abi.h says. A failure leaves `*out`.
 */
FM_API fm_status fm_validator_explain(const fm_validator *validator, const fm_access *access, const fm_access *other, uint32_t index, fm_finding *out);

/** How many checks a rule has refused, as the first one that did; FM_NONE: all rules together. Modulo 2^32. 0 iff there is no such rule or validator. */
FM_API uint32_t fm_validator_refused(const fm_validator *validator, uint32_t rule);

/** The name of a rule ("alignment"); "?" iff the library knows no such rule. Static, any thread, O(1). */
FM_API const char *fm_rule_name(uint32_t rule);

FM_END_DECLS

#ifndef FM_VALIDATE
/** 0 before the first include removes FM_CHECK() and FM_CHECK_PAIR(): the program's object code is the same as without them. */
#define FM_VALIDATE 1
#endif

#if FM_VALIDATE
/** fm_validator_check(); with FM_VALIDATE=0 the constant FM_OK, and nothing is evaluated: `if (FM_CHECK(v, p, n, FM_ACCESS_READ) != FM_OK) ...`. */
#define FM_CHECK(validator, address, size, access) fm_validator_check(validator, address, size, access)
/** fm_validator_check_pair(), the same. */
#define FM_CHECK_PAIR(validator, first, second) fm_validator_check_pair(validator, first, second)
#else
#define FM_CHECK(validator, address, size, access) FM_OK
#define FM_CHECK_PAIR(validator, first, second) FM_OK
#endif

/* What the compiler can judge: constants, at an address of a named region of a platform, by flightmem/platform/<id>.h. Names are written as in
 * FM_ASSERT_FITS(), the others as for fm_validator_check(), without a bank. An address may be one of any window of the region; that another
 * region hides it there is not judged. Each is 1 iff its rules allow the access. */

/** Bounds, of all bytes. */
#define FM_ALLOWS_BOUNDS(platform, region, address, size) ((uint64_t)(size) != 0 && (uint64_t)(size) <= FM_LEFT_##platform##_##region(address))
/** Alignment: to the width, as far as the CPU wants it; of DMA always. */
#define FM_ALLOWS_ALIGNMENT(platform, region, address, access) \
	(((uint64_t)(address) & (((access) >> 4 & 15u) == 0 ? 0u : ((access)&FM_ACCESS_DMA || ((access) >> 4 & 15u) < FM_NATURAL_##platform) \
									   ? ((access) >> 4 & 15u) - 1u : FM_NATURAL_##platform - 1u)) == 0)
/** Permission, and that `access` is one. */
#define FM_ALLOWS_PERMISSION(platform, region, access) \
	(((access) & ~0xFFu) == 0 && ((access)&7u & ~FM_RIGHTS_##platform##_##region) == 0)
/** Width: at most one, and the size is a whole number of it. */
#define FM_ALLOWS_WIDTH(platform, region, size, access) \
	(((access) >> 4 & 15u) == 0 || (((access) >> 4 & 15u & (((access) >> 4 & 15u) - 1u)) == 0 && \
					((access) >> 4 & 15u & FM_WIDTHS_##platform##_##region(access)) != 0 && (size) % (((access) >> 4 & 15u) + !((access) >> 4 & 15u)) == 0))
/** DMA: reach, begin, length, boundary, cache lines. */
#define FM_ALLOWS_DMA(platform, region, address, size, access) \
	(!((access)&FM_ACCESS_DMA) || \
	 (FM_DMA_FITS(size, address, FM_DMA_ALIGN_##platform##_##region, FM_DMA_GRANULE_##platform##_##region, FM_DMA_LINE_##platform##_##region(address)) && \
	  FM_BYTE_##platform##_##region(address) + (size) <= FM_DMA_REACH_##platform##_##region && \
	  (FM_DMA_BOUNDARY_##platform##_##region == 0 || \
	   (uint64_t)(size) <= FM_DMA_BOUNDARY_##platform##_##region - ((uint64_t)(address) & (FM_DMA_BOUNDARY_##platform##_##region - 1)))))
/** Lane and reserved: all bytes are there, and none is spoken for. */
#define FM_ALLOWS_BYTES(platform, region, address, size) \
	(FM_IS_THERE_##platform##_##region(FM_BYTE_##platform##_##region(address), size) && \
	 !FM_IS_TAKEN_##platform##_##region(FM_BYTE_##platform##_##region(address), (uint64_t)(size)))

/**
 * Refuses to compile what a validator of the platform refuses, and says which rule it is:
 * `FM_ASSERT_ACCESS(gba, vram, 0x06000000, 240 * 160 * 2, FM_ACCESS_WRITE | FM_ACCESS_16);`
 */
#define FM_ASSERT_ACCESS(platform, region, address, size, access) \
	FM_STATIC_ASSERT(FM_ALLOWS_BOUNDS(platform, region, address, size), #address " with " #size " bytes is not inside " #region " of " #platform); \
	FM_STATIC_ASSERT(FM_ALLOWS_ALIGNMENT(platform, region, address, access), #address " is not aligned for " #access " on " #platform); \
	FM_STATIC_ASSERT(FM_ALLOWS_PERMISSION(platform, region, access), "region " #region " of " #platform " does not grant " #access); \
	FM_STATIC_ASSERT(FM_ALLOWS_WIDTH(platform, region, size, access), "region " #region " of " #platform " does not take " #size " bytes by " #access); \
	FM_STATIC_ASSERT(FM_ALLOWS_DMA(platform, region, address, size, access), \
			 "region " #region " of " #platform ": " FM_DMA_TEXT_##platform##_##region ", unlike " #size " bytes at " #address); \
	FM_STATIC_ASSERT(FM_ALLOWS_BYTES(platform, region, address, size), \
			 "of " #size " bytes at " #address " some are reserved in " #region " of " #platform ", or not there")

#endif
